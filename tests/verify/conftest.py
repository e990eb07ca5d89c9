"""Pages of two samples, good ones, and how they are proved."""

from collections.abc import Callable, Mapping

import pytest

from disclosure.render.html import html
from disclosure.sheet import Sheet
from disclosure.site import Checked
from disclosure.document import FAMILY
from disclosure.verify import Loss, expectation, prove

Proved = Callable[..., tuple[Loss, ...]]


@pytest.fixture(scope="session")
def sheets(everything: Mapping[str, Checked]) -> Mapping[str, Sheet]:
    """The two sheets of a wealth product, by language."""
    return {sheet.lang: sheet for sheet in everything["hengjiang-stable-180d"].sheets}


@pytest.fixture(scope="session")
def pages(sheets: Mapping[str, Sheet]) -> Mapping[str, str]:
    """Their pages, by language."""
    return {lang: html(sheet) for lang, sheet in sheets.items()}


@pytest.fixture(scope="session")
def proved(sheets: Mapping[str, Sheet]) -> Proved:
    """What a page or PDF lacks of what the sheet in a language says."""

    def losses(lang: str, page: str, pdf: bytes | None = None) -> tuple[Loss, ...]:
        return prove(expectation(sheets[lang], FAMILY), page, pdf)

    return losses
