"""Definitions come in; the seconds that warm workers take for a document of them go out.

    python -m building.warm FOLDER LANGUAGE JOBS OUT
"""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

BEFORE = 6


def main() -> None:
    """Build a few, then all of them, with the same workers."""
    from disclosure import work
    from disclosure.site import making

    folder, lang, jobs, out = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])
    files = sorted(folder.glob("*.yaml"))
    with work.Pool(jobs, making.warm) as pool:
        built(files[:BEFORE], lang, pool, out)
        began = time.perf_counter()
        documents = built(files, lang, pool, out)
        print((time.perf_counter() - began) / documents)


def built(files: Sequence[Path], lang: str, pool: Any, out: Path) -> int:
    """Publish one plain sheet of each definition: how many."""
    from disclosure.site import Options, Order, build

    @contextmanager
    def begin(_: int) -> Iterator[tuple[Any, Any]]:
        yield pool, lambda made: None

    order = Order(tuple(files), Options(languages=(lang,), regime="plain.sheet"), fresh=True)
    outcome = build(order, out, begin)
    if not outcome.is_whole:
        raise SystemExit(f"not all could be made: {outcome.failed[:5]}")
    return outcome.documents


if __name__ == "__main__":
    main()
