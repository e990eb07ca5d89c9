"""Small counts come in; one integer that holds them all goes out, so that one addition adds them all.

A text has a few thousand words of some hundred kinds; adding thirty counts a word one by one would
take most of the time that reading a text takes.
"""

from collections.abc import Iterable
from struct import Struct

_BYTES = 4


def pack(counts: Iterable[int]) -> int:
    """The counts, each below 2**32 even when summed, side by side in one integer."""
    return int.from_bytes(b"".join(count.to_bytes(_BYTES, "little") for count in counts), "little")


class Unpacker:
    """Takes a sum of packed integers apart into `size` counts."""

    def __init__(self, size: int) -> None:
        self._size = size * _BYTES
        self._struct = Struct(f"<{size}I")

    def __call__(self, total: int) -> tuple[int, ...]:
        """The counts, in the order in which they were packed."""
        return self._struct.unpack(total.to_bytes(self._size, "little"))
