"""A text comes in as written; the text to count goes out, its numbers and addresses made neutral."""

import re
import unicodedata

NEUTRAL = "0"
"""Stands for a number, a date, a sum, a rate, an address or a code: one short word, never hard."""

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_MARKS = tuple(zip("，：；（）？！％", ",:;()?!%"))
_NUMBER = r"\d+(?:[.,:/⁄-]\d+)*"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_CURRENCY = r"(?:RMB|CNY|USD|EUR|GBP|HKD|JPY|CHF|HK\$|US\$|[$€£¥]|人民币|港币|美元|欧元)"
_DIGIT = re.compile(r"\d")
_FIGURES = (
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}}"
    r"|\d{2,4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]"
    rf"|{_CURRENCY} ?{_NUMBER}(?: ?(?:thousand|million|billion|m|bn|k)\b| ?[十百千万亿]*(?:[美港欧]?元)?)"
    rf"|{_NUMBER} ?[十百千万亿]*[美港欧]?元"
    rf"|{_NUMBER} ?(?:%|‰|per cent\b|percent\b|个百分点|个基点)"
    r"|(?<![A-Za-z0-9])(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*(?![A-Za-z0-9])"
    rf"|{_NUMBER}"
)
_TOKENS = re.compile(
    r"(?:https?://|www\.)[!-~]*[A-Za-z0-9/]"
    r"|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    rf"|{_FIGURES}"
)
_NO_ADDRESS = re.compile(rf"(?=[\dA-Z$€£¥人港美欧])(?:{_FIGURES})")
"""For texts without an address: every figure begins with one of these."""


def neutral(text: str) -> str:
    """The text for counting: one width (NFKC), nothing unseen, each number, date, sum or address as `0`.

    Offsets do not survive; measure with it, point at the text as written.
    """
    if not text.isascii():
        text = _narrow(text)
    if "@" in text or "www." in text or "://" in text:
        return _TOKENS.sub(NEUTRAL, text)
    return _NO_ADDRESS.sub(NEUTRAL, text) if _DIGIT.search(text) else text


def _narrow(text: str) -> str:
    """The text in NFKC without what is unseen; the wide marks that stand in any text are replaced first, as that is cheap."""
    if _UNSEEN.search(text):
        text = _UNSEEN.sub("", text)
    for wide, narrow in _MARKS:
        if wide in text:
            text = text.replace(wide, narrow)
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
