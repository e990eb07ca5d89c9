"""Nothing comes in; the plain-language rules, in the order they are run and told, go out."""

from types import ModuleType

from . import (
    and_or,
    annualised_short_period,
    chance_as_frequency,
    classical_wording,
    damaged_text,
    de_chain,
    double_negative,
    half_width_punctuation,
    hedge,
    hidden_verb,
    legalese,
    long_clause,
    long_sentence,
    many_numbers,
    mixed_units,
    nested_brackets,
    noun_string,
    passive,
    percent_without_money,
    same_term,
    undefined_abbreviation,
)

RULES: tuple[ModuleType, ...] = (
    damaged_text,
    long_sentence,
    long_clause,
    passive,
    hidden_verb,
    double_negative,
    nested_brackets,
    undefined_abbreviation,
    noun_string,
    de_chain,
    legalese,
    classical_wording,
    and_or,
    hedge,
    many_numbers,
    percent_without_money,
    half_width_punctuation,
    mixed_units,
    same_term,
    annualised_short_period,
    chance_as_frequency,
)
"""Each module has an `ID` and `find(passages, lang, rule, limit) -> Iterator[Spot]`; one that goes over the
passages more than once has the `PARTS` of its `find`, in their order."""
TOGETHER = frozenset({percent_without_money.ID, same_term.ID, undefined_abbreviation.ID})
"""The rules for which what stands in one passage may depend on the others."""
