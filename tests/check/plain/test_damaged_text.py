"""Damage is found by evidence: each wrong glyph in a word, each spun phrase; names and plain text stay."""

import pytest

from disclosure.check.plain import load

RULE = load("damaged-text")
GLYPHS = [
    pytest.param(wrong, word.replace(one.split()[0], wrong, 1), id=f"{wrong}-{word}")
    for wrong, right in RULE.pairs("zh-CN", "glyphs")
    for one in right.split(",")
    for word in one.split()[1:]
]
SPUN = [(lang, *pair) for lang in ("en", "zh-CN") for pair in RULE.pairs(lang, "spun")]


def test_there_are_enough_pairs() -> None:
    assert len({wrong for wrong, _ in RULE.pairs("zh-CN", "glyphs")}) >= 60


@pytest.mark.parametrize(("wrong", "word"), GLYPHS)
def test_a_wrong_glyph_in_a_word_is_found(found, wrong: str, word: str) -> None:
    assert wrong in word
    assert found("damaged-text", f"，{word}，", "zh-CN") == [wrong]


@pytest.mark.parametrize(("lang", "spun", "right"), SPUN)
def test_a_spun_phrase_is_found_and_the_right_one_is_not(found, lang: str, spun: str, right: str) -> None:
    framed = "我们说{}。" if lang == "zh-CN" else "We say {} here."
    assert found("damaged-text", framed.format(spun), lang) == [spun]
    assert found("damaged-text", framed.format(right), lang) == []


@pytest.mark.parametrize(
    "text",
    [
        "经办人王敁，电话12378。",
        "张敁先生是客户经理。",
        "户名：李卛",
        "总经理喆、堃、昇三位。",
        "子曰：学而时习之。巳时开门。一盆花，发呆，亵渎。",
        "盆栽、渎职、菅草、艮卦、殳字、讣告、绉纱。",
        "圣·艾格尼丝基金（卢森堡）。",
        "Ucits基金和Ångström、Müller、José签字。",
        "天天基金，日日涨，高高兴兴。",
    ],
)
def test_what_is_rare_but_right_is_left_alone(found, text: str) -> None:
    assert found("damaged-text", text, "zh-CN") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 000 € à Zürich – “yes” · 5 µm", []),
        ("Ã‰tÃ© costs â‚¬5", ["Ã‰", "Ã©", "â‚¬"]),
        ("The in ation rate and nancial risk", ["in ation", "nancial"]),
        ("It is of CE-marked quality, in action", []),
        ("TToottaall ccoosstt", ["TToottaall", "ccoosstt"]),
        ("bookkeeper aabb xxyy", []),
        ("h2o co2 mp3 v10 abc10de@x.org http://a10bc.example", []),
    ],
)
def test_english(found, text: str, expected: list[str]) -> None:
    assert found("damaged-text", text) == expected


def test_damage_is_an_error_and_is_not_scored(made, definition) -> None:
    summary = "An account to save in."
    easy, hard = "The bene t is yours.", "Whose bene ts hereinafter notwithstanding pursuant thereto shall accrue to the undersigned."
    lightly, heavily = (made(definition.replace(summary, words)) for words in (easy, hard))
    (said,) = [one for one in heavily.findings if one.rule == "damaged-text"]
    assert (said.severity, said.lang, said.path, said.values["better"]) == ("error", "en", "summary", "benefits")
    scores = [{report.lang: report.reading.plainness for report in each.reports} for each in (lightly, heavily)]
    assert scores[0] == scores[1]
