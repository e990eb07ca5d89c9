"""A folder is published whole, or it stays as it was."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from disclosure.sheet import Fact, Run, Section, Sentence
from disclosure.sheet.model import Paragraph
from disclosure.site import Checked, publish


def broken(checked: Checked) -> Checked:
    """The same product with a sheet that no font can print: its PDF is refused."""
    sheet = checked.sheets[1]
    labels = {**sheet.labels, "note": "A sign of no font: \U0001f680"}
    return replace(checked, sheets=(checked.sheets[0], replace(sheet, labels=labels)))


NO_RESOURCE_WARNING = pytest.mark.filterwarnings(r"ignore:unclosed file .*\.icc:ResourceWarning")


def beside(out: Path) -> set[str]:
    return {path.name for path in out.parent.iterdir()} - {"products"}


def test_the_first_time(products, published, tree, tmp_path) -> None:
    receipts = published(products("a", "b"), tmp_path / "site")
    assert [len(receipt.files) for receipt in receipts] == [1, 1, 1, 1]
    assert set(tree(tmp_path / "site")) == {
        "index.html", "manifest.json", "a/zh-CN.html", "a/en.html", "b/zh-CN.html", "b/en.html",
    }
    assert beside(tmp_path / "site") == {"site", ".site.lock"}


def test_what_is_no_longer_made_is_gone(products, published, tree, tmp_path) -> None:
    published(products("a", "b"), tmp_path / "site")
    published(products("b", summary="Another."), tmp_path / "site")
    assert {name.split("/")[0] for name in tree(tmp_path / "site")} == {"index.html", "manifest.json", "b"}


@NO_RESOURCE_WARNING
def test_a_failing_document_leaves_the_old_folder(products, published, tree, tmp_path) -> None:
    out = tmp_path / "site"
    published(products("a", "b"), out)
    before = tree(out)
    first, second = products("a", "b", summary="Another.")
    receipts = published([first, broken(second)], out, formats=("html", "pdf"))
    assert [problem.code for receipt in receipts for problem in receipt.problems] == ["character-not-in-font"]
    assert tree(out) == before
    assert beside(out) == {"site", ".site.lock"}


@NO_RESOURCE_WARNING
def test_keep_going_publishes_the_good_documents(products, published, tree, tmp_path) -> None:
    first, second = products("a", "b")
    out = tmp_path / "site"
    receipts = published([first, broken(second)], out, formats=("html", "pdf"), keep_going=True)
    assert [bool(receipt.problems) for receipt in receipts] == [False, False, False, True]
    assert set(tree(out)) == {
        "index.html", "manifest.json", "a/zh-CN.html", "a/zh-CN.pdf", "a/en.html", "a/en.pdf",
        "b/zh-CN.html", "b/zh-CN.pdf",
    }


@NO_RESOURCE_WARNING
def test_keep_going_with_nothing_good_publishes_nothing(products, published, tree, tmp_path) -> None:
    (one,) = products("a")
    one = replace(broken(one), sheets=broken(one).sheets[1:], reports=one.reports[1:])
    published([one], tmp_path / "site", formats=("pdf",), keep_going=True)
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
    assert beside(out) == {"site", ".site.lock"}


def test_a_page_that_shows_another_figure_is_not_published(products, published, tree, tmp_path) -> None:
    out = tmp_path / "site"
    published(products("a"), out)
    before = tree(out)
    (one,) = products("a", summary="Another.")
    run = Run("0.30%", fact=Fact("fees[0].rate", "rate", "0.3%", "0.30%"))
    said = (Sentence((Run("It costs 1"), run, Run("."))),)
    sheet = replace(one.sheets[1], sections=(Section("cost", (), (Paragraph(said),)),))
    receipts = published([replace(one, sheets=(one.sheets[0], sheet))], out)
    assert [(p.code, p.field, p.values["text"]) for r in receipts for p in r.problems] == [
        ("lost-on-page", "fees[0].rate", "0.30%"),
    ]
    assert tree(out) == before


def test_no_job_writes_after_a_fault(products, tree, tmp_path) -> None:
    done = products(*(f"p{number}" for number in range(8)))
    slow = Slow(2)
    with pytest.raises(ZeroDivisionError), slow:
        publish(done, tmp_path / "site", ("html",), slow, lambda receipt: 1 / 0, False)  # type: ignore[arg-type]
    assert beside(tmp_path / "site") == {".site.lock"}


class Slow(ThreadPoolExecutor):
    """A pool whose later jobs are still at work when the first one has ended."""

    def submit(self, job, *arguments):
        def later():
            time.sleep(0.05)
            return job(*arguments)

        return super().submit(later)
