"""A sheet, its definition and its figures come in; where each number on the sheet is from goes out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from ..figures import Figure
from ..sheet import Sheet
from ..source import Document

NUMBERS = ("money", "rate", "period", "date", "number")
_WORDS = {
    "en": {"field": "stated in", "figure": "computed as", "inputs": "from", "rounding": "rounded", "rule": "rule"},
    "zh-CN": {"field": "写在", "figure": "算法", "inputs": "代入", "rounding": "取舍", "rule": "依据"},
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one number on a sheet comes from.

    `shown` as printed, `value` without language, `field` of the definition ("" for a computed
    number) at `line`; for a computed one the figure's name, inputs, equation, rounding and rule.
    """

    section: str
    shown: str
    value: str
    field: str = ""
    line: int = 0
    figure: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    equation: str = ""
    rounding: str = ""
    rule: str = ""


def origins(sheet: Sheet, document: Document, figures: Mapping[str, Figure]) -> Iterator[Origin]:
    """Each number of a sheet in reading order, the same one in the same section only once."""
    seen: set[Origin] = set()
    for section, _, sentences in sheet.everything():
        facts = (run.fact for sentence in sentences for run in sentence.runs if run.fact)
        for fact in facts:
            if fact.kind not in NUMBERS:
                continue
            origin = _origin(section, fact.path, fact.shown, fact.value, document, figures)
            if origin not in seen:
                seen.add(origin)
                yield origin


def _origin(
    section: str, path: str, shown: str, value: str, document: Document, figures: Mapping[str, Figure]
) -> Origin:
    figure = figures.get(path.removeprefix("figures."))
    if figure is None or not path.startswith("figures."):
        return Origin(section, shown, value, path, document.place(path)[0])
    return Origin(
        section, shown, value, figure=path.removeprefix("figures."), inputs=figure.inputs,
        equation=figure.equation, rounding=figure.rounding, rule=figure.rule,
    )  # fmt: skip


def lines(found: Sequence[Origin], file: str, lang: str) -> Iterator[str]:
    """The origins for people: a number, then what it is made of."""
    words = _WORDS[lang]
    section = ""
    for one in found:
        if one.section != section:
            section = one.section
            yield f"[{section}]"
        yield f"  {one.shown}"
        if one.field:
            yield f"      {words['field']}: {one.field} ({file}:{one.line})"
            continue
        yield f"      {words['figure']}: {one.figure} = {one.equation}"
        if one.inputs:
            yield f"      {words['inputs']}: {'; '.join(f'{name} = {value}' for name, value in one.inputs)}"
        yield f"      {words['rounding']}: {one.rounding} · {words['rule']}: {one.rule}"


def as_json(sheets: Sequence[tuple[Sheet, Sequence[Origin]]], file: str) -> str:
    """The origins of a definition's sheets as a JSON array, one object a sheet."""
    told = [
        {"product": sheet.product, "version": sheet.version, "lang": sheet.lang,
         "regime": sheet.regime, "file": file, "numbers": [_data(one) for one in found]}
        for sheet, found in sheets
    ]  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1)


def _data(origin: Origin) -> dict[str, object]:
    told = {name: value for name, value in asdict(origin).items() if value}
    return told | {"inputs": dict(origin.inputs)} if origin.inputs else told
