"""A sample is changed and checked by one rulebook, or its finished page is changed and read back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure import regime
from disclosure.document import FAMILY
from disclosure.render.html import html
from disclosure.render.pdf import pdf
from disclosure.site import Checked, Options, check_one
from disclosure.site.form import form_of
from disclosure.verify import expectation, prove

PRODUCTS = Path(__file__).parents[2] / "products"
Edit = tuple[str, str]
Trial = Callable[..., Checked]
Found = Callable[..., list[tuple[str, str]]]
Losses = Callable[..., set[tuple[str, str, str]]]


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """A text in which each first string, which it must hold, is replaced by the second."""
    for old, new in edits:
        if old not in text:
            raise ValueError(f"there is nothing to change, mend this test: {old}")
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """A sample, with edits of its text, composed and checked by one rulebook in one language."""

    def check(name: str, rulebook: str, *edits: Edit, lang: str = "zh-CN") -> Checked:
        text = edited((PRODUCTS / f"{name}.yaml").read_text(encoding="utf-8"), edits)
        path = tmp_path_factory.mktemp("trial") / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return check_one(path, Options(regime=rulebook, languages=(lang,)))

    return check


@pytest.fixture(scope="session")
def found() -> Found:
    """The severity and field of each finding of a rule, in their order."""

    def of(checked: Checked, rule: str) -> list[tuple[str, str]]:
        return [(one.severity, one.path) for one in checked.findings if one.rule == rule]

    return of


@pytest.fixture(scope="session")
def losses() -> Losses:
    """(where, rule, path) of what the finished page, after edits, breaks of its rulebook's form.

    With `printed`, the edited page is printed too and its PDF read back.
    """

    def of(checked: Checked, *edits: Edit, printed: bool = False) -> set[tuple[str, str, str]]:
        (sheet,) = checked.sheets
        form = form_of(sheet, checked.product, regime.load(sheet.regime))
        page = edited(html(sheet), edits)
        data = pdf(page, "trial") if printed else None
        return {(one.where, one.rule, one.path) for one in prove(expectation(sheet, FAMILY, form), page, data)}

    return of
