"""A sheet below its audience's limit is seen; the sentences that are to blame are named."""

from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure import regime
from disclosure.check import Finding, gate, run
from disclosure.check.rules import plainness
from disclosure.site.gather import terms_of

HARD = (
    "Notwithstanding the aforementioned provisions, the utilisation of the facility shall be "
    "administered by the institution pursuant to the applicable contractual stipulations, which may "
    "not be disregarded (unless the institution (or its assignee) has consented thereto)."
)
HARD_CHINESE = (
    "倘若投保人未能于约定之缴费期间届满前履行其所承担之续期保险费交付义务，则本公司依据本合同之相关约定"
    "有权对该合同项下之保险责任的效力的恢复的申请不予以受理。"
)


def audience(warn: int, fail: int) -> regime.Audience:
    least = {lang: (Decimal(warn), Decimal(fail)) for lang in ("en", "zh-CN")}
    return regime.Audience("test", {}, least)


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_the_limits_are_inclusive(everything, lang: str) -> None:
    report = next(one for one in everything["harbour-tiered-saver"].reports if one.lang == lang)
    measured = report.reading.plainness
    found = {
        (warn, fail): list(plainness.find(report.reading, audience(measured + warn, measured + fail), lang))
        for warn, fail in ((0, -9), (1, 0), (9, 1))
    }
    said = {"measured": str(measured)}
    assert found[0, -9] == []
    assert found[1, 0] == [Finding("plainness", "warning", lang, values={**said, "limit": str(measured + 1)})]
    assert found[9, 1] == [Finding("plainness", "error", lang, values={**said, "limit": str(measured + 1)})]


def test_an_error_stops_the_sheet(everything, rulebook) -> None:
    checked = everything["harbour-tiered-saver"]
    report = run(checked.sheets[1], checked.product, regime=rulebook, audience=audience(101, 101),
                 glossary=terms_of("en"))
    verdict = gate(report.findings)
    assert not verdict.passed
    assert [one.rule for one in verdict.blocking] == ["plainness"]


def test_real_legalese_is_below_the_limit(made, definition) -> None:
    texts = f'{{zh-CN: "{HARD_CHINESE * 3}", en: "{" ".join([HARD] * 3)}"}}'
    fields = "".join(f"{name}: {texts}\n" for name in ("how", "tax"))
    found = made(definition + fields + f"features: [{{text: {texts}}}, {{text: {texts}}}]\n").findings
    assert {(one.lang, one.severity) for one in found if one.rule == "plainness"} <= {
        ("en", "warning"), ("zh-CN", "warning"), ("en", "error"), ("zh-CN", "error"),
    }
    assert {one.lang for one in found if one.rule == "plainness"} == {"en", "zh-CN"}


@pytest.mark.parametrize(("lang", "text"), [("en", HARD), ("zh-CN", HARD_CHINESE)])
def test_a_hard_sentence_is_named_with_its_field_and_reasons(made, definition, lang: str, text: str) -> None:
    both = {"en": "It is easy.", "zh-CN": "很简单。"} | {lang: text}
    checked = made(f'{definition}how: {{zh-CN: "{both["zh-CN"]}", en: "{both["en"]}"}}\n')
    found = [one for one in checked.findings if one.rule == "hard-sentence" and one.lang == lang]
    worst = found[0]
    assert (worst.severity, worst.section, worst.path) == ("note", "what", "how")
    assert worst.words[-8:] == text[-8:]
    assert len(worst.values["reasons"].split(", ")) >= 2
    points = [Decimal(one.values["points"]) for one in found]
    assert points == sorted(points, reverse=True) and points[0] > 0


def test_a_note_never_stops_a_sheet(everything) -> None:
    checked = everything["harbour-tiered-saver"]
    note = Finding("hard-sentence", "note", "en")
    assert gate([note, replace(note, severity="warning")]).passed
    assert not gate([note, replace(note, severity="error")]).passed
    assert gate(checked.findings).blocking == ()


def test_sentences_of_one_paragraph_lead_each_to_its_own_field(made, definition) -> None:
    text = definition.replace("An account to save in.", f'"{HARD}"') + f'how: {{zh-CN: "很简单。", en: "{HARD} It is easy."}}\n'
    found = [one for one in made(text).findings if one.rule == "hard-sentence" and one.words.startswith("Notwith")]
    assert sorted(one.path for one in found) == ["how", "summary"]
