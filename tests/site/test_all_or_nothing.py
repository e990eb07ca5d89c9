"""A folder is published whole, or it stays as it was."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from disclosure.document import produce
from disclosure.site import Options
from disclosure.site.making import Task, prepare

NO_RESOURCE_WARNING = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")
BESIDE = {"site", ".site.lock", ".site.ledger"}
FRONT = {"index.html", "index.en.html", "manifest.json"}


def beside(out: Path) -> set[str]:
    return {path.name for path in out.parent.iterdir()} - {"products"}


def codes(outcome) -> list[str]:
    return [problem.code for made in outcome.made for one in made.receipts for problem in one.problems]


def test_the_first_time(products, published, tree, tmp_path) -> None:
    outcome = published(products("a", "b"), tmp_path / "site")
    assert [len(receipt.files) for made in outcome.made for receipt in made.receipts] == [1, 1, 1, 1]
    assert set(tree(tmp_path / "site")) == FRONT | {"a/zh-CN.html", "a/en.html", "b/zh-CN.html", "b/en.html"}
    assert beside(tmp_path / "site") == BESIDE


def test_what_is_no_longer_asked_for_is_gone(products, published, tree, tmp_path) -> None:
    published(products("a", "b"), tmp_path / "site")
    outcome = published(products("b", summary="Another."), tmp_path / "site")
    assert {name.split("/")[0] for name in tree(tmp_path / "site")} == FRONT | {"b"}
    assert outcome.plan.gone == ("a/en", "a/zh-CN")


@NO_RESOURCE_WARNING
def test_a_failing_document_leaves_the_old_folder(products, published, tree, tmp_path) -> None:
    out = tmp_path / "site"
    published(products("a", "b"), out)
    before = tree(out)
    outcome = published(products("a", "b", summary="Another.", broken=("b",)), out, formats=("html", "pdf"))
    assert codes(outcome) == ["character-not-in-font"]
    assert not outcome.published and tree(out) == before
    assert beside(out) == BESIDE


@NO_RESOURCE_WARNING
@pytest.mark.parametrize("others", [(), ("c", "d")], ids=["composed here", "composed by the workers"])
def test_keep_going_publishes_the_good_documents(products, published, tree, tmp_path, others) -> None:
    out = tmp_path / "site"
    outcome = published(products("a", "b", *others, broken=("b",)), out, formats=("html", "pdf"), keep_going=True)
    assert [bool(one.problems) for made in outcome.made for one in made.receipts][:4] == [False, False, False, True]
    good = {f"{name}/{lang}" for name in ("a", "b", *others) for lang in ("zh-CN", "en")} - {"b/en"}
    assert set(tree(out)) == FRONT | {f"{name}.{kind}" for name in good for kind in ("html", "pdf")}


@NO_RESOURCE_WARNING
def test_keep_going_with_nothing_good_publishes_nothing(products, published, tmp_path) -> None:
    files = products("a", broken=("a",))
    outcome = published(files, tmp_path / "site", formats=("pdf",), options=Options(("en",)), keep_going=True)
    assert not outcome.published
    assert beside(tmp_path / "site") == {".site.lock"}


@pytest.mark.parametrize("ids", ["ab", "abcd"], ids=["composed here", "composed by the workers"])
def test_every_mistake_is_told_and_nothing_is_published(products, published, tmp_path, ids: str) -> None:
    files = products(*ids)
    for path in (files[0], files[-1]):
        path.write_text(path.read_text(encoding="utf-8").replace("kind: deposit", "kind: desposit"), encoding="utf-8")
    outcome = published(files, tmp_path / "site")
    assert [bool(made.refused) for made in outcome.made] == [path in (files[0], files[-1]) for path in files]
    assert not outcome.published
    assert beside(tmp_path / "site") == {".site.lock"}


def test_a_fault_on_the_way_leaves_the_old_folder(products, published, tree, tmp_path) -> None:
    out = tmp_path / "site"
    published(products("a"), out)
    before = tree(out)

    class Fault(Exception):
        pass

    def fail(_: object) -> None:
        raise Fault

    with pytest.raises(Fault):
        published(products("a", summary="Another."), out, progress=fail)
    assert tree(out) == before
    assert beside(out) == BESIDE


def test_a_page_that_shows_another_figure_is_not_written(products, tmp_path) -> None:
    (path,) = products("a")
    made, jobs = prepare(Task(path, Options(), ("html",)))
    assert made.is_sound
    job = next(job for job in jobs if job.stem == "en")
    assert "0.50%" in job.page
    receipt = produce(replace(job, page=job.page.replace("0.50%", "0.05%")), str(tmp_path / "stage"))
    assert ("lost-on-page", "0.50%") in {(one.code, one.values["text"]) for one in receipt.problems}
    assert not receipt.files and not (tmp_path / "stage").exists()


def test_no_job_writes_after_a_fault(products, published, tmp_path) -> None:
    files = products(*(f"p{number}" for number in range(8)))
    with pytest.raises(ZeroDivisionError):
        published(files, tmp_path / "site", executor=Slow, progress=lambda made: 1 / 0)
    assert beside(tmp_path / "site") == {".site.lock"}


class Slow(ThreadPoolExecutor):
    """A pool whose later jobs are still at work when the first one has ended."""

    def submit(self, job, *arguments):
        def later():
            time.sleep(0.05)
            return job(*arguments)

        return super().submit(later)
