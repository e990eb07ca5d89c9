"""Folders of YAML packs come in; the glossary of one language goes out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import DisclosureError, Problem
from . import kept
from .entry import Entry
from .layers import Glossary

if TYPE_CHECKING:
    from ..source import Document


def load(lang: str, folders: Sequence[Path]) -> Glossary:
    """All packs `<folder>/<lang>/*.yaml`; a later folder is laid over an earlier one.

    DisclosureError lists the problems of every file, with line and column.
    """
    problems: list[Problem] = []
    layers = [_layer(folder / lang, lang, problems) for folder in folders]
    if problems:
        raise DisclosureError(problems)
    return layers[0] if len(layers) == 1 else Glossary().merge(*layers)


def _layer(folder: Path, lang: str, problems: list[Problem]) -> Glossary:
    """The entries of one folder, from what was kept of an earlier reading or from its packs."""
    paths = sorted(folder.glob("*.yaml"))
    try:
        marked = kept.mark(lang, {path: path.read_bytes() for path in paths})
    except OSError:
        marked = ""
    known = kept.recall(folder, marked) if marked else None
    if known is not None:
        return Glossary(known)
    found = Glossary.of(_read(paths, lang, problems))
    if marked and not problems:
        kept.keep(folder, marked, found.entries)
    return found


def _read(paths: Sequence[Path], lang: str, problems: list[Problem]) -> list[Entry]:
    from .. import source
    from .parse import entries, refused

    found: list[Entry] = []
    for path in paths:
        document = source.read(path)
        problems.extend(refused(document.problems))
        try:
            found.extend(entries(document.data, lang, document.file))
        except DisclosureError as error:
            problems.extend(_placed(document, error.problems))
    return [] if problems else found


def _placed(document: "Document", found: tuple[Problem, ...]) -> Iterator[Problem]:
    for problem in found:
        yield document.problem(problem.field, problem.code, **problem.values)
