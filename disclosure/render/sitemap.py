"""Published sheets and a public address become sitemaps (sitemaps.org), each page with its translations."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import SplitResult, quote, urlsplit
from xml.sax.saxutils import escape

from ..errors import EnvironmentProblem
from .shelves import Entry, editions

MOST_ADDRESSES, MOST_BYTES = 50_000, 50_000_000
"""One file may hold so many addresses and bytes (sitemaps.org, "Sitemaps XML format"; 52,428,800 bytes there)."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_START = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII)
_IN_A_PATH = "/%:@!$&'()*+,;=~"


def base_url(text: str) -> str:
    """The public address of a published folder in ASCII, with a slash at its end.

    Raises EnvironmentProblem where it is no http or https address that files can be put under.
    """
    parts = _split(text)
    host = _host(parts) if parts else ""
    if not parts or not host:
        raise EnvironmentProblem("base-url", text=text)
    path = quote(parts.path, safe=_IN_A_PATH).rstrip("/")
    return f"{parts.scheme}://{host}{path}/"


def _split(text: str) -> SplitResult | None:
    """The parts of an address that has neither blanks, a question, a fragment nor a password in it."""
    if re.search(r"[\s\x00-\x20\x7f\\<>\"?#@]", text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") else None


def _host(parts: SplitResult) -> str:
    """The host, in ASCII, with its port if it names one; empty where there is none."""
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii").lower()
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError:
        return ""
    labels = host.removesuffix(".").split(".")
    return host + port if all(map(_LABEL.fullmatch, labels)) else ""


def sitemaps(entries: Sequence[Entry], base: str) -> dict[str, str]:
    """Every sitemap by its file name: `sitemap.xml`, and where that is an index, those it lists.

    `base` is the address that the folder will have. An entry's day is when its page last changed.
    Raises EnvironmentProblem as `base_url` does.
    """
    base = base_url(base)
    files = list(_filled(_pages(entries, base)))
    if len(files) == 1:
        return {"sitemap.xml": _urlset(files[0])}
    named = {f"sitemap-{number}.xml": _urlset(file) for number, file in enumerate(files, 1)}
    listed = "".join(f"<sitemap><loc>{_safe(base + name)}</loc></sitemap>\n" for name in named)
    return {"sitemap.xml": f'{_START}<sitemapindex xmlns="{_NAMESPACE}">\n{listed}</sitemapindex>\n'} | named


def _urlset(pages: Sequence[str]) -> str:
    return (
        f'{_START}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(pages)}</urlset>\n"
    )


def _filled(pages: Iterator[str]) -> Iterator[list[str]]:
    """The pages by file; there is one file at least."""
    file: list[str] = []
    size = 0
    for page in pages:
        weight = len(page.encode("utf-8"))
        if len(file) == MOST_ADDRESSES or size + weight > MOST_BYTES:
            yield file
            file, size = [], 0
        file.append(page)
        size += weight
    yield file


def _pages(entries: Sequence[Entry], base: str) -> Iterator[str]:
    """The editions of the front page, then every sheet, in the order of their names."""
    fronts = list(editions(entries).items())
    newest = max((one.as_of for one in entries), default=date.min)
    yield from (_page(base, file, newest, [*fronts, ("x-default", "index.html")]) for _, file in fronts)
    versions: dict[tuple[str, str], list[Entry]] = {}
    for one in sorted(entries, key=lambda one: (one.product, one.regime, one.lang)):
        versions.setdefault((one.product, one.regime), []).append(one)
    for group in versions.values():
        same = [(one.lang, one.href) for one in group]
        yield from (_page(base, one.href, one.as_of, same) for one in group)


def _page(base: str, href: str, day: date, versions: Sequence[tuple[str, str]]) -> str:
    """One address with its last change and, where there are several, every language that it is there in."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{_safe(lang)}" href="{_safe(base + quote(at))}"/>'
        for lang, at in versions
    )
    return (
        f"<url><loc>{_safe(base + quote(href))}</loc><lastmod>{day.isoformat()}</lastmod>"
        f"{links if len(versions) > 1 else ''}</url>\n"
    )


def _safe(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})
