"""The passages of a sheet come in; what the plain-language rules say of them goes out as findings."""

from collections.abc import Iterator, Sequence
from types import ModuleType

from ...text.passage import Passage
from ..finding import Finding, Rule
from . import cuts, registry
from .rule import PlainRule, Spot, any_of, load

RULE = Rule("rule-did-not-run", "a check that was not made must not look like one that was passed")
DAMAGED = "damaged-text"
Paths = Sequence[Sequence[tuple[int, str]]]
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
    for module in rules:
        try:
            rule = load(module.ID)
            spots = list(_spots(module, rule, passages, lang, audience, kind))
        except Exception as error:  # whatever a rule trips over, the others must still be run
            values = {"text": module.ID, "reason": f"{type(error).__name__}: {error}"}
            found.append(Finding(RULE.id, "error", lang, values=values))
            continue
        found += (_finding(spot, rule, passages, lang, sections, paths) for spot in spots)
    return tuple(found)


def not_run(findings: Sequence[Finding]) -> tuple[tuple[str, str], ...]:
    """The rules among the findings that could not run, each with its reason."""
    return tuple((one.values["text"], one.values["reason"]) for one in findings if one.rule == RULE.id)


def damaged(passages: Sequence[Passage], lang: str) -> frozenset[int]:
    """The numbers of the passages whose text is broken, and so no measure of how plainly they are written."""
    module = next(one for one in registry.RULES if one.ID == DAMAGED)
    try:
        return frozenset(spot.passage for spot in _spots(module, load(DAMAGED), passages, lang, "default", ""))
    except Exception:  # that the rule cannot run is told once, among the findings
        return frozenset()


def _spots(
    module: ModuleType, rule: PlainRule, passages: Sequence[Passage], lang: str, audience: str, kind: str
) -> Iterator[Spot]:
    """The spots of one rule, without those it does not apply to and those that are exempt."""
    if lang not in rule.severity or (kind and rule.kinds and kind not in rule.kinds):
        return
    exempt = rule.exempt.get(lang, ())
    allowed = any_of(exempt, lang.startswith("en"))
    for spot in module.find(passages, lang, rule, rule.limit(audience, lang)):
        passage = passages[spot.passage]
        if _reads(rule, passage) and not (exempt and _is_exempt(spot, passage.text, allowed)):
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
