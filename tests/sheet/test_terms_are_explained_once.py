"""A word of the trade is explained where a reader first meets it, and nowhere else."""

from collections import Counter

from disclosure.sheet import Term
from disclosure.site import Checked


def explained(sheet) -> list[Term]:
    return [
        run.term
        for _, _, group in sheet.everything()
        for one in group
        for run in one.runs
        if run.term and run.term.mode in ("explain", "required")
    ]


def test_each_term_is_explained_at_most_once(checked: Checked) -> None:
    for sheet in checked.sheets:
        assert [n for n in Counter(term.entry for term in explained(sheet)).items() if n[1] > 1] == []


def test_the_list_of_terms_holds_each_term_once(checked: Checked) -> None:
    for sheet in checked.sheets:
        listed = [term.entry for term in sheet.terms]
        assert len(listed) == len(set(listed))
        assert set(explained(sheet)) <= set(sheet.terms)


def test_the_glance_and_headings_explain_nothing(checked: Checked) -> None:
    for sheet in checked.sheets:
        for section, role, group in sheet.everything():
            if section == sheet.glance.id or role == "heading":
                assert [run.term for one in group for run in one.runs if run.term] == []


def test_a_term_is_explained_at_its_first_use(data, sheet_of) -> None:
    text = "A default is bad. Another default is worse."
    sheet = sheet_of(data(summary={"zh-CN": "一", "en": text}))
    first, second = (one.text for one in sheet.sections[0].blocks[0].sentences[:2])
    assert first.startswith("A default (") and first.endswith(") is bad.")
    assert second == "Another default is worse."


def test_an_explanation_never_touches_a_figure_or_a_name(data, sheet_of) -> None:
    bond = {"zh-CN": "债券", "en": "Yield Bank"}
    sheet = sheet_of(data(provider={"name": bond, "complaints": {"phone": "000-1"}}, name={"zh-CN": "债券", "en": "Yield"}))
    names = [run for _, _, group in sheet.everything() for one in group for run in one.runs
             if run.fact and run.fact.kind in ("name", "money", "rate", "date", "period", "number")]
    assert {run.term for run in names} == {None}
    assert all(run.text == run.fact.shown for run in names)
