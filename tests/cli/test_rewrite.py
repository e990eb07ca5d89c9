"""`disclosure rewrite`: JSON lines in, JSON lines out, in order; what cannot be answered is named by its line."""

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LEVY = {"term": "levy", "plain": "entry charge"}
Answer = tuple[int, list[Any], list[str]]


@pytest.fixture
def rewrite(disclosure: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Give lines to the command; (exit code, answers, lines on standard error)."""

    def run(*lines: Any, options: tuple[object, ...] = (), lang: str = "en") -> Answer:
        data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        code, out, err = disclosure("rewrite", *options, lang=lang)
        return code, [json.loads(line) for line in out.splitlines()], err.splitlines()

    return run


def asked(text: str, *rows: Any, **more: Any) -> dict[str, Any]:
    return {"id": "a", "lang": "en", "text": text, "glossary": list(rows), **more}


def test_an_answer_has_the_text_and_the_terms_alone(rewrite: Callable[..., Answer]) -> None:
    code, answers, err = rewrite(asked("Pay a levy.", LEVY))
    assert (code, err) == (0, [])
    assert answers == [
        {
            "id": "a",
            "text": "Pay an entry charge.",
            "replacements": [{"term": "levy", "start": 6, "end": 10, "to": "entry charge", "entry": "levy"}],
        }
    ]


def test_offsets_count_code_points(rewrite: Callable[..., Answer]) -> None:
    _, (answer,), _ = rewrite(asked("😀 levy’s 净值", {**LEVY, "id": "x", "mode": "explain"}))
    assert answer["text"] == "😀 levy’s (entry charge) 净值"
    assert answer["replacements"] == [
        {"term": "levy", "start": 2, "end": 6, "to": "levy’s (entry charge)", "entry": "x"}
    ]


def test_answers_stand_in_the_order_of_the_lines(rewrite: Callable[..., Answer]) -> None:
    lines = [{**asked(f"levy {number}", LEVY), "id": number} for number in range(40)]
    _, answers, _ = rewrite(*lines)
    assert [(answer["id"], answer["text"]) for answer in answers] == [(n, f"entry charge {n}") for n in range(40)]


@pytest.mark.parametrize("lang", ["zh", "zh-CN", "zh_Hans"])
def test_without_entries_the_shipped_glossary_of_the_language_is_used(rewrite: Callable[..., Answer], lang: str) -> None:
    code, (answer,), _ = rewrite({"id": 1, "lang": lang, "text": "净值下跌。"})
    assert code == 0
    assert answer["text"].startswith("净值（")
    assert answer["replacements"][0]["term"] == "净值"


def test_an_empty_list_of_entries_changes_nothing(rewrite: Callable[..., Answer]) -> None:
    _, (answer,), _ = rewrite({"id": 1, "lang": "zh", "text": "净值下跌。", "glossary": []})
    assert answer == {"id": 1, "text": "净值下跌。", "replacements": []}


def test_kind_audience_and_protected_places(rewrite: Callable[..., Answer]) -> None:
    fund = {**LEVY, "kinds": ["fund"], "audiences": ["retail"]}
    _, answers, _ = rewrite(
        asked("levy", fund, kind="loan"), asked("levy", fund, kind="fund"), asked("levy", fund, audience="expert"),
        asked("levy levy", LEVY, protected=[[0, 4]]),
    )  # fmt: skip
    assert [answer["text"] for answer in answers] == ["levy", "entry charge", "levy", "levy entry charge"]


def test_bad_lines_are_named_and_good_ones_answered(rewrite: Callable[..., Answer]) -> None:
    code, answers, err = rewrite(
        asked("a levy", LEVY),
        b"",
        b'{"id": 2,',
        b"\xff",
        b"[1]",
        {"id": 6, "text": "x"},
        {"id": 7, "lang": "fr", "text": "x"},
        b'{"id": 8, "lang": "en", "text": "\\ud800"}',
        {"lang": "en", "text": "x"},
        {**asked("x", {"term": "levy"}), "id": 10},
        {**asked("x", protected=[[0, 9]]), "id": 11},
        {**asked("x"), "id": 12, "text": 5},
        b"[" * 100_000,
        {**asked("", LEVY), "id": 14},
    )
    assert code == 3
    assert [(answer["id"], "error" in answer) for answer in answers] == [
        ("a", False), (6, True), (7, True), (8, True), (10, True), (11, True), (12, True), (14, False),
    ]  # fmt: skip
    assert [line.partition(": ")[0] for line in err] == [
        "stdin:3:10", "stdin:4:1", "stdin:5", "stdin:6", "stdin:7", "stdin:8", "stdin:9", "stdin:10", "stdin:11",
        "stdin:12", "stdin:13",
    ]  # fmt: skip
    assert err[7] == 'stdin:10: glossary[0].plain: "plain" is missing; add "plain:" and its text'
    assert answers[4]["error"] == 'glossary[0].plain: "plain" is missing; add "plain:" and its text'


def test_mistakes_are_told_in_chinese(rewrite: Callable[..., Answer]) -> None:
    _, _, err = rewrite({"id": 6, "text": "x"}, lang="zh-CN")
    assert err == ["stdin:1: lang: 缺少“lang”；每行都要有 id、lang 和 text"]


def test_a_pack_explains_unless_it_says_otherwise_and_a_list_replaces(rewrite: Callable[..., Answer], tmp_path: Path) -> None:
    pack, plain = tmp_path / "pack.yaml", tmp_path / "list.json"
    pack.write_text("entries:\n  - {id: l, term: levy, plain: charge}\n", "utf-8")
    plain.write_text(json.dumps([{"term": "levy", "plain": "charge"}]), "utf-8")
    line = {"id": 1, "lang": "en", "text": "a levy"}
    assert rewrite(line, options=("--glossary", pack))[1][0]["text"] == "a levy (charge)"
    assert rewrite(line, options=("--glossary", plain))[1][0]["text"] == "a charge"


def test_entries_of_a_line_lie_over_those_of_the_file(rewrite: Callable[..., Answer], tmp_path: Path) -> None:
    house = tmp_path / "house.yaml"
    house.write_text(
        "entries:\n  - {term: levy, plain: charge, mode: replace}\n  - {term: fund, plain: pot, mode: replace}\n"
        "  - {term: APR, plain: yearly cost, mode: required}\n",
        "utf-8",
    )
    code, answers, err = rewrite(
        asked("a levy, a fund", LEVY), {**asked("APR", {"term": "APR", "plain": "cost"}), "id": "b"},
        options=("--glossary", house),
    )  # fmt: skip
    assert answers[0]["text"] == "an entry charge, a pot"
    assert (code, answers[1]["id"], "error" in answers[1], len(err)) == (3, "b", True, 1)


def test_a_file_that_is_no_glossary_is_named_with_its_line(rewrite: Callable[..., Answer], tmp_path: Path) -> None:
    house = tmp_path / "house.yaml"
    house.write_text("entries:\n  - term: fund\n    palin: pot\n", "utf-8")
    code, answers, err = rewrite(options=("--glossary", house))
    assert (code, answers) == (3, [])
    assert err == [f'{house}:2:5: entries[0].plain: "plain" is missing; add "plain:" and its text']
    assert rewrite(options=("--glossary", tmp_path / "none.yaml"))[0] == 2


def test_doubts_are_told_where_they_are_asked_for(rewrite: Callable[..., Answer]) -> None:
    line = asked("a **net asset** value", {"term": "net asset value", "plain": "unit price"})
    assert "doubts" not in rewrite(line)[1][0]
    (doubt,) = rewrite(line, options=("--doubts",))[1][0]["doubts"]
    assert doubt == {"term": "net asset** value", "start": 4, "end": 21, "entry": "net asset value", "reason": "split"}


def test_a_line_is_answered_before_the_next_is_written() -> None:
    command = [sys.executable, "-m", "disclosure", "rewrite"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin and process.stdout
        for number in range(3):
            process.stdin.write(json.dumps({**asked("净值 levy", LEVY), "id": number}, ensure_ascii=False).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["text"] == "净值 entry charge"
        process.stdin.close()
        assert process.wait() == 0


def test_a_text_of_a_megabyte_takes_seconds(rewrite: Callable[..., Answer]) -> None:
    text = "The fund takes an entry levy of 5% a year, which is not paid back.\n\n" * 15_000
    began = time.process_time()
    code, (answer,), _ = rewrite({"id": 1, "lang": "en", "text": text, "glossary": [LEVY]})
    assert (code, answer["text"]) == (0, text.replace("levy", "entry charge"))
    assert len(answer["replacements"]) == 15_000
    assert time.process_time() - began < 10
