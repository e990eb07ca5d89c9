"""A row of the European PRIIPs Template: risk, scenarios, costs and leftovers."""

import pytest

from disclosure.product.importers import ept

_RHP = "01120_Recommended_Holding_Period"
_MATURES = "01125_Has_A_Contractual_Maturity_Date"
_EXIT = {
    "1": "03030_One_Off_Costs_Portfolio_Exit_Cost_At_1_Year",
    "half": "03040_One_Off_Costs_Portfolio_Exit_Cost_At_Half_RHP",
    "rhp": "03020_One_Off_Costs_Portfolio_Exit_Cost_At_RHP",
}


@pytest.fixture
def read(ept_row, model):
    def reading(fields=None):
        definition = ept.product(ept_row(fields))
        return model(definition), definition

    return reading


def details(definition):
    return {one["name"]["en"]: one["value"]["en"] for one in definition.get("details", [])}


def test_bare_row_states_only_what_it_says(read):
    found, definition = read()
    assert (found.kind, found.id, found.currency) == ("fund", "xs0000000001", "EUR")
    assert found.summary.get("en") == "An investment product of Heron Asset Management."
    assert [(one.scheme.get("en"), one.value) for one in found.codes] == [("ISIN", "XS0000000001")]
    assert found.fees is found.risk is found.returns is found.term is found.example is None
    assert details(definition) == {"EPT version (00001)": "V21"}


def test_quoted_emptiness_is_nothing(read):
    assert read({"04040_Investment_Objective_Portfolio": '""'})[0].investment is None


def test_risk_and_term(read):
    found, _ = read(
        {
            "01090_SRI": 5,
            "01100_MRM": "3",
            "01110_CRM": "4",
            "01020_Portfolio_VEV_Reference": "0.07221751",
            _RHP: "3",
            _MATURES: "N",
            "04080_Capital_Guarantee": "N",
        }
    )
    assert (found.risk.ratings[0].scale, found.risk.ratings[0].level) == ("eu-sri", 5)
    assert str(found.risk.sri.volatility) == "7.221751%"
    assert found.risk.guarantee.covers == "none"
    assert (found.term.type, str(found.term.recommended)) == ("open", "P3Y")


def test_guarantee_with_its_guarantor(read):
    found, _ = read(
        {
            "00020_Portfolio_Guarantor_Name": "Heron Bank",
            "04080_Capital_Guarantee": "Y",
            "04081_Capital_Guarantee_Level": "0.9",
        }
    )
    guarantee = found.risk.guarantee
    assert (guarantee.covers, str(guarantee.share)) == ("part", "90%")
    assert guarantee.by.get("en") == "Heron Bank"


@pytest.mark.parametrize(("level", "covers"), [("1", "full"), ("1.05", "full"), ("0", None)])
def test_guarantee_of_all_or_nothing_keeps_its_level_as_a_detail(read, level, covers):
    found, definition = read(
        {
            "00020_Name_Of_The_Guarantor": "Heron Bank",
            "04080_Capital_Guarantee": "Y",
            "04081_Capital_Guarantee_Level": level,
        }
    )
    assert details(definition)["Capital guarantee level (04081)"] == level
    guarantee = found.risk and found.risk.guarantee
    assert (guarantee and (guarantee.covers, guarantee.share)) == (covers and (covers, None))


def test_times_rise_where_the_holding_period_is_a_year(read):
    returns = {
        "02100_Stress_1": "-0.5", "02110_Stress_Half": "-0.4", "02120_Stress_RHP": "-0.5",
        "02220_Assumed_Amount": "10000",
    }  # fmt: skip
    found, _ = read({_RHP: "1", _MATURES: "N"} | returns)
    assert [str(one) for one in found.example.after] == ["P6M", "P1Y"]


def test_an_amount_of_nothing_is_no_example(read):
    found, definition = read({"02220_Assumed_Amount": "0"})
    assert found.example is None
    assert details(definition)["Assumed amount (02220)"] == "0"


