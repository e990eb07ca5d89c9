"""Passages come in; marks of the other script (逗号 as ",", or "，" in English) go out with the right ones."""

import re
from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from .rule import Limits, PlainRule, Spot

ID = "half-width-punctuation"
_HAN = r"[一-鿿》）」”]"
_HALF = re.compile(
    rf"(?<={_HAN})[,;:?!](?!//)(?=[\s一-鿿《（「“\dA-Za-z]|$)|(?<=[一-鿿])\.(?=\s|$)|(?<=[%\d])[,;](?=[一-鿿])"
    r"|\((?=[^()]*[一-鿿])[^()]*\)|(?<=[一-鿿])\([^()]*\)"
    r'|"(?=[^"]*[一-鿿])[^"]*"'
)
_FULL = re.compile(r"(?<![一-鿿])[，。；：？！（）％、０-９Ａ-Ｚａ-ｚ]+(?![一-鿿])")
_PAIRS = {"(": "（）", '"': "“”"}
_WIDER = dict(zip(",;:?!.", "，；：？！。", strict=True))
_NARROWER = dict(zip("，。；：？！（）％、", ",.;:?!()%,", strict=True))


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """In Chinese, half-width marks beside 汉字; in English, full-width marks, letters and digits."""
    pattern = _HALF if lang.startswith("zh") else _FULL
    for number, passage in enumerate(passages):
        if passage.text.isascii():
            continue  # there is no 汉字 and no full-width mark
        for found in pattern.finditer(passage.text):
            yield Spot(number, *found.span(), found[0], values={"better": _right(found[0], lang)})


def _right(words: str, lang: str) -> str:
    if lang.startswith("zh"):
        marks = _PAIRS.get(words[0])
        return f"{marks[0]}{words[1:-1]}{marks[1]}" if marks else _WIDER[words]
    return "".join(_NARROWER.get(mark) or chr(ord(mark) - 0xFEE0 if "！" <= mark <= "～" else ord(mark)) for mark in words)
