"""A language name leads to its module, an unknown one to a clear error."""

import pytest

from disclosure.text import en, for_language, zh


def test_known_languages():
    assert for_language("en") is en
    assert for_language("zh-CN") is zh


@pytest.mark.parametrize("lang", ["zh", "EN", "", "de"])
def test_unknown_language_names_the_known_ones(lang):
    with pytest.raises(ValueError, match="zh-CN, en"):
        for_language(lang)
