"""The file of a rulebook or an audience comes in as it was read; everything wrong with it goes out."""

from collections.abc import Iterator, Mapping
from typing import Any

from . import shipped
from .errors import Problem
from .shape import Shape, choice, day, each, like, part, several, text
from .source import Document

KINDS = ("deposit", "wealth", "fund", "loan", "card", "insurance")
MARKS = ("tick", "blue-tick", "cross", "warning")
SEVERITIES = ("error", "warning", "note")

_yes_no = like("yes|no", "yes-or-no")
_count = like(r"[1-9]\d{0,3}", "count-malformed")
_kinds = several(choice(*KINDS), least=1)
_id = like(r"[a-z0-9][a-z0-9_.-]*", "pattern-mismatch")
_points = like(r"\d+(\.\d+)?pt", "points-malformed")
_millimetres = like(r"\d+(\.\d+)?mm", "millimetres-malformed")
_share = like(r"\d{1,2}(\.\d+)?|100", "score-malformed")
_path = like(r"\w+(\[[\w-]+\])?(\.[\w-]+(\[[\w-]+\])?)*", "path-malformed")
_beside = like(r"\w+(\[[\w-]+\])?(\.[\w-]+(\[[\w-]+\])?)*(=.+)?", "path-malformed")

_REQUIRED = part(
    {
        "field": _path, "severity": choice(*SEVERITIES), "kinds": _kinds, "beside": several(_beside, least=1),
        "age": like(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?", "period-malformed"), "years": _count,
        "each": _yes_no,
    },
    needs=("field", "severity"),
)  # fmt: skip
_FIXED = part({"field": _path, "value": text, "citation": text}, needs=("field", "value", "citation"))
_SECTION = part(
    {
        "id": _id, "wording": like(r"[\w./-]+\.md", "wording-malformed"), "kinds": _kinds,
        "title": each(text), "mark": choice(*MARKS), "rows": several(text, least=1), "citation": text,
        "required": several(_REQUIRED), "fixed": several(_FIXED, least=1),
    },
    needs=("id", "wording"),
)  # fmt: skip
_STATEMENT = part(
    {
        "id": _id, "text": each(text), "citation": text, "verified": _yes_no, "kinds": _kinds,
        "optional": _yes_no, "beside": several(_beside, least=1),
    },
    needs=("id", "text", "citation", "verified"),
)  # fmt: skip
_PROMINENCE = part(
    {"id": _id, "field": _path, "at_least": _points, "than": _path, "bold": _yes_no, "citation": text},
    needs=("id", "field", "citation"),
)
_PAPER = part(
    {"most_pages": _count, "smallest_type": _points, "x_height": _millimetres, "citation": text},
    needs=("citation",),
)
_RULEBOOK = part(
    {
        "id": _id, "version": text, "name": each(text), "languages": several(text, least=1), "kinds": _kinds,
        "verified": _yes_no, "draft": _yes_no, "citation": text, "effective_from": day, "effective_to": day,
        "heading": each(text), "layout": choice("sheet", "statutory"), "explains": _yes_no, "paper": _PAPER,
        "glance": _SECTION, "sections": several(_SECTION, least=1), "statements": several(_STATEMENT),
        "prominent": several(_PROMINENCE),
    },
    needs=("id", "version", "name", "languages", "kinds", "verified", "sections"),
    whole="rulebook-malformed",
)  # fmt: skip
_AUDIENCE = part(
    {
        "id": _id, "name": each(text), "knows": each(several(text)), "brackets_in_a_sentence": like(r"\d", "count-malformed"),
        "words_in_the_list": like(r"\d{1,3}", "count-malformed"),
        "least_plainness": each(part({"warn": _share, "fail": _share}, needs=("warn", "fail"))),
    },
    needs=("id", "name", "least_plainness"),
    whole="rulebook-malformed",
)  # fmt: skip
_SHAPES: Mapping[str, Shape] = {"regimes": _RULEBOOK, "audiences": _AUDIENCE}


def faults(folder: str, name: str, document: Document) -> tuple[Problem, ...]:
    """Every fault of the file `name` of the data folder `regimes` or `audiences`, in reading order.

    What the parts say against each other is looked at once each is right by itself.
    """
    problems = [*document.problems, *_SHAPES[folder](document, "", document.data)]
    if not problems:
        problems = [*_named(document, name), *_agreeing(document)] if folder == "regimes" else [*_named(document, name)]
    return tuple(sorted(problems, key=lambda one: (one.line, one.column)))


def _named(document: Document, name: str) -> Iterator[Problem]:
    if document.data["id"] != name:
        yield document.problem("id", "rulebook-name", text=document.data["id"], name=name)


def _agreeing(document: Document) -> Iterator[Problem]:
    data = document.data
    since, until = data.get("effective_from"), data.get("effective_to")
    if since and until and until < since:
        yield document.problem("effective_to", "effect-upside-down", text=until, since=since)
    for path, words in _languages(data):
        lacking = [lang for lang in data["languages"] if lang not in words]
        if lacking:
            yield document.problem(path, "text-untranslated", name=path, lang=", ".join(lacking))
    yield from _wordings(document)
    prominent = enumerate(data.get("prominent", []))
    for index in (index for index, one in prominent if not {"at_least", "than", "bold"} & set(one)):
        yield document.problem(f"prominent[{index}]", "prominence-empty")


def _languages(data: Any) -> Iterator[tuple[str, Mapping[str, str]]]:
    """What must be written in every language of the rulebook. Titles that it fixes are words of the law."""
    yield "name", data["name"]
    if "heading" in data:
        yield "heading", data["heading"]
    for index, one in enumerate(data["sections"]):
        if "title" in one:
            yield f"sections[{index}].title", one["title"]
    for index, one in enumerate(data.get("statements", [])):
        yield f"statements[{index}].text", one["text"]


def _wordings(document: Document) -> Iterator[Problem]:
    data = document.data
    sections = [(f"sections[{index}].wording", one["wording"]) for index, one in enumerate(data["sections"])]
    if "glance" in data:
        sections.append(("glance.wording", data["glance"]["wording"]))
    for path, file in sections:
        for lang in data["languages"]:
            if not shipped.folder("templates", lang, file).is_file():
                yield document.problem(path, "wording-missing", text=f"templates/{lang}/{file}")
