"""A foreign record goes in; its texts, numbers and links come out one by one, and what is left over."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from itertools import count
from typing import Any

from ... import quantity
from ...quantity import QuantityError
from ..part import percentage

Words = dict[str, str]
_NOTHING = {"", '""', "None", "null"}
_HIDDEN = {"Cc", "Cf", "Co", "Cs"}
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?\Z", re.ASCII)
_URL = re.compile(r"https?://\S+\Z")
_CODE_LENGTH = 200
_SLUG_LENGTH = 100
_SPELLED = {
    word.lower(): word
    for word in (
        "ATM AUD BPAY CRM EFTPOS EPT German ID KID LEI LMI LVR M0 M1 M2 M3 MOPs MRM NPP Osko PayID "
        "PEXA PIN POS PRIIPs RHP RTGS SMS SRI SWIFT UK URI USD VEV Visa"
    ).split()
} | {"min": "minimum", "max": "maximum", "txns": "transactions"}


@dataclass(slots=True)
class Record:
    """A source record that is used up: what a mapping takes is gone, and `rest` yields what stays.

    So nothing can be lost: a field that no mapping knows, or whose value it cannot use, is left.
    `label` names the record wherever its leftovers are shown.
    """

    left: dict[str, Any]
    label: str = ""
    parts: list["Record"] = field(default_factory=list)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "Record":
        """A record of its own; the mapping given is not changed."""
        return cls({str(key): value for key, value in data.items()})

    def seen(self, key: str) -> str | None:
        """The text of a field, which stays."""
        return tidy(self.left.get(key))

    def text(self, key: str, accept: Callable[[str], bool] = lambda _: True) -> str | None:
        """The text of a field, taken if there is any and it is accepted."""
        words = self.seen(key)
        if words is None or not accept(words):
            return None
        del self.left[key]
        return words

    def choice(self, key: str, words: Mapping[str, str]) -> str | None:
        """The model's word for the field's value, taken if it has one."""
        raw = self.text(key, words.__contains__)
        return words[raw] if raw else None

    def url(self, key: str) -> str | None:
        """The web address in a field, taken if it is one with http or https."""
        return self.text(key, is_url)

    def share(self, key: str) -> str | None:
        """A fraction as a percentage: "0.015" gives "1.5%"; taken if it is a number."""
        raw = self.text(key, is_fraction)
        return percent(raw) if raw else None

    def texts(self, key: str) -> list[str]:
        """The texts of a list, all taken if the field holds nothing but texts."""
        values = self.left.get(key)
        if not isinstance(values, list) or any(isinstance(one, Mapping | list) for one in values):
            return []
        del self.left[key]
        return [words for words in map(tidy, values) if words]

    def records(self, key: str) -> list["Record"]:
        """The records in a list (or the one that stands alone), taken; theirs are left to them."""
        values = self.left.get(key)
        listed = [values] if isinstance(values, Mapping) else values
        if not isinstance(listed, list) or not all(isinstance(one, Mapping) for one in listed):
            return []
        del self.left[key]
        found = [Record.of(one) for one in listed]
        self.parts += found
        return found

    def rest(self) -> Iterator[tuple[str, str]]:
        """What nobody took, as (readable name, text), with the leftovers of its parts."""
        for key, value in self.left.items():
            for name, words in _leaves(value, readable(key)):
                yield (f"{self.label}: {_inside(name)}" if self.label else name), words
        for part in self.parts:
            for name, words in part.rest():
                yield (f"{self.label} – {name}" if self.label else name), words


def tidy(value: Any) -> str | None:
    """A scalar as one line of visible text; None where it says nothing. True is "yes"."""
    if value is None or isinstance(value, Mapping | list):
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    seen = "".join(
        one for one in str(value) if one.isspace() or unicodedata.category(one) not in _HIDDEN
    )
    line = " ".join(seen.split())
    return None if line in _NOTHING else line


def readable(name: str) -> str:
    """A field name or code as words: DIRECT_DEBIT_DISHONOUR, accrualFrequency, Portfolio_Name."""
    parts = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").split()
    words = " ".join(_SPELLED.get(part.lower(), part.lower()) for part in parts)
    return words[:1].upper() + words[1:]


def worded(code: str) -> str:
    """A code in capitals as words; anything else as it stands, for it may be words already."""
    return readable(code) if re.fullmatch("[A-Z][A-Z0-9_]*", code) else code


def percent(fraction: str) -> str:
    """A fraction as a percentage, exactly, with every digit: "0.0340" gives "3.40%"."""
    return f"{Decimal(fraction).scaleb(2):f}%"


def is_fraction(text: str) -> bool:
    """Whether a text is a number that `percent` turns into a rate of the model."""
    return bool(_NUMBER.match(text)) and _reads(percentage, percent(text))


def is_amount(text: str) -> bool:
    """Whether a text is an amount of the model that is not negative."""
    return is_signed(text) and quantity.amount(text) >= 0


def is_signed(text: str) -> bool:
    """Whether a text is an amount of the model."""
    return _reads(quantity.amount, text)


def is_period(text: str) -> bool:
    """Whether a text is a length of time of the model, as in ISO 8601."""
    return _reads(quantity.period, text)


def is_day(text: str) -> bool:
    """Whether a text is a calendar day of the model."""
    return _reads(quantity.day, text)


def is_url(text: str) -> bool:
    """Whether a text is a web address with http or https, and nothing else."""
    return bool(_URL.match(text))


def is_code(text: str) -> bool:
    """Whether a text is short enough for a code."""
    return len(text) <= _CODE_LENGTH


def english(text: str | None) -> Words | None:
    """A text of the model in English, or None."""
    return {"en": text} if text else None


def sentences(*parts: str | None) -> str | None:
    """Texts one after the other, each closed where another follows."""
    given = [part for part in parts if part]
    closed = [part if part[-1] in ".!?:;" else f"{part}." for part in given[:-1]]
    return " ".join([*closed, *given[-1:]]) or None


def stated(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {key: value for key, value in fields.items() if value not in (None, [], {})}


def slug(text: str) -> str:
    """A text as part of an id: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9_]+", "-", text.lower()).strip("-_")[:_SLUG_LENGTH].strip("-_")


