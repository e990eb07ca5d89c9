"""A new definition is a valid one, and `check` names each place that is still to be written."""

from pathlib import Path

from disclosure.cli.exits import Exit, guarded
from disclosure.cli.main import commands
from disclosure.product import leaves, texts
from disclosure.site.gather import Options, check_one


def test_check_says_that_it_is_unfinished(new: Path) -> None:
    assert guarded(commands, ["check", str(new)]) == Exit.FINDINGS


def test_only_unfinished_places_stand_in_the_way(new: Path) -> None:
    errors = [f for f in check_one(new, Options()).findings if f.severity == "error"]
    assert {finding.rule for finding in errors} == {"unfinished"}


def test_nothing_that_the_rulebook_asks_for_is_left_out(new: Path) -> None:
    assert "missing-fact" not in {f.rule for f in check_one(new, Options()).findings}


def test_every_text_is_named_in_every_language_and_every_address(new: Path) -> None:
    checked = check_one(new, Options())
    named = {f.path for f in checked.findings if f.rule == "unfinished"}
    texts_to_write = {f"{path}.{lang}" for path, text in texts(checked.product) for lang, _ in text}
    addresses = {
        path for path, value, _ in leaves(checked.product) if "example.com" in str(value)
    }
    assert addresses
    assert named == texts_to_write | addresses
