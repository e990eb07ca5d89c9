"""The passages of a sheet come in; what the plain-language rules say of them goes out as findings."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from types import ModuleType

from ...text.passage import Passage
from ..finding import Finding, Rule
from . import cuts, registry
from .rule import Limits, PlainRule, Spot, any_of, load

RULE = Rule("rule-did-not-run", "a check that was not made must not look like one that was passed")
DAMAGED = "damaged-text"
Paths = Sequence[Sequence[tuple[int, str]]]
Find = Callable[[Sequence[Passage], str, PlainRule, Limits], Iterator[Spot]]
_BY_WORDS = frozenset({"heading", "cell"})
_LONGEST = 200


def plain_findings(
    passages: Sequence[Passage], lang: str, audience: str, kind: str = "", *, sections: Sequence[str] = (), paths: Paths = (),
    rules: Sequence[ModuleType] = registry.RULES,
) -> tuple[Finding, ...]:
    """What every rule of the language finds, rule by rule and in reading order.

    `sections` and `paths` go by passage, as in `rules.plainness.sentences`. `kind` "" is any kind.
    A rule that cannot run gives one error `rule-did-not-run` with its id and the reason.
    """
    found: list[Finding] = []
    known = _known(passages, lang, audience) if rules is registry.RULES else None
    for number, module in enumerate(rules):
        try:
            rule = load(module.ID)
            if known is None or module.ID in registry.TOGETHER:
                spots = list(_spots(module, rule, passages, lang, audience, kind))
            else:
                spots = known.get(number, []) if _concerns(rule, lang, kind) else []
        except Exception as error:  # whatever a rule trips over, the others must still be run
            values = {"text": module.ID, "reason": f"{type(error).__name__}: {error}"}
            found.append(Finding(RULE.id, "error", lang, values=values))
            continue
        found += (_finding(spot, rule, passages, lang, sections, paths) for spot in spots)
    return tuple(found)


def not_run(findings: Sequence[Finding]) -> tuple[tuple[str, str], ...]:
    """The rules among the findings that could not run, each with its reason."""
    return tuple((one.values["text"], one.values["reason"]) for one in findings if one.rule == RULE.id)


def damaged(passages: Sequence[Passage], lang: str, audience: str = "default") -> frozenset[int]:
    """The numbers of the passages whose text is broken, and so no measure of how plainly they are written.

    No reader has a limit of his own for that; of the same `audience` the passages are looked at once.
    """
    number, module = next((at, one) for at, one in enumerate(registry.RULES) if one.ID == DAMAGED)
    known = _known(passages, lang, audience)
    try:
        spots = _spots(module, load(DAMAGED), passages, lang, audience, "") if known is None else known.get(number, [])
        return frozenset(spot.passage for spot in spots)
    except Exception:  # that the rule cannot run is told once, among the findings
        return frozenset()


def _known(passages: Sequence[Passage], lang: str, audience: str) -> dict[int, list[Spot]] | None:
    """The spots of the rules that read each passage alone, by number of rule; None where one of them cannot run."""
    found: dict[tuple[int, int], list[Spot]] = {}
    try:
        for number, passage in enumerate(passages):
            for rule, part, spot in _alone(passage, lang, audience):
                found.setdefault((rule, part), []).append(replace(spot, passage=number))
    except Exception:  # which rule that is, comes out when each is run by itself
        return None
    return {rule: list(chain.from_iterable(found[at] for at in sorted(found) if at[0] == rule)) for rule, _ in found}


@lru_cache(maxsize=4096)
def _alone(passage: Passage, lang: str, audience: str) -> tuple[tuple[int, int, Spot], ...]:
    """Number of rule, part of its search, and spot: most sentences of wording stand in thousands of sheets."""
    return tuple(
        (number, part, spot)
        for number, module in enumerate(registry.RULES)
        if module.ID not in registry.TOGETHER and _reads(load(module.ID), passage)
        for part, find in enumerate(getattr(module, "PARTS", (module.find,)))
        for spot in _of(find, load(module.ID), (passage,), lang, audience)
    )


def _spots(
    module: ModuleType, rule: PlainRule, passages: Sequence[Passage], lang: str, audience: str, kind: str
) -> Iterator[Spot]:
    """The spots of one rule, without those it does not apply to and those that are exempt."""
    return _of(module.find, rule, passages, lang, audience) if _concerns(rule, lang, kind) else iter(())


def _concerns(rule: PlainRule, lang: str, kind: str) -> bool:
    return lang in rule.severity and not (kind and rule.kinds and kind not in rule.kinds)


def _of(find: Find, rule: PlainRule, passages: Sequence[Passage], lang: str, audience: str) -> Iterator[Spot]:
    """What one search finds, less what is exempt or stands in a passage that the rule does not read."""
    if lang not in rule.severity:
        return
    exempt = rule.exempt.get(lang, ())
    for spot in find(passages, lang, rule, rule.limit(audience, lang)):
        passage = passages[spot.passage]
        if _reads(rule, passage) and not (exempt and _is_exempt(spot, passage.text, any_of(exempt, lang.startswith("en")))):
            yield spot


def _reads(rule: PlainRule, passage: Passage) -> bool:
    return passage.role != "statutory" and (rule.lexical or passage.role not in _BY_WORDS)


def _is_exempt(spot: Spot, text: str, allowed: object) -> bool:
    """Whether an exempt phrase covers the spot, or begins where it does and goes on."""
    from_ = max(0, spot.start - 40)
    return any(
        found.start() <= spot.start < found.end() and (found.end() >= spot.end or found.start() == spot.start)
        for found in allowed.finditer(text, from_, spot.end + 40)  # type: ignore[attr-defined]
    )


def _finding(
    spot: Spot, rule: PlainRule, passages: Sequence[Passage], lang: str, sections: Sequence[str], paths: Paths
) -> Finding:
    text = passages[spot.passage].text
    ends = paths[spot.passage] if paths else ()
    values = {"text": _short(spot.words), **spot.values}
    values |= {name: value for name, value in (("measured", spot.measured), ("limit", spot.limit)) if value}
    return Finding(
        rule.id, rule.severity[lang], lang, sections[spot.passage] if sections else "",
        next((path for end, path in ends if spot.start < end), ""), _short(_around(spot, text, lang)), values,
    )  # fmt: skip


def _around(spot: Spot, text: str, lang: str) -> str:
    """The sentence that a spot begins in."""
    sentences = cuts.sentences(text, lang)
    return next((one.text for one in sentences if one.start <= spot.start < one.end), spot.words)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