def test_a_rate_beyond_all_rates_stays_a_detail(read):
    found, definition = read({"03010_Entry": "10.5"})
    assert found.fees is None
    assert details(definition)["Entry (03010)"] == "10.5"


def test_fractional_years_become_months_or_stay_a_detail(read):
    assert str(read({_RHP: "1.5", _MATURES: "N"})[0].term.recommended) == "P18M"
    found, definition = read({_RHP: "0.3", _MATURES: "N"})
    assert found.term.recommended is None
    assert details(definition)["Recommended holding period (01120)"] == "0.3"


def test_scenarios_keep_their_yearly_returns(read):
    found, definition = read(
        {
            _RHP: "5",
            "02100_Portfolio_Return_Stress_Scenario_1_Year": "-0.913",
            "02110_Portfolio_Return_Stress_Scenario_Half_RHP": "-0.50",
            "02120_Portfolio_Return_Stress_Scenario_RHP_Or_First_Call_Date": "-0.3836",
            "02220_Reference_Invested_Amount": "10000",
            "04087_Description_Past_Interval_Moderate_Scenario": "Between two dates.",
        }
    )
    scenarios = found.returns.scenarios
    assert [(str(one.after), str(one.yearly), one.gets_back) for one in scenarios] == [
        ("P1Y", "-91.3%", None),
        ("P30M", "-50%", None),
        ("P5Y", "-38.36%", None),
    ]
    assert [str(one) for one in found.example.after] == ["P1Y", "P30M", "P5Y"]
    name = "Description past interval moderate scenario (04087)"
    assert details(definition)[name] == "Between two dates."


def test_costs_become_fees(read):
    _, definition = read(
        {
            "03010_One_Off_Cost_Portfolio_Entry_Cost": "0",
            "03060_Ongoing_Costs_Management_Fees": "0.0285",
            "03080_Ongoing_Costs_Portfolio_Transaction_Costs": "0.000188571",
            "03095_Incidental_Costs": "0.1",
        }
    )
    said = [(one["id"], one["status"], one["rate"]) for one in definition["fees"]]
    assert said == [
        ("entry", "free", "0%"),
        ("management", "charged", "2.85%"),
        ("transaction", "charged", "0.0188571%"),
        ("incidental", "charged", "10%"),
    ]


@pytest.mark.parametrize(
    ("flag", "status"), [("N", "free"), ("Y", "not_stated")]
)
def test_incidental_costs_by_their_flag(read, flag, status):
    found, _ = read({"03090_Existing_Incidental_Costs_Portfolio": flag})
    assert [(one.id, one.status) for one in found.fees] == [("incidental", status)]


def test_exit_costs_that_fall(read):
    _, definition = read({_RHP: "3", _EXIT["1"]: "0.02", _EXIT["half"]: "0.01", _EXIT["rhp"]: "0"})
    assert definition["fees"][0]["tiers"]["steps"] == [
        {"held_up_to": "P18M", "rate": "2%"},
        {"held_up_to": "P3Y", "rate": "1%"},
        {"rate": "0%"},
    ]


def test_exit_costs_that_stay(read):
    found, _ = read({_RHP: "3", _EXIT["1"]: "0", _EXIT["rhp"]: "0.00"})
    assert [(one.id, one.status, one.tiers) for one in found.fees] == [("exit", "free", None)]


def test_one_exit_cost_names_its_time(read):
    found, definition = read({_EXIT["1"]: "0.02", _EXIT["rhp"]: "0.01"})
    assert found.fees[0].trigger.get("en") == "if you leave after 1 year"
    assert details(definition)["One off costs portfolio exit cost at RHP (03020)"] == "0.01"


def test_unknown_fields_keep_their_names(read):
    _, definition = read({"99999_New_Field": "Y", "Remark": "x", "00030_Again": "z"})
    said = details(definition)
    assert (said["New field (99999)"], said["Remark"], said["00030 again"]) == ("yes", "x", "z")
