"""A text and what it would become come in; whether an edit would touch a figure or a negation goes out.

Figures are numbers with the currency, unit or month that stands beside them. A digit that is part
of a name, as in R2, T+1 or 401(k), or of a placeholder, as in \\1 or $1, is none. The meaning of a text survives only where the figures
are the same and the negators as many, outside explanations in brackets.
"""

import re
from collections import Counter

WINDOW = 24
"""Characters on each side of an edit in which a figure or a negator could be cut or joined."""
NEXT = 9
"""A figure that reaches into a term has a digit within so many characters of it: `5 per cent`."""

_CURRENCY = (
    r"(?:(?:US|HK|NZ|SG|AU|[ACS])?[$＄]|[€£¥￥₹]|人民币"
    r"|(?<![A-Za-z])(?:USD|EUR|GBP|CNY|RMB|HKD|AUD|NZD|JPY|CHF|SGD|CAD))\s?"
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\.?"
)
_UNIT = (
    r"(?:\s?(?:[%％‰]|per\s?cent(?![a-z])))?(?:\s?[千百万亿]+)?"
    r"(?:\s?(?:[美港日欧澳加]元|元|英镑|个?月(?![度均])|年(?![度化均报])|日(?![均元])|天|周|小时|分钟)"
    r"|[\s-]?(?:years?|months?|weeks?|days?|hours?|minutes?|thousand|million|billion|(?:USD|EUR|GBP|CNY|RMB)(?!\s?\d))(?![A-Za-z]))?"
)
_NUMBER = r"(?<![A-Za-z_\d\\])(?<![A-Za-z]\+)(?<!\\g<)(?!(?<=\$)[01](?![\d.,]))\d+(?:[.,:/-]\d+)*(?!\d|\([A-Za-z]\))"
_FIGURE = re.compile(
    rf"{_NUMBER}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s\d+)?|{_MONTH}\s{_NUMBER}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?"
    rf"|(?:{_CURRENCY})?{_NUMBER}{_UNIT}"
)
_DIGIT = re.compile(r"\d")
_NEGATOR = re.compile(
    r"\b(?:not|no|never|without|unless|cannot|neither|nor|none)\b|n['’]t\b|[不没未无非]", re.IGNORECASE
)


def figures(text: str) -> Counter[str]:
    """How often each figure stands in a text, whatever the width and the blanks it is written with."""
    wide = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {0xFF05: "%", 0xFFE5: "¥", 0xFF04: "$"}
    found = (match.group().translate(wide) for match in _FIGURE.finditer(text))
    return Counter(re.sub(r"\s", "", figure) for figure in found)


def negators(text: str) -> int:
    """How many words of negation, or characters that negate, stand in a text."""
    return len(_NEGATOR.findall(text))


def cuts_figure(text: str, start: int, end: int) -> bool:
    """Does a figure overlap `start` to `end` without lying wholly inside it as part of the term?"""
    if not _DIGIT.search(text, max(0, start - NEXT), end + NEXT):
        return False
    first = max(0, start - WINDOW)
    window = text[first : end + WINDOW]
    places = (found.span() for found in _FIGURE.finditer(window))
    return any(
        a + first < end and start < b + first and not (start <= a + first and b + first <= end) for a, b in places
    )


def broken(text: str, start: int, end: int, to: str, negates: bool = False) -> str:
    """What an edit of `text[start:end]` into `to` would break: "figure", "negation" or nothing."""
    left, right = text[max(0, start - WINDOW) : start], text[end : end + WINDOW]
    before, after = left + text[start:end] + right, left + to + right
    if (_DIGIT.search(before) or _DIGIT.search(to)) and figures(before) != figures(after):
        return "figure"
    if not negates and negators(before) != negators(after):
        return "negation"
    return ""
