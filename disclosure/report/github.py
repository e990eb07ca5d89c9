"""Outcomes become workflow commands of GitHub Actions: the worst ten of a kind, the rest in the summary."""

from collections.abc import Iterator, Sequence

from .outcome import LEVELS, Outcome, Remark, remarks

MOST = 10
"""Annotations of one kind that a step may show."""
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_SUMMARY = {
    "en": "{errors} errors, {warnings} warnings, {notes} notes in {files} definitions",
    "zh-CN": "{files} 份定义：{errors} 个错误，{warnings} 个警告，{notes} 个提示",
}
_MORE = {"en": "{n} more of kind {kind} are in the log", "zh-CN": "另有 {n} 个{kind}，见日志"}
_KINDS = {"en": dict(zip(LEVELS, LEVELS)), "zh-CN": {"error": "错误", "warning": "警告", "note": "提示"}}


def annotations(outcomes: Sequence[Outcome], lang: str) -> Iterator[str]:
    """Lines for the log of a workflow; what comes after the tenth of a kind is a plain line."""
    said = list(remarks(outcomes, lang))
    for level in LEVELS:
        mine = [one for one in said if one.level == level]
        yield from (_command(one) for one in mine[:MOST])
        rest = mine[MOST:]
        yield from map(_plain, rest)
        if rest:
            yield _MORE[lang].format(n=len(rest), kind=_KINDS[lang][level])
    counts = {f"{level}s": sum(one.level == level for one in said) for level in LEVELS}
    yield _SUMMARY[lang].format(files=len(outcomes), **counts)


def _command(one: Remark) -> str:
    where = f"file={_value(one.file)},line={one.line},col={one.column},title={_value(one.rule)}"
    text = f"{one.message}\n{one.words}" if one.words else one.message
    return f"::{_COMMANDS[one.level]} {where}::{_data(text)}"


def _plain(one: Remark) -> str:
    """One line that no workflow takes for a command of its own."""
    text = " ".join(f"{one.file}:{one.line}:{one.column}: {one.rule}: {one.message}".split()).replace("##[", "## [")
    return f"- {text}" if text.startswith("::") else text


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").encode("utf-8", "replace").decode("utf-8")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
