"""Scores come in; accessible SVG drawings of them go out, the same bytes for the same scores.

Drawn with matplotlib, which only this module loads and which is an extra: `disclosure[report]`. A drawing is
as narrow as a phone, so that its words stay legible there.
"""

import hashlib
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any
from xml.sax.saxutils import quoteattr

from .. import shipped
from ..errors import EnvironmentProblem

INK, QUIET, GRID = "#14242e", "#3c505c", "#c4d0d7"
BANDS = {"plain": "#12324a", "fair": "#80570b", "hard": "#a51d1d"}
SHAPES = {"plain": "o", "fair": "s", "hard": "D"}
"""A band has a colour and a shape, for those who see no colour."""
ZONES = ("#faeaea", "#fcf5e3")
"""Behind the scores that are not published, and those that are published with a warning."""
Limits = tuple[int, int]
"""The plainness below which a sheet is not published, and below which it carries a warning."""
_INCHES, _ROW, _HEAD, _FOOT = 4.6, 0.42, 0.3, 0.32
_LONGEST = 44
"""So many Latin letters have room on a line of a drawing."""


@dataclass(frozen=True, slots=True)
class Score:
    """One thing scored: its label, plainness from 0 to 100, and band (plain, fair or hard).

    `after` ends the label and is never cut off.
    """

    label: str
    plainness: int
    band: str
    after: str = ""

    @property
    def name(self) -> str:
        """The whole label."""
        return self.label + self.after


def ranked(scores: Sequence[Score], limits: Limits | None, words: Mapping[str, Any], alternative: str) -> str:
    """A mark for each score under its label, in the order given, before the zones of the limits."""
    axes = _axes(_ROW * max(len(scores), 1))
    _scale(axes, limits, words)
    places = range(len(scores) - 1, -1, -1)
    values = [score.plainness for score in scores]
    axes.hlines(list(places), 0, values, color=GRID, linewidth=1.2, zorder=2)
    for band, shape in SHAPES.items():
        found = [(one.plainness, place) for one, place in zip(scores, places, strict=True) if one.band == band]
        axes.scatter(*zip(*found), s=44, marker=shape, color=BANDS[band], zorder=4) if found else None
    for score, place in zip(scores, places, strict=True):
        _note(axes, str(score.plainness), (score.plainness, place), (8, 0), va="center", weight="bold")
        _note(axes, shortened(score.label, _LONGEST - len(score.after)) + score.after, (0, place), (1, 5), va="bottom")
    axes.set_ylim(-0.45, len(scores) - 0.25)
    told = "; ".join(f"{one.name}: {one.plainness} ({words['bands'][one.band]})" for one in scores)
    return _svg(axes.figure, f"{alternative}. {told}" if told else alternative)


def spread(scores: Sequence[Score], limits: Limits | None, words: Mapping[str, Any], alternative: str) -> str:
    """How many scores lie in each ten points of the scale, from 0 to 100."""
    axes = _axes(1.7)
    _scale(axes, limits, words)
    steps = [sum(10 * step <= min(one.plainness, 99) < 10 * step + 10 for one in scores) for step in range(10)]
    found = [(10 * step, count) for step, count in enumerate(steps) if count]
    axes.bar([start + 5 for start, _ in found], [count for _, count in found], width=9, color=BANDS["plain"], zorder=3)
    axes.set_ylim(0, max(steps) * 1.25 or 1)
    for start, count in found:
        _note(axes, str(count), (start + 5, count), (0, 2.5), ha="center", weight="bold")
    told = "; ".join(f"{start}–{start + 9 + start // 90}: {count}" for start, count in found)
    return _svg(axes.figure, f"{alternative}. {told}" if told else alternative)


def shortened(label: str, most: int) -> str:
    """A label that fits its line: no wider than `most` Latin letters, a Chinese one counting two."""
    widths = list(accumulate(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in label))
    if not widths or widths[-1] <= most:
        return label
    return label[: sum(width < most for width in widths)].rstrip() + "…"


def _scale(axes: Any, limits: Limits | None, words: Mapping[str, Any]) -> None:
    """The scale from 0 to 100, the zones below its two limits named over them."""
    axes.set_xlim(0, 108)
    axes.set_xticks([0, 20, 40, 60, 80, 100])
    axes.set_yticks([])
    axes.tick_params(length=0, labelsize=10, colors=QUIET)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GRID)
    for start, end, colour, name in _zones(limits):
        axes.axvspan(start, end, color=colour, linewidth=0, zorder=0)
        axes.axvline(end, color=QUIET, linewidth=0.8, linestyle=(0, (4, 3)), zorder=1)
        place = (end, 1) if name == "fails" else (start, 1)
        axes.annotate(words[name], place, (-4 if name == "fails" else 3, 3), xycoords=("data", "axes fraction"),
                      textcoords="offset points", ha="right" if name == "fails" else "left", fontsize=10, color=QUIET)  # fmt: skip


def _zones(limits: Limits | None) -> Iterator[tuple[int, int, str, str]]:
    if limits:
        fails, warns = limits
        yield 0, fails, ZONES[0], "fails"
        yield fails, warns, ZONES[1], "warns"


def _note(axes: Any, text: str, place: tuple[float, float], by: tuple[float, float], **how: Any) -> None:
    """Words beside a place of the drawing; a dollar sign is a dollar sign."""
    axes.annotate(text, place, by, textcoords="offset points", fontsize=10.5, color=INK, zorder=5, parse_math=False, **how)


def _axes(height: float) -> Any:
    """Axes `height` inches high, with room for the names above and the numbers below."""
    _settle()
    from matplotlib.figure import Figure

    whole = height + _HEAD + _FOOT
    figure = Figure(figsize=(_INCHES, whole))
    return figure.add_axes((0.02, _FOOT / whole, 0.96, height / whole))


@lru_cache
def _settle() -> None:
    """The shipped font, text kept as text, and no clock and no chance in the file."""
    try:
        import matplotlib
        from matplotlib import font_manager
    except ImportError:
        raise EnvironmentProblem(
            "library-missing", library="matplotlib", command='pip install "disclosure[report]"'
        ) from None
    for weight in ("Regular", "Bold"):
        font_manager.fontManager.addfont(shipped.folder("templates", "layout", "fonts", f"DisclosureSansSC-{weight}.ttf"))
    family = font_manager.FontProperties(
        fname=str(shipped.folder("templates", "layout", "fonts", "DisclosureSansSC-Regular.ttf"))
    ).get_name()
    matplotlib.rcParams.update(
        {"font.family": family, "svg.fonttype": "none", "svg.hashsalt": "disclosure", "text.color": INK}
    )


def _svg(figure: Any, alternative: str) -> str:
    """The drawing as an element of a page, with what it shows said in words."""
    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    text = out.getvalue().decode("utf-8")
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", text, flags=re.DOTALL)
    text = _named(text, hashlib.sha256(alternative.encode("utf-8", "surrogatepass")).hexdigest()[:8])
    return text.replace("<svg ", f'<svg role="img" aria-label={quoteattr(alternative)} ', 1)


def _named(svg: str, prefix: str) -> str:
    """Names of parts only where something points at them, and no drawing's like another's on one page."""
    used = set(re.findall(r"(?:href=\"|url\()#([^\")]+)", svg))
    svg = re.sub(r' id="([^"]+)"', lambda found: f' id="{prefix}-{found[1]}"' if found[1] in used else "", svg)
    return re.sub(r"(href=\"|url\()#", rf"\1#{prefix}-", svg)
