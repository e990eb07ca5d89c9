"""A page of a PDF comes in, drawn in grey; whether a place on it shows the ink of letters goes out."""

from functools import lru_cache
from typing import Any

LEAST_INK = 60
"""How much darker or lighter than its ground, of 255, the darkest or lightest part of each letter is."""

_LEAST_STOP = 20  # the same for a full stop or a dash, which is finer than a pixel
_LEAST_LETTER = 40  # the same for a run of one or two letters, which may be an i
_WIDEST_GAP = 1.6  # ems: between two full-width signs; over more than that, letters are covered
_LEAST_SIZE = 3.5  # points


class Raster:
    """A page drawn at one pixel a point, in grey."""

    def __init__(self, page: Any) -> None:
        bitmap = page.render(scale=1, grayscale=True, may_draw_forms=False)
        self.width, self.height, self.stride = bitmap.width, bitmap.height, bitmap.stride
        self.grey = bytes(bitmap.buffer)
        self.top = page.get_height()
        bitmap.close()

    def shows(self, box: Any, size: float, words: str) -> bool:
        """Is there ink everywhere in the box of words so many points high, and the box on the page?"""
        left, right = int(box.left), int(box.right) + 1
        top, bottom = int(self.top - box.top), int(self.top - box.bottom) + 1
        if left < 0 or top < 0 or right > self.width + 1 or bottom > self.height + 1 or size < _LEAST_SIZE:
            return False
        stride, grey = self.stride, self.grey
        rows = [grey[y + left : y + right] for y in range(top * stride, min(bottom, self.height) * stride, stride)]
        if not rows or not rows[0]:
            return False
        letters = sum(map(str.isalnum, words))
        return inked(rows, size, LEAST_INK if letters > 2 else _LEAST_LETTER if letters else _LEAST_STOP)


def inked(rows: list[bytes], size: float, least: int) -> bool:
    """Do the columns of a stretch of pixels differ from its ground, but for gaps between letters?"""
    first = rows[0]
    ground = max(first) if sum(first) > 127 * len(first) else min(first)
    marks = _marks(ground, least)
    columns = 0
    for row in rows:
        columns |= int.from_bytes(row.translate(marks))
    if not columns:
        return False
    return b"\0" * max(int(_WIDEST_GAP * size), 4) not in columns.to_bytes(len(first))


@lru_cache(1024)
def _marks(ground: int, least: int) -> bytes:
    """For each grey, 1 where it is ink on the ground."""
    return bytes(int(abs(grey - ground) >= least) for grey in range(256))
