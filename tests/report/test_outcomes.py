"""What is said of a definition, on which sheet, and with which versions."""

from dataclasses import replace

from disclosure import __version__
from disclosure.check import Finding
from disclosure.check.run import model
from disclosure.report.outcome import Outcome, by_sheet, meaning, remarks, versions


def test_a_finding_is_told_at_its_place(unfinished: Outcome) -> None:
    (one,) = [one for one in remarks([unfinished], "en") if one.rule == "unfinished"]
    assert (one.file, one.level, one.sheet) == (unfinished.file, "error", "en")
    line = open_lines(one.file)[one.line - 1]
    assert line[one.column - 1 :].startswith('"TODO"')


def open_lines(file: str) -> list[str]:
    with open(file, encoding="utf-8") as lines:
        return lines.read().splitlines()


def test_a_problem_is_an_error_of_all_sheets(broken: Outcome) -> None:
    (one,) = remarks([broken], "zh-CN")
    assert (one.level, one.rule, one.sheet) == ("error", "pattern-mismatch", "")
    assert one.line >= 1 and one.column >= 1 and "CNY" in one.message


def test_each_sheet_has_what_was_found_on_it(unfinished: Outcome) -> None:
    said = {report.lang: [one.rule for one in mine] for report, mine in by_sheet(unfinished, "en")}
    assert "unfinished" in said["en"] and "unfinished" not in said["zh-CN"]
    assert sum(map(len, said.values())) == len(list(remarks([unfinished], "en")))


def test_what_compares_sheets_stands_with_one_of_them(plain: Outcome) -> None:
    for lang, place in (("en", 1), ("zh-CN", 0), ("fr", 0)):
        found = Finding("languages-differ", "error", lang, values={"lang": "en", "text": "CNY 5"})
        outcome = replace(plain, findings=(*plain.findings, found))
        rules = [[one.rule for one in mine] for _, mine in by_sheet(outcome, "en")]
        assert [("languages-differ" in mine) for mine in rules] == [number == place for number in range(2)]


def test_what_was_left_out_stays_out(unfinished: Outcome) -> None:
    found = tuple(one for one in unfinished.findings if one.severity == "error")
    said = [one.level for _, mine in by_sheet(replace(unfinished, findings=found), "en") for one in mine]
    assert said == ["error"]


def test_a_score_names_what_made_it() -> None:
    for lang, library in (("en", "textstat"), ("zh-CN", "jieba")):
        made = dict(versions(lang))
        assert made["Disclosure"] == __version__ and made[f"readability.{lang}"] == model(lang).version
        assert made[library][0].isdigit()


def test_the_meaning_of_a_rule_names_nothing_in_particular() -> None:
    assert meaning("unfinished", "en") == ('still to be written: "…"', "replace the placeholder with your own words")
    assert meaning("banned-claim", "zh-CN")[1] == ""
    assert meaning("long-sentence", "zh-CN")[0]
    said, advice = meaning("pattern-mismatch", "en")
    assert said and "{" not in said and advice == ""
