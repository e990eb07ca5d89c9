"""The inspect command: texts come in as JSON lines; how hard each is, why, and what it may not claim goes out."""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, BinaryIO

from .. import shipped, source
from ..errors import DisclosureError, Problem
from ..glossary import Glossary, language, load, unexplained
from ..text import mixed
from ..text.readability import Model, Passage, Reading, Reason, read
from ..text.span import Span
from .exits import Exit, tell
from .exits import language as told_in

_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which no text can hold; read as a damaged one."""

_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")

LANGUAGES = ("en", "zh-CN")
BATCH = 64
"""So many answers are written at once."""


def inspect_lines(stream: BinaryIO | None = None) -> int:
    """Answer each line `{"id", "lang", "text"}` in order; 3 where one cannot be answered, which is told."""
    refused = False
    answers: list[str] = []
    for number, raw in enumerate(stream or sys.stdin.buffer, 1):
        if not raw.strip():
            continue
        asked: Any = None
        try:
            asked = _read(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw)
            answers.append(json.dumps(_answer(asked)))
        except DisclosureError as error:
            refused = True
            answers += _refused(asked, [replace(one, line=number) for one in error.problems])
        if len(answers) >= BATCH:
            _print(answers)
    _print(answers)
    return Exit.INVALID_INPUT if refused else Exit.CLEAN


def _print(answers: list[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in answers))
    sys.stdout.flush()
    answers.clear()


def _refused(asked: Any, problems: Sequence[Problem]) -> Iterator[str]:
    """The problems told; an answer in place of the one that cannot be given, where the line has an id."""
    from ..report.problems import message

    tell(problems)
    if isinstance(asked, dict) and asked.get("id") is not None:
        told = "; ".join(f"{one.field}: {message(one, told_in())}" for one in problems)
        yield json.dumps({"id": asked["id"], "error": told})


def _read(raw: bytes) -> Any:
    try:
        return json.loads(raw.rstrip(b"\r\n"))
    except UnicodeDecodeError as error:
        raise _error("", "line-not-utf8", error.start + 1) from None
    except json.JSONDecodeError as error:
        raise _error("", "line-not-json", error.colno, detail=error.msg) from None
    except (ValueError, RecursionError):
        raise _error("", "line-not-json", detail="too deep or too large") from None


def _error(name: str, code: str, column: int = 0, **values: str) -> DisclosureError:
    return DisclosureError([Problem("stdin", 0, column, name, code, values)])


def _answer(asked: Any) -> dict[str, Any]:
    """What there is to say of one text; DisclosureError for a line that is none."""
    if not isinstance(asked, dict):
        raise _error("", "line-not-object")
    for name in ("id", "lang", "text"):
        if asked.get(name) is None:
            raise _error(name, "line-lacks")
    for name in ("lang", "text"):
        if not isinstance(asked[name], str):
            raise _error(name, "line-not-text")
    lang = language(asked["lang"])
    if lang not in LANGUAGES:
        raise _error("lang", "line-language", lang=asked["lang"], known=", ".join(LANGUAGES))
    text = _HALF.sub("\ufffd", asked["text"])
    return {"id": asked["id"]} | scored(text, lang) | {"claims": _claims(text, lang)}


def scored(text: str, lang: str) -> dict[str, Any]:
    """Difficulty, plainness and reasons of a text; a part in the other script is read by its own model.

    Both models have one scale of points, so the parts are put together by their size. `None` where
    there is not a word to read.
    """
    cut = mixed.parts(text, lang)
    other = next(one for one in LANGUAGES if one != lang)
    found = [
        (reading, weight)
        for part, of, weight in ((cut.own, lang, 1 - cut.weight), (cut.foreign, other, cut.weight))
        if weight and (reading := _reading(part, of))
    ]
    total = sum(weight for _, weight in found)
    if not total:
        return {"difficulty": None, "plainness": None, "reasons": []}
    difficulty = sum(float(reading.difficulty) * weight for reading, weight in found) / total
    plainness = found[0][0].plainness if len(found) == 1 else round(min(100.0, max(0.0, 100 - difficulty)))
    reasons = [_reason(reason, text) for reading, _ in found for one in reading.sentences for reason in one.reasons]
    return {"difficulty": round(difficulty, 6), "plainness": plainness, "reasons": reasons}


def _reading(text: str, lang: str) -> Reading | None:
    try:
        return read([Passage(text, "prose", _jargon(text, lang))], lang, _model(lang))
    except ValueError:
        return None


def _jargon(text: str, lang: str) -> tuple[Span, ...]:
    """Glossary terms that the text does not explain, with a hyphen or with a blank between their words."""
    found = unexplained(text, _glossary(lang), lang=lang)
    if not _HYPHEN.search(text):
        return found
    taken = {at for span in found for at in range(span.start, span.end)}
    blank = unexplained(_HYPHEN.sub(" ", text), _glossary(lang), lang=lang)
    more = (span for span in blank if taken.isdisjoint(range(span.start, span.end)))
    return (*found, *(Span.cut(text, span.start, span.end) for span in more))


def _reason(reason: Reason, text: str) -> Mapping[str, Any]:
    return {
        "feature": reason.feature,
        "start": reason.start,
        "end": reason.end,
        "text": text[reason.start : reason.end],
        "measured": float(reason.measured),
        "limit": float(reason.limit),
        "points": float(reason.points),
    }


def _claims(text: str, lang: str) -> list[dict[str, Any]]:
    """The claims that nobody may make to the public; those to look at are left to `check`."""
    from ..check.claims import claims

    return [
        {"rule": claim.rule, "start": claim.start, "end": claim.end}
        for claim in claims(text, lang)
        if claim.verdict == "banned"
    ]


@lru_cache
def _model(lang: str) -> Model:
    return Model.of(source.read(shipped.folder("templates", "readability", f"{lang}.yaml")).data)


@lru_cache
def _glossary(lang: str) -> Glossary:
    return load(lang, [shipped.folder("glossary")])
