"""Small counts come in; one integer that holds them all goes out, so that one addition adds them all.

A text has a few thousand words of some hundred kinds; adding thirty counts a word one by one would
take most of the time that reading a text takes.
"""

from collections.abc import Iterable
from struct import Struct

_BYTES = 4


class Packer:
    """Puts `size` counts, each below 2**32 even when summed, side by side in one integer; and takes them out again."""

    def __init__(self, size: int) -> None:
        self._size = size * _BYTES
        self._struct = Struct(f"<{size}I")

    def pack(self, counts: Iterable[int]) -> int:
        """One integer that holds the counts."""
        return int.from_bytes(self._struct.pack(*counts), "little")

    def unpack(self, total: int) -> tuple[int, ...]:
        """The counts, in the order in which they were packed, of a sum of packed integers."""
        return self._struct.unpack(total.to_bytes(self._size, "little"))


def mask(places: Iterable[int]) -> int:
    """An integer that has bits in common with a sum of packed integers where one of the counts at `places` is not 0."""
    return sum(0xFFFFFFFF << (8 * _BYTES * at) for at in places)
