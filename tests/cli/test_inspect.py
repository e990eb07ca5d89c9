"""`disclosure inspect` answers each line: how hard, why, and which claims are banned; it never breaks off."""

import io
import json
import sys

import pytest

from disclosure.cli.inspect import inspect_lines, scored


@pytest.fixture
def inspected(capsys):
    """The exit code, the answers and what was said, of lines given as objects or raw bytes."""

    def run(*lines):
        raw = b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n" for line in lines)
        code = inspect_lines(io.BytesIO(raw))
        out, err = capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err

    return run


def test_a_hard_text_is_harder_than_a_plain_one_and_says_why(inspected):
    hard = {"id": "a", "lang": "en", "text": "Units may not be redeemed hereunder unless the fee is not unpaid."}
    plain = {"id": "b", "lang": "en", "text": "You can take out your money when you have paid the fee."}
    code, (first, second), err = inspected(hard, plain)
    assert (code, err) == (0, "")
    assert set(first) == {"id", "difficulty", "plainness", "reasons", "claims"}
    assert first["difficulty"] > second["difficulty"] and first["plainness"] < second["plainness"]
    assert {"passive", "double_negation"} <= {reason["feature"] for reason in first["reasons"]}
    assert second["reasons"] == []
    for reason in first["reasons"]:
        assert hard["text"][reason["start"] : reason["end"]] == reason["text"]
        assert reason["measured"] > reason["limit"]


def test_chinese_goes_by_two_names(inspected):
    text = "凡未足额缴费者，不予理赔。"
    code, (one, two), _ = inspected({"id": 1, "lang": "zh", "text": text}, {"id": 2, "lang": "zh-CN", "text": text})
    assert code == 0
    assert one | {"id": 2} == two
    assert one["reasons"]


def test_banned_claims_are_listed_with_their_place(inspected):
    text = "本产品保证收益，绝对安全。"
    _, (answer,), _ = inspected({"id": 1, "lang": "zh-CN", "text": text})
    assert answer["claims"]
    assert all(set(claim) == {"rule", "start", "end"} for claim in answer["claims"])
    assert "保证收益" in {text[claim["start"] : claim["end"]] for claim in answer["claims"]}


@pytest.mark.parametrize("text", ["", " \n", "***", "12 34.5%", "😀😀", "2024-01-01"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_where_there_is_no_word_there_is_no_score(inspected, text, lang):
    _, (answer,), _ = inspected({"id": 1, "lang": lang, "text": text})
    assert (answer["difficulty"], answer["plainness"], answer["reasons"]) == (None, None, [])


@pytest.mark.parametrize(
    "text", ["| 费率 rate | 1% |", "每年 1.5% a year。", "a" * 5000, "好" * 5000, "\ud800 damaged \ufffd text", "no stop " * 4000]
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_odd_texts_get_an_answer(inspected, text, lang):
    code, (answer,), _ = inspected({"id": 1, "lang": lang, "text": text})
    assert code == 0
    assert isinstance(answer["difficulty"], float) and 0 <= answer["plainness"] <= 100


def test_each_script_is_read_by_its_own_model():
    english, chinese = "You can leave at any time.", "您随时可以退出。"
    alone = scored(english, "en")["difficulty"]
    assert scored(english, "zh-CN")["difficulty"] == pytest.approx(alone, abs=1e-5)
    assert scored(chinese, "en")["difficulty"] == scored(chinese, "zh-CN")["difficulty"]
    both = scored(f"{english}{chinese}", "en")["difficulty"]
    assert min(alone, scored(chinese, "zh-CN")["difficulty"]) <= both <= max(alone, scored(chinese, "zh-CN")["difficulty"])


def test_reasons_in_the_other_script_keep_their_place():
    text = "您随时可以退出。 The terms hereof bind you."
    reasons = scored(text, "zh-CN")["reasons"]
    assert "hereof" in [text[reason["start"] : reason["end"]] for reason in reasons]


BAD = [
    (b"x\n", "stdin:1:1:"),
    (b"[1]\n", "stdin:1:"),
    (b'{"id": 1, "lang": "en"}\n', "text"),
    (b'{"id": 1, "lang": "en", "text": 5}\n', "text"),
    (b'{"id": 1, "lang": "fr", "text": "a"}\n', '"fr"'),
    (b'{"id": 1, "lang": "en", "text": "\xff"}\n', "stdin:1:"),
]


@pytest.mark.parametrize(("line", "said"), BAD)
def test_a_bad_line_is_told_and_the_others_are_answered(inspected, line, said):
    code, answers, err = inspected(line, {"id": 2, "lang": "en", "text": "You can leave."})
    assert code == 3
    assert said in err
    assert answers[-1]["id"] == 2 and answers[-1]["difficulty"] is not None
    assert all("error" in answer for answer in answers[:-1])


def test_order_and_neighbours_change_nothing(inspected):
    rows = [{"id": n, "lang": "en", "text": text} for n, text in enumerate(["Pay the fee.", "Redeem units.", "NAV rose."])]
    _, forward, _ = inspected(*rows)
    _, backward, _ = inspected(*reversed(rows))
    assert forward == backward[::-1]


def test_output_is_ascii_so_that_no_terminal_can_spoil_it(capsysbinary):
    inspect_lines(io.BytesIO('{"id": "é", "lang": "zh", "text": "敬请垂询。"}\n'.encode()))
    sys.stdout.flush()
    assert capsysbinary.readouterr().out.isascii()
