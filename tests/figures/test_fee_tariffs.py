"""What a tariff charges: flat, by slices, by the step a base falls in, within its bounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.figures.fees import Step, Tariff, charge
from disclosure.figures.figure import NotComputable

D = Decimal
STEPS = (Step(D(1000), D(2)), Step(D(5000), D(1)), Step(None, D("0.5")))


@pytest.mark.parametrize(
    ("tariff", "base", "fee"),
    [
        (Tariff(rate=D("0.5")), "10000", "50"),
        (Tariff(amount=D(12)), "10000", "12"),
        (Tariff(rate=D(0)), "10000", "0"),
        (Tariff(rate=D(1), amount=D(3)), "1000", "13"),
        (Tariff(rate=D(1), amount=D(3), combine="greater"), "1000", "10"),
        (Tariff(rate=D(1), amount=D(3), combine="lesser"), "1000", "3"),
        (Tariff(rate=D(1), minimum=D(5), maximum=D(20)), "100", "5"),
        (Tariff(rate=D(1), minimum=D(5), maximum=D(20)), "1000", "10"),
        (Tariff(rate=D(1), minimum=D(5), maximum=D(20)), "9000", "20"),
        (Tariff(rate=D(1), minimum=D(5)), "0", "5"),
        (Tariff(steps=STEPS, mode="slice"), "10000", "85"),
        (Tariff(steps=STEPS, mode="slice", maximum=D(80)), "10000", "80"),
        (Tariff(steps=STEPS, mode="whole"), "10000", "50"),
        (Tariff(steps=STEPS, mode="slice"), "0", "0"),
    ],
)
def test_charge(tariff, base, fee):
    assert charge(tariff, D(base)) == D(fee)


@pytest.mark.parametrize(
    ("inclusive", "base", "fee"),
    [
        (True, "999.99", "19.9998"),
        (True, "1000", "20"),
        (True, "1000.01", "10.0001"),
        (False, "999.99", "19.9998"),
        (False, "1000", "10"),
    ],
)
def test_a_base_on_the_bound(inclusive, base, fee):
    assert charge(Tariff(steps=STEPS, mode="whole", inclusive=inclusive), D(base)) == D(fee)


@pytest.mark.parametrize(
    ("inclusive", "base", "fee"),
    [(True, "0", "5"), (True, "100", "5"), (True, "100.01", "12"), (False, "100", "12")],
)
def test_the_amount_of_a_slice_is_due_once_its_step_is_reached(inclusive, base, fee):
    steps = (Step(D(100), amount=D(5)), Step(None, amount=D(7)))
    assert charge(Tariff(steps=steps, mode="slice", inclusive=inclusive), D(base)) == D(fee)


@pytest.mark.parametrize(
    ("days", "fee"), [("6", "150"), ("7", "50"), ("29", "50"), ("30", "0"), ("400", "0")]
)
def test_a_redemption_fee_goes_by_the_days_held(days, fee):
    steps = (Step(D(7), D("1.5")), Step(D(30), D("0.5")), Step(None, D(0)))
    tariff = Tariff(steps=steps, mode="whole", inclusive=False)
    assert charge(tariff, D(10000), measured=D(days)) == D(fee)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: Tariff(), "missing_input"),
        (lambda: Step(D(10)), "missing_input"),
        (lambda: Step(rate=D(-1)), "out_of_range"),
        (lambda: Tariff(rate=D(-1)), "out_of_range"),
        (lambda: Tariff(steps=STEPS), "missing_input"),
        (lambda: Tariff(rate=D(1), steps=STEPS, mode="whole"), "bad_tariff"),
        (lambda: Tariff(steps=STEPS[::-1], mode="whole"), "bad_tariff"),
        (lambda: Tariff(steps=(STEPS[1], STEPS[0]), mode="whole"), "bad_tariff"),
        (lambda: Tariff(steps=(STEPS[0], STEPS[0]), mode="whole"), "bad_tariff"),
        (lambda: Tariff(steps=(Step(D(0), D(1)),), mode="whole"), "bad_tariff"),
        (lambda: Tariff(rate=D(1), minimum=D(2), maximum=D(1)), "bad_tariff"),
        (lambda: Tariff(rate=D(1), combine="max"), "bad_tariff"),
        (lambda: Tariff(steps=STEPS, mode="slices"), "bad_tariff"),
        (lambda: charge(Tariff(rate=D(1)), D(-1)), "out_of_range"),
        (lambda: charge(Tariff(steps=STEPS[:2], mode="whole"), D(5001)), "beyond_steps"),
        (lambda: charge(Tariff(steps=STEPS[:2], mode="slice"), D(5001)), "beyond_steps"),
        (lambda: charge(Tariff(steps=STEPS, mode="slice"), D(1), measured=D(1)), "bad_tariff"),
    ],
)
def test_a_tariff_without_one_clear_price_is_refused(make, reason):
    with pytest.raises(NotComputable) as refused:
        make()
    assert refused.value.reason == reason


rates = st.decimals(0, 20, places=2)
bases = st.decimals(0, 10**7, places=2)


@st.composite
def stepped(draw):
    bounds = sorted(draw(st.sets(st.integers(1, 10**6), max_size=5)))
    steps = [Step(D(bound), draw(rates)) for bound in bounds]
    return (*steps, Step(None, draw(rates)))


@given(stepped(), bases, st.booleans())
def test_slices_lie_between_the_whole_at_the_lowest_and_at_the_top_rate(steps, base, inclusive):
    fee = charge(Tariff(steps=steps, mode="slice", inclusive=inclusive), base)
    given_rates = [step.rate for step in steps]
    assert base * min(given_rates) / 100 <= fee <= base * max(given_rates) / 100


@given(stepped(), bases, bases)
def test_a_larger_base_is_never_charged_less_by_slices(steps, one, other):
    tariff = Tariff(steps=steps, mode="slice")
    small, large = sorted((one, other))
    assert charge(tariff, small) <= charge(tariff, large)


@given(stepped(), bases)
def test_where_the_bound_belongs_makes_no_difference_to_rates_by_slices(steps, base):
    lower, upper = (Tariff(steps=steps, mode="slice", inclusive=side) for side in (True, False))
    assert charge(lower, base) == charge(upper, base)


@given(rates, bases)
def test_one_step_is_a_flat_rate(rate, base):
    flat = charge(Tariff(rate=rate), base)
    assert charge(Tariff(steps=(Step(None, rate),), mode="slice"), base) == flat
    assert charge(Tariff(steps=(Step(None, rate),), mode="whole"), base) == flat
