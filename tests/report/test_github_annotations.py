"""Workflow commands of GitHub Actions: escaped, ten of a kind, and no way for a text to give a command."""

import re

import pytest

from disclosure.errors import Problem
from disclosure.report.github import MOST, annotations
from disclosure.report.outcome import Outcome

COMMAND = re.compile(r"::(error|warning|notice) file=([^,]*),line=(\d+),col=(\d+),title=([^,:]*)::(.*)")


def test_commands_and_a_summary(hard: Outcome, unfinished: Outcome) -> None:
    lines = list(annotations([hard, unfinished], "en"))
    found = [COMMAND.fullmatch(line) for line in lines if line.startswith("::")]
    assert all(found) and {one[1] for one in found if one} == {"error", "warning", "notice"}
    assert re.fullmatch(r"1 errors, \d+ warnings, \d+ notes in 2 definitions", lines[-1])


def test_ten_of_a_kind_and_the_rest_in_the_log(hard: Outcome, review) -> None:
    outcomes = [hard, *(review(name=f"p{number}") for number in range(2))]
    lines = list(annotations(outcomes, "zh-CN"))
    counted = [sum(line.startswith(f"::{kind} ") for line in lines) for kind in ("error", "warning", "notice")]
    warnings = sum(one.severity == "warning" for outcome in outcomes for one in outcome.findings)
    assert max(counted) == MOST and counted[1] == MOST < warnings
    assert f"另有 {warnings - MOST} 个警告，见日志" in lines
    assert len(lines) > warnings


@pytest.mark.parametrize("text", ["a\n::error::b", "a\r\n::set-output name=x::y", "100%0Aa", "a,b:c"])
def test_a_text_gives_no_command(text: str) -> None:
    problems = tuple(Problem(f"{text}.yaml", 1, 1, "", "made-up-code", {"text": text}) for _ in range(12))
    lines = list(annotations([Outcome("x", problems=problems)], "en"))
    assert all("\n" not in line and "\r" not in line for line in lines)
    assert all(COMMAND.fullmatch(line) for line in lines if line.startswith("::"))
    assert sum(line.startswith("::") for line in lines) == MOST


@pytest.mark.parametrize("file", ["::stop-commands::x", "##[error]x"])
def test_a_file_name_gives_no_command(file: str) -> None:
    problems = tuple(Problem(file, 1, 1, "", "made-up-code") for _ in range(12))
    rest = [line for line in annotations([Outcome(file, problems=problems)], "en") if not COMMAND.fullmatch(line)]
    assert len(rest) == 4 and not any(line.strip().startswith("::") or "##[" in line for line in rest)


def test_escapes() -> None:
    problem = Problem("50%,a:b.yaml", 3, 4, "", "made-up-code", {"text": "50% \ud800"})
    first = next(iter(annotations([Outcome("x", problems=(problem,))], "en")))
    assert first.startswith("::error file=50%25%2Ca%3Ab.yaml,line=3,col=4,title=made-up-code::") and "50%25" in first
    assert first.encode("utf-8")
