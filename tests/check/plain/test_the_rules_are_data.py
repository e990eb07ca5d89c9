"""A rule is a file of code and a file of data of the same name; rules do not know each other."""

import ast
import re
from pathlib import Path

import pytest

from disclosure import shipped
from disclosure.check import plain
from disclosure.check.plain import load
from disclosure.check.plain.registry import RULES

FOLDER = Path(plain.__file__).parent
SHARED = {"rule", "cuts", "gauged", "listed"}
NAMES = {module.ID: Path(module.__file__ or "") for module in RULES}


def test_each_file_of_data_has_its_code_and_is_registered() -> None:
    assert {path.stem for path in shipped.folder("templates", "plain").glob("*.yaml")} == set(NAMES)
    files = {path.stem for path in FOLDER.glob("*.py")} - SHARED - {"__init__", "registry", "runner"}
    assert files == {path.stem for path in NAMES.values()}


@pytest.mark.parametrize("name", NAMES)
def test_an_id_is_kebab_case_and_names_the_file(name: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert NAMES[name].stem == name.replace("-", "_")


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_imports_no_other_rule(name: str) -> None:
    nodes = ast.walk(ast.parse(NAMES[name].read_text(encoding="utf-8")))
    near = [node for node in nodes if isinstance(node, ast.ImportFrom) and node.level == 1]
    imported = {one.name for node in near if not node.module for one in node.names} | {node.module for node in near if node.module}
    assert imported <= SHARED


@pytest.mark.parametrize("name", NAMES)
def test_every_list_and_limit_is_used(name: str) -> None:
    rule = load(name)
    code = NAMES[name].read_text(encoding="utf-8")
    lists = {one for each in rule.words.values() for one in each}
    limits = {one for each in rule.limits.get("default", {}).values() for one in each}
    assert [one for one in lists | limits if f'"{one}"' not in code and not one.startswith("say-")] == []


@pytest.mark.parametrize("name", NAMES)
def test_it_says_where_its_advice_is_from_and_speaks_both_languages(name: str) -> None:
    rule = load(name)
    assert rule.source and set(rule.messages) == {"en", "zh-CN"}
    assert all(set(words) == {"message", "advice"} for words in rule.messages.values())


def test_limits_go_by_audience() -> None:
    rule = load("long-sentence")
    assert rule.limit("retail", "en") == rule.limit("default", "en") == {"length": 25}
