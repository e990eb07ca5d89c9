"""A problem comes in; one line goes out in the reader's language: where, what is wrong, what to write."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from .. import shipped, source
from ..errors import DisclosureError, EnvironmentProblem, Problem
from .meant import mended, nearest

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_INDEX = re.compile(r"\[\d+\]")
_LISTS = ("expected", "known", "allowed")
_TYPED = ("text", "value", "lang", "key")
_LONGEST = 400
_FALLBACK = "en"
# What the YAML reader and the system say, in English only, told apart for advice of their own.
_DETAILS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "yaml-syntax": (
        ("mapping values are not allowed", "colon"),
        ("could not find expected ':'", "no-colon"),
        ("did not find expected key", "indent"),
        ("did not find expected <document start>", "indent"),
        ("did not find expected '-'", "dash"),
        ("block sequence entries", "dash"),
        ("did not find expected ',' or", "bracket"),
        ("did not find expected node content", "bracket"),
        ("unexpected end of stream", "quote"),
        ("cannot start any token", "character"),
        ("undefined alias", "character"),
        ("non-alphabetical character", "character"),
        ("escape", "backslash"),
        ("another document", "documents"),
    ),
    "file-unreadable": (
        ("No such file", "missing"),
        ("Permission denied", "denied"),
        ("Is a directory", "folder"),
        ("not a regular file", "special"),
    ),
    "not-writable": (("Permission denied", "denied"), ("Read-only", "denied")),
}


def languages() -> tuple[str, ...]:
    """The languages that problems can be told in: those with a file in `templates/messages/`."""
    found = shipped.folder("templates", "messages").glob("*.yaml")
    return tuple(sorted(path.stem for path in found))


def line(problem: Problem, lang: str) -> str:
    """ "file:line:column: field: message; advice"; what is not known of the place is left out.

    English where there are no words in the language; the code and its values where there are none
    for the code.
    """
    numbers = [str(n) for n in (problem.line, problem.column if problem.line else 0) if n]
    place = ":".join([_tidy(problem.file), *numbers]) if problem.file else ""
    before = "".join(f"{part}: " for part in (place, _tidy(problem.field)) if part)
    return before + _told(problem.code, problem.field, problem.values, lang)


def message(problem: Problem, lang: str) -> str:
    """ "message; advice" of a problem, without its place."""
    return _told(problem.code, problem.field, problem.values, lang)


def lines(problems: Sequence[Problem], lang: str, most: int | None = None) -> list[str]:
    """A line for each problem, in the order given; past `most`, one line says how many there are."""
    told = [line(problem, lang) for problem in problems[:most]]
    if more := len(problems) - len(told):
        told.append(_told("problems-more", "", {"count": str(more)}, lang))
    return told


def environment(problem: EnvironmentProblem, lang: str) -> str:
    """ "message; advice" for what is wrong with the machine."""
    return _told(problem.code, "", problem.values, lang)


@lru_cache
def _words(lang: str) -> Mapping[str, Any]:
    tag = lang if lang in languages() else _FALLBACK
    try:
        data = source.read(shipped.folder("templates", "messages", f"{tag}.yaml")).data
    except DisclosureError:
        return {}
    return data if isinstance(data, dict) else {}


def _told(code: str, field: str, raw: Mapping[str, Any], lang: str) -> str:
    words = _words(lang)
    given = {key: str(value) for key, value in raw.items()}
    values = _values(code, field, given, words)
    named = (words[key] for key in _keys(code, field, given) if isinstance(words.get(key), dict))
    entry = next(named, {})
    if not entry.get("message"):
        return _bare(code, given)
    message = _PLACEHOLDER.sub(lambda found: values.get(found[1]) or "…", entry["message"])
    advice = _filled(entry.get("advice"), values) or _filled(entry.get("otherwise"), values)
    return message + _mark(words, "advice", "; ") + advice if advice else message


def _keys(code: str, field: str, given: Mapping[str, str]) -> Iterator[str]:
    """The names under which words may stand, the most special first.

    `code.detail` for what a foreign message says, `code.a.b` and `code.b` for a field `x.a.b`,
    `code.file` for the whole file, then `code`.
    """
    if code == "choice-unknown" and not any(typed in given for typed in _TYPED):
        code = "scalar-expected"
    said = given.get("detail", "") + given.get("reason", "")
    yield from (f"{code}.{name}" for piece, name in _DETAILS.get(code, ()) if piece in said)
    steps = _INDEX.sub("", field).split(".") if field else ["file"]
    yield from (".".join([code, *steps[start:]]) for start in range(len(steps)))
    yield code


def _values(
    code: str, field: str, given: Mapping[str, str], words: Mapping[str, Any]
) -> dict[str, str]:
    name = given.get("name") or field.rpartition(".")[2]
    values = {"field": field, **given, "name": _INDEX.sub("", name)}
    if "max_length" in given:
        values.setdefault("limit", given["max_length"])
    typed = next((values[key] for key in _TYPED if key in values), values["name"])
    choices = next((_choices(values[key]) for key in _LISTS if key in values), [])
    suggested = {
        "near": nearest(values["name"] if code == "field-unknown" else typed, choices),
        "better": mended(code, given.get("text", ""), given.get("pattern", "")),
    }
    values = {key: one for key, one in suggested.items() if one} | values
    for key in set(_LISTS) & set(values):
        values[key] = _mark(words, "list", ", ").join(_choices(values[key]))
    if code == "rate-without-unit" and len(values.get("b", "").partition(".")[0]) > 3:
        del values["b"]
    return {key: _tidy(one) for key, one in values.items()}


def _choices(text: str) -> list[str]:
    """The names in "'a', 'b' or 'c'" or "a, b, c"."""
    if "'" in text:
        return re.findall(r"'([^']*)'", text)
    return [name.strip() for name in text.split(",") if name.strip()]


def _filled(pattern: str | None, values: Mapping[str, str]) -> str | None:
    """The pattern with its values, in one pass, or None where it needs one that is not there."""
    if not pattern or any(not values.get(name) for name in _PLACEHOLDER.findall(pattern)):
        return None
    return _PLACEHOLDER.sub(lambda found: values[found[1]], pattern)


def _bare(code: str, given: Mapping[str, str]) -> str:
    details = ", ".join(f"{key}: {_tidy(value)}" for key, value in given.items())
    return f"{_tidy(code)} ({details})" if details else _tidy(code)


def _mark(words: Mapping[str, Any], name: str, default: str) -> str:
    marks = words.get("punctuation")
    return str(marks.get(name, default)) if isinstance(marks, dict) else default


def _tidy(value: Any) -> str:
    """Text from outside on one line, safe on a terminal, and not endless."""
    line = " ".join(str(value).split())
    seen = "".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in line)
    return seen if len(seen) <= _LONGEST else seen[:_LONGEST] + "…"
