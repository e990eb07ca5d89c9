"""The lazy dictionary cuts exactly as jieba does, from a fraction of its start and without its cache."""

import subprocess
import sys
import time
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.text import lexicon

SENTENCES = (
    "本产品不保证本金和收益，您可能会亏钱。",
    "A股、B超、T恤、QDII、ETF和1号店的c++课程。",
    "乒乓球拍卖完了，研究生命起源。",
    "年化收益率3.5%，起购金额1,000.00元！",
    "凡持卡人未能于到期还款日前足额偿还最低还款额的，本行有权收取违约金。",
    "Mixed text 里的 words，\r\n换行 和\t制表。",
    "𠮷野家 龘龘 éà ０１２",
    "",
    " ",
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """jieba as it comes, except that its cache lies in a folder of this test."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.initialize()
    return tokenizer


@pytest.mark.parametrize("sentence", SENTENCES)
def test_cuts_as_jieba_does(plain, sentence):
    assert lexicon.cut(sentence) == list(plain.cut(sentence, HMM=False))


@pytest.mark.parametrize("name", ["fin_zh", "fin_minimal_zh", "mcts"])
def test_cuts_a_corpus_as_jieba_does(plain, corpus, name):
    texts = [row[side] for row in corpus(name)[:400] for side in ("complex", "simple")]
    assert [lexicon.cut(text) for text in texts] == [list(plain.cut(text, HMM=False)) for text in texts]


@given(text=st.text(alphabet="不保本产品收益率的了是在有 AT股恤3.5%，。\n𠮷", max_size=30))
def test_cuts_any_text_as_jieba_does(plain, text):
    assert lexicon.cut(text) == list(plain.cut(text, HMM=False))


@given(text=st.text(max_size=40))
def test_cuts_lose_nothing(text):
    assert "".join(lexicon.cut(text)) == text


def test_frequencies_are_those_of_the_dictionary(plain):
    words = [word for sentence in SENTENCES for word in plain.cut(sentence, HMM=False)]
    assert [lexicon.frequency(word) for word in words] == [plain.FREQ.get(word, 0) for word in words]
    assert lexicon.frequency("龘龘") == 0
    assert lexicon.frequency("产品") == plain.FREQ["产品"]


def test_total_is_that_of_the_whole_dictionary(plain):
    assert lexicon.total() == plain.total == lexicon.PINNED_TOTAL == 60_101_967


def test_total_of_another_dictionary_is_added_up(tmp_path):
    path = tmp_path / "dict.txt"
    path.write_text("产品 3 n\n产 4 n\n保本 5 v\n", encoding="utf-8")
    small = lexicon.open_lexicon(path)
    small.admit("产品保本")
    assert small.total == 12
    assert small.FREQ == {"产": 4, "产品": 3, "保": 0, "保本": 5}


def test_start_takes_a_fraction_of_jieba_s(plain, tmp_path):
    import jieba

    sheet = "".join(SENTENCES) * 16
    dictionary = Path(jieba.__file__).with_name("dict.txt")
    ours = min(_seconds(lambda: _start(dictionary, sheet)) for _ in range(3))
    theirs = min(_seconds(lambda: plain.gen_pfdict(dictionary.open("rb"))) for _ in range(2))
    assert len(sheet) > 2_000
    assert ours < theirs / 3, f"{ours:.3f} s against {theirs:.3f} s"


def test_poisoned_cache_in_the_temporary_folder_changes_nothing(tmp_path):
    poison = tmp_path / "jieba.cache"
    poison.write_bytes(b"\x80 not a dictionary")
    code = "from disclosure.text import lexicon; print('/'.join(lexicon.cut('本产品不保证本金')))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        encoding="utf-8",
        env={"TMPDIR": str(tmp_path), "PYTHONUTF8": "1", "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert (done.stdout.strip(), done.stderr) == ("本/产品/不/保证/本金", "")
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]
    assert poison.read_bytes() == b"\x80 not a dictionary"


def _start(dictionary, sheet):
    tokenizer = lexicon.open_lexicon(dictionary)
    tokenizer.admit(sheet)
    return tokenizer.lcut(sheet, cut_all=False, HMM=False)


def _seconds(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
