"""Every rule finds exactly what its examples say it finds, and is silent where they say so."""

import re
from collections.abc import Iterator

import pytest

from disclosure.check.plain import Spot, load
from disclosure.check.plain.registry import RULES
from disclosure.check.plain.runner import _spots
from disclosure.text.passage import Passage

MODULES = {module.ID: module for module in RULES}


def written(kind: str) -> Iterator[object]:
    for name in MODULES:
        for lang, examples in load(name).examples.items():
            for number, one in enumerate(examples[kind]):
                yield pytest.param(name, lang, one, id=f"{name}-{lang}-{number}")


def spots(name: str, lang: str, texts: list[str]) -> list[Spot]:
    passages = [Passage(text, "prose") for text in texts]
    found = list(_spots(MODULES[name], load(name), passages, lang, "retail", ""))
    assert all(passages[one.passage].text[one.start : one.end] == one.words for one in found)
    return found


@pytest.mark.parametrize(("name", "lang", "example"), list(written("fires")))
def test_it_fires(name: str, lang: str, example: dict[str, object]) -> None:
    texts = example.get("texts") or [example["text"]]
    assert [one.words for one in spots(name, lang, texts)] == example["spans"]  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "lang", "text"), list(written("silent")))
def test_it_is_silent(name: str, lang: str, text: str) -> None:
    assert [one.words for one in spots(name, lang, [text])] == []


@pytest.mark.parametrize("name", MODULES)
def test_each_language_of_a_rule_has_both_kinds(name: str) -> None:
    rule = load(name)
    assert set(rule.examples) == set(rule.severity)
    assert all(rule.examples[lang]["fires"] and rule.examples[lang]["silent"] for lang in rule.severity)


@pytest.mark.parametrize("name", MODULES)
def test_every_message_can_be_filled(name: str) -> None:
    rule = load(name)
    for lang, examples in rule.examples.items():
        for one in examples["fires"]:
            for spot in spots(name, lang, one.get("texts") or [one["text"]]):
                values = {"text": spot.words, **spot.values, "measured": spot.measured, "limit": spot.limit}
                for words in rule.messages.values():
                    used = re.findall(r"\{(\w+)\}", words["message"] + words["advice"])
                    assert [name for name in used if not values.get(name)] == []


def test_severities_are_known() -> None:
    assert {one for name in MODULES for one in load(name).severity.values()} <= {"error", "warning", "note"}
