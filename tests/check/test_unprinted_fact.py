"""A value that a definition states and its sheet leaves out is seen by the field's name."""

from dataclasses import replace

from disclosure.check.rules import unprinted_fact


def test_what_a_dropped_section_said_is_seen(everything, rulebook, sheet_of, seen) -> None:
    product = everything["hengjiang-stable-180d"].product
    sheet = everything["hengjiang-stable-180d"].sheets[1]
    gone = replace(sheet, facts=tuple(f for f in sheet.facts if not f.path.startswith("fees[1]")))
    assert seen(unprinted_fact.find(product, gone), "unprinted-fact") == [
        ("warning", "en", "fees[1].name"),
        ("error", "en", "fees[1].rate"),
        ("error", "en", "fees[1].waivers[0].instead_rate"),
        ("error", "en", "fees[1].waivers[0].until"),
        ("warning", "en", "fees[1].waivers[0].condition"),
    ]


def test_the_same_words_elsewhere_count_for_a_text_only(everything, seen) -> None:
    product = everything["hengjiang-stable-180d"].product
    sheet = everything["hengjiang-stable-180d"].sheets[1]
    (name,) = (fact for fact in sheet.facts if fact.path == "fees[1].name")
    others = tuple(f for f in sheet.facts if not f.path.startswith("fees[1].")) + (replace(name, path="how"),)
    missed = [path for _, _, path in seen(unprinted_fact.find(product, replace(sheet, facts=others)), "unprinted-fact")]
    assert "fees[1].name" not in missed and "fees[1].rate" in missed


def test_every_value_of_every_sample_is_printed(checked) -> None:
    for sheet in checked.sheets:
        assert list(unprinted_fact.find(checked.product, sheet)) == []
