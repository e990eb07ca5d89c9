"""What the benchmark of builds tells is right: its lines, its slopes, and the words that it changes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_line_has_both_sides_their_ratio_and_what_is_needed(capsys) -> None:
    from building.rows import ratio, value

    ratio("one worker / two", 200, 100, "ms", 1.9)
    ratio("ours / bare", 120, 100, "ms", 1.15, most=True)
    ratio("theirs / ours", 9, 6, "ms")
    value("memory", 131, "MiB", 130)
    value("loaded", "no")
    assert [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()] == [
        "one worker / two 200 ms 100 ms 2.00 >= 1.9 yes", "ours / bare 120 ms 100 ms 1.20 <= 1.15 NO",
        "theirs / ours 9 ms 6 ms 1.50", "memory 131 MiB <= 130 MiB NO", "loaded no",
    ]  # fmt: skip


def test_growth_is_the_slope_of_the_best_line() -> None:
    from building.memory import slope

    assert slope([(0, 100), (10, 100), (20, 100)]) == 0
    assert slope([(0, 1), (10, 2), (20, 3), (30, 4)]) == 0.1
    assert slope([(0, 0), (1, 3), (2, 3)]) == 1.5
    assert slope([(5, 100), (5, 120)]) == 0


def test_a_worker_counts_if_it_was_there_most_of_the_time() -> None:
    from building.memory import Watched, _lasting

    watched = Watched()
    watched.samples[1] += [(number, 100.0, 80.0) for number in range(10)]
    watched.samples[2] += [(number, 100.0, 80.0) for number in range(6)]
    watched.samples[3] += [(number, 300.0, 300.0) for number in range(5)]
    assert set(_lasting(watched)) == {1, 2}


def test_the_processes_below_this_one_are_found() -> None:
    import os

    from building.memory import _held, descendants

    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert child.pid in set(descendants(os.getpid()))
        rss, pss = _held(child.pid) or (0, 0)
        assert 0 < pss <= rss < 200
        child.communicate(b"\n")
    assert _held(child.pid) is None


def test_the_words_that_it_changes_are_there() -> None:
    from building.rebuild import TERM, WORDING

    for name, old, new in (WORDING, TERM):
        assert (ROOT / name).read_text(encoding="utf-8").count(old) >= 1, name
        assert old != new


def test_a_page_becomes_paragraphs_for_another_engine() -> None:
    from building.engines import _quoted

    page = '<html><head><title>T</title><style>p{}</style></head><body><h1>A "b"</h1><p>1 <b>2</b>\n3</p></body></html>'
    assert _quoted(page) == '#par("A \\"b\\"")\n#par("1 2 3")\n'
