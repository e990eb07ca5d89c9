"""Chinese words come in; what each one is (rare, classical, an idiom, a pronoun …) goes out, countable by addition."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import sqrt
from operator import itemgetter

from disclosure.text import lexicon, vocabulary
from disclosure.text.model import Model
from disclosure.text.normal import neutral
from disclosure.text.packing import Packer, mask

FIELDS = (
    "words", "characters", "names", "content", "known", "zipf", "below50", "below45", "below40", "below35", "below30",
    "level", "high", "top", "unlisted", "low", "hard_characters", "character_level",
    "single", "long3", "long4", "idioms", "function", "you", "they", "de", "classical", "connectives", "aspect",
    "negations", "numbers", "latin", "pauses", "stops", "lists", "brackets", "quotes", "titles",
    "formal", "jargon", "vague", "verbal", "rare", "denials", "agents", "numerals",
)  # fmt: skip
"""What is counted. `zipf` and `level` are in tenths and wholes, of content words; `low`: HSK 1-3, `high`:
5 and up, `top`: 7-9; `formal`, `jargon`, `vague`: words that are an entry of one character of that list.
The last three tell only where a search is worth its time: characters that may deny, mark a passive, begin a number."""

_PACKER = Packer(len(FIELDS))
_FEW = ("content", "zipf", "level", "high")
_FEW_PACKER = Packer(len(_FEW))
_HAN = re.compile(r"[㐀-鿿𠀀-𲎯]")
_MARKS = {"，": "pauses", ",": "pauses", "；": "stops", ";": "stops", "：": "stops", ":": "stops", "—": "stops", "、": "lists",
          "(": "brackets", "（": "brackets", "[": "brackets", "“": "quotes", "「": "quotes", "《": "titles"}  # fmt: skip


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FUNCTION = _set(
    "的 了 着 过 得 地 是 在 有 和 与 或 及 也 都 就 才 又 还 再 很 最 更 太 不 没 没有 我 你 您 他 她 它 我们 你们 他们 她们 它们 这 那 这个 那个 "
    "这些 那些 一 个 把 被 给 对 向 从 到 为 因为 所以 但 但是 如果 要 会 能 可以 可能 应该 必须 上 下 里 中 吗 呢 吧 啊 等 以 于 其 之 所 而 则 由 将 并"
)
_CLASSES = {
    "you": _set("我 你 您 我们 你们 咱们 自己 大家"),
    "they": _set("他 她 它 他们 她们 它们"),
    "de": _set("的"),
    "classical": _set(
        "之 其 于 以 所 者 而 则 若 亦 均 皆 即 乃 且 须 应 仅 未 非 勿 无 该 此 兹 系 凡 倘 故 至 及 与 并 由 经 按 凭 予 据 自 为 因 拟 逾 届 遂 毋 尚 既 "
        "倘若 若干 如若 以及 及其 从而 予以 加以 据此 由此 与否 为准 为止 有所 得以 足以 以致 以免 鉴于 基于 关于 对于 其中 其他 此外 亦即 尚未 均可 不得 之前 之后 之间"
    ),
    "connectives": _set(
        "因此 因而 从而 然而 此外 同时 另外 但 但是 不过 而且 并且 或者 以及 因为 由于 所以 如果 若 虽然 尽管 即使 只要 只有 除非 否则 无论 不论 随着 根据 按照 "
        "通过 关于 对于 作为 其中 例如 包括"
    ),
    "aspect": _set("了 着 过 吗 呢 吧 啊 呀 嘛"),
    "negations": _set("不 没 没有 未 非 无 勿 莫 别 不会 不能 不得 不可 并非 未必 禁止 拒绝 除非"),
    "verbal": _set("进行 予以 给予 加以 作出 做出 实施 开展 从事 提供 存在 具有 达成 造成 实现 得到 受到"),
}
_CLASSES_OF = {word: [name for name in _CLASSES if word in _CLASSES[name]] for word in frozenset().union(*_CLASSES.values())}
_HINTS = {"denials": "不无非未没莫禁拒否", "agents": "被由受为", "numerals": "百千万壹贰叁肆伍陆柒捌玖拾佰仟一二三四五六七八九十"}
_NAMES = ("nr", "ns", "nt", "nz")


def tokens(counted: str) -> list[str]:
    """The words and the marks that part them."""
    return lexicon.cut(counted)


def packed(found: Iterable[str], model: Model) -> int:
    """What `FIELDS` names, counted in these tokens, in one integer that may be added to others."""
    return sum(map(_known(model).__getitem__, found))


def unpacked(total: int) -> tuple[int, ...]:
    """The counts in the order of `FIELDS`."""
    return _PACKER.unpack(total)


def is_rare(word: str, everyday: frozenset[str], least: int) -> bool:
    """Neither in HSK 3.0 levels 1 to 6 nor frequent in jieba's corpus. Numbers and Latin words are no evidence."""
    if word.isascii() or word in everyday or not any(map(str.isalnum, word)):
        return False
    if 0 < (vocabulary.chinese()[0].get(word) or _NONE).level < 7:
        return False
    return lexicon.frequency(word) < least and not neutral(word).isascii()


