"""The style sheets of a page become rules with the windows they hold in, and what no reader can judge."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile
from typing import Any

from .window import Window, holds, windows

Tokens = tuple[Any, ...]
Declared = dict[str, Tokens]

_SIDES = ("left", "right", "top", "bottom")
_PARTS = {
    "background": ("background-color", "background-image"),
    "font": ("font-size",),
    "inset": _SIDES,
    "margin": tuple(f"margin-{side}" for side in _SIDES),
    "margin-inline": ("margin-left", "margin-right"),
    "margin-block": ("margin-top", "margin-bottom"),
    "margin-inline-start": ("margin-left",),
    "margin-block-start": ("margin-top",),
    "inset-inline-start": ("left",),
    "inset-block-start": ("top",),
    "inset-inline": ("left", "right"),
    "inset-block": ("top", "bottom"),
    "overflow": ("overflow-x", "overflow-y"),
    "-webkit-clip-path": ("clip-path",),
    "-webkit-text-fill-color": ("color",),
}
FAMILIES = frozenset({"disclosure sans sc", "inherit", "initial", "system-ui", "sans-serif"})
"""The families of fonts that draw the letters that are written."""

TRACKED = frozenset({
    "display", "visibility", "opacity", "content-visibility", "color", "fill", "fill-opacity", "background-color",
    "background-image", "font-size", "font-family", "position", *_SIDES, *_PARTS["margin"], "text-indent",
    "overflow-x", "overflow-y", "clip", "clip-path", "mask",
    "mask-image", "-webkit-mask", "-webkit-mask-image", "filter", "mix-blend-mode", "z-index", "transform",
    "translate", "scale", "rotate", "zoom", "line-height", "letter-spacing", "word-spacing", "text-transform", "direction",
    "unicode-bidi", "order", "flex-direction", "flex-flow", "animation",
    "animation-name", "-webkit-text-security", "background-clip", "-webkit-background-clip", "offset-path", "writing-mode",
})  # fmt: skip
"""The properties by which a text can be hidden, moved or altered."""

_READ = {"media", "page", "charset", "namespace"}
_FOREIGN = {"import", "font-face"}
_MARKS = {"before", "after"}
_HARMLESS = {"marker", "selection", "placeholder", "backdrop"}


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What one rule declares, and in which of the windows (a bit each) it holds."""

    windows: int
    normal: Declared
    important: Declared


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """The rules of a page behind a matcher of selectors, the windows that tell them apart, and what
    stands in them that a sheet must not have: (message, text)."""

    matcher: Any
    windows: tuple[Window, ...]
    troubles: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Gathered:
    windows: tuple[Window, ...]
    matcher: Any
    troubles: list[tuple[str, str]] = field(default_factory=list)


@lru_cache(64)
def styles(sheets: tuple[tuple[str, str], ...]) -> Styles:
    """The rules of the style sheets of a page, each with the media it is for."""
    import cssselect2
    import tinycss2

    parsed = [
        (
            tinycss2.parse_component_value_list(media, skip_comments=True),
            tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True),
        )
        for media, text in sheets
    ]
    found = _Gathered(windows(_conditions(parsed)), cssselect2.Matcher())
    for media, rules in parsed:
        _gather(rules, holds(media, found.windows), found)
    return Styles(found.matcher, found.windows, tuple(dict.fromkeys(found.troubles)))


def _conditions(parsed: Iterable[tuple[Sequence[Any], Sequence[Any]]]) -> Iterator[Sequence[Any]]:
    for media, rules in parsed:
        yield media
        for rule in rules:
            if rule.type == "at-rule" and rule.lower_at_keyword == "media":
                yield rule.prelude


def _gather(rules: Sequence[Any], where: int, found: _Gathered) -> None:
    import tinycss2

    for rule in rules:
        if rule.type == "qualified-rule":
            _qualified(rule, where, found)
        elif rule.type == "at-rule":
            name = rule.lower_at_keyword
            inner = rule.content and tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            if name in ("media", "supports", "layer", "container") and inner:
                _gather(inner, where & (holds(rule.prelude, found.windows) if name == "media" else -1), found)
            if name == "page":
                found.troubles += _running(rule.content or ())
            elif name in _FOREIGN:
                found.troubles.append(("page-brings-in", f"@{name}"))
            elif name not in _READ:
                found.troubles.append(("style-unreadable", f"@{name}"))
        elif rule.type == "error":
            found.troubles.append(("style-unreadable", rule.message))