def identity(owner: str, name: str) -> str:
    """An id from an owner and the owner's own id. Where letters were changed, a checksum keeps two
    ids apart that differ in those only (I1_100PLUS and I1_100plus are two products of one bank)."""
    made = slug(name)
    parts = [slug(owner)[:40].strip("-_"), made[:70].strip("-_")]
    if made[:70] != name:
        parts.append(sha256(f"{owner}\0{name}".encode()).hexdigest()[:6])
    return "-".join(part for part in parts if part)


def unique(names: Iterable[str]) -> list[str]:
    """The same slugs, those that repeat counted: fee, fee-2, fee-3."""
    wanted, given = list(names), []
    taken: set[str] = set()
    for name in wanted:
        tries = (f"{name}-{number}" if number > 1 else name for number in count(1))
        free = next(one for one in tries if one not in taken and (one == name or one not in wanted))
        taken.add(free)
        given.append(free)
    return given


def leftovers(record: Record) -> dict[str, Any]:
    """`details` and `links` of everything a record has left, each once."""
    rest = list(dict.fromkeys(record.rest()))
    links = {url: name for name, url in reversed(rest) if is_url(url)}
    return {
        "details": [detail(name, words) for name, words in rest if not is_url(words)],
        "links": [link(name, url) for url, name in reversed(links.items())],
    }


def detail(name: str, words: str) -> dict[str, Words]:
    """A further fact."""
    return {"name": {"en": name}, "value": {"en": words}}


def link(name: str, url: str) -> dict[str, Any]:
    """A page with more."""
    return {"name": {"en": name}, "url": url}


def _leaves(value: Any, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(inner, f"{name} – {_inside(readable(str(key)))}")
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, name)
    elif (words := tidy(value)) is not None:
        yield name, words


def _inside(name: str) -> str:
    first = name.split(" ")[0]
    return name if first in _SPELLED.values() else name[:1].lower() + name[1:]


def _reads(parse: Callable[[str], Any], text: str) -> bool:
    try:
        parse(text)
    except QuantityError:
        return False
    return True
