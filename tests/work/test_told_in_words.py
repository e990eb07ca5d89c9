"""What cannot be passed between processes is told in words, and costs no one else anything."""

import odd_jobs
import pytest

from disclosure import work


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("function", "Can't pickle local object"),
        ("choosy", "Choosy: a: b"),
        ("unknown", "Odd: of a kind that nobody can import"),
    ],
)
def test_what_cannot_come_back_is_told(pool, kind: str, said: str) -> None:
    error = pool.submit(odd_jobs.odd, kind).exception()
    assert type(error) is work.Untellable
    assert said in str(error).replace("get local", "pickle local")


def test_what_cannot_be_sent_is_told_by_the_future(pool) -> None:
    error = pool.submit(lambda: None).exception()
    assert error is not None and "pickle" in str(error)


def test_a_large_answer_comes_whole(pool) -> None:
    assert len(pool.submit(bytes, 20 << 20).result()) == 20 << 20


def test_a_large_argument_arrives_whole(pool) -> None:
    assert pool.submit(len, bytes(20 << 20)).result() == 20 << 20


def test_what_is_printed_is_printed_once(capfd) -> None:
    print("before", flush=False)
    with work.Pool(2) as pool:
        for _ in work.settle(pool, print, [("a",), ("b",)]):
            pass
    print("after")
    assert sorted(capfd.readouterr().out.split()) == ["a", "after", "b", "before"]
