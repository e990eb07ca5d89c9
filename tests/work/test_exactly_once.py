"""Whatever jobs do, each comes out exactly once, with what became of it."""

import tempfile
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import odd_jobs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure import work

KINDS = st.lists(st.sampled_from(["ok", "ok", "ok", "fail", "die", "leave"]), max_size=25)


@pytest.fixture(scope="module")
def lasting() -> Iterator[work.Pool]:
    with work.Pool(2) as pool:
        yield pool


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kinds=KINDS, window=st.one_of(st.none(), st.integers(1, 12)))
def test_each_job_comes_out_once(lasting: work.Pool, kinds: list[str], window: int | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        calls = ((kind, number, folder) for number, kind in enumerate(kinds))
        settled = list(work.settle(lasting, odd_jobs.mixed, calls, window))
        ran = [(Path(folder, str(number))).read_text(encoding="ascii") for number in range(len(kinds))]
    assert sorted(index for index, _ in settled) == list(range(len(kinds)))
    assert {index: became(future) for index, future in settled} == {
        number: expected(kind, number) for number, kind in enumerate(kinds)
    }
    assert ran == ["x" if kind in ("ok", "fail") else "xx" for kind in kinds]


def became(future: Future[int]) -> tuple[str, object]:
    error = future.exception()
    return (type(error).__name__, str(error)) if error else ("ok", future.result())


def expected(kind: str, number: int) -> tuple[str, object]:
    return {
        "ok": ("ok", number), "fail": ("ValueError", str(number)), "die": ("WorkerDied", "SIGKILL"),
        "leave": ("WorkerDied", f"exit {number % 5 + 1}"),
    }[kind]  # fmt: skip
