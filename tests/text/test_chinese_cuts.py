"""Chinese sentences, clauses and words are cut where a reader would."""

import pytest

from disclosure.text import zh


def texts(spans):
    return [span.text for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本产品不保本。您可能亏钱！真的吗？", ["本产品不保本。", "您可能亏钱！", "真的吗？"]),
        ("他说：“本产品不保本。”然后走了。", ["他说：“本产品不保本。”", "然后走了。"]),
        ("“真的吗？”，他问。", ["“真的吗？”，他问。"]),
        ("「好。」『行。』（完。）再见。", ["「好。」", "『行。』", "（完。）", "再见。"]),
        ("产品\"保本。\"真的。\"好。\"", ['产品"保本。"', "真的。", '"好。"']),
        ("《怎么办？》是一本书。", ["《怎么办？》是一本书。"]),
        ("利率是3.5%，金额1,000.50元。年化2.1%。", ["利率是3.5%，金额1,000.50元。", "年化2.1%。"]),
        ("管理费、托管费……等费用。他不知道……我们走。", ["管理费、托管费……等费用。", "他不知道……", "我们走。"]),
        ("一、费用\n二、风险\n（三）其他", ["一、费用", "二、风险", "（三）其他"]),
        ("- 加入不收费\n- 随时退出\n", ["- 加入不收费", "- 随时退出"]),
        ("这是一行很长的文字它在这里被人用手工换行所以\n还没有结束。", ["这是一行很长的文字它在这里被人用手工换行所以\n还没有结束。"]),
        ("费用，\n风险。", ["费用，\n风险。"]),
        ("详见www.abc.com/x?a=1。谢谢!好的", ["详见www.abc.com/x?a=1。", "谢谢!", "好的"]),
        ("This is No. 1 in the U.S. market. 好。", ["This is No. 1 in the U.S. market.", "好。"]),
        ("", []),
        ("\u3000\n", []),
    ],
)
def test_sentences(text, expected):
    assert texts(zh.sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到期后，我们帮您续存；您不想续：请告诉我们。", ["到期后，", "我们帮您续存；", "您不想续：", "请告诉我们。"]),
        ("管理费、托管费是1,000元,10:30收。", ["管理费、托管费是1,000元,", "10:30收。"]),
        ("风险——您可能亏钱。", ["风险——", "您可能亏钱。"]),
    ],
)
def test_clauses(text, expected):
    assert texts(zh.clauses(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A股、T+1、QDII额度。", ["A股", "T+1", "QDII", "额度"]),
        ("收益率3.5%，1,000.00元", ["收益率", "3.5%", "1,000.00", "元"]),
        ("《，。》", []),
    ],
)
def test_words(text, expected):
    assert texts(zh.words(text)) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [("本产品不保本。", 6), ("最少投100元买ETF。", 7), ("最少投 100 元买 ETF。", 7), ("A股", 2), ("，。", 0)],
)
def test_characters_count_a_number_or_latin_word_once(text, count):
    assert zh.characters(text) == count
