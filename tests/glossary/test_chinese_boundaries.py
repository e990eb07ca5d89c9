"""Chinese characters that only look like a term because two other words meet are left alone."""

import pytest

from disclosure.glossary import Entry, Glossary, rewrite
from disclosure.glossary.boundary import Terms, chinese_stands

FALSE_PAIRS = [
    ("本金融产品由银行发行", "本金"), ("规定投资者须签字", "定投"), ("受托管理财产", "理财"),
    ("投资管理费用", "资管"), ("经济恢复利率上升", "复利"), ("投资中国债券市场", "国债"),
    ("实现目标的办法", "标的"), ("今年金价上涨", "年金"), ("办理海外汇款", "外汇"),
    ("大家长久期待", "久期"), ("受到相对冲击", "对冲"), ("保障长期权益", "期权"),
    ("市场开放日益扩大", "开放日"), ("以上证明材料", "上证"), ("消费率先回升", "费率"),
    ("缴纳保证金额", "保证金"), ("负债券面较高", "债券"), ("持股息事宁人", "股息"),
    ("银行确保额度充足", "保额"), ("环保费用上升", "保费"), ("木头寸寸断裂", "头寸"), ("基金会成立", "基金"),
    ("支付本金额", "本金"),
]  # fmt: skip
TRUE_PAIRS = [
    ("基金净值波动较大", "净值"), ("封闭期内不开放", "封闭期"), ("犹豫期内可以退保", "犹豫期"),
    ("期货价格下跌", "期货"), ("不接受赎回申请", "赎回"), ("本金可能受损", "本金"), ("年化收益率较低", "年化收益率"),
    ("收取托管费和管理费", "托管费"), ("等额本息还款", "等额本息"), ("组合久期较短", "久期"),
]  # fmt: skip


LONG_FALSE = [
    ("请基金管理人员到场", "基金管理人"), ("本行免征额外费用", "免征额"), ("商家推出零息债务", "零息债"), ("背上永续债务", "永续债"),
    ("信用利差异", "信用利差"), ("名义本金融", "名义本金"), ("还款宽限期限", "还款宽限期"), ("有既往症状", "既往症"),
    ("多个附加险种可选", "附加险"), ("保险代理人员", "保险代理人"), ("法定受益人数", "法定受益人"), ("剪断附属卡片", "附属卡"),
    ("现金分期末", "现金分期"), ("填写付息日期", "付息日"), ("仓库建仓期间", "建仓期"), ("替员工预扣税款", "预扣税"),
]  # fmt: skip
LONG_TRUE = [
    ("犹豫期内退保", "犹豫期"), ("封闭期后可赎回", "封闭期"), ("最后还款日前还款", "最后还款日"), ("申购费率见下表", "申购费"),
    ("基金管理人应公告", "基金管理人"), ("保险标的价格", "保险标的"), ("存款保险条例", "存款保险"), ("挂牌利率表", "挂牌利率"),
    ("基金份额持有人名册", "基金份额持有人"), ("流动性风险管理规定", "流动性风险"), ("股指期货交易指引", "股指期货"),
]  # fmt: skip
COMPOUNDS = [
    ("赎回费率见下表", "赎回"), ("收取赎回费", "赎回"), ("收取申购费", "申购"), ("手续费率见下表", "费率"), ("销售服务费率", "费率"),
    ("本贷款无担保", "担保"), ("按贴现率计算", "贴现"), ("年利率较低", "利率"), ("日利率较低", "利率"),
]  # fmt: skip
OTHER_WORDS = [("基金会成立", "基金"), ("年化收益率", "收益"), ("交纳保险费", "保险"), ("汇率变动", "费率"), ("不动产抵押", "动产")]


def glossary(term: str, mode: str = "replace") -> Glossary:
    return Glossary.of([Entry("t", "zh-CN", term, plain="某种说法", mode=mode)])


@pytest.mark.parametrize("text, term", FALSE_PAIRS)
def test_two_words_that_meet_are_no_term(text: str, term: str) -> None:
    assert rewrite(text, glossary(term), lang="zh-CN").text == text


@pytest.mark.parametrize("text, term", TRUE_PAIRS)
def test_a_term_is_found_inside_running_text(text: str, term: str) -> None:
    assert rewrite(text, glossary(term), lang="zh-CN").text == text.replace(term, "某种说法")


@pytest.mark.parametrize("text, term", LONG_FALSE)
def test_a_long_term_does_not_take_the_beginning_of_a_common_word(text: str, term: str) -> None:
    assert rewrite(text, glossary(term), lang="zh-CN").text == text


@pytest.mark.parametrize("text, term", LONG_TRUE + COMPOUNDS)
def test_a_compound_whose_parts_keep_their_sense_holds_the_term(text: str, term: str) -> None:
    assert rewrite(text, glossary(term), lang="zh-CN").text == text.replace(term, "某种说法")


@pytest.mark.parametrize("text, term", OTHER_WORDS)
def test_another_word_does_not(text: str, term: str) -> None:
    assert rewrite(text, glossary(term), lang="zh-CN").text == text


def test_no_second_negator_comes_after_the_first() -> None:
    free = Glossary.of([Entry("t", "zh-CN", "担保", plain="没人代还", mode="replace")])
    assert rewrite("本贷款无担保", free, lang="zh-CN").text == "本贷款无担保"


def test_an_unsure_place_is_left_and_reported() -> None:
    unsure = [
        (text, term) for text, term in FALSE_PAIRS if rewrite(text, glossary(term), lang="zh-CN").doubts
    ]
    for text, term in unsure:
        start = text.index(term)
        assert chinese_stands(text, start, start + len(term), Terms.of([term])) == "review"
    assert unsure


def test_latin_and_digits_beside_han_part_nothing_and_join_nothing() -> None:
    assert rewrite("本ETF份额", glossary("ETF"), lang="zh-CN").text == "本某种说法份额"
    assert rewrite("ETFS份额", glossary("ETF"), lang="zh-CN").text == "ETFS份额"
    assert rewrite("净值1.02", glossary("净值"), lang="zh-CN").text == "某种说法1.02"
    assert rewrite("3万份收益", glossary("万份收益"), lang="zh-CN").text == "3万份收益"


def test_a_term_in_chinese_may_span_a_line_break_but_not_a_blank_or_an_empty_line() -> None:
    explain = glossary("业绩比较基准", "explain")
    assert rewrite("业绩比较\n基准见下", explain, lang="zh-CN").text == "业绩比较\n基准（某种说法）见下"
    for text in ("业绩比较 基准", "业绩比较\n\n基准"):
        assert rewrite(text, explain, lang="zh-CN").text == text


def test_a_term_is_not_explained_inside_a_longer_word() -> None:
    text = "收取认购费。"
    assert rewrite(text, glossary("认购", "explain"), lang="zh-CN").text == text