def _qualified(rule: Any, where: int, found: _Gathered) -> None:
    import cssselect2
    import tinycss2

    normal, important = (_telling(one) for one in declared(rule.content, found.troubles))
    text = tinycss2.serialize(rule.prelude).strip()
    try:
        selectors = cssselect2.compile_selector_list(rule.prelude)
    except cssselect2.SelectorError:
        if normal or important:
            found.troubles.append(("style-unreadable", text))
        return
    made = Rule(where, normal, important)
    for selector in selectors:
        if selector.pseudo_element:
            found.troubles += _added(selector.pseudo_element, rule.content, normal | important, text)
        elif normal or important:
            found.matcher.add_selector(selector, made)


def declared(content: Any, troubles: list[tuple[str, str]]) -> tuple[Declared, Declared]:
    """The tracked declarations in the block of a rule, or in a style attribute: normal, important."""
    import tinycss2

    normal: Declared = {}
    important: Declared = {}
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type != "declaration":
            troubles.append(("style-unreadable", one.serialize()[:60] if one.type != "error" else one.message))
            continue
        tokens = tuple(token for token in one.value if token.type not in ("whitespace", "comment"))
        if any(token.type == "url" or token.type == "function" and token.lower_name == "url" for token in tokens):
            troubles.append(("page-brings-in", one.serialize()[:60]))
        for name in _PARTS.get(one.lower_name, (one.lower_name,)):
            if name in TRACKED:
                (important if one.important else normal)[name] = tokens
    return normal, important


def _telling(given: Declared) -> Declared:
    """The declarations but for those that cannot hide anything. Where one of them lets something be seen that
    another rule hides, that is taken for hidden."""
    return {name: tokens for name, tokens in given.items() if not _is_harmless(name, tokens)}


def _is_harmless(name: str, tokens: Tokens) -> bool:
    if name == "line-height":
        return all(token.type == "number" and token.value >= 1 for token in tokens)
    if name.startswith("margin-"):
        return all(_word((token,)) == "auto" or getattr(token, "value", -1) >= 0 for token in tokens)
    return name == "font-family" and bool(tokens) and family(tokens) in FAMILIES


def family(tokens: Tokens) -> str:
    """The first family of fonts in a list, in small letters."""
    first = takewhile(lambda token: token.type in ("ident", "string"), tokens)
    return " ".join(str(token.value) for token in first).lower()


def _added(pseudo: Any, content: Any, tracked: Declared, text: str) -> Iterator[tuple[str, str]]:
    """What a rule for a part that is no element puts on the page, beyond marks and repeated headers."""
    import tinycss2

    name = str(pseudo)
    if name in _HARMLESS:
        return
    if name not in _MARKS:
        yield "style-unreadable", text
        return
    for one in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name == "content" and not _is_mark(one.value):
            yield "invented-on-page", f"{text} {{ {one.serialize()} }}"
    placed = _word(tracked.get("position", ())) in ("absolute", "fixed")
    if placed and (tracked.keys() & {"background-color", "background-image"}):
        yield "page-covered", text


def _running(content: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """What stands in the margins of printed pages beyond the title and the number of the page."""
    import tinycss2

    for box in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if box.type != "at-rule" or not box.content:
            continue
        for one in tinycss2.parse_blocks_contents(box.content, skip_comments=True, skip_whitespace=True):
            if one.type == "declaration" and one.lower_name == "content" and not _is_mark(one.value):
                yield "invented-on-page", f"@{box.at_keyword} {{ {one.serialize()} }}"


def _is_mark(tokens: Iterable[Any]) -> bool:
    """Is generated content only signs, the repeated header of a column, or the running title?"""
    for token in tokens:
        if token.type == "string" and any(one.isalnum() for one in token.value):
            return False
        if token.type == "function" and token.lower_name == "attr":
            if [one.value for one in token.arguments if one.type == "ident"] != ["data-label"]:
                return False
        elif token.type == "function" and token.lower_name not in ("counter", "string"):
            return False
    return True


def _word(tokens: Sequence[Any]) -> str:
    return str(tokens[0].lower_value) if tokens and tokens[0].type == "ident" else ""
