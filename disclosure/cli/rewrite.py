"""The rewrite command: texts come in as JSON lines; what a reader gets goes out, one line for each."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from .. import shipped, source
from ..errors import DisclosureError, Problem
from ..glossary import Glossary, Rewriting, given, language, load, refused, rewrite
from .exits import Exit, tell
from .exits import language as told_in

LANGUAGES = ("en", "zh-CN")
KEPT = 16
"""So many glossaries of lines are kept ready; most inputs repeat the same one."""


@dataclass(slots=True)
class _Desk:
    """The glossaries at hand: that of --glossary, the shipped one, and those that lines brought."""

    house: Mapping[str, Glossary] | None
    ready: dict[str, Glossary] = field(default_factory=dict)

    def glossary(self, lang: str, own: Any) -> Glossary:
        """The glossary for a line: its own entries, laid over the house's; without own, the house's or the shipped."""
        key = json.dumps([lang, own], sort_keys=True)
        if key not in self.ready:
            if len(self.ready) >= KEPT:
                self.ready.pop(next(iter(self.ready)))
            self.ready[key] = self._made(lang, own)
        return self.ready[key]

    def _made(self, lang: str, own: Any) -> Glossary:
        if own is None:
            return self.house[lang] if self.house else load(lang, [shipped.folder("glossary")])
        entries = Glossary.of(given(own, lang), ambiguous=True)
        return self.house[lang].merge(entries, ambiguous=True) if self.house else entries


def rewrite_lines(path: Path | None, doubts: bool, stream: BinaryIO | None = None) -> int:
    """Answer each line `{"id", "lang", "text"}` in order; 3 where one cannot be answered, which is told."""
    desk = _Desk(_house(path) if path else None)
    refused = False
    for number, raw in enumerate(stream or sys.stdin.buffer, 1):
        if not raw.strip():
            continue
        asked: Any = None
        try:
            asked = _read(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw)
            answer = _answer(asked, desk, doubts)
        except DisclosureError as error:
            refused = True
            problems = [replace(one, file="stdin", line=number) for one in error.problems]
            tell(problems)
            if not isinstance(asked, dict) or asked.get("id") is None:
                continue
            answer = {"id": asked["id"], "error": _words(problems)}
        _print(answer)
    return Exit.INVALID_INPUT if refused else Exit.CLEAN


def _print(answer: Mapping[str, Any]) -> None:
    """One line in UTF-8, at once, whatever the terminal's own encoding."""
    line = json.dumps(answer, ensure_ascii=False)
    try:
        data = line.encode()
    except UnicodeEncodeError:
        data = json.dumps(answer).encode()
    sys.stdout.buffer.write(data + b"\n")
    sys.stdout.buffer.flush()


def _words(problems: Sequence[Problem]) -> str:
    from ..report.problems import message

    return "; ".join(f"{one.field}: {message(one, told_in())}" if one.field else message(one, told_in()) for one in problems)


def _read(raw: bytes) -> Any:
    try:
        return json.loads(raw.rstrip(b"\r\n"))
    except UnicodeDecodeError as error:
        raise _error(_refusal("", "line-not-utf8", column=error.start + 1)) from None
    except json.JSONDecodeError as error:
        raise _error(_refusal("", "line-not-json", column=error.colno, detail=error.msg)) from None
    except (ValueError, RecursionError):
        raise _error(_refusal("", "line-not-json", detail="too deep or too large")) from None


def _answer(asked: Any, desk: _Desk, doubts: bool) -> dict[str, Any]:
    """What the reader gets, and each term that was explained or replaced; DisclosureError for a line that is none."""
    if problems := list(_problems(asked)):
        raise DisclosureError(problems)
    text, lang = asked["text"], language(asked["lang"])
    done = rewrite(
        text,
        desk.glossary(lang, asked.get("glossary")),
        lang=lang,
        kind=asked.get("kind"),
        audience=asked.get("audience"),
        protected=[(start, end) for start, end in asked.get("protected") or ()],
    )
    told = {"id": asked["id"], "text": done.text, "replacements": _replacements(done)}
    return told | ({"doubts": _doubts(done, text)} if doubts else {})


def _replacements(done: Rewriting) -> list[dict[str, Any]]:
    """The terms alone: an article mended before one is seen in the text and not listed."""
    return [
        {"term": edit.term, "start": edit.start, "end": edit.start + len(edit.term), "to": edit.to, "entry": edit.entry}
        for edit in done.edits
        if edit.mode != "article"
    ]


def _doubts(done: Rewriting, text: str) -> list[dict[str, Any]]:
    return [
        {"term": text[one.start : one.end], "start": one.start, "end": one.end, "entry": one.entry, "reason": one.reason}
        for one in done.doubts
    ]


def _problems(asked: Any) -> Iterable[Problem]:
    """What keeps a line from being answered."""
    if not isinstance(asked, dict):
        yield _refusal("", "line-not-object")
        return
    for name in ("id", "lang", "text"):
        if asked.get(name) is None:
            yield _refusal(name, "line-lacks")
    for name in ("lang", "text", "kind", "audience"):
        if not isinstance(asked.get(name, ""), str | None):
            yield _refusal(name, "line-not-text")
    lang = asked.get("lang")
    if isinstance(lang, str) and language(lang) not in LANGUAGES:
        yield _refusal("lang", "line-language", lang=lang, known=", ".join(LANGUAGES))
    if not _is_unicode(asked):
        yield _refusal("", "line-half-character")
    if not _are_places(asked.get("protected"), asked.get("text")):
        yield _refusal("protected", "line-places")


def _is_unicode(asked: Mapping[str, Any]) -> bool:
    try:
        json.dumps(asked, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _are_places(places: Any, text: Any) -> bool:
    """Pairs of offsets within the text, or nothing at all?"""
    if places is None:
        return True
    return isinstance(places, list) and isinstance(text, str) and all(
        isinstance(place, list)
        and [type(one) for one in place] == [int, int]
        and 0 <= place[0] <= place[1] <= len(text)
        for place in places
    )


def _refusal(name: str, code: str, column: int = 0, **values: str) -> Problem:
    return Problem("stdin", 0, column, name, code, values)


def _error(problem: Problem) -> DisclosureError:
    return DisclosureError([problem])


def _house(path: Path) -> dict[str, Glossary]:
    """The glossary of a file, for each language: a pack (`explain` unless stated), or a list as in a line."""
    document = source.read(path)
    if problems := list(refused(document.problems)):
        raise DisclosureError(problems)
    place = "entries" if isinstance(document.data, dict) else ""
    try:
        rows = _rows(document.data)
        return {lang: Glossary.of(given(rows, lang), ambiguous=True) for lang in LANGUAGES}
    except DisclosureError as error:
        found = ((one, one.field.replace("glossary", place, 1)) for one in error.problems)
        raise DisclosureError([document.problem(name, one.code, **one.values) for one, name in found]) from None


def _rows(data: Any) -> Any:
    """The entries of a file as those of a line: a pack's defaults in each, and its own default mode."""
    if not isinstance(data, dict):
        return data
    shared = data["defaults"] if isinstance(data.get("defaults"), dict) else {}
    listed = data.get("entries")
    if not isinstance(listed, list):
        return listed
    return [{"mode": "explain"} | shared | row if isinstance(row, dict) else row for row in listed]
