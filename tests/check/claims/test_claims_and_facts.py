"""What is a claim for one product may be a fact of another; what the law prescribes is never a claim."""

import pytest

from disclosure.check.claims import claims


def verdicts(text: str, lang: str, **given: object) -> list[str]:
    return [one.verdict for one in claims(text, lang, **given)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "The rate gives a guaranteed return.", {None: ["banned"], "fund": ["banned"], "deposit": [], "insurance": ["review"]}),
        ("zh-CN", "保证年化利率2%。", {None: ["banned"], "wealth": ["banned"], "deposit": [], "insurance": ["review"], "loan": []}),
        ("en", "It works just like a savings account.", {None: ["banned"], "wealth": ["banned"], "deposit": []}),
    ],
)
def test_the_kind_of_product_decides(lang: str, text: str, expected: dict[str | None, list[str]]) -> None:
    assert {kind: verdicts(text, lang, kind=kind) for kind in expected} == expected


def test_without_a_kind_the_text_itself_says_what_it_is_about() -> None:
    assert verdicts("This is a term deposit. You get guaranteed interest.", "en") == []
    assert verdicts("This is a fund. You get guaranteed interest.", "en") == ["banned"]
    assert verdicts("The fund pays guaranteed interest, unlike a savings account.", "en") == ["banned"]


def test_a_guarantee_that_names_its_giver_is_for_a_person_to_judge() -> None:
    text = "The capital is guaranteed by the issuer, subject to its credit risk."
    assert verdicts(text, "en") == ["review"]


def test_a_prescribed_statement_is_exempt_and_only_that() -> None:
    statement = "The capital of this product is guaranteed."
    assert verdicts(statement, "en") == ["banned"]
    assert verdicts(f"{statement} Buy now, your capital is guaranteed.", "en", statements=[statement]) == ["banned"]
    assert verdicts(statement, "en", statements=[statement]) == []


def test_a_label_is_lawful_where_copy_is_looked_at() -> None:
    assert verdicts("低风险", "zh-CN", role="cell") == []
    assert verdicts("低风险", "zh-CN") == ["review"]
    assert verdicts("低风险、高收益", "zh-CN") == ["banned"]


@pytest.mark.parametrize("text", ["", " ", "。", "\n\n", "保", "a"])
@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_there_may_be_nothing_to_say(text: str, lang: str) -> None:
    assert claims(text, lang) == ()
