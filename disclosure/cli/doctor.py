"""The doctor command: everything a build needs from this machine, and how to mend what is missing."""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import click

from .. import shipped
from ..errors import DisclosureError, EnvironmentProblem
from .exits import Exit, language


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at: its name, whether it is well, and a word about it."""

    name: str
    well: bool
    word: str


def examine() -> int:
    """Print what was found; 0 where a build can run, else 2."""
    found = list(_everything())
    for one in found:
        click.echo(f"{'✓' if one.well else '✗'} {one.name}: {one.word}")
    return Exit.CLEAN if all(one.well for one in found) else Exit.USAGE


def _everything() -> Iterator[Examined]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Examined("python", sys.version_info >= (3, 11), version)
    yield _tried("pdf", _typesetter)
    yield _tried("fonts", _fonts)
    yield _tried("glossary", _glossary)
    yield _tried("jieba", _jieba)
    yield _tried("textstat", _textstat)


def _tried(name: str, look: Callable[[], str]) -> Examined:
    from ..report import problems as words

    try:
        return Examined(name, True, look())
    except EnvironmentProblem as problem:
        return Examined(name, False, words.environment(problem, language()))
    except DisclosureError as error:
        return Examined(name, False, "; ".join(words.lines(error.problems, language())))
    except Exception as error:
        return Examined(name, False, f"{type(error).__name__}: {error}")


def _typesetter() -> str:
    from ..render.pdf import warm

    warm()
    import weasyprint

    return f"WeasyPrint {weasyprint.__version__}, Pango, HarfBuzz subset"


def _fonts() -> str:
    folder = shipped.folder("templates", "layout", "fonts")
    described = json.loads((folder / "fonts.json").read_text(encoding="utf-8"))
    for face in described["faces"]:
        digest = hashlib.sha256((folder / face["file"]).read_bytes()).hexdigest()
        if digest != face["sha256"]:
            raise EnvironmentProblem("font-changed", path=str(folder / face["file"]))
    return f"{described['family']}, {len(described['faces'])} faces, unchanged"


def _glossary() -> str:
    from .. import glossary
    from ..wording import languages

    folder = shipped.folder("glossary")
    counts = {lang: len(glossary.load(lang, [folder]).entries) for lang in languages()}
    return ", ".join(f"{lang} {count}" for lang, count in counts.items())


def _jieba() -> str:
    from ..text.lexicon import cut

    return " / ".join(cut("本产品不保证本金"))


def _textstat() -> str:
    from ..text.familiar import scores
    from ..text.readability import Passage

    found = scores((Passage("You can take your money out at any time.", "prose"),), "en")
    return ", ".join(f"{name} {value}" for name, value in found[:2])
