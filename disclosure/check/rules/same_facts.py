"""The sheets of one product in its languages become findings where they do not state the same."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...product import texts
from ...sheet import Sheet
from ..finding import Finding, Rule

RULE = Rule("languages-differ", "both languages of a disclosure must state the same facts")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:\s*(?:万|亿|million|billion))?")
_DIGIT = re.compile(r"\d")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
_MONTH = re.compile(rf"(?<=\d )(?:{'|'.join(_MONTHS)})\b|\b(?:{'|'.join(_MONTHS)})(?= \d)")
_TIMES = {"万": 10**4, "亿": 10**8, "million": 10**6, "billion": 10**9}


def find(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Facts that one sheet states and another does not, by path and value."""
    everything = frozenset().union(*(sheet.stated() for sheet in sheets))
    for sheet in sheets:
        for path, value in sorted(everything - sheet.stated()):
            values = {"text": value or path, "lang": sheet.lang}
            yield Finding(RULE.id, "error", sheet.lang, "", path, "", values)


def find_in_texts(product: object) -> Iterator[Finding]:
    """Texts of the definition whose languages hold different numbers ("50万" is 500,000)."""
    for path, text in texts(product):
        counted = {lang: numbers(words) for lang, words in text}
        reference = next(iter(counted.values()), None)
        for lang, found in counted.items():
            if found != reference:
                unlike = sorted((found - reference) + (reference - found))
                values = {"text": ", ".join(f"{one:,f}" for one in unlike), "lang": lang}
                yield Finding(RULE.id, "error", lang, "", f"{path}.{lang}", "", values)


def numbers(text: str) -> Counter[Decimal]:
    """The numbers of a text, whatever the habits they are written by: in a date, a month is one."""
    if not _DIGIT.search(text):
        return Counter()
    counted = _MONTH.sub(lambda found: str(_MONTHS.index(found[0]) + 1), text)
    return Counter(_exact(found) for found in _NUMBER.findall(counted))


def _exact(text: str) -> Decimal:
    unit = next((unit for unit in _TIMES if text.endswith(unit)), "")
    digits = text.removesuffix(unit).strip().replace(",", "")
    return (Decimal(digits) * _TIMES.get(unit, 1)).normalize()
