"""The scores reviewers know come without a network, a home folder or a mistaken counter."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure.text.familiar import plain, scores
from disclosure.text.readability import Passage

ROOT = Path(__file__).parents[2]
TEXT = "The yearly cost is 0.85%. You can leave at any time. The price may go down."

OFFLINE = f"""
import socket, sys
def refuse(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError("network: " + event)
sys.addaudithook(refuse)
import nltk.downloader
def never(*a, **k): raise RuntimeError("the downloader was called")
import nltk
nltk.download = nltk.downloader.download = nltk.downloader.Downloader.download = never
from disclosure.text.familiar import scores
from disclosure.text.passage import Passage
print(dict(scores([Passage({TEXT!r}, "prose")], "en")))
"""


def prose(text):
    return [Passage(text, "prose")]


def test_offline_in_an_empty_home(tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", OFFLINE],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NLTK_DATA": str(tmp_path)},
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.strip() == str(dict(scores(prose(TEXT), "en")))
    assert list(tmp_path.iterdir()) == []


def test_scores_are_the_formulas_on_true_counts():
    # 15 words, 3 sentences, 17 syllables: "yearly" and "any" have two, ten stands for the number.
    assert plain(prose(TEXT)) == "The yearly cost is ten. You can leave at any time. The price may go down."
    found = dict(scores(prose(TEXT), "en"))
    assert found["flesch_reading_ease"] == _tenth(206.835 - 1.015 * 16 / 3 - 84.6 * 18 / 16)
    assert found["flesch_kincaid_grade"] == _tenth(0.39 * 16 / 3 + 11.8 * 18 / 16 - 15.59)
    assert list(found) == ["flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog_index", "dale_chall"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The cost is 0.85% a year.", "The cost is 1% a year."),
        ("It is a long-term, low-risk plan.", "It is a long term, low risk plan."),
        ("We sell in the U.S. market now.", "We sell in the US market now."),
        ("- No fee to join\n- Leave when you like", "No fee to join. Leave when you like."),
    ],
)
def test_marks_do_not_mislead_the_counters(one, two):
    assert scores(prose(one), "en") == scores(prose(two), "en")


def test_only_prose_and_bullets_are_scored():
    others = [Passage("Notwithstanding", role) for role in ("heading", "cell", "statutory")]
    assert scores([*prose(TEXT), *others], "en") == scores(prose(TEXT), "en")


def test_chinese_has_no_such_scores():
    assert scores(prose("本产品不保本。"), "zh-CN") == ()


@pytest.mark.parametrize("passages", [[], prose(""), prose(" *** "), [Passage("Fees", "heading")]])
def test_nothing_to_score_is_an_error_and_not_zero(passages):
    with pytest.raises(ValueError, match="no English prose"):
        scores(passages, "en")


def _tenth(value):
    return Decimal(repr(value)).quantize(Decimal("0.1"), "ROUND_HALF_UP")
