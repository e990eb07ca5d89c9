"""Every code that the source can raise has words in every language, and the same entries in each."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure import shipped, source
from disclosure.report.problems import languages

PACKAGE = Path(source.__file__).parent
ARGUMENT = {
    "refuse": 0, "QuantityError": 0, "EnvironmentProblem": 0, "problem": 1, "note": 2,
    "_data": 2, "_problem": 3, "Problem": 4, "_refusal": 1, "WorkbookRefused": 0, "_loss": 1, "like": 1,
}  # fmt: skip
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+\Z")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Raised by the command line, the checks and the renderers.
FURTHER = {
    "library-missing", "harfbuzz-missing", "disk-full", "not-writable", "lock-held", "no-products",
    "out-not-empty", "format-unknown", "path-missing", "character-not-in-font", "resource-warning",
    "render-failed", "regime-kind", "product-id-twice", "scale-unknown", "level-out-of-scale",
    "languages-differ", "lost-on-page", "rulebook-malformed",
    # What the reader of published folders tells, and how a worker is lost.
    "definition-unknown", "document-missing", "document-unknown", "document-unlinked",
    "figure-torn", "file-changed", "file-missing", "file-unlisted", "font-foreign",
    "hidden-altered", "hidden-clipped", "hidden-covered", "hidden-faint", "hidden-moved",
    "hidden-tiny", "hidden-unseen", "invented-on-page", "label-differs", "link-broken",
    "link-elsewhere", "link-lost", "lost-in-site", "memory-over", "no-ink", "out-of-place",
    "page-brings-in", "page-covered", "pdf-of-another-page", "pdf-unreadable", "row-mixed",
    "sheets-differ", "style-unreadable", "time-over", "title-differs", "worker-died",
}  # fmt: skip


def words(lang: str) -> dict[str, dict[str, str]]:
    data = source.read(shipped.folder("templates", "messages", f"{lang}.yaml")).data
    return {code: entry for code, entry in data.items() if code != "punctuation"}


def texts_in(node: ast.expr) -> Iterator[str]:
    """The constants that an expression can be: a text, a choice of two, or `f"{what}-comma"`."""
    match node:
        case ast.Constant(value=str(value)):
            yield value
        case ast.IfExp(body=body, orelse=orelse):
            yield from texts_in(body)
            yield from texts_in(orelse)
        case ast.JoinedStr(values=[_, ast.Constant(value=str(end))]):
            yield from (f"{what}{end}" for what in ("amount", "rate"))


def codes_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
                at = ARGUMENT.get(name)
                if name == "add" and "notes" in ast.unparse(node.func):
                    at = 1
                if at is not None and len(args) > at:
                    yield from texts_in(args[at])
            case ast.Assign(targets=[ast.Name(id="code")], value=value):
                yield from texts_in(value)
            case ast.Assign(targets=[ast.Name(id="_ERRORS")], value=ast.Dict(values=values)):
                yield from (text for value in values for text in texts_in(value))


def raised() -> set[str]:
    found = {code for path in PACKAGE.rglob("*.py") for code in codes_in(path)}
    return {code for code in found if CODE.match(code)} | {"field-invalid"}


def test_the_scan_finds_the_codes_of_each_floor() -> None:
    known = {"rate-comma", "amount-comma", "yaml-tab", "yaml-alias", "fee-zero", "choice-unknown",
             "fee-id-unknown", "digit-in-wording", "glossary-empty", "regime-unknown"}  # fmt: skip
    assert known <= raised()
    assert len(raised()) > 95


@pytest.mark.parametrize("lang", languages())
def test_every_code_has_words(lang: str) -> None:
    assert sorted((raised() | FURTHER) - set(words(lang))) == []


@pytest.mark.parametrize("lang", languages())
def test_no_words_for_codes_that_nothing_raises(lang: str) -> None:
    told = {code.partition(".")[0] for code in words(lang)}
    assert sorted(told - raised() - FURTHER) == ["problems-more"]


@pytest.mark.parametrize("lang", languages())
def test_an_entry_has_a_message_and_advice_and_no_stray_key(lang: str) -> None:
    for code, entry in words(lang).items():
        assert {"message", "advice"} <= set(entry) <= {"message", "advice", "otherwise"}, code
        assert "otherwise" not in entry or PLACEHOLDER.search(entry["advice"]), code


def test_the_languages_have_the_same_entries_with_the_same_placeholders() -> None:
    shape = {
        lang: {
            (code, key): sorted(set(PLACEHOLDER.findall(text)))
            for code, entry in words(lang).items()
            for key, text in entry.items()
        }
        for lang in languages()
    }
    assert languages() == ("en", "zh-CN")
    assert shape["en"].keys() == shape["zh-CN"].keys()
    apart = [place for place, names in shape["en"].items() if names != shape["zh-CN"][place]]
    assert apart == []


def test_advice_without_a_second_choice_needs_only_what_the_message_has() -> None:
    always = {"name", "field"} | {"limit", "command", "most", "first", "a", "better", "key"}
    for lang in languages():
        for code, entry in words(lang).items():
            last = entry.get("otherwise", entry["advice"])
            lacking = set(PLACEHOLDER.findall(last)) - set(PLACEHOLDER.findall(entry["message"]))
            assert lacking <= always | {"expected", "known", "allowed"}, code


def test_chinese_is_set_in_full_width_marks() -> None:
    for code, entry in words("zh-CN").items():
        for text in entry.values():
            bare = re.sub(r"“[^”]*”|`[^`]*`|\[[^]]*\]|\"[^\"]*\"", "", text)
            assert not re.search(r"[一-鿿] ?[,;:!?()]|[,;!?()] ?[一-鿿]", bare), code
            assert not text.endswith(("。", ".")), code
