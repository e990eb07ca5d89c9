"""A document becomes a product, or every problem in it at once."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from ..errors import DisclosureError, Problem
from ..source import Document
from .contradictions import contradictions
from .kinds import KINDS, MODELS, Product
from .part import Part, Text

_ERRORS = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "literal_error": "choice-unknown",
    "union_tag_invalid": "choice-unknown",
    "union_tag_not_found": "field-missing",
    "tuple_type": "list-expected",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
    "string_type": "scalar-expected",
    "string_pattern_mismatch": "pattern-mismatch",
    "string_too_short": "empty-value",
    "string_too_long": "text-too-long",
    "too_short": "list-too-short",
}


@lru_cache
def adapter(kind: str = "") -> TypeAdapter[Any]:
    """The validator of products of one kind, or of any; built when first asked for."""
    return TypeAdapter(MODELS.get(kind, Product))


def parse(document: Document) -> Any:
    """The product a document defines. Raises DisclosureError with every problem found."""
    problems = list(document.problems)
    if not isinstance(document.data, dict):
        raise DisclosureError([*problems, document.problem("", "mapping-expected")])
    data = _without_empty(document.data)
    kind = data.get("kind") if data.get("kind") in KINDS else ""
    product = None
    try:
        product = adapter(kind).validate_python(data, context=_languages(data))
    except ValidationError as error:
        problems += _told(error, document, {problem.field for problem in problems}, kind)
    problems += contradictions(data, document)
    if problems:
        raise DisclosureError(problems)
    return product


def leaves(part: Any, path: str = "", chosen: bool = False) -> Iterator[tuple[str, Any, bool]]:
    """Every value of a product that has no parts, with its path, in the order of the model.

    The third is true for a choice among fixed words, such as `when: yearly`.
    """
    found: list[tuple[str, Any, bool]] = []
    _gather(part, path, chosen, found)
    return iter(found)


def _gather(part: Any, path: str, chosen: bool, found: list[tuple[str, Any, bool]]) -> None:
    if part is None:
        return
    if isinstance(part, tuple):
        for index, item in enumerate(part):
            _gather(item, f"{path}[{index}]", chosen, found)
    elif (fields := _fields(type(part))) is not None:
        for name, inner, choice in fields:
            _gather(getattr(part, name), f"{path}.{inner}" if path else inner, choice, found)
    else:
        found.append((path, part, chosen))


@lru_cache
def _fields(kind: type) -> tuple[tuple[str, str, bool], ...] | None:
    """Each field of a part: its name, what a definition calls it, whether it is a choice among fixed words."""
    if not issubclass(kind, Part):
        return None
    return tuple(
        (name, info.alias or name, "Literal" in str(info.annotation)) for name, info in kind.model_fields.items()
    )


def texts(part: Any) -> Iterator[tuple[str, Text]]:
    """Every text of a product with its path, in the order of the model."""
    return ((path, value) for path, value, _ in leaves(part) if isinstance(value, Text))


def _languages(data: dict[str, Any]) -> dict[str, list[str]]:
    declared = data.get("languages")
    named = [one for one in declared if isinstance(one, str)] if isinstance(declared, list) else []
    return {"languages": named} if named else {}


def _without_empty(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return data


def _told(
    error: ValidationError, document: Document, known: set[str], kind: str
) -> Iterator[Problem]:
    for detail in error.errors(include_url=False):
        if kind:  # the places of a single kind lack its name in front, which those of the union have
            detail["loc"] = (kind, *detail["loc"])
        path = _path(detail["loc"], detail["type"].startswith("union_tag") and ("kind",) or ())
        # An entry that is wrong does not count as one, and so a list of one would be called empty.
        if path in known or (detail["type"] == "too_short" and detail["input"]):
            continue
        context = {key: str(value) for key, value in (detail.get("ctx") or {}).items()}
        code = context.pop("code", None) or _ERRORS.get(detail["type"], "field-invalid")
        yield document.problem(
            path, code, at_key=code == "field-unknown", **_values(detail, path, context)
        )


def _values(detail: Any, path: str, context: dict[str, str]) -> dict[str, str]:
    values = dict(context)
    values["name"] = path.rpartition(".")[2]
    values["detail"] = detail["msg"]
    if isinstance(detail["input"], str):
        values.setdefault("text", detail["input"][:60])
    if "expected_tags" in context:
        values["expected"] = ", ".join(KINDS)
        values["text"] = context.get("tag", "")
    if detail["type"] == "extra_forbidden":
        values["expected"] = ", ".join(_known(detail["loc"][:-1]))
    elif detail["type"] in ("model_type", "model_attributes_type"):
        values["expected"] = ", ".join(_known(detail["loc"]))
    return values


def _known(location: tuple[Any, ...]) -> list[str]:
    """The names that may stand in the part at a place of the model."""
    part = MODELS.get(location[0]) if location else None
    for step in location[1:]:
        if part and isinstance(step, str):
            fields = {info.alias or name: info for name, info in part.model_fields.items()}
            part = _part_in(fields[step].annotation) if step in fields else None
    return [info.alias or name for name, info in part.model_fields.items()] if part else []


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next(filter(None, map(_part_in, get_args(annotation))), None)


def _path(location: tuple[Any, ...], extra: tuple[str, ...]) -> str:
    path = ""
    kind_tag = location[:1] and location[0] in KINDS
    for step in (*location[1 if kind_tag else 0 :], *extra):
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else str(step)
    return path
