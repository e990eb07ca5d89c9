"""What a product team reads after its most usual mistakes, in both languages."""

from collections.abc import Callable

import pytest

from disclosure.errors import Problem
from disclosure.report.problems import line

Changed = Callable[[str, str], tuple[Problem, ...]]
RATE = 'rate: "0.50%"'
PRICE = 'rate: "0.50%"\n    of: balance'
DAY = "as_of: 2026-11-24"
TYPICAL = [
    (
        RATE,
        'rate: "0,50%"',
        'x.yaml:16:11: fees[0].rate: "0,50%" is not a rate; write "0.50%"',
        "x.yaml:16:11: fees[0].rate: “0,50%”不是规范的费率或利率；请写“0.50%”",
    ),
    (
        RATE,
        "rate: 0.5",
        'x.yaml:16:11: fees[0].rate: "0.5" has no percent sign; write "0.5%", or "50%" if you wrote it as a fraction',
        "x.yaml:16:11: fees[0].rate: “0.5”缺少百分号；请写“0.5%”；如果原意是小数，请写“50%”",
    ),
    (
        RATE,
        "rate: 5",
        'x.yaml:16:11: fees[0].rate: "5" has no percent sign; write "5%"',
        "x.yaml:16:11: fees[0].rate: “5”缺少百分号；请写“5%”",
    ),
    (
        RATE,
        "rate: 0.50％",
        'x.yaml:16:11: fees[0].rate: "0.50％" is not a rate; write "0.50%"',
        "x.yaml:16:11: fees[0].rate: “0.50％”不是规范的费率或利率；请写“0.50%”",
    ),
    (
        RATE,
        "rate: 5‰",
        'x.yaml:16:11: fees[0].rate: "5‰" is in per mille; write it in percent: "0.5%"',
        "x.yaml:16:11: fees[0].rate: “5‰”用的是千分号；请换算成百分数“0.5%”",
    ),
    (
        RATE,
        "rate: 3%-5%",
        'x.yaml:16:11: fees[0].rate: "3%-5%" is not a rate; write one number and a percent sign, such as "0.50%"; a range goes into "rate" and "rate_up_to", words into "note"',
        "x.yaml:16:11: fees[0].rate: “3%-5%”不是规范的费率或利率；请写一个数字加半角百分号，例如“0.50%”；范围请分别写在“rate”和“rate_up_to”，文字说明写在“note”里",
    ),
    (
        RATE,
        'raet: "0.50%"',
        'x.yaml:16:5: fees[0].raet: "raet" is not a field here; did you mean "rate"?',
        "x.yaml:16:5: fees[0].raet: 这里没有“raet”这个字段；是不是想写“rate”？",
    ),
    (
        PRICE,
        "amount: 5万元",
        'x.yaml:16:13: fees[0].amount: "5万元" is not an amount; write the number alone: "50000"; the currency stands in "currency"',
        "x.yaml:16:13: fees[0].amount: “5万元”不是规范的金额；请只写数字“50000”，币种写在“currency”里",
    ),
    (
        PRICE,
        "amount: 10,5",
        'x.yaml:16:13: fees[0].amount: "10,5" is not an amount; write "10.5", with a point before the cents',
        "x.yaml:16:13: fees[0].amount: “10,5”不是规范的金额；小数点请用“.”，写成“10.5”",
    ),
    (
        PRICE,
        "amount: about 50",
        'x.yaml:16:13: fees[0].amount: "about 50" is not an amount; write the number alone, such as "10000" or "99.50"',
        "x.yaml:16:13: fees[0].amount: “about 50”不是规范的金额；请只写数字，例如“10000”“99.50”",
    ),
    (
        PRICE,
        "amount: 0",
        'x.yaml:13:5: fees[0]: the fee is 0; for no charge write "status: free"; if it may be charged later, "status: not_charged_now"',
        "x.yaml:13:5: fees[0]: 这项费用是0；不收费请写 status: free；现在不收、以后可能收，请写 status: not_charged_now",
    ),
    (
        '    rate: "0.50%"\n    of: balance\n',
        "",
        'x.yaml:13:5: fees[0]: the fee does not say how much it is; give "amount", "rate" or "tiers"; for no charge write "status: free", if nobody stated it "status: not_stated"',
        "x.yaml:13:5: fees[0]: 这项费用没有写明收多少；请写“amount”“rate”或“tiers”；不收费写 status: free，没有人说明过写 status: not_stated",
    ),
    (
        "    of: balance\n",
        "",
        'x.yaml:13:5: fees[0]: the fee is a percentage of something it does not name; add what it is a share of, such as "of: balance", "of: amount_paid_in" or "of: principal"',
        "x.yaml:13:5: fees[0]: 这项费用按比例收，但没有写明按什么的比例；请用“of”写明，例如 of: balance（余额）、of: amount_paid_in（投入金额）、of: principal（本金）",
    ),
    (
        "when: yearly",
        "when: year",
        'x.yaml:15:11: fees[0].when: "year" is not one of the choices; did you mean "yearly"? The choices: entry, yearly, monthly, periodic, each_time, event, exit',
        "x.yaml:15:11: fees[0].when: “year”不在可选范围内；是不是想写“yearly”？可选：entry、yearly、monthly、periodic、each_time、event、exit",
    ),
    (
        "when: yearly",
        "when: 每年",
        'x.yaml:15:11: fees[0].when: "每年" is not one of the choices; write one of: entry, yearly, monthly, periodic, each_time, event, exit',
        "x.yaml:15:11: fees[0].when: “每年”不在可选范围内；请从中选一个：entry、yearly、monthly、periodic、each_time、event、exit",
    ),
    (
        "kind: deposit",
        "kind: savings",
        'x.yaml:2:7: kind: "savings" is not one of the choices; write one of: deposit, wealth, fund, loan, card, insurance',
        "x.yaml:2:7: kind: “savings”不在可选范围内；请从中选一个：deposit、wealth、fund、loan、card、insurance",
    ),
    (
        "kind: deposit\n",
        "",
        'x.yaml:1:1: kind: "kind" is missing; add one of these: deposit, wealth, fund, loan, card, insurance; for example: kind: deposit',
        "x.yaml:1:1: kind: 缺少“kind”（产品种类）；请从 deposit、wealth、fund、loan、card、insurance 中选一个，例如 kind: deposit",
    ),
    (
        "currency: CNY",
        "currency: 人民币",
        'x.yaml:8:11: currency: "人民币" is not the code of a currency; write "CNY"',
        "x.yaml:8:11: currency: “人民币”不是币种代码；请写“CNY”",
    ),
    (
        "id: saver",
        "id: Star Saver",
        'x.yaml:3:5: id: "Star Saver" is not an id; write "star-saver"',
        "x.yaml:3:5: id: “Star Saver”不能用作编号；请写“star-saver”",
    ),
    (
        DAY,
        "as_of: 2026/11/24",
        'x.yaml:9:8: as_of: "2026/11/24" is not in the form used for days; write "2026-11-24"',
        "x.yaml:9:8: as_of: “2026/11/24”不是日期的规范写法；请写“2026-11-24”",
    ),
    (
        DAY,
        "as_of: 24/11/2026",
        'x.yaml:9:8: as_of: "24/11/2026" is not a day; write year, month and day: "2026-11-24"',
        "x.yaml:9:8: as_of: “24/11/2026”不是日期；请按年、月、日写，例如“2026-11-24”",
    ),
    (
        DAY,
        "as_of: 2026-02-30",
        'x.yaml:9:8: as_of: there is no day "2026-02-30" in the calendar; check the month and the day',
        "x.yaml:9:8: as_of: 日历上没有“2026-02-30”这一天；请核对月份和日期",
    ),
    (
        DAY,
        "as_of:",
        'x.yaml:9:7: as_of: nothing is written for "as_of"; write a value, or remove the line',
        "x.yaml:9:7: as_of: “as_of”后面没有内容；请填写内容，或删掉这一行",
    ),
    (
        "as_of: 2026-11-24\n",
        "",
        'x.yaml:1:1: as_of: "as_of" is missing; add the day on which this description is right: as_of: 2026-11-24',
        "x.yaml:1:1: as_of: 缺少“as_of”（内容截至日期）；请写明内容截至哪一天，例如 as_of: 2026-11-24",
    ),
    (
        "name: {zh-CN: 储蓄, en: Saver}",
        "name: Saver",
        'x.yaml:6:7: name: "Saver" does not say which language it is in; write it below "name:", indented, once in each language: "zh-CN: …", "en: …"',
        "x.yaml:6:7: name: “Saver”没有说明是哪种语言；请写在“name:”下面，缩进，每种语言一行：“zh-CN: …”“en: …”",
    ),
    (
        "name: {zh-CN: 储蓄, en: Saver}",
        "name: {zh-CN: 储蓄}",
        'x.yaml:6:7: name: "name" is not written in en; add it in en, or take the language out of "languages" at the top',
        "x.yaml:6:7: name: “name”没有en版本；请补上en版本，或在文件开头的“languages”里去掉这种语言",
    ),
    (
        "languages: [zh-CN, en]",
        "languages: zh-CN, en",
        'x.yaml:5:12: languages: "languages" must be a list; write it in square brackets: languages: [zh-CN, en]',
        "x.yaml:5:12: languages: “languages”应当是列表；请用方括号，例如 languages: [zh-CN, en]",
    ),
    (
        "currency: CNY",
        "currency：CNY",
        'x.yaml:9:1: this line or the one above has no ": " after the name; write the name, a colon and a blank: currency: CNY',
        "x.yaml:9:1: 这一行或上一行的字段名后面缺少半角冒号；请写字段名、半角冒号（不是全角“：”）和一个空格，例如 currency: CNY",
    ),
    (
        "currency: CNY",
        "currency: CNY\ncurrency: EUR",
        'x.yaml:9:1: currency: "currency" is already given on line 8; keep one of the two',
        "x.yaml:9:1: currency: “currency”在第8行已经写过；请只保留一处",
    ),
    (
        "summary: {zh-CN: 储蓄账户。, en: A savings account.}",
        "summary:\n  zh-CN: 储蓄\n  en: Note: this is an account",
        'x.yaml:9:11: this line has a second colon, or is indented too far; put text that holds a colon in quotes: note: "Fee: once a year"; line up fields of one level',
        'x.yaml:9:11: 这一行有第二个冒号，或者缩进太多；文字里有冒号时，请用半角引号括起来：note: "费用: 每年一次"；同一级的字段要对齐',
    ),
    (
        "    when: yearly",
        "\t  when: yearly",
        'x.yaml:15:1: the line is indented with a tab, or a text begins with a character that needs quotes; indent with spaces, two for each level; put the text in quotes: "@home"',
        'x.yaml:15:1: 这一行用Tab键缩进，或者文字开头的字符需要加引号；缩进请用空格，每一级两个；文字请用半角引号括起来，例如 "@home"',
    ),
    (
        "",
        "term: {type: fixed}\n",
        'x.yaml:18:7: term: the term is fixed and does not say how long it is; add "length: P1Y", or "ends_on: 2027-11-24"',
        "x.yaml:18:7: term: 期限固定，但没有写明多长；请补上 length: P1Y 或 ends_on: 2027-11-24 这样的一行",
    ),
    (
        "",
        "term: {type: fixed, length: 90天}\n",
        'x.yaml:18:29: term.length: "90天" is not in the form used for times; write "P90D"',
        "x.yaml:18:29: term.length: “90天”不是期限的规范写法；请写“P90D”",
    ),
    (
        "",
        "term: {type: fixed, length: 一年}\n",
        'x.yaml:18:29: term.length: "一年" is not a length of time; write "P1Y"',
        "x.yaml:18:29: term.length: “一年”不是期限；请写“P1Y”",
    ),
    (
        "",
        "features:\n  - {text: {zh-CN: 好, en: Good}, limit: 是}\n",
        'x.yaml:19:41: features[0].limit: "是" is neither "yes" nor "no"; write "yes"',
        "x.yaml:19:41: features[0].limit: “是”既不是“yes”也不是“no”；请写“yes”",
    ),
    (
        "fees:",
        "fee:",
        'x.yaml:12:1: fee: "fee" is not a field here; did you mean "fees"?',
        "x.yaml:12:1: fee: 这里没有“fee”这个字段；是不是想写“fees”？",
    ),
    (
        "",
        "exit: {possible: any_time, fees: [exit-fee]}\n",
        'x.yaml:18:35: exit.fees[0]: no fee has the id "exit-fee"; use the id of a fee under "fees", or add the fee there',
        "x.yaml:18:35: exit.fees[0]: 没有编号为“exit-fee”的费用；请改用“fees”里某项费用的编号，或在那里补上这项费用",
    ),
    (
        "name: {zh-CN: 银行, en: Bank}",
        "name: {zh-CN: 银行, en: Bank}\n  website: bank.example",
        'x.yaml:12:12: provider.website: "bank.example" is not a web address; write "https://bank.example"',
        "x.yaml:12:12: provider.website: “bank.example”不是网址；请写“https://bank.example”",
    ),
]


@pytest.mark.parametrize(("old", "new", "english", "chinese"), TYPICAL)
def test_a_mistake_is_told(changed: Changed, old: str, new: str, english: str, chinese: str) -> None:
    (problem,) = changed(old, new)
    assert line(problem, "en") == english
    assert line(problem, "zh-CN") == chinese


def test_the_definition_itself_is_right(changed: Changed) -> None:
    assert changed("", "") == ()
