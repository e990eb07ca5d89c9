"""The words and the dictionary are kept in rows of bytes, and say what a mapping of the same words says."""

import lzma
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.shipped import folder
from disclosure.text import vocabulary
from disclosure.text.entries import Entries


def listed(lang):
    lines = lzma.decompress(folder("templates", "readability", f"words-{lang}.txt.xz").read_bytes()).decode().splitlines()
    for line in lines:
        values, *words = line.split(" ")
        yield tuple(map(int, values.split(","))), words


@pytest.mark.parametrize(("lang", "table"), [("en", vocabulary.english), ("zh-CN", lambda: vocabulary.chinese()[0])])
def test_every_listed_word_has_its_values(lang, table):
    mapping = {word: values for values, words in listed(lang) if len(values) > 1 for word in words}
    known = table()
    assert len(mapping) > 60_000
    assert all(known.get(word) == values for word, values in mapping.items())


@pytest.fixture(scope="module")
def english():
    return {word for _, words in listed("en") for word in words}


@settings(deadline=None)
@given(word=st.text(max_size=6) | st.text(alphabet="theconinga's\t\n ", max_size=9))
def test_only_listed_words_have_values(english, word):
    assert (vocabulary.english().get(word) is not None) == (word in english)


@pytest.fixture(scope="module")
def entries(tmp_path_factory):
    path = tmp_path_factory.mktemp("dictionary") / "dict.txt"
    path.write_text("产品 3 n\nAT&T 7 nz\n产 4 n\n产品经理 2 n\n保本 5 v\n产品 6 n", encoding="utf-8")
    return Entries(path)


def test_entries_are_found_by_how_they_begin(entries):
    assert sorted(entries.starting("产")) == [("产", 4, "n"), ("产品", 3, "n"), ("产品", 6, "n"), ("产品经理", 2, "n")]
    assert list(entries.starting("保本")) == [("保本", 5, "v")]
    assert list(entries.starting("A")) == [("AT&T", 7, "nz")]
    assert list(entries.starting("本")) == list(entries.starting("\ud800")) == []


def test_of_a_word_given_twice_the_last_holds(entries):
    assert (entries.of("产品"), entries.of("产品经"), entries.of(""), entries.total()) == ((6, "n"), (0, ""), (0, ""), 27)


def test_the_dictionary_of_jieba_is_read_whole():
    import jieba

    path = Path(jieba.__file__).with_name("dict.txt")
    known = Entries(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines[:: len(lines) // 3_000]:
        word, count, kind = line.split(" ")
        assert known.of(word) == (int(count), kind)
    assert len(list(known.starting("中国"))) == sum(line.startswith("中国") for line in lines)
