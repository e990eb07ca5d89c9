"""A definition's own words are made plainer in its file; names, figures and the rest stay byte for byte."""

import re

import pytest

from disclosure import product, source
from disclosure.glossary import Entry, Glossary
from disclosure.revise import Revision, revise

TERMS = {
    "en": Glossary.of(
        [Entry("use", "en", "utilise", "use", mode="replace"),
         Entry("end", "en", "maturity", "end date", mode="replace"),
         Entry("nav", "en", "net asset value", "price of one unit")]
    ),
}  # fmt: skip


@pytest.fixture
def definition(definition: str) -> str:
    """The small definition, in English alone."""
    return re.sub(r"zh-CN(: [^,}]*)?, ", "", definition)


def revised(definition: str, old: str, new: str) -> Revision:
    assert old in definition
    text = definition.replace(old, new)
    return revise(text, product.parse(source.parse(text, "x.yaml")), TERMS, "x.yaml")


def feature(definition: str, raw: str) -> str:
    """The raw text of a feature written this way, as it stands after the change."""
    before = f"features:\n  - text:\n      en: {raw}# the end\n"
    after = revised(definition, "fees:", f"{before}fees:").after
    return after.partition("\n      en: ")[2].partition("# the end")[0]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("You can utilise it.  # soon\n", "You can use it.  # soon\n"),
        ("'It''s easy to utilise.'\n", "'It''s easy to use.'\n"),
        ('"\\"Free\\" to utilise."\n', '"\\"Free\\" to use."\n'),
        ('"To utilise \\u00e9."\n', '"To utilise \\u00e9."\n'),
        ("|\n        You can\n        utilise it.\n", "|\n        You can\n        use it.\n"),
        (">-\n        You can utilise\n        it.\n", ">-\n        You can use\n        it.\n"),
        ("You can\n        utilise it.\n", "You can\n        use it.\n"),
        ("The net asset value moves.\n", "The net asset value moves.\n"),
    ],
)
def test_a_text_is_changed_however_it_is_written(definition: str, raw: str, wanted: str) -> None:
    assert feature(definition, raw) == wanted


def test_what_cannot_be_followed_to_the_file_is_left_to_a_person(definition: str) -> None:
    text = 'features:\n  - text: {en: "To utilise \\u00e9."}\nfees:'
    (change,) = revised(definition, "fees:", text).changes
    assert (change.path, change.original, change.to, change.made) == ("features[0].text.en", "utilise", "use", False)


def test_names_stay(definition: str) -> None:
    text = "links:\n  - name: {en: Maturity guide}\n    url: https://www.example.test/maturity\nfees:"
    revision = revised(definition, "fees:", text)
    assert revision.after == revision.before


def test_line_ends_stay(definition: str) -> None:
    text = definition.replace("fees:", "features:\n  - text: {en: Utilise it at maturity.}\nfees:").replace("\n", "\r\n")
    revision = revise(text, product.parse(source.parse(text, "x.yaml")), TERMS, "x.yaml")
    assert revision.after == text.replace("Utilise it at maturity", "Use it at end date")


def test_every_change_says_where_and_by_which_entry(definition: str) -> None:
    text = "features:\n  - text: {en: Paid at maturity.}\nfees:"
    revision = revised(definition, "fees:", text)
    line = revision.before[: revision.before.index("Paid at")].count("\n") + 1
    assert [(c.path, c.line, c.original, c.to, c.entry) for c in revision.changes] == [
        ("features[0].text.en", line, "maturity", "end date", "end")
    ]


def test_a_second_run_finds_nothing(definition: str) -> None:
    text = "features:\n  - text: {en: Utilise it at maturity.}\nfees:"
    once = revised(definition, "fees:", text).after
    assert revise(once, product.parse(source.parse(once, "x.yaml")), TERMS, "x.yaml").changes == ()
