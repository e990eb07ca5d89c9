"""A rulebook's file with a mistake in it is told by file, line, field and what to write instead."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from disclosure import regime, rulebook, shipped, source
from disclosure.errors import Problem
from disclosure.product.kinds import KINDS, MODELS
from disclosure.report.problems import languages, line

BOOK = shipped.folder("templates", "regimes", "us.regz.card_table.yaml").read_text(encoding="utf-8")
READERS = shipped.folder("templates", "audiences", "retail.yaml").read_text(encoding="utf-8")


def edited(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def faults(*edits: tuple[str, str], text: str = BOOK, folder: str = "regimes") -> tuple[Problem, ...]:
    name = "us.regz.card_table" if folder == "regimes" else "retail"
    return rulebook.faults(folder, name, source.parse(edited(text, edits), "x.yaml"))


@pytest.mark.parametrize("folder", ["regimes", "audiences"])
def test_every_shipped_file_is_right(folder: str) -> None:
    for name in regime.names(folder):
        document = source.read(shipped.folder("templates", folder, f"{name}.yaml"))
        assert rulebook.faults(folder, name, document) == ()


def test_the_kinds_of_products_are_those_of_the_model() -> None:
    assert rulebook.KINDS == KINDS


MISTAKES = [
    ("layout: statutory", "layuot: statutory", "layuot", "field-unknown"),
    ("  smallest_type: 10pt", "  smallest_type: 10", "paper.smallest_type", "points-malformed"),
    ("paper:\n", "paper:\n  x_height: 1.2\n", "paper.x_height", "millimetres-malformed"),
    ("paper:\n", "paper:\n  most_pages: three\n", "paper.most_pages", "count-malformed"),
    ("kinds: [card]", "kinds: [cards]", "kinds[0]", "choice-unknown"),
    ("kinds: [card]", "kinds: card", "kinds", "list-expected"),
    ("kinds: [card]", "kinds: []", "kinds", "list-too-short"),
    ("kinds: [card]\n", "", "kinds", "field-missing"),
    ("explains: \"no\"", "explains: never", "explains", "yes-or-no"),
    ("layout: statutory", "layout: table", "layout", "choice-unknown"),
    ('effective_from: "2011-12-30"', 'effective_from: "2011-12-32"', "effective_from", "date-malformed"),
    ('effective_from: "2011-12-30"', 'effective_from: "2011-12-30"\neffective_to: "2010-01-01"', "effective_to",
     "effect-upside-down"),
    ("    title: {en: Fees}", "    title: Fees", "sections[1].title", "text-malformed"),
    ("    title: {en: Fees}", "    title: {zh-CN: 费用}", "sections[1].title", "text-untranslated"),
    ("  - id: fees\n", "  - id: rates\n", "sections[1].id", "id-twice"),
    ("    wording: us-regz-card-table/fees.md", "    wording: us-regz-card-table/fee.md", "sections[1].wording",
     "wording-missing"),
    ("    wording: us-regz-card-table/fees.md", "    wording: fees", "sections[1].wording", "wording-malformed"),
    ("{field: card.interest_free, severity: error}", "{field: card.interest_free, severity: fatal}",
     "sections[0].required[3].severity", "choice-unknown"),
    ("{field: card.interest_free, severity: error}", "{field: card interest, severity: error}",
     "sections[0].required[3].field", "path-malformed"),
    ("{field: card.interest_free, severity: error}", "{severity: error}", "sections[0].required[3].field",
     "field-missing"),
    ("  - id: tips\n", "  - id: grace-period\n", "statements[1].id", "id-twice"),
    ("id: us.regz.card_table", "id: us.regz.card_tables", "id", "rulebook-name"),
    ("  - id: tips\n", "  - id: tips\n    optionel: \"yes\"\n", "statements[1].optionel", "field-unknown"),
    ("at_least: 16pt, bold: \"yes\", citation: 12 CFR 1026.60(b)(1) and (a)(2)(iv)}\n  - {id: transfer-apr",
     "at_least: 16 points, citation: c}\n  - {id: transfer-apr", "prominent[1].at_least", "points-malformed"),
    ("card.minimum_interest, bold: \"no\", citation", "card.minimum_interest, citation", "prominent[18]",
     "prominence-empty"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "field", "code"), MISTAKES)
def test_a_mistake_is_told_with_its_place(old: str, new: str, field: str, code: str) -> None:
    (problem,) = faults((old, new))
    assert (problem.file, problem.field, problem.code) == ("x.yaml", field, code)
    assert problem.line > 1 or code == "field-missing"
    for lang in languages():
        told = line(problem, lang)
        assert told.startswith("x.yaml:") and "{" not in told
        assert ("; " if lang == "en" else "；") in told


def test_a_mistyped_field_is_told_as_a_person_would() -> None:
    (problem,) = faults(("    verified: \"no\"\n  - id: tips", "    verifyed: \"no\"\n    verified: \"no\"\n  - id: tips"))
    assert line(problem, "en") == (
        'x.yaml:68:5: statements[0].verifyed: "verifyed" is not a field here; did you mean "verified"?'
    )
    assert line(problem, "zh-CN") == (
        "x.yaml:68:5: statements[0].verifyed: 这里没有“verifyed”这个字段；是不是想写“verified”？"
    )


def test_all_mistakes_are_told_at_once_in_reading_order() -> None:
    found = faults(("layout: statutory", "layout: table"), ("  smallest_type: 10pt", "  smallest_type: big"))
    assert [one.field for one in found] == ["layout", "paper.smallest_type"]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n"])
def test_a_file_that_is_no_rulebook(text: str) -> None:
    (problem,) = faults(text=text)
    assert problem.code == "rulebook-malformed"
    assert "id, version, name, languages" in line(problem, "en")


def test_an_empty_value_and_a_line_written_twice_are_told() -> None:
    assert [one.code for one in faults(("layout: statutory", "layout:"))] == ["empty-value"]
    assert [one.code for one in faults(("layout: statutory", "layout: statutory\nlayout: sheet"))] == ["yaml-duplicate"]


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ('{warn: "70", fail: "55"}\n  en', '{warn: "170", fail: "55"}\n  en', "least_plainness.zh-CN.warn",
         "score-malformed"),
        ("least_plainness:", "least_plain:", "least_plain", "field-unknown"),
        ("id: retail", "id: retailers", "id", "rulebook-name"),
    ],
)  # fmt: skip
def test_the_file_of_an_audience(old: str, new: str, field: str, code: str) -> None:
    found = faults((old, new), text=READERS, folder="audiences")
    assert (field, code) in [(one.field, one.code) for one in found]


def test_each_field_that_a_rulebook_names_is_one_of_the_model() -> None:
    """A field that no product can have would be missed for ever."""
    for name in regime.names("regimes"):
        book = regime.load(name)
        for path, kinds in named(book):
            assert any(known(MODELS[kind], path) for kind in kinds), (name, path)


def named(book: regime.Regime):
    for section in (one for one in (book.glance, *book.sections) if one):
        for path, _, kinds in section.required:
            yield path, kinds or section.kinds or book.kinds
        for one in section.conditional:
            yield one.field, one.kinds or section.kinds or book.kinds
    for one in book.prominent:
        yield one.field, book.kinds
        if one.than:
            yield one.than, book.kinds


def known(model, path: str) -> bool:
    if path.startswith(("figures.", "statements.")):
        return True
    for step in path.split("."):
        fields = {info.alias or name: info for name, info in getattr(model, "model_fields", {}).items()}
        name = step.partition("[")[0]
        if name not in fields:
            return False
        waiting, model = [fields[name].annotation], None
        while waiting and model is None:
            one = waiting.pop()
            model = one if hasattr(one, "model_fields") else None
            waiting += get_args(one)
    return True


def test_the_command_line_tells_it_without_a_traceback(tmp_path: Path) -> None:
    root = Path(shipped.__file__).parents[1]
    shutil.copytree(root / "disclosure", tmp_path / "disclosure", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "templates").mkdir()
    for one in (root / "templates").iterdir():
        (tmp_path / "templates" / one.name).symlink_to(one)
    (tmp_path / "templates" / "regimes").unlink()
    shutil.copytree(root / "templates" / "regimes", tmp_path / "templates" / "regimes")
    (tmp_path / "glossary").symlink_to(root / "glossary")
    broken = tmp_path / "templates" / "regimes" / "us.regz.card_table.yaml"
    broken.write_text(edited(BOOK, (("smallest_type: 10pt", "smallest_tipe: 10pt"),)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "disclosure", "check", root / "products" / "ridgeway-rewards-card.yaml"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path), "DISCLOSURE_LANG": "en", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert (
        'templates/regimes/us.regz.card_table.yaml:16:3: paper.smallest_tipe: "smallest_tipe" is not a field here; '
        'did you mean "smallest_type"?'
    ) in done.stdout + done.stderr
