"""Passages come in; the places where the text itself is broken go out: it must be mended, not scored.

Text copied from a PDF or a picture loses glyphs (敁 for 效, "bene t" for "benefit"), text read in the
wrong encoding turns into "â€™", and text reworded by machine says what nobody says (本产物).
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...text.passage import Passage
from .rule import Limits, PlainRule, Spot

ID = "damaged-text"
Place = tuple[int, int, str]
"""Start, end, and what was meant, "" if that is not known."""
_LOST = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd\x00-\x08\x0e-\x1f\x80-\x9f]+")
_OTHER_CODE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
_LATIN = re.compile("[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}")
_KNOWN_WRONG = re.compile("â€|(?:锟斤拷?)+|烫烫烫+|屯屯屯+|ï»¿")
_AS_GBK = re.compile("[一-鿿\ue000-\uf8ff€]*[鏈鍝鐨浜銆鍒鎴鍙璇鏄涓娆鐞璐鍩閲鏉鎹][一-鿿\ue000-\uf8ff€]+")
_TWICE_EN = re.compile(r"(?<![A-Za-z])(?:([A-Za-z])\1(?!\1)){4,}(?![A-Za-z])", re.IGNORECASE)
_TWICE_ZH = re.compile(r"(?:([一-鿿])\1(?!\1)){3,}")
_DIGIT = re.compile(r"(?<![\w/@.:-])(?:[A-Za-z]?[a-z]+0|[A-Za-z]?[a-z]{2,}1)[a-z]{2,}(?![\w/@:-]|\.\w)")
_PART = re.compile("[亻氵讠钅阝纟饣忄扌犭衤礻灬刂廴宀冖辶疒]+")


@dataclass(frozen=True, slots=True)
class _Tables:
    """The lists of the rule as the search wants them: patterns, and what each wrong wording should be."""

    spun: re.Pattern[str]
    said: Mapping[str, str]
    lost: re.Pattern[str]
    whole: Mapping[str, str]
    glyphs: Mapping[str, tuple[str, ...]]
    rare: re.Pattern[str]
    alone: Mapping[str, str]
    titles: re.Pattern[str]


@lru_cache(maxsize=16)
def _tables(rule: PlainRule, lang: str) -> _Tables:
    glyphs = {wrong: tuple(one.split()[0] for one in right.split(",")) for wrong, right in rule.pairs(lang, "glyphs")}
    return _Tables(
        rule.pattern(lang, "spun"), rule.plain(lang, "spun"),
        rule.pattern(lang, "lost-letters"), rule.plain(lang, "lost-letters"),
        glyphs, _any_mark(tuple(glyphs)), rule.plain(lang, "alone"), rule.pattern(lang, "titles"),
    )  # fmt: skip


def find(passages: Sequence[Passage], lang: str, rule: PlainRule, limit: Limits) -> Iterator[Spot]:
    """Each broken place with what it should probably read, where that is known."""
    tables = _tables(rule, lang)
    for number, passage in enumerate(passages):
        last = 0
        for start, end, better in sorted(_places(passage.text, tables), key=lambda one: (one[0], -one[1])):
            if start >= last:
                last = end
                yield Spot(number, start, end, passage.text[start:end], values={"better": better or "?"})


def _places(text: str, tables: _Tables) -> Iterator[Place]:
    """Each place, which may lie in another."""
    if not text.isascii():
        yield from ((*found.span(), "") for pattern in (_LOST, _PART) for found in pattern.finditer(text))
        yield from _misread(text)
        yield from _elsewhere(text)
        if tables.glyphs:
            yield from _wrong_glyphs(text, tables)
            yield from _odd_ones(text, tables)
    yield from ((*found.span(), found[0][::2]) for found in _doubled(text))
    if "0" in text or "1" in text:
        yield from ((*found.span(), found[0].replace("0", "o").replace("1", "l")) for found in _DIGIT.finditer(text))
    for found in tables.spun.finditer(text):
        yield *found.span(), tables.said[" ".join(found[0].lower().split())]
    for found in tables.lost.finditer(text):
        if _is_debris(text, found):
            yield *found.span(), tables.whole[" ".join(found[0].lower().split())]


def _elsewhere(text: str) -> Iterator[Place]:
    """Ligatures, radicals and second code points that a PDF wrote for the letters and 汉字 they look like."""
    for found in _OTHER_CODE.finditer(text):
        meant = unicodedata.normalize("NFKC", found[0])
        if meant != found[0]:
            yield *found.span(), meant


def _doubled(text: str) -> Iterator[re.Match[str]]:
    yield from (found for found in _TWICE_EN.finditer(text) if not found[0].isupper())
    if text.isascii():
        return
    yield from (found for found in _TWICE_ZH.finditer(text) if len(set(found[0])) > 2)


def _misread(text: str) -> Iterator[Place]:
    """UTF-8 read as Windows-1252 or GBK: bytes that make sense as UTF-8 are no accident."""
    for pattern, bytes_of in ((_LATIN, _western), (_AS_GBK, _chinese)):
        for found in pattern.finditer(text):
            if meant := _decoded(bytes_of(found[0])):
                yield *found.span(), meant
    yield from ((*found.span(), "") for found in _KNOWN_WRONG.finditer(text))


def _western(text: str) -> bytes:
    return b"".join(mark.encode("latin-1" if mark < "\u0100" else "cp1252") for mark in text)


def _chinese(text: str) -> bytes:
    return text.encode("gb18030")


def _decoded(data: bytes) -> str:
    """What bytes say in UTF-8, less a last character that was cut off; "" if they are not UTF-8."""
    for cut in (0, 1, 2):
        try:
            said = data[: len(data) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return said if len(said) > cut else ""
    return ""


def _is_debris(text: str, found: re.Match[str]) -> bool:
    """Whether nothing but blanks and marks touch the place: "of ce" of "the of ce", not "of CE-marked"."""
    return text[found.end() : found.end() + 1] != "-" and found[0].split()[-1].islower()


def _wrong_glyphs(text: str, tables: _Tables) -> Iterator[Place]:
    """Rare characters of the table that make no word where they stand, while the meant one does.

    A name may hold a rare character: without a word on either side that the meant one would form,
    it is left alone.
    """
    for at in (found.start() for found in tables.rare.finditer(text)):
        wrong, rights = text[at], tables.glyphs[text[at]]
        before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        beside = [(one, tables.glyphs.get(one, (one,))[0]) for one in (before, after)]
        right = _mended(wrong, rights, *beside) or (rights[0] if wrong in tables.alone else "")
        if right and not _is_named(text, at, tables):
            yield at, at + 1, right


def _odd_ones(text: str, tables: _Tables) -> Iterator[Place]:
    odd = {mark for mark in set(text) if _is_odd(mark)}
    if len(odd) > 1:
        yield from ((at, at + 1, "") for at, mark in enumerate(text) if mark in odd and mark not in tables.glyphs)


@lru_cache
def _any_mark(marks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(marks)}]" if marks else "(?!)")


@lru_cache(maxsize=8192)
def _is_odd(mark: str) -> bool:
    """Whether a 汉字 is in neither common set: GB 2312 for simplified, Big5-HKSCS for traditional and names.

    One of them may be in a name; several in one block of text are none of them meant.
    """
    return "一" <= mark <= "鿿" and not any(_holds(encoding, mark) for encoding in ("gb2312", "big5hkscs"))


def _holds(encoding: str, mark: str) -> bool:
    try:
        return bool(mark.encode(encoding))
    except UnicodeEncodeError:
        return False


def _is_named(text: str, at: int, tables: _Tables) -> bool:
    """Whether a title or a word for "name" stands next to the character: 张敁先生, 姓名：王敁."""
    if tables.titles.match(text, at + 1) or tables.titles.match(text, at + 2):
        return True
    return bool(re.search(r"(?:姓名|联系人|签名|户名)[:：]?[一-鿿]{0,3}$", text[:at]))


def _mended(wrong: str, rights: tuple[str, ...], before: tuple[str, str], after: tuple[str, str]) -> str:
    """The right character that makes a word with a neighbour, if the wrong one makes none; or "".

    A neighbour comes as written and as it should read if it is a wrong one too.
    """
    from ...text.lexicon import frequency

    if (before[0] and frequency(before[0] + wrong)) or (after[0] and frequency(wrong + after[0])):
        return ""
    words = ((right, word) for right in rights for one in (0, 1)
             for word in (before[one] and before[one] + right, after[one] and right + after[one]))  # fmt: skip
    return next((right for right, word in words if len(word) > 1 and frequency(word)), "")
