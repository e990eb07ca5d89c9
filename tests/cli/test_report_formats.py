"""`check --format`: one outcome in the formats that code hosts, build servers and workflows read."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

Said = tuple[int, str, str]


@pytest.fixture
def faulty(folder: Callable[..., Path]) -> Path:
    """A definition with an unfinished text, and one that is no definition."""
    return folder(a=("An account to save in.", '"TODO 100% sure: a, b"'), b=("currency: CNY", "currency: yuan"))


def test_sarif(disclosure: Callable[..., Said], faulty: Path) -> None:
    code, said, _ = disclosure("check", faulty, "--format", "sarif")
    log = json.loads(said)
    (run,) = log["runs"]
    assert (code, log["version"], run["columnKind"]) == (3, "2.1.0", "unicodeCodePoints")
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note") and result["message"]["text"]
    found = {one["ruleId"]: one for one in run["results"]}
    (place,) = found["unfinished"]["locations"]
    region = place["physicalLocation"]["region"]
    line = (faulty / "a.yaml").read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 :].startswith('"TODO')
    assert place["physicalLocation"]["artifactLocation"]["uri"] == (faulty / "a.yaml").as_uri()
    assert found["pattern-mismatch"]["level"] == "error"


def test_a_finding_keeps_its_fingerprint_when_lines_move(disclosure: Callable[..., Said], faulty: Path) -> None:
    def prints() -> set[str]:
        log = json.loads(disclosure("check", faulty / "a.yaml", "--format", "sarif")[1])
        return {one["partialFingerprints"]["disclosure/v1"] for one in log["runs"][0]["results"]}

    before = prints()
    path = faulty / "a.yaml"
    path.write_text("# one line more\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert prints() == before


def test_junit(disclosure: Callable[..., Said], faulty: Path) -> None:
    _, said, _ = disclosure("check", faulty, "--format", "junit", lang="zh-CN")
    root = ElementTree.fromstring(said)
    assert (root.get("tests"), root.get("failures")) == ("3", "2")
    first, second = root.findall("testsuite")
    assert [case.get("name") for case in first.findall("testcase")] == ["zh-CN", "en"]
    failed = first.find("testcase[@name='en']/failure")
    assert failed is not None and failed.get("type") == "unfinished" and "还没写完" in str(failed.get("message"))
    assert second.find("testcase/failure") is not None


def test_github(disclosure: Callable[..., Said], faulty: Path) -> None:
    _, said, _ = disclosure("check", faulty, "--format", "github")
    lines = said.splitlines()
    unfinished = next(line for line in lines if "title=unfinished" in line)
    assert unfinished.startswith(f"::error file={faulty}/a.yaml,line=") and "TODO 100%25 sure: a, b" in unfinished
    assert "errors" in lines[-1] and lines[-1].endswith("in 2 definitions")


def test_github_shows_ten_of_a_kind(disclosure: Callable[..., Said], folder: Callable[..., Path]) -> None:
    many = folder(**{f"p{n}": ("An account to save in.", "TODO") for n in range(12)})
    _, said, _ = disclosure("check", many, "--format", "github")
    lines = said.splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "2 more of kind error are in the log" in lines


def test_html(disclosure: Callable[..., Said], faulty: Path) -> None:
    code, said, told = disclosure("check", faulty, "--format", "html", lang="zh-CN")
    assert (code, said.startswith("<!DOCTYPE html>"), said.endswith("</html>\n")) == (3, True, True)
    assert '<html lang="zh-CN">' in said and "读不了的产品定义" in said and "b.yaml" in told


@pytest.mark.parametrize("format_", ["json", "sarif", "junit", "github", "html"])
def test_the_same_bytes_twice(disclosure: Callable[..., Said], faulty: Path, format_: str) -> None:
    first = disclosure("check", faulty, "--format", format_)
    assert first == disclosure("check", faulty, "--format", format_)
