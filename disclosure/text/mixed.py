"""A text in which two scripts are mixed comes in; the part in its own language and the foreign part go out."""

import re
from typing import NamedTuple

_HAN = "㐀-鿿豈-﫿"
_LATIN_RUN = re.compile(r"(?<![A-Za-z'’.-])[A-Za-z][A-Za-z'’.-]*(?:[ ,;:()\"'\d%-]+[A-Za-z][A-Za-z'’.-]*){2,}[.!?]*")
_HAN_RUN = re.compile(rf"[{_HAN}](?:[{_HAN}\d%，、。；：！？“”（）《》\s]*[{_HAN}])?[。！？]*")
_ANY_HAN, _ANY_LATIN = re.compile(f"[{_HAN}]"), re.compile(r"[A-Za-z]")
LETTERS_A_CHARACTER = 3
"""So many Latin letters weigh as much as one Chinese character when two parts are put together."""


class Parts(NamedTuple):
    """`own` and `foreign` are as long as the text, blank where the other stands; `foreign` is empty if there is none.

    `weight` is the share of the text that `foreign` holds, from 0 to 1.
    """

    own: str
    foreign: str
    weight: float


def parts(text: str, lang: str) -> Parts:
    """Three Latin words or more in a row are foreign to Chinese, and so is Chinese to English."""
    chinese = lang.startswith("zh")
    if not (_ANY_LATIN if chinese else _ANY_HAN).search(text):
        return Parts(text, "", 0.0)
    runs = [found.span() for found in (_LATIN_RUN if chinese else _HAN_RUN).finditer(text)]
    if not runs:
        return Parts(text, "", 0.0)
    own: list[str] = []
    foreign: list[str] = []
    at = 0
    for start, end in runs:
        own += [text[at:start], " " * (end - start)]
        foreign += ["\n" * (start - at), text[start:end]]
        at = end
    parted = "".join([*own, text[at:]]), "".join([*foreign, "\n" * (len(text) - at)])
    return Parts(*parted, _share(*parted, chinese))


def _share(own: str, foreign: str, chinese: bool) -> float:
    outside, inside = _size(own), _size(foreign)
    return inside / (outside + inside) if outside + inside else 0.0


def _size(text: str) -> int:
    return LETTERS_A_CHARACTER * len(_ANY_HAN.findall(text)) + len(_ANY_LATIN.findall(text))
