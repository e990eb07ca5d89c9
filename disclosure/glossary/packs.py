"""Folders of YAML packs come in; the glossary of one language goes out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import source
from ..errors import DisclosureError, Problem
from .entry import Entry
from .layers import Glossary
from .parse import entries


def load(lang: str, folders: Sequence[Path]) -> Glossary:
    """All packs `<folder>/<lang>/*.yaml`; a later folder is laid over an earlier one.

    DisclosureError lists the problems of every file, with line and column.
    """
    problems: list[Problem] = []
    layers = [Glossary.of(_folder(folder / lang, lang, problems)) for folder in folders]
    if problems:
        raise DisclosureError(problems)
    return Glossary().merge(*layers)


def _folder(folder: Path, lang: str, problems: list[Problem]) -> list[Entry]:
    found: list[Entry] = []
    for path in sorted(folder.glob("*.yaml")):
        document = source.read(path)
        problems.extend(document.problems)
        try:
            found.extend(entries(document.data, lang, document.file))
        except DisclosureError as error:
            problems.extend(_placed(document, error.problems))
    return [] if problems else found


def _placed(document: source.Document, found: tuple[Problem, ...]) -> Iterator[Problem]:
    for problem in found:
        yield document.problem(problem.field, problem.code, **problem.values)
