"""The shipped models load; a bad one names the key."""

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from disclosure.text.readability import Model, Passage, profile, read


def test_shipped_models(models):
    english = models["en"]
    assert (english.version, english.lang, english.plain, english.fair) == ("2", "en", 75, 55)
    length = next(feature for feature in english.features if feature.id == "words_per_sentence")
    assert (length.limit.warn, length.limit.fail) == (Decimal(22), Decimal(28))
    share = next(f for f in models["zh-CN"].features if f.id == "everyday_word_share")
    assert (share.limit.warn, share.limit.higher_is_worse) == (Decimal(52), False)
    assert "hereof" in english.words("formal") and "in respect of" in english.words("formal")
    assert english.words("no such list") == frozenset()


def test_a_model_cannot_be_changed(models):
    with pytest.raises(FrozenInstanceError):
        models["en"].version = "2"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"version": None}, "^version: missing"),
        ({"bands": {"plain": "75"}}, "^fair: missing"),
        ({"features": {"passive": {"warn": "x", "fail": "1"}}}, '^features.passive.warn: "x" is not a number'),
        ({"features": {"passive": {"warn": "-1", "fail": "1"}}}, "^features.passive.warn"),
        ({"features": {"passive": {"warn": "0"}}}, "^features.passive.fail: missing"),
        ({"features": {"passive": {"warn": "0", "fail": "1", "worse": "up"}}}, "^features.passive.worse"),
        ({"weights": {"length": "1 2 3"}}, '^weights.length: "1 2 3" is not four numbers'),
        ({"weights": {"length": "1 2 3 inf"}}, "^weights.length"),
        ({"everyday_frequency": "NaN"}, "^everyday_frequency"),
    ],
)
def test_a_bad_model_names_the_key(data, change, message):
    changed = {key: value for key, value in (data("en") | change).items() if value is not None}
    with pytest.raises(ValueError, match=message):
        Model.of(changed)


def test_an_unknown_feature_is_named(data):
    model = Model.of(data("en") | {"features": {"rhyme": {"warn": "0", "fail": "1"}}})
    with pytest.raises(ValueError, match="features.rhyme: no such feature"):
        read([Passage("A text.", "prose")], "en", model)


def test_a_model_of_another_language_is_refused(models):
    with pytest.raises(ValueError, match='a model of "en" cannot read "zh-CN"'):
        read([Passage("好。", "prose")], "zh-CN", models["en"])


def test_every_trait_that_is_weighed_is_one_that_is_measured(models):
    for lang, model in models.items():
        values, _ = profile([Passage("好 it", "prose")], lang, model)
        assert {weight.trait for weight in model.weights} <= set(values)


def test_every_trait_belongs_to_at_most_one_feature(models):
    for model in models.values():
        traits = [trait for feature in model.features for trait in feature.traits]
        assert len(traits) == len(set(traits))
