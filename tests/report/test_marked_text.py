"""The text of a sheet as a reviewer sees it: sentences marked by points, reasons, spots and replaced words."""

from decimal import Decimal

import pytest

from disclosure.check.run import model
from disclosure.report.marked import LABELS, Marked, Part, parts, swaps
from disclosure.report.outcome import Outcome

Told = list[tuple[str, Marked]]


def marked(outcome: Outcome, lang: str, spoken: str) -> tuple[list[Part], Told]:
    number = next(n for n, sheet in enumerate(outcome.sheets) if sheet.lang == spoken)
    found = list(parts(outcome.sheets[number], outcome.reports[number], lang))
    return found, [(role, one) for part in found for role, group in part.groups for one in group]


@pytest.mark.parametrize("spoken", ["en", "zh-CN"])
def test_levels_go_by_the_points_and_the_bands_of_the_model(hard: Outcome, spoken: str) -> None:
    limits = model(spoken)
    _, told = marked(hard, "en", spoken)
    assert any(one.level == "hard" for _, one in told)
    for role, one in told:
        if one.level == "hard":
            assert one.points >= limits.hard_sentence and role not in LABELS
        elif one.level == "fair":
            assert 100 - limits.plain <= one.points < limits.hard_sentence and role not in LABELS
        assert bool(one.level) == bool(one.reasons)


def test_a_short_label_is_no_hard_sentence(hard: Outcome) -> None:
    _, told = marked(hard, "en", "en")
    labels = {one.level for role, one in told if role in LABELS}
    assert labels <= {"", "spot"} and "spot" in labels


def test_two_or_three_words_are_a_label_wherever_they_stand(review) -> None:
    outcome = review(("随时存取的账户。", "惩罚利率。"), ("An account to save in.", "Accrual methodology modification."))
    for spoken, text in (("zh-CN", "惩罚利率。"), ("en", "Accrual methodology modification.")):
        found = [one for role, one in marked(outcome, "en", spoken)[1] if one.text == text and role == "prose"]
        assert found and {one.level for one in found} == {"spot"}
        assert all(one.points >= model(spoken).hard_sentence for one in found)


def test_prescribed_words_are_shown_and_not_judged(everything) -> None:
    checked = everything["hengjiang-stable-180d"]
    outcome = Outcome("x", checked.document, checked.reports, checked.findings, checked.sheets)
    assert {one.level for role, one in marked(outcome, "en", "zh-CN")[1] if role == "statutory"} <= {"", "fixed"}


def test_no_word_of_the_sheet_is_lost(hard: Outcome) -> None:
    for number, sheet in enumerate(hard.sheets):
        shown = [part.title for part in parts(sheet, hard.reports[number], "en")]
        _, told = marked(hard, "en", sheet.lang)
        text = "".join([*shown, *(one.text for _, one in told)])
        letters = sorted("".join(text.split()))
        printed = "".join(sentence.text for _, _, group in sheet.everything() for sentence in group)
        assert letters == sorted("".join(printed.split()))


def test_reasons_are_told_in_the_readers_language_with_figures_and_points(hard: Outcome) -> None:
    _, told = marked(hard, "zh-CN", "en")
    worst = max((one for _, one in told if one.level == "hard"), key=lambda one: one.points)
    assert worst.text.startswith("Notwithstanding")
    reasons = {one.name: one for one in worst.reasons}
    limit = next(one for one in model("en").features if one.id == "words_per_sentence").limit.warn
    assert reasons["句子太长"].figures.endswith(f"> {limit.normalize():f}")
    points = [one.points for one in worst.reasons]
    assert points == sorted(points, reverse=True) and len(reasons) == len(worst.reasons)


def test_spots_are_the_words_themselves(hard: Outcome) -> None:
    _, told = marked(hard, "en", "en")
    worst = max((one for _, one in told if one.level == "hard"), key=lambda one: one.points)
    spots = " ".join(text for text, spot in worst.pieces if spot)
    assert "otwithstanding" in spots and "from time to time" not in spots


def test_sections_have_their_title_and_plainness(hard: Outcome) -> None:
    found, _ = marked(hard, "en", "en")
    by_section = dict(hard.reports[[one.lang for one in hard.sheets].index("en")].by_section)
    assert found[0].name == "title" and found[0].title == ""
    assert {part.name: part.plainness for part in found} == by_section
    assert "What is it?" in [part.title for part in found]


def test_before_and_after_of_a_replaced_word(reworded: Outcome) -> None:
    english = next(sheet for sheet in reworded.sheets if sheet.lang == "en")
    (swap,) = swaps(english)
    assert "".join(now for now, _, _ in swap.pieces) == "The daily move runs at night, and a daily move costs nothing."
    assert "".join(was for _, was, _ in swap.pieces) == "The sweep runs at night, and a sweep costs nothing."
    assert swap.entries == ("house.sweep",)
    chinese = next(sheet for sheet in reworded.sheets if sheet.lang == "zh-CN")
    assert list(swaps(chinese)) == []


def test_points_of_a_hard_sentence_are_decimals(hard: Outcome) -> None:
    _, told = marked(hard, "en", "en")
    assert all(isinstance(one.points, Decimal) for _, one in told)
