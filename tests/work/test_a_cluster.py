"""The same jobs on a Dask cluster: every one ends, though a worker is killed; and it is said where there is none."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import odd_jobs
import pytest

from disclosure import work
from disclosure.errors import EnvironmentProblem

needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="the extra `cluster` is not installed")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A cluster of two workers, each in a process that a nanny starts again, on this machine alone."""
    import dask
    from distributed import LocalCluster

    dask.config.set({"distributed.scheduler.allowed-failures": 1})
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=60
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


@needs_dask
def test_every_job_ends_once_though_a_worker_is_killed(address: str, tmp_path: Path) -> None:
    ended, killed = [], 0
    calls = ((str(tmp_path), number, 0.02) for number in range(150))
    with work.executor(address, 1) as executor, closing(work.settle(executor, odd_jobs.write, calls)) as settled:
        for index, future in settled:
            name, size, pid = future.result()
            assert (tmp_path / name).stat().st_size == size
            ended.append(index)
            if len(ended) == 40:
                killed = pid
                os.kill(pid, signal.SIGKILL)
    assert killed
    assert sorted(ended) == list(range(150))
    whole = {f"{number}.txt": f"{number}\n" * 1000 for number in range(150)}
    assert {path.name: path.read_text(encoding="ascii") for path in tmp_path.glob("*.txt")} == whole


@needs_dask
def test_a_job_that_kills_its_workers_is_named_and_the_only_one_lost(address: str) -> None:
    """Dask itself gives up others, too, that were on the same workers."""
    calls = [(number, 3) for number in range(8)]
    with work.executor(address, 1) as executor:
        ended = {i: future.exception() or future.result() for i, future in work.settle(executor, odd_jobs.unless, calls)}
    lost = ended.pop(3)
    assert (type(lost), str(lost)) == (work.WorkerDied, "KilledWorker")
    assert ended == {number: number for number in range(8) if number != 3}


@needs_dask
def test_calls_that_look_alike_are_each_made(address: str, tmp_path: Path) -> None:
    with work.executor(address, 1) as executor:
        settled = list(work.settle(executor, odd_jobs.mixed, [("ok", 7, str(tmp_path))] * 5))
    assert [future.result() for _, future in settled] == [7] * 5
    assert (tmp_path / "7").read_text(encoding="ascii") == "xxxxx"


@needs_dask
def test_one_can_leave_early(address: str) -> None:
    began = time.monotonic()
    with work.executor(address, 1) as executor, closing(work.settle(executor, time.sleep, [(0.3,)] * 50)) as settled:
        next(settled)
    assert time.monotonic() - began < 5


@needs_dask
def test_leaving_by_an_exception_does_not_wait_for_the_jobs(address: str) -> None:
    with pytest.raises(KeyboardInterrupt), work.executor(address, 1) as executor:
        futures = [executor.submit(time.sleep, 3) for _ in range(9)]
        began = time.monotonic()
        raise KeyboardInterrupt
    assert time.monotonic() - began < 1
    assert not any(future.done() and not future.cancelled() for future in futures)


def test_a_name_of_no_place_is_refused() -> None:
    for text in ("ray://head:1", "dask://head", "dask:", "8786"):
        with pytest.raises(EnvironmentProblem) as found, work.executor(text, 1):
            pass
        assert (found.value.code, found.value.values) == ("executor-unknown", {"text": text})


@needs_dask
def test_where_no_scheduler_answers_it_is_said_in_time() -> None:
    code = (
        "from disclosure import work, errors\n"
        "try:\n"
        "    work.executor('dask://127.0.0.1:1', 1).__enter__()\n"
        "except errors.EnvironmentProblem as problem:\n"
        "    print(problem.code, problem.values['address'])\n"
    )
    began = time.monotonic()
    assert python(code) == "cluster-unreachable 127.0.0.1:1\n"
    assert time.monotonic() - began < 20


def test_where_dask_is_not_installed_it_is_said() -> None:
    code = (
        "import sys; sys.modules['distributed'] = None\n"
        "from disclosure import work, errors\n"
        "try:\n"
        "    work.executor('dask://127.0.0.1:1', 1).__enter__()\n"
        "except errors.EnvironmentProblem as problem:\n"
        "    print(problem.code, problem.values['command'])\n"
    )
    assert python(code) == 'cluster-missing pip install "disclosure[cluster]"\n'


def test_nobody_loads_dask_without_being_asked_to() -> None:
    code = (
        "import sys; from disclosure import work\n"
        "with work.executor(None, 1): pass\n"
        "print('distributed' in sys.modules)"
    )
    assert python(code) == "False\n"


def python(code: str) -> str:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], env=env, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout
