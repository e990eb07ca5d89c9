"""Outcomes of real definitions: one that is hard to read, one that is plain, one that cannot be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.errors import DisclosureError
from disclosure.report.outcome import Outcome
from disclosure.site import Options, check_one

HARD_EN = (
    "Notwithstanding the foregoing, the depositor shall be deemed to have irrevocably consented to any modification "
    "of the accrual methodology effected by the Bank pursuant to its internal administrative provisions, as amended "
    "from time to time, irrespective of whether notification has been furnished. You can save here."
)
HARD_ZH = (
    "客户一经签署本协议即视为其已充分知悉并不可撤销地同意银行有权依据届时适用的内部管理规定以及监管机构不时发布之规范性文件"
    "对本产品的计息方式、结息周期、提前支取规则进行调整，并且不得以未收到通知为由拒绝履行。随时存取。"
)
HOUSE = """\
defaults: {status: approved, reviewer: A. Reader, reviewed: 2026-11-20, category: house}
entries:
  - id: house.sweep
    term: sweep
    plain: daily move
    define: A sweep is a daily move of money.
    mode: replace
    examples:
      - {text: "A sweep runs.", out: "A daily move runs."}
      - {text: "You sweepingly agree."}
"""

Review = Callable[..., Outcome]


@pytest.fixture
def review(tmp_path: Path, definition: str) -> Review:
    """What checking the small definition comes to, with (old, new) changes."""

    def checked(*changes: tuple[str, str], name: str = "saver", **options: object) -> Outcome:
        text = definition.replace("id: saver", f"id: {name}")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            found = check_one(path, Options(familiar=True, **options))  # type: ignore[arg-type]
        except DisclosureError as error:
            return Outcome(str(path), problems=error.problems)
        return Outcome(str(path), found.document, found.reports, found.findings, found.sheets)

    return checked


@pytest.fixture
def hard_text() -> str:
    """An English summary that is very hard to read."""
    return HARD_EN


@pytest.fixture
def hard(review: Review) -> Outcome:
    """A definition whose summary is very hard in both languages."""
    return review(("An account to save in.", f'"{HARD_EN}"'), ("随时存取的账户。", HARD_ZH), name="hard")


@pytest.fixture
def plain(review: Review) -> Outcome:
    """The small definition as it is."""
    return review()


@pytest.fixture
def unfinished(review: Review) -> Outcome:
    """A definition with an error on its English sheet."""
    return review(("An account to save in.", '"TODO"'), name="unfinished")


@pytest.fixture
def broken(review: Review) -> Outcome:
    """A definition that cannot be read."""
    return review(("currency: CNY", "currency: yuan"), name="broken")


@pytest.fixture
def reworded(review: Review, tmp_path: Path) -> Outcome:
    """A definition in which the house's own glossary replaces a word."""
    (tmp_path / "terms" / "en").mkdir(parents=True)
    (tmp_path / "terms" / "en" / "house.yaml").write_text(HOUSE, encoding="utf-8")
    said = "An account to save in. The sweep runs at night, and a sweep costs nothing."
    return review(("An account to save in.", f'"{said}"'), name="reworded", glossaries=(tmp_path / "terms",))
