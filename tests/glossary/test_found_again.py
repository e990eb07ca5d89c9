"""A text that was searched before is not mistaken for the same text under other terms, kinds or readers."""

from hypothesis import given
from hypothesis import strategies as st

from disclosure.glossary import Entry, Glossary, rewrite, unexplained
from disclosure.glossary.fold import _CHANGES, _even, _lower, fold

TEXT = "The levy is due. The toll is not."
LEVY = Entry("levy", "en", "levy", "a yearly sum")
TOLL = Entry("toll", "en", "toll", "a road fee")


def written(glossary: Glossary, **more: str) -> str:
    return rewrite(TEXT, glossary, lang="en", **more).text


def test_another_glossary_says_other_things_of_the_same_text() -> None:
    one, other = Glossary.of([LEVY]), Glossary.of([TOLL])
    first = written(one)
    assert written(other) == "The levy is due. The toll (a road fee) is not."
    assert written(one) == first == "The levy (a yearly sum) is due. The toll is not."


def test_another_kind_or_reader_is_told_other_things() -> None:
    glossary = Glossary.of([
        Entry("levy", "en", "levy", "a yearly sum", kinds=("loan",)), Entry("toll", "en", "toll", "a road fee", audiences=("retail",)),
    ])  # fmt: skip
    both = written(glossary, kind="loan", audience="retail")
    assert both == "The levy (a yearly sum) is due. The toll (a road fee) is not."
    assert written(glossary, kind="fund", audience="retail") == "The levy is due. The toll (a road fee) is not."
    assert written(glossary, kind="loan", audience="experts") == "The levy (a yearly sum) is due. The toll is not."
    assert written(glossary, kind="loan", audience="retail") == both


def test_what_is_seen_or_protected_counts_each_time() -> None:
    glossary = Glossary.of([LEVY])
    assert rewrite(TEXT, glossary, lang="en", seen=frozenset({"levy"})).text == TEXT
    assert rewrite(TEXT, glossary, lang="en", protected=[(4, 8)]).text == TEXT
    assert [span.text for span in unexplained(TEXT, glossary, lang="en")] == ["levy"]
    assert rewrite(TEXT, glossary, lang="en").text != TEXT


def test_the_same_layers_are_merged_once_and_other_layers_apart() -> None:
    shipped = Glossary.of([LEVY])
    merged = shipped.merge(Glossary.of([TOLL]))
    assert shipped.merge(Glossary.of([TOLL])) is merged
    other = shipped.merge(Glossary.of([Entry("toll", "en", "toll", "a bridge fee")]))
    assert "a bridge fee" in written(other) and "a road fee" in written(merged)
    assert Glossary.of([LEVY]).merge(Glossary.of([TOLL])) is not merged


@given(st.text(st.one_of(st.sampled_from("ab 　\xa0\u200b\n\t，（）Ａ中文’\u1680\x1c\x85İ"), st.characters()), max_size=30))
def test_the_short_way_of_folding_changes_nothing_that_must_change(text: str) -> None:
    even = _even(text)
    copy = fold(text)
    if not _CHANGES.search(even):
        assert (copy.cased, list(copy.at)) == (even, list(range(len(text))))
    assert copy.text == _lower(copy.cased) and len(copy.at) == len(copy.cased)
    if even.isprintable() and "  " not in even:
        assert not _CHANGES.search(even)
