"""A sheet answers the seven questions a customer asks, always in the same order."""

from disclosure.site import Checked

QUESTIONS = ["what", "for-me", "lose-money", "cost", "money-out", "provider-fails", "complain"]


def test_every_sheet_answers_the_seven_questions_in_order(checked: Checked) -> None:
    for sheet in checked.sheets:
        assert [section.id for section in sheet.sections] == [*QUESTIONS, "more"]


def test_the_glance_comes_first(checked: Checked) -> None:
    for sheet in checked.sheets:
        order = list(dict.fromkeys(section for section, _, _ in sheet.everything()))
        assert order == ["title", "glance", *QUESTIONS, "more"]


def test_each_question_has_a_title_and_an_answer(checked: Checked) -> None:
    for sheet in checked.sheets:
        assert [section.id for section in sheet.sections if not section.title or not section.blocks] == []


def test_the_smallest_definition_is_answered_in_full(data, sheet_of) -> None:
    for lang in ("zh-CN", "en"):
        sheet = sheet_of(data(), lang)
        assert [section.id for section in sheet.sections if section.blocks][:7] == QUESTIONS


def test_a_heading_stands_over_something(checked: Checked) -> None:
    for sheet in checked.sheets:
        for section in sheet.sections:
            kinds = [type(block).__name__ for block in section.blocks]
            assert kinds[-1] != "Heading", section.id
            assert ("Heading", "Heading") not in list(zip(kinds, kinds[1:], strict=False)), section.id
