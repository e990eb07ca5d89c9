"""The comments of a new definition are in its language and name every choice there is."""

import re
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest

from disclosure import shipped, source
from disclosure.product import Part, parse

_HAN = re.compile(r"[\u4e00-\u9fff]")


def _comments(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.lstrip().startswith("# ")]


@pytest.mark.parametrize("kind", ["deposit", "wealth", "fund", "loan", "card", "insurance"])
def test_both_languages_begin_with_the_same_product(kind: str) -> None:
    english, chinese = (
        source.read(shipped.folder("templates", "new", lang, f"{kind}.yaml")).data
        for lang in ("en", "zh-CN")
    )
    assert english["languages"] == chinese["languages"][::-1]
    assert english | {"languages": ""} == chinese | {"languages": ""}


def test_english_comments_are_english() -> None:
    for path in shipped.folder("templates", "new", "en").glob("*.yaml"):
        for comment in _comments(path):
            assert not _HAN.search(comment.replace("待填写", "")), (path, comment)


def test_chinese_comments_are_chinese() -> None:
    for path in shipped.folder("templates", "new", "zh-CN").glob("*.yaml"):
        for comment in _comments(path):
            assert _HAN.search(comment), (path, comment)


def test_lines_are_short_enough_to_read() -> None:
    for path in shipped.folder("templates", "new").rglob("*.yaml"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert len(line) <= 110, (path, line)


def _choices(annotation: Any) -> tuple[str, ...]:
    origin = get_origin(annotation)
    if origin is Literal:
        return get_args(annotation)
    if origin in (Union, UnionType, Annotated):
        return next(filter(None, map(_choices, get_args(annotation))), ())
    return ()


def _used(part: Any) -> set[tuple[type[Part], str]]:
    if isinstance(part, tuple):
        return set().union(*map(_used, part))
    if not isinstance(part, Part):
        return set()
    found = {(type(part), name) for name in part.model_fields_set}
    return found.union(*(_used(getattr(part, name)) for name in type(part).model_fields))


def _offered(part: type[Part], name: str) -> tuple[str, ...]:
    """The choices an author has; some fields are as the kind of product wants them."""
    settled = {"schema_", "combine", "due", "repayment", "purpose"}
    if name in settled or name == "kind" and part.__name__ != "InterestRate":
        return ()
    return _choices(part.model_fields[name].annotation)


def test_every_choice_is_named(new: Path, use_optional: Any) -> None:
    use_optional(new)
    product = parse(source.read(new))
    text = new.read_text(encoding="utf-8")
    for part, name in _used(product):
        if name == "can_lose" and product.risk.can_lose == "not_applicable":
            continue
        for choice in _offered(part, name):
            assert re.search(rf"\b{choice}\b", text, re.ASCII), (part.__name__, name, choice)
