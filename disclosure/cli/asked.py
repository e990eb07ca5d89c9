"""What a command line asks for, as values: the definitions, the house's own terms, known names."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import regime, shipped, source, wording
from ..errors import EnvironmentProblem

if TYPE_CHECKING:
    from ..site import Checked


def definitions(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The definition files asked for; without any, those in products/."""
    asked = tuple(paths) or (Path("products"),)
    for path in asked:
        if not path.exists():
            code = "path-missing" if paths else "no-products"
            raise EnvironmentProblem(code, path=str(path))
    files = tuple(dict.fromkeys(source.files(asked)))
    if not files:
        raise EnvironmentProblem("no-products", path=", ".join(map(str, asked)))
    return files


def house(asked: Path | None) -> tuple[Path, ...]:
    """The folder of the house's own terms: the one asked for, else `glossary` here if there is one.

    Raises EnvironmentProblem where the one asked for does not exist.
    """
    if asked:
        if not asked.is_dir():
            raise EnvironmentProblem("path-missing", path=str(asked))
        return (asked,)
    here = Path("glossary")
    own = here.is_dir() and not here.samefile(shipped.folder("glossary"))
    return (here,) if own else ()


def demand_known(languages: Sequence[str], audience: str, rulebook: str) -> None:
    """Refuse, once and before any definition is read, names that nothing stands for.

    Raises EnvironmentProblem.
    """
    for lang in languages:
        if lang not in wording.languages():
            known = ", ".join(wording.languages())
            raise EnvironmentProblem("language-unknown", lang=lang, known=known)
    if audience not in regime.names("audiences"):
        known = ", ".join(regime.names("audiences"))
        raise EnvironmentProblem("audience-unknown", text=audience, known=known)
    if rulebook and rulebook not in regime.names("regimes"):
        known = ", ".join(regime.names("regimes"))
        raise EnvironmentProblem("regime-unknown", text=rulebook, known=known)


def demand_sheets(checked: Sequence["Checked"], languages: Sequence[str]) -> None:
    """Refuse a run in which no definition, though all can be read, has a language asked for.

    Raises EnvironmentProblem.
    """
    if checked and not any(one.sheets for one in checked):
        raise no_sheets((lang for one in checked for lang in one.product.languages), languages)


def no_sheets(there: Iterable[str], languages: Sequence[str]) -> EnvironmentProblem:
    """That none of the definitions, which are in these languages, has one that was asked for."""
    return EnvironmentProblem("no-sheets", lang=", ".join(languages), known=", ".join(sorted(set(there))))


def counted(number: int, thing: str) -> str:
    """A number of things, in English: one change, two changes."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