def rare(words: Iterable[str], model: Model) -> list[str]:
    """Those of the words, counted before, that are rare; each as often as it is given."""
    known = _known(model)
    return [word for word in words if known[word] & _IS_RARE]


_IS_RARE = mask([FIELDS.index("rare")])


@lru_cache(maxsize=16)
def singles(entries: frozenset[str]) -> frozenset[str]:
    """The entries of one character, which count only as words of their own."""
    return frozenset(entry for entry in entries if len(entry) == 1)


_NOTHING = dict.fromkeys(FIELDS, 0)
MOST_KNOWN = 30_000
"""So many words are kept with their counts, before all are forgotten."""


class _Known(dict[str, int]):
    """Each word met so far, with its counts packed."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.few = _Few(self)
        self._everyday, self._least = model.words("everyday"), model.everyday_frequency
        self._singles = {name: singles(model.words(name)) for name in ("formal", "jargon", "vague")}

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_KNOWN:
            self.clear()
            self.few.clear()
        found = _NOTHING | _count(word, self._singles)
        found["rare"] = int(is_rare(word, self._everyday, self._least))
        self[word] = total = _PACKER.pack(map(found.__getitem__, FIELDS))
        self.few[word] = _FEW_PACKER.pack(map(found.__getitem__, _FEW))
        return total


class _Few(dict[str, int]):
    """Each word met so far, with those of its counts packed that a text's different words are told by."""

    def __init__(self, known: _Known) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, word: str) -> int:
        self._known.pop(word, None)
        self._known[word]
        return self[word]


@lru_cache(maxsize=16)
def _known(model: Model) -> _Known:
    return _Known(model)


def _count(word: str, lists: dict[str, frozenset[str]]) -> dict[str, int]:
    if not any(map(str.isalnum, word)):
        return {_MARKS.get(mark, ""): 1 for mark in word}
    if word.isascii() or not _HAN.search(word):
        return {"words": 1, "characters": 1, "numbers": int(word[0].isdigit()), "latin": int(word[0].isalpha())}
    name = len(word) > 1 and lexicon.kind(word).startswith(_NAMES) and not (vocabulary.chinese()[0].get(word) or _NONE).level
    shape = {"words": 1, "characters": len(word), "names": int(name), "function": int(word in _FUNCTION)}
    listed = {key: int(word in entries) for key, entries in lists.items()}
    sizes = {
        "single": int(len(word) == 1),
        "long3": int(len(word) == 3 and not name),
        "long4": int(len(word) > 3 and not name),
        "idioms": int(len(word) == 4 and lexicon.kind(word) in ("i", "l", "nz", "j")),
    }
    hints = {name: sum(map(word.count, characters)) for name, characters in _HINTS.items()}
    return shape | listed | _classes(word) | hints | sizes | _characters(word, name) | _rarity(word, name)


def _classes(word: str) -> dict[str, int]:
    return dict.fromkeys(_CLASSES_OF.get(word, ()), 1)


_NONE = vocabulary.Chinese(0, 0)


