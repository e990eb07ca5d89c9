"""Published sheets become the front page of their folder, one edition a language, each product once."""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from .. import shipped, source, wording
from .jsonld import collection
from .shelves import Entry, Product, editions, entry, shelves
from .sitemap import base_url, sitemaps
from .skeleton import inlined, skeleton
from .typeset import between, spaced, tight

__all__ = ["Entry", "base_url", "entry", "index", "pages", "sitemaps"]

MOST_STEPS = 10
"""A risk scale with more steps is told in words alone."""


def pages(entries: Sequence[Entry]) -> dict[str, str]:
    """Every edition of the front page by its file name, `index.html` the first; nothing without sheets."""
    return {file: index(entries, lang) for lang, file in editions(entries).items()}


def index(entries: Sequence[Entry], lang: str | None = None) -> str:
    """The front page for readers of a language; without one, of the first language of the sheets.

    It lists every product, also those with no sheet in that language. It needs no script and no
    network; with a script it can be searched, and its address holds what was sought.
    """
    lang = lang or next(iter(editions(entries)), "en")
    page = skeleton("catalogue.html")
    words, shelved = _words(lang), shelves(entries, lang)
    told = _count(words, sum(map(len, shelved.values())), len(entries)) if entries else words["empty"]
    return page.render(
        lang=lang, words=words, told=told, gap=between(lang), digest=_digest,
        style=inlined("catalogue.css"), script=inlined("catalogue.js"),
        editions=[{"lang": one, "file": file, "name": _name(one)} for one, file in editions(entries).items()],
        shelves=[_shelf(kind, products, lang) for kind, products in shelved.items()],
        scales=list(_scales(shelved, lang)),
        data=Markup(collection(words["title"], lang, len(entries), max((one.as_of for one in entries), default=None))),
    )  # fmt: skip


def _shelf(kind: str, products: Sequence[Product], lang: str) -> dict[str, Any]:
    name = wording.load(lang).labels["kinds"].get(kind, kind)
    cards = [_card(one, lang) for one in products]
    return {"kind": kind, "name": name, "count": f"{len(products):,}", "products": cards}


def _card(product: Product, lang: str) -> dict[str, Any]:
    """A product as the page shows it."""
    main, rated, summed_up = product.main, product.rated, product.summed_up
    rows = product.by_language
    dated = _words(lang)["as_of"].format(day=_day(main.as_of, lang))
    return {
        "href": quote(main.href), "title": _set(main.title, main.lang), "lang": _spoken(main, lang),
        "provider": _set(main.provider, main.lang), "dated": dated,
        "risk": _set(rated.risk, rated.lang) if rated else "", "risk_lang": rated and _spoken(rated, lang),
        "meter": _meter(rated.scale, rated.risk_level or 0) if rated else "",
        "rating": f"{rated.scale}.{rated.risk_level}" if rated else "",
        "summary": _set(summed_up.summary, summed_up.lang) if summed_up else "",
        "summary_lang": summed_up and _spoken(summed_up, lang),
        "langs": " ".join(rows), "also": _also(product), "rows": [_row(*row) for row in rows.items()],
    }  # fmt: skip


def _row(lang: str, entries: Sequence[Entry]) -> dict[str, Any]:
    """The sheets of a product in one language."""
    sheets = [
        {"href": quote(one.href), "pdf": one.pdf and quote(one.pdf),
         "name": _set(one.regime_name, lang) + (" PDF" if one.href.endswith(".pdf") else "")}
        for one in entries
    ]  # fmt: skip
    return {"lang": lang, "name": _name(lang), "sheets": sheets}


def _name(lang: str) -> str:
    """How a language names itself."""
    return str(_data()["names"].get(lang, lang))


def _also(product: Product) -> str:
    """What a product is found by and its card does not show: its id, and its names in other languages."""
    others = (part for one in product.entries for part in (one.title, one.provider) if one.lang != product.main.lang)
    return " ".join(dict.fromkeys([product.main.product, *others]))


def _spoken(one: Entry, lang: str) -> Markup:
    """The attribute that tells the language of words that are not in that of the page."""
    return Markup("") if one.lang == lang else Markup(' lang="{}"').format(one.lang)


def _scales(shelved: Mapping[str, Sequence[Product]], lang: str) -> Iterator[dict[str, Any]]:
    """The risk scales in use with the levels that products have, from low to high, in words of the
    language where a sheet has them."""
    rated = [one.rated for products in shelved.values() for one in products]
    known: dict[str, dict[int, str]] = {}
    for one in sorted(filter(None, rated), key=lambda one: one.lang != lang):
        known.setdefault(one.scale, {}).setdefault(one.risk_level or 0, one.risk)
    names = _words(lang)["scales"]
    for scale, levels in sorted(known.items()):
        yield {"scale": scale, "name": names.get(scale, scale), "levels": sorted(levels.items())}


def _meter(scale: str, level: int) -> str:
    """The classes that draw a level; none for a scale that is not known or too long to draw."""
    steps = len(wording.scales().get(scale, {}).get("levels", ()))
    return f"s{steps} l{level}" if 3 <= steps <= MOST_STEPS else ""


def _count(words: Mapping[str, Any], products: int, sheets: int) -> str:
    counted = {
        name: words[name]["one" if number == 1 else "many"].format(n=f"{number:,}")
        for name, number in (("products", products), ("sheets", sheets))
    }
    return str(words["count"].format(**counted))


def _set(text: str, lang: str) -> Markup:
    return tight(spaced(text)) if lang.startswith("zh") else tight(text)


@lru_cache
def _day(day: date, lang: str) -> str:
    shown = wording.load(lang).locale.day(day)
    return spaced(shown) if lang.startswith("zh") else shown


@lru_cache
def _digest(text: str) -> str:
    """How a content security policy names an inline style or script: its sha256."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@lru_cache
def _data() -> Mapping[str, Any]:
    return dict(source.read(shipped.folder("templates", "catalogue.yaml")).data)


def _words(lang: str) -> Mapping[str, Any]:
    """The words of an edition."""
    found: Mapping[str, Any] = _data()[lang]
    return found
