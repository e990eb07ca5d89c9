"""Definition files become products with their sheets and reports, or every problem at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import derive, glossary, product, regime, shipped, source, wording
from ..check import Finding, Report, compare, run
from ..errors import DisclosureError, Problem
from ..figures import Figure
from ..regime import Audience, Regime
from ..sheet import Sheet, check_wording, compose
from ..source import Document
from .options import Options


@dataclass(frozen=True, slots=True)
class Checked:
    """One product: its document, its sheets by language with their reports, and what compares them."""

    document: Document
    product: Any
    sheets: tuple[Sheet, ...]
    reports: tuple[Report, ...]
    compared: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of this product."""
        return tuple(f for report in self.reports for f in report.findings) + self.compared


def gather(
    paths: Sequence[Path], options: Options
) -> Iterator[tuple[Path, Checked | DisclosureError]]:
    """Each definition file in name order with what came of it."""
    seen: dict[str, Path] = {}
    for path in source.files(tuple(paths)):
        try:
            checked = check_one(path, options)
            _once(checked, path, seen)
            yield path, checked
        except DisclosureError as error:
            yield path, error


def check_one(path: Path, options: Options) -> Checked:
    """Read, compose and check one definition. Raises DisclosureError with every problem in it."""
    document = source.read(path)
    item = product.parse(document)
    _scales(item, document)
    rulebooks = _rulebooks(item, document, options)
    audience = regime.audience(options.audience)
    figures = derive.derive(item)
    sheets, reports, compared = [], [], []
    for rules in rulebooks:
        made = [
            _sheet(item, figures, lang, rules, audience, options.glossaries)
            for lang in _languages(item, document, options)
            if lang in rules.languages
        ]
        sheets += made
        reports += [_report(sheet, item, rules, audience, options) for sheet in made]
        compared += compare(made, item) if len(made) > 1 else ()
    return Checked(document, item, tuple(sheets), tuple(reports), tuple(compared))


def _sheet(
    item: Any, figures: Mapping[str, Figure], lang: str, rules: Regime, audience: Audience,
    house: tuple[Path, ...],
) -> Sheet:
    return compose(
        item, figures, wording=words(lang), regime=rules, glossary=terms_for(item, lang, house),
        audience=audience,
    )


def _report(
    sheet: Sheet, item: Any, rules: Regime, audience: Audience, options: Options
) -> Report:
    return run(
        sheet, item, regime=rules, audience=audience, glossary=terms_for(item, sheet.lang, options.glossaries),
        familiar=options.familiar,
    )


def _rulebooks(item: Any, document: Document, options: Options) -> tuple[Regime, ...]:
    """The rulebook asked for, or those the definition names."""
    if options.regime:
        found = [("kind", regime.load(options.regime))]
    else:
        found = []
        for index, name in enumerate(item.regimes):
            place = f"regimes[{index}]"
            if name not in regime.names("regimes"):
                known = ", ".join(regime.names("regimes"))
                problem = document.problem(place, "regime-unknown", text=name, known=known)
                raise DisclosureError([problem])
            found.append((place, regime.load(name)))
    for place, rules in found:
        if item.kind not in rules.kinds:
            problem = document.problem(place, "regime-kind", regime=rules.id, kind=item.kind)
            raise DisclosureError([problem])
        if not set(item.languages) & set(rules.languages):
            known = ", ".join(rules.languages)
            problem = document.problem(place, "regime-language", regime=rules.id, known=known)
            raise DisclosureError([problem])
    return tuple(rules for _, rules in found)


@lru_cache
def terms_of(lang: str, house: tuple[Path, ...] = ()) -> glossary.Glossary:
    """The glossary of a language: the shipped terms, and the house's own laid over them.

    Raises DisclosureError with every problem in the house's files.
    """
    return glossary.load(lang, [shipped.folder("glossary"), *house])


def terms_for(item: Any, lang: str, house: tuple[Path, ...] = ()) -> glossary.Glossary:
    """The glossary of a product in a language: the definition's own terms laid over all others."""
    own = [
        glossary.Entry(
            one.id or f"product.{number}", lang, one.term, one.plain, one.forms, define=one.define or one.plain,
            mode=one.mode, category="product",
        )
        for number, one in enumerate(item.glossary)
        if one.lang == lang
    ]  # fmt: skip
    known = terms_of(lang, house)
    return known.merge(glossary.Glossary.of(own)) if own else known


@lru_cache
def words(lang: str) -> wording.Wording:
    """The wording of a language, once it is known to hold no figure of its own."""
    loaded = wording.load(lang)
    check_wording(loaded)
    return loaded


def _languages(item: Any, document: Document, options: Options) -> tuple[str, ...]:
    for index, lang in enumerate(item.languages):
        if lang not in wording.languages():
            known = ", ".join(wording.languages())
            place = f"languages[{index}]"
            raise DisclosureError([document.problem(place, "language-unknown", lang=lang, known=known)])
    wanted = options.languages or item.languages
    return tuple(lang for lang in item.languages if lang in wanted)


def _once(checked: Checked, path: Path, seen: dict[str, Path]) -> None:
    other = seen.setdefault(checked.product.id, path)
    if other != path:
        problem = checked.document.problem(
            "id", "product-id-twice", text=checked.product.id, other=str(other)
        )
        raise DisclosureError([problem])


def _scales(item: Any, document: Document) -> None:
    problems: list[Problem] = []
    known = wording.scales()
    for index, rating in enumerate(item.risk.ratings if item.risk else ()):
        place = f"risk.ratings[{index}]"
        if rating.scale not in known:
            names = ", ".join(known)
            problems.append(
                document.problem(f"{place}.scale", "scale-unknown", text=rating.scale, known=names)
            )
        elif not 1 <= rating.level <= (most := len(known[rating.scale]["levels"])):
            values = {"text": str(rating.level), "most": str(most)}
            problems.append(document.problem(f"{place}.level", "level-out-of-scale", **values))
    if problems:
        raise DisclosureError(problems)
