"""The name of a computation and its inputs, as data, go in; its figures by name come out.

The names and the keys are those of published worked examples, so that anyone can send one in and
compare. Rates are in percent where a key ends in `_pct`, else as fractions of one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from disclosure.figures import apr, calendar, cost_impact, costs, deposit, fund, loan, priips, rating, scenarios
from disclosure.figures.figure import Figure, NotComputable
from disclosure.figures.inputs import Given, Inputs, fraction, mappings, number
from disclosure.figures.rounding import half_up, precisely

Results = dict[str, Decimal | str | list[Decimal]]


def compute(name: str, inputs: Inputs) -> Results:
    """The figures of one computation, unrounded unless its rule rounds.

    Raises NotComputable where there is no honest figure: a name that is not known, an input
    missing, unknown or out of range, no rate that fits or more than one.
    """
    rule = COMPUTATIONS.get(name)
    if rule is None:
        known = ", ".join(COMPUTATIONS)
        raise NotComputable("out_of_range", f'no computation "{name}"; known: {known}')
    given = Given(inputs)
    results = rule(given)
    if unknown := given.unknown():
        raise NotComputable("out_of_range", f"{name} has no input {', '.join(unknown)}")
    return results


def _named(figures: Sequence[Figure]) -> Results:
    return {one.name: one.value for one in figures}


def _operating_rate(given: Given) -> Results:
    if given.has("other_costs") or given.has("average_net_assets"):
        assets = given.number("average_net_assets")
        if assets <= 0:
            raise NotComputable("out_of_range", "average_net_assets must be more than 0")
        other = 100 * given.number("other_costs") / assets
    else:
        other = given.number("other_pct", "0")
    figure = fund.operating_rate(
        given.number("management_pct"), given.number("custody_pct"),
        given.number("sales_service_pct", "0"), other,
    )  # fmt: skip
    return {figure.name: half_up(figure.value, 2)}


def _seven_day_yield(given: Given) -> Results:
    return _named(fund.seven_day_yield(given.numbers("r")))


def _income_per_10000(given: Given) -> Results:
    return _named([fund.income_per_10000(given.number("net_income"), given.number("units"))])


def _pboc(given: Given) -> Results:
    if given.has("payments"):
        payments = given.numbers("payments")
    else:
        payments = [given.number("payment")] * given.whole("count")
    figures = loan.pboc_2021_3_annual_rate(
        given.number("principal"), given.number("upfront_fee", "0"), payments,
        given.whole("periods_per_year"),
    )  # fmt: skip
    return _named(figures)


def _ear(given: Given) -> Results:
    per_year = None
    if given.has("n") and given.raw("n") != "continuous":
        per_year = given.whole("n")
    return _named([deposit.effective_annual_rate(given.number("nominal_pct"), per_year)])


@precisely
def _aprc(given: Given) -> Results:
    if not given.has("flows"):
        return {"years": calendar.decimal(_interval(given))}
    flows = [
        (fraction(f"flows[{n}].t", one.get("t")), number(f"flows[{n}].amount", one.get("amount")))
        for n, one in enumerate(mappings(given.rows("flows"), "flows"))
    ]
    return _named([apr.eu_aprc(flows)])


def _interval(given: Given) -> Fraction:
    unit = given.raw("unit")
    if unit not in ("year", "month", "week"):
        raise NotComputable("out_of_range", f"unit must be year, month or week, not {unit}")
    return calendar.eu_years(given.day("first_drawdown"), given.day("payment"), unit)


def _appendix_j(given: Given) -> Results:
    if given.has("advances"):
        advances = list(_payments(given.rows("advances"), "advances"))
    else:
        advances = [apr.Payments(given.number("amount_financed"), 1, 0)]
    payments = list(_payments(given.rows("payments"), "payments"))
    return _named([apr.us_appendix_j_apr(advances, payments, given.number("unit_periods_per_year"))])


def _payments(rows: Sequence[Any], name: str) -> Iterator[apr.Payments]:
    for n, row in enumerate(mappings(rows, name)):
        of = Given(row)
        whole, count = of.whole("t", "0"), of.whole("count", "1")
        yield apr.Payments(of.number("amount"), count, whole, fraction(f"{name}[{n}].f", row.get("f", "0")))


def _costs_over_time(given: Given) -> Results:
    parts = cost_impact.Costs(
        given.number("entry_pct", "0"), given.number("ongoing_pct", "0"), given.number("exit_pct", "0")
    )
    figures = cost_impact.costs_over_time(
        given.number("invested"), parts, given.number("gross_growth_pct"), given.whole("years")
    )
    return _named(figures)


def _sri(given: Given) -> Results:
    mrm = given.whole("mrm") if given.has("mrm") else _mrm(given.number("vev"))
    if given.has("crm"):
        crm = given.whole("crm")
    else:
        step = given.whole("credit_quality_step")
        crm = int(priips.credit_risk_measure(step, given.number("rhp_years")).value)
    return {"mrm": Decimal(mrm), "crm": Decimal(crm), "sri": rating.priips_sri(mrm, crm).value}


@precisely
def _mrm(vev: Decimal) -> int:
    return int(rating.priips_mrm(vev * 100).value)


@precisely
def _vev(given: Given) -> Results:
    if given.has("vev"):
        return {"mrm": Decimal(_mrm(given.number("vev")))}
    var = priips.value_at_risk(_moments(given, "sigma"), given.whole("n_periods")).value
    vev = priips.volatility_equivalent(var, given.number("rhp_years")).value / 100
    return {"var": var, "vev": vev, "mrm": Decimal(_mrm(max(vev, Decimal(0))))}


def _moments(given: Given, volatility: str) -> priips.Moments:
    if given.has("prices"):
        return priips.moments(priips.log_returns(given.numbers("prices")))
    return priips.Moments(
        given.number(volatility), given.number("skew"), given.number("excess_kurtosis")
    )


@precisely
def _stress(given: Given) -> Results:
    z = given.number("z") if given.has("z") else None
    of = _moments(given, "stressed_sigma")
    figure = priips.stress_scenario(of, given.whole("n_periods"), given.number("rhp_years"), z)
    return {"annual_return": figure.value / 100}


def _scenarios(given: Given) -> Results:
    months = given.whole("rhp_months") if given.has("rhp_months") else 12 * given.whole("rhp_years")
    figures = scenarios.scenarios(
        given.numbers("prices"), months, given.number("invested", "10000"),
        given.number("entry_pct", "0"), given.number("exit_pct", "0"),
    )  # fmt: skip
    return _named(figures)


def _rounding(given: Given) -> Results:
    return {"text": format(half_up(given.number("value"), given.whole("decimals")), "f")}


def _apy(given: Given) -> Results:
    principal, days = given.number("principal"), given.whole("days")
    nominal, per_year = given.has("nominal_pct"), given.has("compounding_per_year")
    if given.has("interest"):
        interest = given.number("interest")
    elif nominal and per_year:
        interest = _interest(given, principal, days)
    else:
        raise NotComputable("missing_input", "interest is missing, or nominal_pct with compounding_per_year")
    return _named([deposit.us_reg_dd_apy(principal, interest, days)])


@precisely
def _interest(given: Given, principal: Decimal, days: int) -> Decimal:
    per_year = given.whole("compounding_per_year")
    if days * per_year % 365:
        raise NotComputable("missing_input", "interest is missing: the term is no whole number of compoundings")
    rate, periods = given.number("nominal_pct"), days * per_year // 365
    return half_up(deposit.compound_interest(principal, rate, periods, per_year).value, 2)


def _expense_example(given: Given) -> Results:
    net = given.number("net_expense_pct") if given.has("net_expense_pct") else None
    figures = costs.us_n1a_expense_example(
        given.number("investment"), given.number("sales_load_pct", "0"),
        given.number("gross_expense_pct"), net, given.whole("net_years", "0"),
        [int(year) for year in given.numbers("years")], given.number("annual_return_pct", "5"),
    )  # fmt: skip
    return {"cost_usd": [half_up(one.value, 0) for one in figures]}


COMPUTATIONS: Mapping[str, Callable[[Given], Results]] = {
    "cn.fund_summary.operating_rate": _operating_rate,
    "cn.money_fund.seven_day_yield": _seven_day_yield,
    "cn.money_fund.income_per_10000": _income_per_10000,
    "cn.pboc_2021_3.annualised_rate": _pboc,
    "generic.effective_annual_rate": _ear,
    "generic.rounding": _rounding,
    "eu.aprc": _aprc,
    "eu.priips.costs_over_time": _costs_over_time,
    "eu.priips.summary_risk_indicator": _sri,
    "eu.priips.category2.vev_and_mrm": _vev,
    "eu.priips.category2.stress_scenario": _stress,
    "eu.priips.category2.scenarios": _scenarios,
    "us.reg_dd.apy": _apy,
    "us.n1a.item3.expense_example": _expense_example,
    "us.reg_z.appendix_j.actuarial_apr": _appendix_j,
}
"""Every computation that can be asked for by name."""
