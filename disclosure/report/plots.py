"""Scores come in; accessible SVG drawings of them go out, the same bytes for the same scores.

Drawn with matplotlib, which only this module loads and which is an extra: `disclosure[report]`.
"""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from .. import shipped
from ..errors import EnvironmentProblem

INK, QUIET, GRID = "#14242e", "#3c505c", "#c4d0d7"
BANDS = {"plain": "#12324a", "fair": "#8a6a1f", "hard": "#a51d1d"}
SHAPES = {"plain": "o", "fair": "s", "hard": "D"}
"""A band has a colour and a shape, for those who see no colour."""


@dataclass(frozen=True, slots=True)
class Score:
    """One thing scored: its label, plainness from 0 to 100, and band (plain, fair or hard)."""

    label: str
    plainness: int
    band: str


def ranked(scores: Sequence[Score], limits: tuple[int, int], words: Mapping[str, str], alternative: str) -> str:
    """A dot for each score, one a line in the order given, between the limits for failing and warning."""
    figure = _figure(7.2, 0.75 + 0.27 * max(len(scores), 1))
    axes = figure.add_subplot()
    _scale(axes, limits, words)
    for place, score in enumerate(reversed(scores)):
        axes.plot([0, score.plainness], [place, place], color=GRID, linewidth=1, zorder=1)
        axes.plot(score.plainness, place, SHAPES[score.band], color=BANDS[score.band], markersize=6, zorder=3)
        axes.annotate(str(score.plainness), (score.plainness, place), (7, 0), textcoords="offset points",
                      va="center", fontsize=8, color=INK)  # fmt: skip
    axes.set_yticks(range(len(scores)), [score.label for score in reversed(scores)], fontsize=8)
    axes.set_ylim(-0.7, len(scores) - 0.3)
    return _svg(figure, alternative)


def spread(scores: Sequence[Score], limits: tuple[int, int], words: Mapping[str, str], alternative: str) -> str:
    """How many scores lie in each ten points of the scale, from 0 to 100."""
    figure = _figure(7.2, 1.9)
    axes = figure.add_subplot()
    _scale(axes, limits, words)
    steps = [sum(10 * step <= min(one.plainness, 99) < 10 * step + 10 for one in scores) for step in range(10)]
    axes.bar([10 * step + 5 for step in range(10)], steps, width=9, color=BANDS["plain"], zorder=3)
    axes.set_ylabel(words["sheets"], fontsize=8, color=QUIET)
    axes.set_yticks(sorted({0, max(steps, default=0)}))
    for step, count in enumerate(steps):
        if count:
            axes.annotate(str(count), (10 * step + 5, count), (0, 2), textcoords="offset points", ha="center", fontsize=8)
    axes.margins(y=0.2)
    return _svg(figure, alternative)


def _scale(axes: Any, limits: tuple[int, int], words: Mapping[str, str]) -> None:
    """The scale from 0 to 100, its two limits named where they stand."""
    axes.set_xlim(0, 104)
    axes.set_xticks([0, 20, 40, 60, 80, 100])
    axes.tick_params(length=0, labelsize=8, colors=QUIET)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GRID)
    for limit, name in zip(limits, (words["fails"], words["warns"])):
        axes.axvline(limit, color=QUIET, linewidth=0.8, linestyle=(0, (4, 3)), zorder=2)
        axes.annotate(name, (limit, 1), (0, 3), xycoords=("data", "axes fraction"), textcoords="offset points",
                      ha="right" if name == words["fails"] else "left", fontsize=8, color=QUIET)  # fmt: skip


def _figure(width: float, height: float) -> Any:
    _settle()
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


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
    text = re.sub(r"<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    return re.sub(r"<svg ([^>]*)>", rf'<svg role="img" \1><title>{escape(alternative)}</title>', text, count=1)
