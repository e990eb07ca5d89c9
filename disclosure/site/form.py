"""A sheet, its product and its rulebook come in; what the finished document must look like goes out."""

from typing import Any

from ..product import select
from ..regime import Paper, Prominence, Regime
from ..sheet import Sheet
from ..sheet.model import Sentences
from ..verify import Form, Standout


def form_of(sheet: Sheet, product: Any, rules: Regime) -> Form | None:
    """The form that the rulebook prescribes; None where it prescribes none."""
    titles = {section.id: section.title for section in rules.sections if section.title}
    said = {fact.value for fact in sheet.facts if fact.kind == "statutory"}
    stated = [one for one in rules.statements if one.id in said]
    if not (titles or stated or rules.prominent or rules.paper != Paper() or rules.heading):
        return None
    order = [
        _title(titles[section.id].get(sheet.lang, ""), section.title)
        for section in sheet.sections
        if section.id in titles
    ]
    return Form(
        regime=f"{rules.id} {rules.version}",
        titles=tuple(filter(None, [rules.heading.get(sheet.lang, ""), *order])),
        statements=tuple(
            (one.id, part, one.citation)
            for one in stated
            for part in one.parts(sheet.lang)
            if not part.startswith("{")
        ),
        most_pages=rules.paper.most_pages,
        smallest_type=rules.paper.smallest_type,
        x_height=rules.paper.x_height,
        paper_citation=rules.paper.citation,
        standouts=tuple(_standout(one, sheet, product) for one in rules.prominent),
    )


def _title(fixed: str, composed: Sentences) -> str:
    """The title as the rulebook fixes it; where it leaves room for a field, as the sheet fills it."""
    return "".join(sentence.text for sentence in composed) if "{" in fixed else fixed


def _standout(one: Prominence, sheet: Sheet, product: Any) -> Standout:
    shown = _shown(one.field, sheet, product)
    others = _shown(one.than, sheet, product) if one.than else ()
    return Standout(one.field, shown, one.citation, one.at_least, others, one.bold)


def _shown(path: str, sheet: Sheet, product: Any) -> tuple[str, ...]:
    """How the values of a path are printed on a sheet; of a group of figures, all in it."""
    paths = set(select(product, path))
    below = tuple(f"{one}." for one in paths if one.startswith("figures."))
    found = (fact.shown for fact in sheet.facts if fact.path in paths or fact.path.startswith(below))
    return tuple(dict.fromkeys(found))
