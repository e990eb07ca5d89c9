"""A composed sheet comes in; its plain-text form goes out, made to be read like the page itself.

Run as a command, it writes the golden file of every sample in every language.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from disclosure.sheet import Section, Sheet
from disclosure.sheet.model import (
    Bars,
    Block,
    Bullets,
    Callout,
    Definitions,
    Heading,
    Paragraph,
    Picture,
    Run,
    Scale,
    Sentences,
    Table,
)
from disclosure.site import Options, check_one

FOLDER = Path(__file__).parent
PRODUCTS = FOLDER.parents[1] / "products"


def text(sheet: Sheet) -> str:
    """The whole sheet: strong words between asterisks, a line for each sentence of running text."""
    gap = "" if sheet.lang.startswith("zh") else " "
    head = (sheet.title, sheet.provider, sheet.dated)
    lines = [_joined(sentences, gap) for sentences in head]
    for section in sheet.parts:
        lines += ["", *_section(section, gap)]
    if sheet.listed:
        lines += ["", f"# {sheet.labels['glossary']}", ""]
        lines += [f"{term.original} [{term.mode}]: {term.define}" for term in sheet.listed]
    return "\n".join(lines) + "\n"


def _section(section: Section, gap: str) -> Iterator[str]:
    yield f"# {_joined(section.title, gap)}"
    for block in section.blocks:
        yield ""
        yield from _block(block, gap)


def _block(block: Block, gap: str) -> Iterator[str]:
    match block:
        case Paragraph(sentences):
            yield from map(_said, ((sentence,) for sentence in sentences))
        case Callout(sentences):
            yield from (f"> {_said((sentence,))}" for sentence in sentences)
        case Heading(sentences):
            yield f"## {_joined(sentences, gap)}"
        case Bullets(items):
            yield from (f"- {_joined(item, gap)}" for item in items)
        case Definitions(rows):
            yield from (f"{_joined(name, gap)}: {_joined(said, gap)}" for name, said in rows)
        case Table(header, rows):
            yield from (" | ".join(_joined(cell, gap) for cell in row) for row in (header, *rows))
        case Picture(name, data, alternative):
            yield f"[{name}: {_joined(alternative, gap)}]"
            yield from _drawn(data)


def _drawn(data: Scale | Bars) -> Iterator[str]:
    if isinstance(data, Scale):
        codes = (f"({code})" if at == data.level else code for at, code in enumerate(data.codes, 1))
        yield f"[{data.lowest} {' '.join(codes)} {data.highest}]"
        return
    yield f"[{' / '.join(data.parts)}]"
    yield from (f"[{bar.label}: {' / '.join(bar.shown)}]" for bar in data.bars)


def _joined(sentences: Sentences, gap: str) -> str:
    return gap.join(_said((sentence,)) for sentence in sentences)


def _said(sentences: Sentences) -> str:
    runs = [run for sentence in sentences for run in sentence.runs]
    parts = ((strong, "".join(run.text for run in group)) for strong, group in groupby(runs, _is_strong))
    marked = (f"*{part.strip()}*{' ' * part.endswith(' ')}" if strong else part for strong, part in parts)
    return "".join(marked).replace("\n", " ").strip()


def _is_strong(run: Run) -> bool:
    return run.strong


def main() -> None:
    """Write the golden file of each sample in each language, and remove those of no sample."""
    wanted: dict[Path, str] = {}
    for path in sorted(PRODUCTS.glob("*.yaml")):
        for sheet in check_one(path, Options(regime="plain.sheet")).sheets:
            wanted[FOLDER / f"{sheet.product}.{sheet.lang}.txt"] = text(sheet)
    for old in set(FOLDER.glob("*.txt")) - set(wanted):
        old.unlink()
    for file, content in wanted.items():
        file.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
