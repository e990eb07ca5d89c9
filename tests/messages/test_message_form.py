"""The form of a line: its place, its values, and what happens where words or values are lacking."""

from hypothesis import given
from hypothesis import strategies as st

from disclosure.errors import EnvironmentProblem, Problem
from disclosure.report.problems import environment, languages, line, lines

EMPTY = Problem("a.yaml", 3, 7, "as_of", "empty-value")


def test_the_place_leads() -> None:
    assert line(EMPTY, "en").startswith("a.yaml:3:7: as_of: nothing is written")
    assert line(EMPTY, "zh-CN").startswith("a.yaml:3:7: as_of: “as_of”后面没有内容；")


def test_what_is_not_known_of_the_place_is_left_out() -> None:
    told = 'the file is empty; start from an example: `disclosure new deposit`'
    assert line(Problem("a.yaml", 0, 0, "", "file-empty"), "en") == f"a.yaml: {told}"
    assert line(Problem("a.yaml", 2, 0, "", "file-empty"), "en") == f"a.yaml:2: {told}"
    assert line(Problem("", 0, 0, "", "file-empty"), "en") == told


def test_a_code_without_words_is_shown_with_its_values() -> None:
    problem = Problem("a.yaml", 1, 2, "id", "never-heard-of", {"text": "x", "at": "y"})
    assert line(problem, "en") == "a.yaml:1:2: id: never-heard-of (text: x, at: y)"
    assert line(Problem("", 0, 0, "", "punctuation"), "zh-CN") == "punctuation"
    assert environment(EnvironmentProblem("odd", path="p"), "zh-CN") == "odd (path: p)"


def test_a_language_without_words_is_told_in_english() -> None:
    assert line(EMPTY, "tlh") == line(EMPTY, "en")


def test_a_value_that_is_lacking_leaves_a_gap_and_no_braces() -> None:
    assert line(Problem("", 0, 0, "", "rate-comma"), "en") == '"…" is not a rate'
    assert line(Problem("", 0, 0, "x", "nothing-to-print", {"text": ""}), "zh-CN").startswith(
        "x: 文案要输出“…”，但这个产品没有这项内容；"
    )


def test_braces_in_what_was_typed_stay_as_they_are() -> None:
    problem = Problem("", 0, 0, "", "rate-comma", {"text": "{better}{0}", "better": "{text}"})
    assert line(problem, "en") == '"{better}{0}" is not a rate; write "{text}"'


def test_text_from_outside_stays_on_one_line_and_off_the_terminal() -> None:
    values = {"text": "a\nb\x1b[31m\u202ec", "better": "1%"}
    told = line(Problem("x\n.yaml", 1, 1, "f\x07", "rate-comma", values), "en")
    assert told == 'x .yaml:1:1: fU+0007: "a bU+001B[31mU+202Ec" is not a rate; write "1%"'
    assert len(line(Problem("", 0, 0, "", "rate-comma", {"text": "x" * 9000}), "en")) < 500


def test_past_most_one_line_says_how_many_more() -> None:
    assert lines([EMPTY] * 3, "en") == [line(EMPTY, "en")] * 3
    assert lines([EMPTY] * 3, "en", most=3) == [line(EMPTY, "en")] * 3
    assert lines([EMPTY] * 5, "en", most=2)[2:] == [
        "problems not shown here: 3; correct these first, then run the command again"
    ]
    assert lines([EMPTY] * 5, "zh-CN", most=2)[2:] == [
        "另有3个问题没有列出；请先改好上面这些，再运行一次"
    ]
    assert lines([], "en") == []


def test_the_machine_is_told_without_a_place() -> None:
    held = EnvironmentProblem("lock-held", path="/srv/out", pid="812")
    assert environment(held, "en") == (
        "another run (process 812) is writing to /srv/out; "
        "wait until it has ended, or choose another folder with --out"
    )
    assert environment(held, "zh-CN") == (
        "另一次运行（进程812）正在写入/srv/out；请等它结束，或用 --out 换一个文件夹"
    )


def test_the_reason_of_the_system_is_told_in_the_language() -> None:
    denied = EnvironmentProblem("not-writable", path="/srv/out", reason="Permission denied")
    assert environment(denied, "zh-CN").startswith("没有权限写入/srv/out；")
    other = EnvironmentProblem("not-writable", path="/srv/out", reason="Stale file handle")
    assert environment(other, "zh-CN").startswith("/srv/out写不进去（Stale file handle）；")


def test_a_format_close_to_a_known_one_is_suggested() -> None:
    asked = EnvironmentProblem("format-unknown", text="htlm", known="html, pdf, email")
    assert environment(asked, "en") == (
        'there is no format "htlm"; did you mean "html"? The formats: html, pdf, email'
    )
    assert environment(asked, "zh-CN") == "没有“htlm”这种格式；是不是想写“html”？可选：html、pdf、email"


@given(
    code=st.sampled_from(["choice-unknown", "field-missing", "amount-malformed", "yes-or-no"])
    | st.text(max_size=20),
    field=st.text(max_size=20),
    values=st.dictionaries(st.sampled_from(["text", "expected", "name", "detail"]), st.text()),
    lang=st.sampled_from(languages()),
)
def test_any_problem_becomes_one_printable_line(
    code: str, field: str, values: dict[str, str], lang: str
) -> None:
    told = line(Problem("a.yaml", 1, 1, field, code, values), lang)
    assert told.startswith("a.yaml:1:1: ")
    assert "\n" not in told
