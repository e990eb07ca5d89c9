"""Wrong definitions of every kind: each problem they cause can be told in full, in each language."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure import source
from disclosure.errors import DisclosureError, Problem
from disclosure.report.problems import languages, line

Read = Callable[[str], tuple[Problem, ...]]
FEE = "  - {id: a, name: {en: A}, when: yearly, of: balance, %s}\n"
TIERS = "tiers: {by: amount, steps: [%s]}"
GUARANTEE = "risk: {guarantee: {by: {en: A}, covers: %s}}"
WORST = "worst: {amount: %s, gets_back: %s, when: {en: A}}}"
HEAD = """\
schema: disclosure/product/1
kind: %s
id: a
version: "1"
languages: [en]
name: {en: A}
summary: {en: A.}
currency: EUR
as_of: 2026-11-24
provider: {name: {en: B}}
"""


def fees(*inner: str) -> str:
    return HEAD % "fund" + "fees:\n" + "".join(FEE % one for one in inner)


FILES = {
    "yaml-syntax": ["a: b: c", "a: 1\nb\nc: 2", "a:\n b: 1\n- c", "a: [b", "a: 'b", "a: @b",
                    'a: "\\d"', "a: 1\n---\nb: 2", "a: |b\n", "a: *b"],
    "yaml-tab": ["a: 1\n\tb: 2"],
    "yaml-unreadable": ["a: \x01"],
    "file-empty": ["", "# nothing"],
    "yaml-alias": ["a: &b {c: d}\ne: *b"],
    "yaml-tag": ["a: !b c"],
    "yaml-too-deep": ["[" * 22 + "]" * 22],
    "yaml-key": ["[a]: b"],
    "yaml-duplicate": ["a: 1\na: 2"],
    "empty-value": ["a:"],
    "text-too-long": ["a: " + "b" * 20_001],
    "hidden-character": ["a: b\u200bc"],
    "mapping-expected": ["- a", "a", HEAD % "fund" + "risk: high", fees() + "  - a"],
    "field-missing": ["a: b", HEAD % "fund" + "fees: [{note: {en: A}}]"],
    "field-unknown": [HEAD % "fund" + "fee: 1", HEAD % "fund" + "colour: red"],
    "choice-unknown": [HEAD % "bond", fees("payee: bank"), fees("amount: 1, payee: [a]")],
    "list-expected": [HEAD % "fund" + "fees: none"],
    "list-too-short": [(HEAD % "fund").replace("[en]", "[]")],
    "scalar-expected": [fees("amount: [1]"), (HEAD % "fund").replace('"1"', "[1]")],
    "pattern-mismatch": [(HEAD % "fund").replace("EUR", "Euros and cents")],
    "text-without-language": [HEAD % "fund" + "how: By post"],
    "text-malformed": [HEAD % "fund" + "how: [a]"],
    "text-malformed-in": [HEAD % "fund" + "how: {en: [a]}"],
    "text-untranslated": [(HEAD % "fund").replace("[en]", "[en, fr]")],
    "text-language-undeclared": [HEAD % "fund" + "how: {en: A, fr: B}"],
    "amount-malformed": [fees("amount: much"), fees("amount: ¥5")],
    "amount-comma": [fees("amount: '1,5'")],
    "amount-too-long": [fees("amount: " + "9" * 25)],
    "amount-negative": [fees("amount: -1")],
    "rate-malformed": [fees("rate: little"), fees("rate: 5％")],
    "rate-comma": [fees("rate: '0,50%'")],
    "rate-too-long": [fees(f"rate: {'9' * 25}%")],
    "rate-without-unit": [fees("rate: 0.5"), fees("rate: 50")],
    "rate-per-mille": [fees("rate: 5‰")],
    "rate-basis-points": [fees("rate: 50 bps")],
    "period-not-iso": [fees("amount: 1, every: 3 months")],
    "period-malformed": [fees("amount: 1, every: often"), fees("amount: 1, every: 半年")],
    "date-not-iso": [HEAD % "fund" + "launched: 2026/1/2"],
    "date-malformed": [HEAD % "fund" + "launched: soon"],
    "date-impossible": [HEAD % "fund" + "launched: 2026-02-30"],
    "count-malformed": [HEAD % "loan" + "loan: {repayment: {type: bullet, count: few}}"],
    "yes-or-no": [HEAD % "card" + "card: {interest_on_top: perhaps}"],
    "url-malformed": [HEAD % "fund" + "links: [{name: {en: A}, url: at the branch}]"],
    "fee-without-price": [fees("note: {en: A}")],
    "fee-zero": [fees("amount: 0")],
    "fee-stated-after-all": [fees("amount: 5, status: not_stated")],
    "fee-free-with-price": [fees("amount: 5, status: free")],
    "fee-rate-without-basis": [fees("rate: 5%").replace("of: balance, ", "")],
    "fee-periodic-without-every": [fees("amount: 5").replace("yearly", "periodic")],
    "fee-rate-negative": [fees("rate: -5%")],
    "fee-minimum-above-maximum": [fees("amount: 5, minimum: 9, maximum: 1")],
    "step-without-price": [fees(TIERS % "{up_to: 5}")],
    "tiers-other-bound": [fees(TIERS % "{held_up_to: P1Y, rate: 5%}, {rate: 4%}")],
    "fee-price-beside-tiers": [fees("rate: 5%, " + TIERS % "{up_to: 1, rate: 5%}, {rate: 4%}")],
    "repayment-count": [HEAD % "loan" + "loan: {repayment: {type: bullet, count: 1201}}"],
    "tiers-too-few": [fees(TIERS % "{rate: 5%}")],
    "tiers-open-end": [fees(TIERS % "{rate: 5%}, {rate: 4%}")],
    "tiers-not-rising": [fees(TIERS % "{up_to: 9, rate: 5%}, {up_to: 1, rate: 4%}, {rate: 3%}")],
    "id-twice": [fees("amount: 1", "amount: 1")],
    "fee-id-unknown": [HEAD % "fund" + "exit: {possible: any_time, fees: [b]}"],
    "rate-id-unknown": [HEAD % "loan" + "loan: {repayment: {type: bullet, count: 1, rate: b}}"],
    "rate-without-value": [HEAD % "loan" + "rates: [{id: a, kind: fixed, side: paid_to_you}]"],
    "rate-range-upside-down": [HEAD % "loan" + "rates: [{id: a, kind: fixed, side: paid_to_you, "
                               "rate: 5%, rate_up_to: 4%}]"],
    "band-two-lower-bounds": [HEAD % "loan" + "rates: [{id: a, kind: fixed, side: paid_to_you, "
                              "rate: 5%, bands: [{above: 1, at_least: 1}]}]"],
    "band-upside-down": [HEAD % "loan" + "rates: [{id: a, kind: fixed, side: paid_to_you, "
                         "rate: 5%, bands: [{above: 9, up_to: 1}]}]"],
    "scenario-without-value": [HEAD % "fund" + "returns: {type: market, scenarios: "
                               "[{name: stress, after: P1Y}]}"],
    "repayment-period": [HEAD % "loan" + "loan: {repayment: {type: bullet, count: 1, every: P7D}}"],
    "guarantee-without-guarantor": [HEAD % "fund" + "risk: {guarantee: {covers: full}}"],
    "guarantee-without-limit": [HEAD % "fund" + "risk: {guarantee: {covers: up_to_limit, by: {en: A}}}"],
    "term-without-length": [HEAD % "fund" + "term: {type: fixed}"],
    "term-without-notice": [HEAD % "fund" + "term: {type: notice}"],
    "rate-beyond": [fees("rate: 1500%"), fees("rate: -250%"), fees("rate: 123456789%")],
    "rate-up-to-without-rate": [fees("amount: 1, rate_up_to: 5%")],
    "waiver-empty": [fees("amount: 1, waivers: [{}]")],
    "benchmark-empty": [HEAD % "fund" + "returns: {type: market, benchmark: {}}"],
    "guarantee-limit-contradicts": [HEAD % "fund" + GUARANTEE % "full, limit: 5"],
    "guarantee-part-unsaid": [HEAD % "fund" + GUARANTEE % "part"],
    "guarantee-share-impossible": [HEAD % "fund" + GUARANTEE % "part, share: 0%"],
    "rating-twice": [HEAD % "fund" + "risk: {ratings: [{scale: cn-r, level: 1}, {scale: cn-r, level: 2}]}"],
    "lose-not-applicable": [HEAD % "fund" + "risk: {can_lose: not_applicable}"],
    "lose-not-applicable-beside-cash": [HEAD % "insurance" + "risk: {can_lose: not_applicable}\n"
                                        "insurance: {cash_values: [{year: 1, value: 2}]}"],
    "lose-nothing-beside-worst": [HEAD % "fund" + "risk: {can_lose: nothing, " + WORST % (5, 4)],
    "worst-amount-zero": [HEAD % "fund" + "risk: {" + WORST % (0, 0)],
    "worst-gets-back-more": [HEAD % "fund" + "risk: {" + WORST % (4, 5)],
    "term-open-with-length": [HEAD % "fund" + "term: {type: open, length: P1Y}"],
    "example-amount-zero": [HEAD % "fund" + "example: {amount: 0}"],
    "example-after-nothing": [HEAD % "fund" + "example: {amount: 1, after: [P0D]}"],
    "example-after-not-rising": [HEAD % "fund" + "example: {amount: 1, after: [P1Y, P1Y]}"],
    "limit-empty": [HEAD % "fund" + "limits: [{what: step}]"],
    "condition-empty": [HEAD % "fund" + "eligibility: [{}]"],
    "contact-empty": [HEAD % "fund" + "distributor: {name: {en: A}, complaints: {name: {en: B}}}"],
    "card-limit-upside-down": [HEAD % "card" + "card: {limit_from: 2, limit_to: 1}"],
    "card-minimum-above-debt": [HEAD % "card" + "card: {minimum_share: 200%}"],
    "premium-for-without-every": [HEAD % "insurance" + "insurance: {premium: {amount: 1, for: P1Y}}"],
    "cash-value-year-zero": [HEAD % "insurance" + "insurance: {cash_values: [{year: 0, value: 2}]}"],
    "cash-values-not-rising": [HEAD % "insurance" + "insurance: {cash_values: "
                               "[{year: 2, value: 2}, {year: 1, value: 2}]}"],
    "review-before-as-of": [HEAD % "fund" + "next_review: 2025-01-01"],
    "language-twice": [(HEAD % "fund").replace("[en]", "[en, en]")],
    "regime-twice": [HEAD % "fund" + "regimes: [a, a]"],
    "offering-upside-down": [HEAD % "wealth" + "offering: {method: public, opens: 2026-12-02, closes: 2026-12-01}"],
    "portfolio-above-all": [HEAD % "fund" + "fund: {portfolio: {on: 2026-09-30, holdings: "
                            "[{name: {en: A}, share: 101.01%}]}}"],
    "security-without-text": [HEAD % "loan" + "loan: {security: {kind: pledge}}"],
    "security-none-with-text": [HEAD % "loan" + "loan: {security: {kind: none, text: {en: A}}}"],
    "feature-empty": [HEAD % "fund" + "features: [{limit: yes}]"],
}  # fmt: skip


@pytest.mark.parametrize("code", FILES)
def test_each_problem_is_told_in_full(read: Read, code: str) -> None:
    for text in FILES[code]:
        problems = read(text)
        assert code in {problem.code for problem in problems}, text
        for problem in problems:
            for lang in languages():
                told = line(problem, lang)
                assert not re.search(r"\{\w+\}|\(\w+: ", told), told
                assert "“…”" not in told and '"…"' not in told, told
                assert ("; " if lang == "en" else "；") in told, told


def test_every_shape_of_yaml_trouble_but_the_rare_has_advice_of_its_own(read: Read) -> None:
    told = [line(problem, "zh-CN") for text in FILES["yaml-syntax"] for problem in read(text)]
    general = [one for one in told if "从这里开始读不下去" in one]
    assert len(general) == 1


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    said = []
    (tmp_path / "latin.yaml").write_bytes(b"a: caf\xe9")
    (tmp_path / "large.yaml").write_bytes(b"a" * 1_000_001)
    for name in ("none.yaml", "", "latin.yaml", "large.yaml"):
        with pytest.raises(DisclosureError) as caught:
            source.read(tmp_path / name, "x.yaml")
        said += [line(problem, "en").partition(";")[0] for problem in caught.value.problems]
    assert said == [
        "x.yaml: there is no such file",
        "x.yaml: this is a folder, not a file",
        "x.yaml:1:1: the file is not saved as UTF-8",
        "x.yaml: the file is larger than 1 MB",
    ]


def test_an_unknown_field_names_the_fields_of_its_own_part(read: Read) -> None:
    (problem,) = read(HEAD % "loan" + "loan: {repayment: {type: bullet, count: 1, colour: red}}")
    assert line(problem, "en").endswith(
        'loan.repayment.colour: "colour" is not a field here; '
        "remove it, or use one of: type, count, every, payment, rate"
    )
    (problem,) = read(HEAD % "insurance" + "insurance: {premium: {amount: 1, every: P1M, for_: P1Y}}")
    assert line(problem, "en").endswith('"for_" is not a field here; did you mean "for"?')
