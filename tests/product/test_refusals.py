"""Each refusal of the model is provoked by a wrong definition, and points at the right place."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from disclosure import product

PACKAGE = Path(product.__file__).parent
NAME = "name: {zh-CN: 丙, en: F}"
FEES = "fees:\n  - {id: f, " + NAME + ", when: %s, %s}\n"
TIERS = "fees:\n  - id: f\n    " + NAME + "\n    when: exit\n    of: balance\n    tiers: {%s}\n"
RATES = "rates:\n  - {id: r, kind: fixed, side: paid_to_you, %s}\n"
GUARANTEE = "risk:\n  guarantee: {by: {zh-CN: 丙, en: C}, covers: %s}\n"
FEE, TIER, RATE = (12, 5, "fees[0]"), (16, 12, "fees[0].tiers"), (12, 5, "rates[0]")

# kind, what stands from line 11 on, and the line, column, field and code of the one problem
REFUSALS = [
    ("fund", FEES % ("yearly", "of: balance"), (*FEE, "fee-without-price")),
    ("fund", FEES % ("yearly", "status: charged"), (*FEE, "fee-without-price")),
    ("fund", FEES % ("yearly", "amount: 0"), (*FEE, "fee-zero")),
    ("fund", FEES % ("yearly", "amount: 0.00"), (*FEE, "fee-zero")),
    ("fund", FEES % ("yearly", "status: not_stated, amount: 5"), (*FEE, "fee-stated-after-all")),
    ("fund", FEES % ("yearly", "status: not_stated, rate: 5%, of: balance"), (*FEE, "fee-stated-after-all")),
    ("fund", FEES % ("yearly", "status: free, amount: 5"), (*FEE, "fee-free-with-price")),
    ("fund", FEES % ("yearly", "status: free, rate: 5%, of: balance"), (*FEE, "fee-free-with-price")),
    ("fund", FEES % ("yearly", "rate: 5%"), (*FEE, "fee-rate-without-basis")),
    ("fund", FEES % ("yearly", "tiers: {by: amount, steps: [{up_to: 5, rate: 2%}, {rate: 1%}]}"),
     (*FEE, "fee-rate-without-basis")),
    ("fund", FEES % ("periodic", "amount: 5"), (*FEE, "fee-periodic-without-every")),
    ("fund", FEES % ("yearly", "rate: -1%, of: balance"), (*FEE, "fee-rate-negative")),
    ("fund", FEES % ("yearly", "of: balance, tiers: {by: amount, steps: [{up_to: 5, rate: -2%}, {rate: 1%}]}"),
     (*FEE, "fee-rate-negative")),
    ("fund", FEES % ("yearly", "amount: 5, minimum: 9, maximum: 8.99"), (*FEE, "fee-minimum-above-maximum")),
    ("fund", TIERS % "by: amount, steps: [{up_to: 5}, {rate: 1%}]",
     (16, 33, "fees[0].tiers.steps[0]", "step-without-price")),
    ("fund", TIERS % "by: amount, steps: [{rate: 1%}]", (*TIER, "tiers-too-few")),
    ("fund", TIERS % "by: amount, steps: [{rate: 2%}, {rate: 1%}]", (*TIER, "tiers-open-end")),
    ("fund", TIERS % "by: amount, steps: [{up_to: 5, rate: 2%}, {up_to: 9, rate: 1%}]",
     (*TIER, "tiers-open-end")),
    ("fund", TIERS % "by: time_held, steps: [{rate: 2%}, {rate: 1%}]", (*TIER, "tiers-open-end")),
    ("fund", TIERS % "by: time_held, steps: [{up_to: 5, rate: 2%}, {rate: 1%}]", (*TIER, "tiers-other-bound")),
    ("fund", TIERS % "by: amount, steps: [{held_up_to: P1Y, rate: 2%}, {rate: 1%}]", (*TIER, "tiers-other-bound")),
    ("fund", FEES % ("yearly", "rate: 3%, of: balance, tiers: {by: amount, steps: [{up_to: 5, rate: 2%}, {rate: 1%}]}"),
     (*FEE, "fee-price-beside-tiers")),
    ("loan", "loan:\n  repayment: {type: bullet, count: 1201}\n",
     (12, 14, "loan.repayment", "repayment-count")),
    ("fund", TIERS % "by: amount, steps: [{up_to: 9, rate: 2%}, {up_to: 9.0, rate: 1%}, {rate: 0%}]",
     (*TIER, "tiers-not-rising")),
    ("fund", TIERS % "by: time_held, steps: [{held_up_to: P1Y, rate: 2%}, {held_up_to: P365D, rate: 1%}, {rate: 0%}]",
     (*TIER, "tiers-not-rising")),
    ("fund", "fees:\n  - {id: f, " + NAME + ", when: exit, amount: 1}\n  - {id: f, " + NAME
     + ", when: exit, amount: 2}\n", (13, 10, "fees[1].id", "id-twice")),
    ("fund", "exit: {possible: any_time, fees: [leave]}\n", (11, 35, "exit.fees[0]", "fee-id-unknown")),
    ("loan", "loan:\n  repayment: {type: bullet, count: 1, rate: r}\n",
     (12, 45, "loan.repayment.rate", "rate-id-unknown")),
    ("deposit", RATES % "name: {zh-CN: 丁, en: R}", (*RATE, "rate-without-value")),
    ("deposit", RATES % "rate: 2%, rate_up_to: 1.99%", (*RATE, "rate-range-upside-down")),
    ("deposit", RATES % "rate: 2%, bands: [{above: 1, at_least: 1}]",
     (12, 63, "rates[0].bands[0]", "band-two-lower-bounds")),
    ("deposit", RATES % "rate: 2%, bands: [{at_least: 2, up_to: 1}]",
     (12, 63, "rates[0].bands[0]", "band-upside-down")),
    ("fund", "returns:\n  type: market\n  scenarios: [{name: stress, after: P1Y}]\n",
     (13, 15, "returns.scenarios[0]", "scenario-without-value")),
    ("loan", "loan:\n  repayment: {type: bullet, count: 0}\n", (12, 14, "loan.repayment", "repayment-period")),
    ("loan", "loan:\n  repayment: {type: bullet, count: 1, every: P7D}\n",
     (12, 14, "loan.repayment", "repayment-period")),
    ("loan", "loan:\n  repayment: {type: bullet, count: 1, every: P0M}\n",
     (12, 14, "loan.repayment", "repayment-period")),
    ("fund", "risk:\n  guarantee: {covers: full}\n", (12, 14, "risk.guarantee", "guarantee-without-guarantor")),
    ("fund", "risk:\n  guarantee: {covers: up_to_limit, by: {zh-CN: 丙, en: C}}\n",
     (12, 14, "risk.guarantee", "guarantee-without-limit")),
    ("fund", "term: {type: fixed}\n", (11, 7, "term", "term-without-length")),
    ("fund", "term: {type: notice, length: P1Y}\n", (11, 7, "term", "term-without-notice")),
    ("fund", "features:\n  - {limit: yes}\n", (12, 5, "features[0]", "feature-empty")),
    ("fund", "how: By post\n", (11, 6, "how", "text-without-language")),
    ("fund", "how: [a]\n", (11, 6, "how", "text-malformed")),
    ("fund", "how: {zh-CN: 丙, en: [a]}\n", (11, 6, "how", "text-malformed-in")),
    ("fund", "how: {zh-CN: 丙}\n", (11, 6, "how", "text-untranslated")),
    ("fund", "how: {zh-CN: 丙, en: C, fr: C}\n", (11, 6, "how", "text-language-undeclared")),
    ("fund", "launched: [2026-01-01]\n", (11, 11, "launched", "scalar-expected")),
    ("fund", "launched: {on: 2026-01-01}\n", (11, 11, "launched", "scalar-expected")),
    ("fund", "launched: 2026-02-30\n", (11, 11, "launched", "date-impossible")),
    ("fund", "links:\n  - {" + NAME + ", url: ftp://a.example}\n", (12, 36, "links[0].url", "url-malformed")),
    ("fund", "limits:\n  - {what: step, amount: -1}\n", (12, 26, "limits[0].amount", "amount-negative")),
    ("card", "card: {interest_on_top: true}\n", (11, 25, "card.interest_on_top", "yes-or-no")),
    ("insurance", "insurance: {cash_values: [{year: -1, value: 5}]}\n",
     (11, 34, "insurance.cash_values[0].year", "count-malformed")),
    ("fund", "term: {type: open, recommended: 5 years}\n", (11, 33, "term.recommended", "period-not-iso")),
    ("fund", "term: {type: forever}\n", (11, 14, "term.type", "choice-unknown")),
    ("fund", "risk: high\n", (11, 7, "risk", "mapping-expected")),
    ("fund", "fees: none\n", (11, 7, "fees", "list-expected")),
    ("fund", "regimes: [' ']\n", (11, 11, "regimes[0]", "empty-value")),
    ("fund", f"regimes: ['{'a' * 201}']\n", (11, 11, "regimes[0]", "text-too-long")),
    ("fund", "codes:\n  - {value: x}\n", (12, 5, "codes[0].scheme", "field-missing")),
    ("fund", "colour: red\n", (11, 1, "colour", "field-unknown")),
    ("fund", "term: {type: open, colour: red}\n", (11, 20, "term.colour", "field-unknown")),
    ("fund", "loan: {}\n", (11, 1, "loan", "field-unknown")),
    ("fund", "rates: [{id: R 1, kind: fixed, side: paid_to_you, rate: 1%}]\n",
     (11, 14, "rates[0].id", "pattern-mismatch")),
    ("fund", FEES % ("yearly", "rate_up_to: 2%, amount: 5, of: balance"), (*FEE, "rate-up-to-without-rate")),
    ("fund", FEES % ("yearly", "rate: 2%, rate_up_to: 1%, of: balance"), (*FEE, "rate-range-upside-down")),
    ("fund", FEES % ("yearly", "amount: 5, waivers: [{kind: Bundle, until: 2027-01-01}]"),
     (12, 73, "fees[0].waivers[0]", "waiver-empty")),
    ("deposit", RATES % "spread: 1%, rate_up_to: 2%", (*RATE, "rate-up-to-without-rate")),
    ("deposit", RATES % "rate: 1000.01%", (12, 51, "rates[0].rate", "rate-beyond")),
    ("deposit", RATES % "rate: -100.5%", (12, 51, "rates[0].rate", "rate-beyond")),
    ("fund", "returns: {type: market, benchmark: {}}\n", (11, 36, "returns.benchmark", "benchmark-empty")),
    ("fund", "returns: {type: market, benchmark: {rate_up_to: 3%}}\n",
     (11, 36, "returns.benchmark", "rate-up-to-without-rate")),
    *(
        (kind, "risk: {can_lose: not_applicable}\n", (11, 18, "risk.can_lose", "lose-not-applicable"))
        for kind in ("deposit", "wealth", "fund")
    ),
    ("insurance", "risk: {can_lose: not_applicable}\ninsurance: {cash_values: [{year: 1, value: 0}]}\n",
     (11, 18, "risk.can_lose", "lose-not-applicable-beside-cash")),
    ("fund", "risk: {can_lose: nothing, worst: {amount: 9, gets_back: 8, when: {zh-CN: 丙, en: C}}}\n",
     (11, 7, "risk", "lose-nothing-beside-worst")),
    ("fund", "risk: {worst: {amount: 9, gets_back: 9.01, when: {zh-CN: 丙, en: C}}}\n",
     (11, 15, "risk.worst", "worst-gets-back-more")),
    ("fund", "risk: {worst: {amount: 0.00, gets_back: 0, when: {zh-CN: 丙, en: C}}}\n",
     (11, 15, "risk.worst", "worst-amount-zero")),
    ("fund", "risk: {ratings: [{scale: eu-sri, level: 3}, {scale: eu-sri, level: 4, by: issuer}]}\n",
     (11, 7, "risk", "rating-twice")),
    ("fund", GUARANTEE % "full, limit: 5", (12, 14, "risk.guarantee", "guarantee-limit-contradicts")),
    ("fund", GUARANTEE % "full, share: 100%", (12, 14, "risk.guarantee", "guarantee-limit-contradicts")),
    ("fund", GUARANTEE % "none, share: 5%", (12, 14, "risk.guarantee", "guarantee-limit-contradicts")),
    ("fund", GUARANTEE % "part", (12, 14, "risk.guarantee", "guarantee-part-unsaid")),
    ("fund", GUARANTEE % "part, share: 100.1%", (12, 14, "risk.guarantee", "guarantee-share-impossible")),
    ("fund", GUARANTEE % "part, share: 0%", (12, 14, "risk.guarantee", "guarantee-share-impossible")),
    ("fund", "risk: {main: [" + ", ".join(["{id: a, " + NAME + ", text: {zh-CN: 丙, en: F}}"] * 2) + "]}\n",
     (11, 79, "risk.main[1].id", "id-twice")),
    ("fund", "fee_table: {waiver: 0.10%}\n", (11, 12, "fee_table", "fee-waiver-without-end")),
    ("fund", "priips: {prices_a_year: 0}\n", (11, 9, "priips", "moments-without-periods")),
    ("fund", "priips: {stated_costs: [{after: P1Y}]}\n", (11, 25, "priips.stated_costs[0]", "costs-empty")),
    ("fund", "example: {amount: 0}\n", (11, 10, "example", "example-amount-zero")),
    ("fund", "example: {amount: 1, after: [P0D]}\n", (11, 10, "example", "example-after-nothing")),
    ("fund", "example: {amount: 1, after: [P1Y, P12M]}\n", (11, 10, "example", "example-after-not-rising")),
    ("fund", "example: {amount: 1, after: [P2Y, P1Y]}\n", (11, 10, "example", "example-after-not-rising")),
    ("card", "card: {limit_from: 1000, limit_to: 900}\n", (11, 7, "card", "card-limit-upside-down")),
    ("card", "card: {minimum_share: 101%}\n", (11, 7, "card", "card-minimum-above-debt")),
    ("fund", "next_review: 2026-11-23\n", (11, 14, "next_review", "review-before-as-of")),
    ("deposit", RATES % "rate: 1%" + "  - {id: r, kind: bonus, side: paid_to_you, rate: 1%}\n",
     (13, 10, "rates[1].id", "id-twice")),
    ("fund", "distributor: {name: {zh-CN: 乙, en: B}, complaints: {reply_within: P5D}}\n",
     (11, 52, "distributor.complaints", "contact-empty")),
    ("fund", "distributor: {name: {zh-CN: 乙, en: B}, complaints: {phone: '1', ombudsman: {hours: {zh-CN: 丙, en: C}}}}\n",
     (11, 76, "distributor.complaints.ombudsman", "contact-empty")),
    ("fund", "eligibility: [{}]\n", (11, 15, "eligibility[0]", "condition-empty")),
    ("fund", "limits: [{what: step, link: https://a.example}]\n", (11, 10, "limits[0]", "limit-empty")),
    ("fund", "regimes: []\n", (11, 10, "regimes", "list-too-short")),
    ("fund", "regimes: [plain.sheet, plain.sheet]\n", (11, 24, "regimes[1]", "regime-twice")),
    ("insurance", "insurance: {cash_values: [{year: 0, value: 5}]}\n", (11, 12, "insurance", "cash-value-year-zero")),
    ("insurance", "insurance: {cash_values: [{year: 2, value: 5}, {year: 2, value: 6}]}\n",
     (11, 12, "insurance", "cash-values-not-rising")),
    ("insurance", "insurance: {cash_values: [{year: 2, value: 5}, {year: 1, value: 6}]}\n",
     (11, 12, "insurance", "cash-values-not-rising")),
    ("insurance", "insurance: {premium: {amount: 5, for: P3Y}}\n",
     (11, 22, "insurance.premium", "premium-for-without-every")),
    ("fund", "term: {type: open, length: P1Y}\n", (11, 7, "term", "term-open-with-length")),
    ("wealth", "offering: {method: public, opens: 2026-12-02, closes: 2026-12-01}\n",
     (11, 11, "offering", "offering-upside-down")),
    ("fund", "fund:\n  portfolio: {on: 2026-09-30, holdings: [{name: {zh-CN: 丁, en: R}, share: 101.01%}]}\n",
     (12, 14, "fund.portfolio", "portfolio-above-all")),
    ("loan", "loan: {security: {kind: pledge}}\n", (11, 18, "loan.security", "security-without-text")),
    ("loan", "loan: {security: {kind: guarantor}}\n", (11, 18, "loan.security", "security-without-text")),
    ("loan", "loan: {security: {kind: none, text: {zh-CN: 丙, en: C}}}\n",
     (11, 18, "loan.security", "security-none-with-text")),
    ("fund", FEES % ("yearly", "amount: 5, currency: RMB"), (12, 73, "fees[0].currency", "pattern-mismatch")),
]  # fmt: skip


def codes_refused() -> Iterator[str]:
    """The codes that the model names in a call of `refuse` or `problem`, read from its source."""
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="refuse"), args=[ast.Constant(value=str(code)), *_]):
                    yield code
                case ast.Call(func=ast.Attribute(attr="problem"), args=[_, ast.Constant(value=str(code))]):
                    yield code


@pytest.mark.parametrize(("kind", "more", "problem"), REFUSALS)
def test_a_refusal(
    told: Callable, minimal: Callable, kind: str, more: str, problem: tuple[int, int, str, str]
) -> None:
    assert told(minimal(kind, more)) == [problem]


def test_every_refusal_of_the_model_is_among_them() -> None:
    codes = set(codes_refused())
    assert len(codes) > 20
    elsewhere = {"mapping-expected", "language-twice"}
    assert sorted(codes - elsewhere - {problem[3] for *_, problem in REFUSALS}) == []


def test_a_language_twice(told: Callable, minimal: Callable) -> None:
    text = minimal("fund").replace("[zh-CN, en]", "[zh-CN, en, zh-CN]")
    assert told(text) == [(5, 24, "languages[2]", "language-twice")]


def test_an_entry_that_is_wrong_does_not_make_a_list_empty(told: Callable, minimal: Callable) -> None:
    assert told(minimal("fund", "regimes: [' ']\n")) == [(11, 11, "regimes[0]", "empty-value")]


def test_ids_are_compared_although_something_else_is_wrong(told: Callable, minimal: Callable) -> None:
    fee = "  - {id: f, " + NAME + ", when: exit, amount: much}\n"
    more = "fees:\n" + fee * 2 + "exit: {possible: any_time, fees: [g]}\nterm: {type: fixed}\n"
    assert [(field, code) for _, _, field, code in told(minimal("fund", more))] == [
        ("fees[0].amount", "amount-malformed"),
        ("fees[1].id", "id-twice"),
        ("fees[1].amount", "amount-malformed"),
        ("exit.fees[0]", "fee-id-unknown"),
        ("term", "term-without-length"),
    ]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("loan", "risk: {can_lose: not_applicable}\n"),
        ("card", "risk: {can_lose: not_applicable}\n"),
        ("insurance", "risk: {can_lose: not_applicable}\ninsurance: {premium: {amount: 5, every: P1Y, for: P3Y}}\n"),
        ("fund", "risk: {can_lose: some, worst: {amount: 9, gets_back: 9, when: {zh-CN: 丙, en: C}}}\n"),
        ("fund", "risk: {ratings: [{scale: cn-r, level: 3}, {scale: cn-r, level: 4, by: distributor}]}\n"),
        ("fund", GUARANTEE % "part, share: 100%"),
        ("fund", GUARANTEE % "part, note: {zh-CN: 丙, en: C}"),
        ("fund", GUARANTEE % "none"),
        ("fund", "example: {amount: 1, after: [P6M, P1Y, P5Y]}\n"),
        ("fund", "next_review: 2026-11-24\n"),
        ("fund", "next_review: 2027-11-24\nlaunched: 2030-01-01\n"),
        ("card", "card: {limit_from: 5, limit_to: 5, minimum_share: 100%}\n"),
        ("deposit", RATES % "rate: 1000%, rate_up_to: 1000%"),
        ("deposit", RATES % "rate: -100%"),
        ("insurance", "insurance: {cash_values: [{year: 1, value: 5}, {year: 3, value: 4}]}\n"),
        ("fund", "term: {type: open, notice: P7D, recommended: P5Y}\n"),
        ("loan", "loan: {security: {kind: none}}\n"),
        ("loan", "loan: {security: {kind: guarantor, text: {zh-CN: 丙, en: C}}}\n"),
        ("fund", "limits: [{what: step, note: {zh-CN: 丙, en: C}}]\neligibility: [{code: AGE}]\n"),
    ],
)  # fmt: skip
def test_what_stands_just_within_is_right(told: Callable, minimal: Callable, kind: str, more: str) -> None:
    assert told(minimal(kind, more)) == []