def _characters(word: str, name: bool) -> dict[str, int]:
    """Levels of the characters; 8 where unlisted, and 3 for each in a name."""
    levels = [3 if name else vocabulary.chinese()[1].get(character, 8) for character in word]
    return {"character_level": sum(levels), "hard_characters": sum(level > 6 for level in levels)}


def _rarity(word: str, name: bool) -> dict[str, int]:
    if name or word in _FUNCTION:
        return {}
    found = (vocabulary.chinese()[0].get(word) or _NONE)
    zipf = found.zipf or lexicon.zipf(word)
    level = found.level or _supposed(word, zipf)
    below = {f"below{limit}": int(zipf < limit) for limit in (50, 45, 40, 35, 30)}
    steps = {"low": int(level <= 3), "high": int(level >= 5), "top": int(level >= 7), "unlisted": int(not found.level)}
    return {"content": 1, "known": int(found.level > 0), "zipf": zipf, "level": level} | below | steps


def _supposed(word: str, zipf: int) -> int:
    """The level of an unlisted word: one above its hardest character's, 8 at most, less where it is frequent."""
    hardest = max(vocabulary.chinese()[1].get(character, 8) for character in word)
    return min(8, max(hardest + 1, 4 if zipf >= 45 else 5 if zipf >= 38 else 6))


_AT = {name: at for at, name in enumerate(FIELDS)}
PER_WORD = (
    "names", "below50", "below45", "below40", "below35", "below30", "low", "high", "top", "unlisted", "single", "long3",
    "long4", "idioms", "function", "you", "they", "de", "classical", "connectives", "aspect", "negations", "numbers",
    "latin", "pauses", "stops", "lists", "brackets", "quotes", "titles", "verbal",
)  # fmt: skip
RATES = ("zipf", "level", "word_length", "character_level", "hard_characters")
SHARES = (*PER_WORD, *RATES)
"""Traits of a text's words: each out of the words; `zipf`, `level` out of the content words, the last two of characters."""

DIFFERENT = ("different_zipf", "different_level", "different_high")
"""Traits of the different content words of a text, each counted once."""

ROWS = ("length", "clause", "rare_load", "level_load", "hard_load", "de_load")
"""Traits of one sentence, of which a text has the mean."""


picked = itemgetter(*(_AT[name] for name in PER_WORD))
"""The counts named in `PER_WORD`."""


def shares(totals: tuple[int, ...]) -> list[float]:
    """The traits named in `SHARES` of a text with these counts, at least one word."""
    words = totals[0]
    return [*[amount / words for amount in picked(totals)], *rates(totals)]


def rates(totals: tuple[int, ...]) -> tuple[float, ...]:
    """The traits named in `RATES`, which are not all out of the words."""
    words, characters, content = totals[0], totals[1] or 1, totals[3]
    own = (totals[_ZIPF] / (10 * content), totals[_LEVEL] / content) if content else (6.0, 1.0)
    return (*own, characters / words, totals[_CHARACTER_LEVEL] / characters, totals[_HARD] / characters)


_ZIPF, _LEVEL, _CHARACTER_LEVEL = _AT["zipf"], _AT["level"], _AT["character_level"]


def different(words: Iterable[str], model: Model) -> tuple[float, ...]:
    """The traits named in `DIFFERENT` of the words of a text, each given once and counted before."""
    content, zipf, level, high = _FEW_PACKER.unpack(sum(map(_known(model).few.__getitem__, words)))
    return (zipf / (10 * content), level / content, high / content) if content else (6.0, 1.0, 0.0)


def row(counts: tuple[int, ...]) -> tuple[float, ...]:
    """The traits named in `ROWS`: square roots, so that a tenth word weighs less than a second."""
    parts = 1 + counts[_PAUSES] + counts[_STOPS]
    characters = counts[1]
    return (
        sqrt(characters), sqrt(characters / parts), sqrt(counts[_RARE]), sqrt(counts[_HIGH]), sqrt(counts[_HARD]),
        sqrt(counts[_DE]),
    )  # fmt: skip


_PAUSES, _STOPS, _RARE = _AT["pauses"], _AT["stops"], _AT["below40"]
_HIGH, _HARD, _DE = _AT["high"], _AT["hard_characters"], _AT["de"]
