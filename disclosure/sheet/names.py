"""What wording can name: the product, its figures, and the few ways of saying a value differently."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ..derive import planned
from ..figures import Figure
from ..quantity import Period, Rate
from ..regime import Regime, Statement
from ..wording import Wording, scales
from .model import Fact
from .pictures import picture
from .suitable import fitting, investor, matrix
from .trace import Trace, View, chosen, figure_view, printing


def names(
    product: View, figures: Mapping[str, Figure], trace: Trace, regime: Regime
) -> dict[str, Any]:
    """The context of every wording file.

    `p` the product · `figure(name, …)` a computed figure, or nothing · `uncounted()` the planned fees
    that no total holds · `may_be_less()` whether a counted fee is a most · `has_rate(side)` whether a
    rate is paid or charged · `rated()` the ratings that count, one a scale · `disputed(rating)`
    whether somebody rated lower on that scale · `matrix(rating)` every level and whom it fits,
    `fitting(rating)` whom this one fits, `investor(level, rating)` an investor level with its name · `picture(name, alternative, …)` a drawing · `statement(id,
    name=value, …)` words that the rulebook prescribes, with facts in their places · and the
    ways of saying a value that `_ways` lists.
    """

    def figure(*parts: Any) -> View | None:
        name = ".".join(str(getattr(part, "_value", part)) for part in parts)
        known = figures.get(name)
        return known and figure_view(known, name, trace, product.currency._value)

    return {
        "p": product,
        "figure": figure,
        "has_rate": lambda side: any(one.side == side for one in product._value.rates or ()),
        "uncounted": lambda: _uncounted(product),
        "may_be_less": lambda: _may_be_less(product),
        "rated": lambda: _rated(product),
        "disputed": lambda rating: _disputed(product, rating),
        "matrix": lambda rating: list(matrix(rating, trace)),
        "fitting": lambda rating: _Said(fitting(rating, trace)),
        "investor": lambda level, rating: _Said(investor(level, rating._value.scale, trace)),
        "picture": lambda name, alternative, *of: picture(
            name, alternative, product, figures, trace, *of
        ),
        "statement": lambda name, **facts: _statement(regime.statement(name), facts, trace),
        **_ways(trace),
    }


def _statement(statement: Statement, facts: Mapping[str, Any], trace: Trace) -> str:
    """The prescribed words, marked as such, and the facts between them."""
    return _Said("".join(
        str(printing(facts[part[1:-1]])) if part.startswith("{")
        else trace.mark(Fact(f"statements.{statement.id}", "statutory", statement.id, part))
        for part in statement.parts(trace.wording.lang)
    ))


def _ways(trace: Trace) -> dict[str, Any]:
    """`say(group, value)` a choice in words · `label(group, key)` fixed words · `number`, `every`,
    `size` (without its sign) other forms of a value · `negative`, `zero` what it is · `stop(value)`
    a text with a full stop, where it has none · `linked(value)` an address behind a word ·
    `joined(part, …)` the parts that say something · `listed(values)` values in a row · `rating(value)`
    a level in words."""
    wording = trace.wording
    return {
        "say": lambda group, value: _Said(chosen(value, group, trace)),
        "label": wording.label,
        "number": lambda value: value.as_("number"),
        "every": lambda value: value.as_("every"),
        "size": lambda value: value.as_("size"),
        "negative": lambda value: _exact(value) < 0,
        "zero": lambda value: value._value == Period(),
        "stop": lambda value: _stopped(value, wording),
        "linked": lambda value: _linked(value, trace),
        "joined": lambda *parts: _joined(parts, wording),
        "listed": lambda values: _listed(values, wording),
        "rating": lambda value: _rating(value, trace),
    }


class _Said(str):
    """Words already marked with their source."""


def _exact(view: View) -> Decimal:
    value = view._value
    return value.percent if isinstance(value, Rate) else Decimal(value)


def _linked(view: View, trace: Trace) -> str:
    word = trace.wording.label("sheet", "more")
    return trace.mark(Fact(view._path, "link", view._value, word))


def _stopped(view: View, wording: Wording) -> str:
    ends = view.fact().shown.endswith(wording.locale.sentence_ends)
    return str(view) + ("" if ends else wording.locale.stop)


def _joined(parts: Iterable[str], wording: Wording) -> str:
    return wording.locale.part_join.join(part for part in parts if part)


def _listed(values: Iterable[Any], wording: Wording) -> str:
    return wording.locale.listed([str(printing(value)) for value in values])


def _rating(view: View, trace: Trace) -> str:
    rating = view._value
    scale = scales()[rating.scale]
    level = scale["levels"][rating.level - 1]
    code = f"{scale.get('prefix') or ''}{rating.level}"
    name = level["name"][trace.wording.lang]
    pattern = trace.wording.label("rating", "named")
    shown = pattern.replace("{code}", code).replace("{name}", name)
    return trace.mark(Fact(f"{view._path}.level", "choice", f"{rating.scale}:{rating.level}", shown))


def _uncounted(product: View) -> list[View]:
    counted = planned(product._value)
    return [fee for fee in product.fees if counted and fee._value.id in counted.uncounted]


def _may_be_less(product: View) -> bool:
    counted = planned(product._value)
    return counted is not None and counted.at_most


def _rated(product: View) -> list[View]:
    """On each scale the rating a customer sees: the highest.

    Source: 金融机构产品适当性管理办法, where issuer and distributor differ the higher level holds.
    """
    highest: dict[str, View] = {}
    for one in product.risk.ratings if product.risk else ():
        known = highest.get(one._value.scale)
        if known is None or one._value.level > known._value.level:
            highest[one._value.scale] = one
    return list(highest.values())


def _disputed(product: View, rating: View) -> bool:
    scale, level = rating._value.scale, rating._value.level
    return any(one.scale == scale and one.level != level for one in product._value.risk.ratings)
