"""Published sheets become the shelves of a catalogue: kinds in order, each product once with all its sheets."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .. import wording
from ..sheet import Sheet

PLAIN = "plain.sheet"


@dataclass(frozen=True, slots=True)
class Entry:
    """One published sheet, as far as a catalogue tells of it.

    `href` is the address of its HTML page relative to the folder, or of its PDF where there is no
    page; `pdf` that of its print version beside the page. `kind` is the code ("fund"), `regime_name`,
    `risk` and `summary` are in the sheet's language. `risk_level` counts from 1 on `scale`, an id of
    `templates/scales.yaml`; without a rating it is None and `risk` and `scale` are empty.
    """

    product: str
    lang: str
    kind: str
    title: str
    provider: str
    regime: str
    regime_name: str
    version: str
    as_of: date
    risk: str = ""
    risk_level: int | None = None
    scale: str = ""
    summary: str = ""
    href: str = ""
    pdf: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A product with its sheets: those in the reader's language first, the plain one before others."""

    entries: tuple[Entry, ...]

    @property
    def main(self) -> Entry:
        """The sheet that a reader is led to."""
        return self.entries[0]

    @property
    def rated(self) -> Entry | None:
        """The sheet with the highest level on the scale that is stated first; None without a rating."""
        rated = [one for one in self.entries if one.risk_level is not None]
        same = [one for one in rated if one.scale == rated[0].scale]
        return max(same, key=lambda one: one.risk_level or 0, default=None)

    @property
    def summed_up(self) -> Entry | None:
        """The first sheet with a summary."""
        return next((one for one in self.entries if one.summary), None)

    @property
    def by_language(self) -> dict[str, list[Entry]]:
        """The sheets of each language, in order."""
        found: dict[str, list[Entry]] = {}
        for one in self.entries:
            found.setdefault(one.lang, []).append(one)
        return found


def entry(sheet: Sheet, href: str, pdf: str | None = None) -> Entry:
    """What a catalogue tells of a sheet; `href` and `pdf` are as `Entry` says.

    Where several levels of one risk scale are stated, it is the highest.
    """
    rating, shown = _rating(sheet)
    scale, _, level = rating.partition(":")
    return Entry(
        product=sheet.product, lang=sheet.lang, kind=sheet.kind,
        title="".join(one.text for one in sheet.title), provider="".join(one.text for one in sheet.provider),
        regime=sheet.regime, regime_name=sheet.labels["regime"], version=sheet.version, as_of=sheet.as_of,
        risk=shown, risk_level=int(level) if level else None, scale=scale,
        summary=next((fact.shown for fact in sheet.facts if fact.path == "summary"), ""), href=href, pdf=pdf,
    )  # fmt: skip


def _rating(sheet: Sheet) -> tuple[str, str]:
    """The highest level on the scale that the sheet states first: ("cn-r5:3", "R3 (medium risk)")."""
    found = [fact for fact in sheet.facts if re.fullmatch(r"risk\.ratings\[\d+\]\.level", fact.path)]
    scale = found[0].value.partition(":")[0] if found else ""
    same = [fact for fact in found if fact.value.startswith(f"{scale}:")]
    highest = max(same, key=lambda fact: int(fact.value.rpartition(":")[2]), default=None)
    return (highest.value, highest.shown) if highest else ("", "")


def languages(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The languages of the sheets: first that of most products; of two with as many, the earlier one."""
    count = Counter(lang for _, lang in dict.fromkeys((one.product, one.lang) for one in entries))
    return tuple(lang for lang, _ in count.most_common())


def editions(entries: Iterable[Entry]) -> dict[str, str]:
    """The front pages of a folder, one a language of its sheets: by language the file, the first `index.html`."""
    return {lang: f"index.{lang}.html" if rank else "index.html" for rank, lang in enumerate(languages(entries))}


def shelves(entries: Sequence[Entry], lang: str) -> dict[str, list[Product]]:
    """The products of each kind for readers of a language, in the order of their titles there."""
    ranks = {one: rank for rank, one in enumerate((lang, *languages(entries)))} | {lang: -1}
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        found[one.product].append(one)
    order = list(wording.load(lang).labels["kinds"])
    shelved: dict[str, list[Product]] = {kind: [] for kind in order}
    for group in found.values():
        group.sort(key=lambda one: (ranks[one.lang], one.regime != PLAIN, one.regime))
        shelved.setdefault(group[0].kind, []).append(Product(tuple(group)))
    for products in shelved.values():
        products.sort(key=lambda one: (_place(one.main.title, lang), one.main.product))
    return {kind: products for kind, products in shelved.items() if products}


def _place(title: str, lang: str) -> bytes:
    """Where a title stands among others. In Chinese by GB 18030, whose common characters are in the
    order of their pinyin."""
    text = unicodedata.normalize("NFKC", title).casefold()
    return text.encode("gb18030" if lang.startswith("zh") else "utf-8", "replace")
