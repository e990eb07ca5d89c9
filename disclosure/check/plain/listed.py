"""Passages and a list of a rule come in; every entry found goes out with what to write instead."""

import re
from collections.abc import Iterator, Sequence

from ...text.passage import Passage
from . import cuts
from .rule import PlainRule, Spot

_OPENING = re.compile(r"(?:^|[.。；;：:!?]\s*)(?:An?\s|The\s|To\s|这里的|合同)?$")
_MEANING = re.compile(r"\s(?:\w+\s){0,4}?(?:means|is)\s|的?(?:就)?是|指|\s?[(（]")
_BRACKET = re.compile(r"\s?[(（]")


def entries(passages: Sequence[Passage], lang: str, rule: PlainRule, name: str) -> Iterator[Spot]:
    """Each entry of the list. In Chinese, an entry of one character counts only as a word of its own."""
    pattern, plain = rule.pattern(lang, name), rule.plain(lang, name)
    for number, passage in enumerate(passages):
        for found in pattern.finditer(passage.text):
            words, start = found[0], found.start()
            if lang.startswith("zh") and not _is_word(passage.text, start, found.end(), lang):
                continue
            if _is_explained(passage.text, start, found.end()):
                continue
            if not any(term.start < found.end() and start < term.end for term in passage.jargon):
                better = plain.get(" ".join(words.lower().split()), "")
                yield Spot(number, start, found.end(), words, values={"better": better})


def _is_explained(text: str, start: int, end: int) -> bool:
    """Whether the entry is what the text explains: "accrue (build up)", "Pro rata means in proportion"."""
    return bool(_MEANING.match(text, end) if _OPENING.search(text, 0, start) else _BRACKET.match(text, end))


def _is_word(text: str, start: int, end: int, lang: str) -> bool:
    """Whether no word of the text reaches over an edge of the place."""
    if end - start > 2:
        return True
    return not any(
        (word.start < start < word.end) or (word.start < end < word.end) for word in cuts.words(text, lang)
    )
