"""The documents say what the model and the commands say."""

import importlib.machinery
import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

from disclosure import quantity, shipped, source
from disclosure.cli.exits import Exit
from disclosure.cli.main import commands

ROOT = shipped.root()
COMMANDS = sorted(commands.commands)


@pytest.fixture(scope="module")
def make_docs() -> ModuleType:
    path = str(ROOT / "scripts" / "make-docs")
    loader = importlib.machinery.SourceFileLoader("make_docs", path)
    spec = importlib.util.spec_from_loader("make_docs", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def meanings() -> Any:
    return source.read(ROOT / "docs" / "fields.yaml").data


def test_every_field_has_a_meaning_in_both_languages(make_docs: Any, meanings: Any) -> None:
    assert make_docs.gaps(meanings) == []


def test_a_field_without_a_meaning_is_named(make_docs: Any, meanings: Any) -> None:
    fields = {**meanings["Fee"]["fields"], "payee": {"en": "who gets the money"}}
    assert make_docs.gaps({**meanings, "Fee": {"fields": fields}}) == ["Fee.payee"]


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_the_tables_are_up_to_date(make_docs: Any, meanings: Any, lang: str) -> None:
    text = (ROOT / "docs" / make_docs.DOCUMENTS[lang]).read_text(encoding="utf-8")
    assert make_docs.renewed(text, make_docs.tables(lang, meanings)) == text, "run scripts/make-docs"


def _sections() -> dict[str, str]:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^## disclosure (\w+)\n(.*?)(?=^## |\Z)", text, re.M | re.S))


def _told(section: str) -> dict[str, str]:
    return dict(re.findall(r"^\| `(--[a-z-]+)` \|.*\| (.+) \|$", section, re.M))


def test_every_command_is_told() -> None:
    assert sorted(_sections()) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_told(name: str) -> None:
    options = [one for one in commands.commands[name].params if isinstance(one, click.Option)]
    assert set(_told(_sections()[name])) == {flag for one in options for flag in one.opts}


@pytest.mark.parametrize("name", COMMANDS)
def test_defaults_are_told(name: str) -> None:
    told = _told(_sections()[name])
    for one in commands.commands[name].params:
        if isinstance(one, click.Option) and isinstance(one.default, str) and one.default:
            assert told[one.opts[0]] == f"`{one.default}`"


@pytest.mark.parametrize("name", COMMANDS)
def test_usage_is_told(name: str) -> None:
    command = commands.commands[name]
    context = click.Context(command, info_name=name)
    pieces = " ".join(command.collect_usage_pieces(context))
    options = [one for one in command.params if isinstance(one, click.Option)]
    usage = f"disclosure {name} {pieces if options else pieces.removeprefix('[OPTIONS]')}".strip()
    assert f"`{usage}`" in _sections()[name]


def test_every_exit_code_is_told() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.M)}
    assert told == {*map(int, Exit), 130}


def test_links_lead_somewhere() -> None:
    for path in (ROOT / "docs").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (path.parent / target).exists(), (path, target)
        anchors = set(re.findall(r'<a id="([^"]+)">', text))
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_files_named_in_the_recipes_exist() -> None:
    text = (ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:disclosure|templates|glossary|tests|scripts|docs)/[\w./-]+)`", text)
    assert len(named) > 15
    for name in named:
        assert Path(ROOT / name).exists(), name


_READERS = {
    "amount": quantity.amount, "金额": quantity.amount,
    "percentage": quantity.rate, "百分比": quantity.rate,
    "length of time": quantity.period, "时长": quantity.period,
    "day": quantity.day, "日期": quantity.day,
}


@pytest.mark.parametrize("name", ["definition.md", "definition.zh-CN.md"])
def test_values_are_read_as_told(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", text, re.M)
    told = [(_READERS[what], good, bad) for what, good, bad in rows if what in _READERS]
    assert len(told) == 4
    for read, good, bad in told:
        for value in re.findall(r"`([^`]+)`", good):
            read(value.strip('"'))
        for value in re.findall(r"`([^`]+)`", bad):
            with pytest.raises(quantity.QuantityError):
                read(value)
