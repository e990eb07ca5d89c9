"""A text that was refused comes in; what its author most likely meant goes out, or nothing on any doubt."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

_QUOTES = "“”‘’\"'「」『』"
_NUMBER = r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(rf"([¥$€£])?\s*({_NUMBER})\s*([万亿])?\s*(元|人民币|人民币元|[A-Z]{{3}})?\Z")
_SIZE = {"万": 10_000, "亿": 100_000_000, None: 1}
_RATE = re.compile(r"(百分之)?\s*([+-]?\d+(?:\.\d+|,\d{1,2})?)\s*(%|percent|per cent|pct)?\Z", re.I)
_ISO = re.compile(r"P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?\Z")
_PART = r"(\d+|[一二两三四五六七八九十半]|an?|one|two|three|six|twelve)[\s-]*"
_YEARS = rf"(?:{_PART}(?:年|years?))"
_MONTHS = rf"(?:{_PART}(?:个月|月|months?))"
_SPOKEN = re.compile(rf"{_YEARS}?\s*(?:and|零|又)?\s*{_MONTHS}?\Z", re.I)
_COUNTS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {
    **{"两": 2, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "six": 6, "twelve": 12}
}
_NUMERIC_DATE = re.compile(r"(\d{4})[-–—](\d{1,2})[-–—](\d{1,2})\Z|(\d{4})(\d\d)(\d\d)\Z")
_NAMED_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? +([A-Za-z]{3,9})\.?,? +(\d{4})\Z")
_NAMED_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})\Z")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COUNT = re.compile(r"(\d{1,9})\s*(?:期|次|个|payments?|times)?\Z", re.I)
_YES = {"true", "是", "y", "on", "1", "对", "有", "yes"}
_NO = {"false", "否", "n", "off", "0", "不", "无", "no"}
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/\S*)?\Z", re.I)
_CURRENCIES = {
    **dict.fromkeys(("人民币", "元", "人民币元", "¥", "yuan", "renminbi", "rmb", "cnh"), "CNY"),
    **dict.fromkeys(("港币", "港元", "hk$"), "HKD"),
    **dict.fromkeys(("美元", "us$"), "USD"),
    **dict.fromkeys(("欧元", "€", "euro", "euros"), "EUR"),
    **dict.fromkeys(("英镑", "£", "sterling"), "GBP"),
    **dict.fromkeys(("澳元", "a$"), "AUD"),
}
_LANGUAGES = {
    **dict.fromkeys(("中文", "简体中文", "汉语", "chinese", "zh-cn", "zh-hans", "cn"), "zh-CN"),
    **dict.fromkeys(("英文", "英语", "english"), "en"),
}


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known name closest to what was typed, or None where none is close enough to be meant."""
    names = {name.lower().replace("-", "_"): name for name in known}
    typed = re.sub(r"[\s-]+", "_", _half_width(text).lower())
    close = get_close_matches(typed, names, n=1, cutoff=0.7)
    if close:
        return names[close[0]]
    begun = [name for name in names if len(typed) > 2 and name.startswith(typed)]
    return names[begun[0]] if len(begun) == 1 else None


def mended(code: str, text: str, pattern: str = "") -> str | None:
    """The text as it should have been typed, for a problem of this code; None where that is unsure.

    `pattern` tells the kinds of names apart for `pattern-mismatch`.
    """
    mend = _MENDERS.get(code) or (_NAMES.get(pattern[:6]) if code == "pattern-mismatch" else None)
    better = mend(_half_width(text)) if mend else None
    return None if better == text else better


def _half_width(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).replace("。", ".").replace("−", "-")
    return folded.strip().strip(_QUOTES).strip()


def _amount(text: str) -> str | None:
    found = _AMOUNT.match(text)
    if not found:
        return None
    value = Decimal(re.sub("[, ]", "", found[2])) * _SIZE[found[3]]
    return f"{value.normalize() if found[3] else value:f}"


def _rate(text: str) -> str | None:
    found = _RATE.match(text)
    return found[2].replace(",", ".") + "%" if found and (found[1] or found[3]) else None


def _period(text: str) -> str | None:
    if _ISO.match(text.upper()):
        return text.upper()
    if text == "半年":
        return "P6M"
    found = _SPOKEN.match(text)
    parts = zip(found.groups(), "YM", strict=True) if found and text else ()
    counted = [(_COUNTS.get(part.lower()) or part, unit) for part, unit in parts if part]
    sure = counted and all(str(count).isdigit() for count, _ in counted)
    return "P" + "".join(f"{count}{unit}" for count, unit in counted) if sure else None


def _day(text: str) -> str | None:
    if found := _NUMERIC_DATE.match(text.removesuffix("号").replace("年", "-").replace("月", "-")):
        return _real(*[part for part in found.groups() if part])
    if found := _NAMED_DATE.match(text):
        return _real(found[3], found[2], found[1])
    if found := _NAMED_MONTH_FIRST.match(text):
        return _real(found[3], found[1], found[2])
    return None


def _real(year: str, month: str, dom: str) -> str | None:
    name = month[:3].lower()
    number = _MONTH_NAMES.index(name) + 1 if name in _MONTH_NAMES else month
    try:
        return date(int(year), int(number), int(dom)).isoformat()
    except ValueError:
        return None


def _count(text: str) -> str | None:
    found = _COUNT.match(text)
    return found and found[1]


def _truth(text: str) -> str | None:
    said = text.lower()
    return "yes" if said in _YES else "no" if said in _NO else None


def _url(text: str) -> str | None:
    return f"https://{text}" if _DOMAIN.match(text) else None


def _id(text: str) -> str | None:
    name = re.sub(r"[\s./]+", "-", text.lower()).strip("-_")
    return name if re.match(r"[a-z0-9][a-z0-9_-]{0,120}\Z", name) else None


def _currency(text: str) -> str | None:
    known = _CURRENCIES.get(text.lower())
    return known or (text.upper() if re.match(r"[A-Za-z]{3}\Z", text) else None)


def _language(text: str) -> str | None:
    tag = text.lower().replace("_", "-")
    if known := _LANGUAGES.get(tag):
        return known
    return tag if re.match(r"[a-z]{2,3}\Z", tag) else None


_Mender = Callable[[str], str | None]
_MENDERS: Mapping[str, _Mender] = {
    "amount-malformed": _amount,
    "rate-malformed": _rate,
    "period-malformed": _period,
    "date-malformed": _day,
    "count-malformed": _count,
    "yes-or-no": _truth,
    "url-malformed": _url,
}
# The first letters of the patterns in the product model: ids, currencies, languages.
_NAMES: Mapping[str, _Mender] = {"^[a-z0": _id, "^[A-Z]": _currency, "^[a-z]": _language}
