"""The hard side of a pair reads harder than the plain one, and edits that change nothing move nothing."""

import pytest

PAIRS = [("fin_en", "en", 0.97), ("fin_zh", "zh-CN", 0.97), ("fin_minimal_en", "en", 0.90), ("fin_minimal_zh", "zh-CN", 0.90)]

SAME = [
    ("en", "The yearly cost is 0.85%. You can leave.", "The yearly cost is 1%. You can leave."),
    ("en", "It is a five-year, fixed-rate plan.", "It is a five year, fixed rate plan."),
    ("en", "- No fee to join\n- Leave when you like\n", "- No fee to join.\n- Leave when you like.\n"),
    ("en", "We pay you each month until you stop.", "We pay you each month\nuntil you stop."),
    ("en", "You can leave.\nThe price may fall.", "You can leave.\r\nThe price may fall."),
    ("en", "See www.example.com/a/long/path for help.", "See www.example.com for help."),
    ("zh-CN", "每年的费用是0.85%。您可以退出。", "每年的费用是０．８５％。您可以退出。"),
    ("zh-CN", "- 加入不收费\n- 随时退出\n", "- 加入不收费。\n- 随时退出。\n"),
    ("zh-CN", "最少投100元买ETF。", "最少投 100 元买 ETF。"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lang", "least"), PAIRS)
def test_pairs_are_in_order(prose, corpus, name, lang, least):
    rows = corpus(name)
    right = sum(prose(lang, row["complex"]).difficulty > prose(lang, row["simple"]).difficulty for row in rows)
    assert right / len(rows) >= least


@pytest.mark.parametrize(("name", "lang"), [("fin_en", "en"), ("fin_zh", "zh-CN")])
def test_plain_sides_read_plain_and_complex_sides_hard(prose, corpus, name, lang):
    rows = corpus(name)
    plain = sorted(prose(lang, row["simple"]).plainness for row in rows)
    hard = sorted(prose(lang, row["complex"]).plainness for row in rows)
    assert plain[len(rows) // 10] >= 75
    assert hard[len(rows) // 2] <= 55


@pytest.mark.parametrize(("name", "lang", "most"), [("fin_en", "en", 0.30), ("fin_minimal_en", "en", 0.15), ("fin_minimal_zh", "zh-CN", 0.15)])
def test_plain_sides_have_few_reasons(prose, corpus, name, lang, most):
    rows = corpus(name)
    flagged = sum(any(s.reasons for s in prose(lang, row["simple"]).sentences) for row in rows)
    assert flagged / len(rows) <= most


@pytest.mark.parametrize(("lang", "one", "two"), SAME)
def test_the_same_difficulty_reads_the_same(prose, lang, one, two):
    assert prose(lang, one).difficulty == prose(lang, two).difficulty
