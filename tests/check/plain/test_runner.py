"""The runner: which passages a rule reads, where a finding stands, and what becomes of a rule that breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import ModuleType

import pytest

from disclosure.check.plain import damaged, load, not_run, plain_findings
from disclosure.check.plain.registry import RULES
from disclosure.check.plain.runner import _spots
from disclosure.text.passage import Passage
from disclosure.text.span import Span

MODULES = {module.ID: module for module in RULES}
LONG = "The bank " + "very " * 30 + "often pays."


def broken(name: str) -> ModuleType:
    """A rule whose search fails, under the id of a real one."""
    module = ModuleType(name)

    def find(passages: Sequence[Passage], *_: object) -> Iterator[object]:
        raise KeyError("limits")
        yield

    module.ID, module.find = name, find  # type: ignore[attr-defined]
    return module


def rules_found(text: str, role: str, lang: str = "en") -> set[str]:
    return {one.rule for one in plain_findings([Passage(text, role)], lang, "retail")}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("prose", {"long-sentence", "long-clause", "legalese"}),
        ("bullet", {"long-sentence", "long-clause", "legalese"}),
        ("heading", {"legalese"}),
        ("cell", {"legalese"}),
        ("statutory", set()),
    ],
)
def test_headings_and_cells_are_read_for_words_only_and_statutory_wording_never(role: str, expected: set[str]) -> None:
    assert rules_found(LONG.replace("often pays", "often shall pay"), role) == expected


def test_a_finding_says_where_what_and_how_much() -> None:
    passages = [Passage("Costs", "heading"), Passage(f"You pay. {LONG} You shall.", "prose")]
    paths = [[(6, "")], [(9, "summary"), (9 + len(LONG) + 1, "how"), (400, "tax")]]
    found = plain_findings(passages, "en", "retail", sections=["cost", "what"], paths=paths)
    long, _, legal = found
    assert (long.rule, long.severity, long.lang, long.section, long.path) == ("long-sentence", "warning", "en", "what", "how")
    assert (long.values["measured"], long.values["limit"]) == ("34", "25")
    assert (legal.rule, legal.path, legal.words) == ("legalese", "tax", "You shall.")
    assert dict(legal.values) == {"text": "shall", "better": "must, or will"}


def test_a_very_long_quotation_is_cut() -> None:
    text = "word " * 300 + "end."
    (found,) = plain_findings([Passage(text, "prose")], "en", "retail", rules=[MODULES["long-sentence"]])
    assert len(found.words) == len(found.values["text"]) == 200 and found.words.endswith("…")


def test_a_rule_that_breaks_is_told_and_the_others_still_run() -> None:
    rules = [broken("hedge"), MODULES["legalese"]]
    found = plain_findings([Passage("You shall.", "prose")], "en", "retail", rules=rules)
    assert [(one.rule, one.severity) for one in found] == [("rule-did-not-run", "error"), ("legalese", "warning")]
    assert not_run(found) == (("hedge", "KeyError: 'limits'"),)


def test_a_rule_without_its_file_is_told() -> None:
    found = plain_findings([Passage("Words.", "prose")], "en", "retail", rules=[broken("no-such-rule")])
    assert [one.values["text"] for one in found] == ["no-such-rule"]


def test_a_language_without_a_severity_is_not_checked() -> None:
    assert plain_findings([Passage("的的的的的。", "prose")], "en", "retail", rules=[MODULES["de-chain"]]) == ()


def test_a_rule_for_some_kinds_of_product_reads_only_those() -> None:
    rule, passages = replace(load("legalese"), kinds=("loan",)), [Passage("You shall.", "prose")]
    found = {kind: len(list(_spots(MODULES["legalese"], rule, passages, "en", "retail", kind))) for kind in ("loan", "fund", "")}
    assert found == {"loan": 1, "fund": 0, "": 1}


def test_an_audience_may_have_its_own_limit() -> None:
    rule = replace(load("long-sentence"), limits={**load("long-sentence").limits, "experts": {"en": {"length": 40}}})
    passages = [Passage(LONG, "prose")]
    found = {who: len(list(_spots(MODULES["long-sentence"], rule, passages, "en", who, ""))) for who in ("retail", "experts")}
    assert found == {"retail": 1, "experts": 0}


def test_an_explained_term_is_no_legalese() -> None:
    text = "Interest will accrue daily."
    term = Span(14, 20, "accrue")
    rules = [MODULES["legalese"]]
    assert plain_findings([Passage(text, "prose")], "en", "retail", rules=rules) != ()
    assert plain_findings([Passage(text, "prose", (term,))], "en", "retail", rules=rules) == ()


def test_the_order_is_rule_by_rule_and_then_as_read() -> None:
    passages = [Passage("You shall pay and/or sign.", "prose"), Passage("You shall.", "prose")]
    assert [one.rule for one in plain_findings(passages, "en", "retail")] == ["legalese", "legalese", "and-or"]


def test_damaged_passages_are_numbered() -> None:
    passages = [Passage("The fee is low.", "prose"), Passage("The bene t is small.", "prose"), Passage("pro t", "statutory")]
    assert damaged(passages, "en") == {1}


def test_the_same_text_gives_the_same_findings() -> None:
    passages = [Passage("You shall pay and/or sign.", "prose")] * 3
    assert plain_findings(passages, "en", "retail") == plain_findings(passages, "en", "retail")
