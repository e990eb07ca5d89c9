"""A product's risk ratings and target become findings where it names investors whom its level does not fit."""

from collections.abc import Iterator
from typing import Any

from ...figures.rating import higher
from ...wording import scales, suitability
from ..finding import Finding, Rule

BELOW = Rule("investor-below-product", "金融机构产品适当性管理办法（金融监管总局令2025年第7号）：适当性匹配")
UNKNOWN = Rule("investor-level-unknown", "templates/suitability.yaml")


def find(product: Any, lang: str) -> Iterator[Finding]:
    """An error for each investor level below the product's, and a warning for one the matrix lacks.

    Where issuer and distributor differ, the higher rating counts.
    """
    levels = product.target.investor_levels if product.target else ()
    ratings = product.risk.ratings if product.risk else ()
    for scale, matrix in suitability().items():
        given = [rating.level for rating in ratings if rating.scale == scale]
        if given and levels:
            yield from _unfit(levels, higher(given), scale, matrix, lang)


def _unfit(levels: Any, level: int, scale: str, matrix: Any, lang: str) -> Iterator[Finding]:
    known = [one["code"] for one in matrix["investors"]]
    fits = matrix["fits"][level - 1]
    for index, code in enumerate(levels):
        path = f"target.investor_levels[{index}]"
        if code not in known:
            values = {"text": code, "known": ", ".join(known)}
            yield Finding(UNKNOWN.id, "warning", lang, "", path, "", values)
        elif code not in fits:
            product = f"{scales()[scale].get('prefix') or ''}{level}"
            values = {"text": code, "level": product, "fits": ", ".join(fits)}
            yield Finding(BELOW.id, "error", lang, "", path, "", values)
