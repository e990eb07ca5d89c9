"""A product, its figures, the wording and the glossary become a sheet for one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .. import shipped
from ..errors import DisclosureError, Problem
from ..figures import Figure
from ..glossary import Glossary
from ..regime import Audience, Regime, SectionRule
from ..regime import audience as load_audience
from ..regime import pieces
from ..wording import Wording
from .blocks import MarkupRefused, blocks
from .markup import tree
from .model import Fact, Run, Section, Sentences, Sheet
from .names import names
from .terms import Explainer
from .trace import DIGIT, NothingToPrint, Trace, UnsourcedFigure, View, is_absent, printing


_TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


def compose(
    product: Any,
    figures: Mapping[str, Figure],
    *,
    wording: Wording,
    regime: Regime,
    glossary: Glossary,
    audience: Audience | None = None,
) -> Sheet:
    """The sheet of a product in one language, for an audience (none: private customers).

    Raises DisclosureError, naming the wording file, where wording holds a digit of its own, prints
    a field that the product lacks, or cannot be read.
    """
    trace = Trace(wording)
    view = View(product, "", trace, product.currency)
    readers = audience or load_audience("retail")
    explainer = Explainer(
        glossary, wording.lang, product.kind, readers.id, readers.brackets, readers.known(wording.lang)
    )
    composer = _Composer(wording, trace, explainer, names(view, figures, trace, regime))
    rules = [rule for rule in regime.sections if not rule.kinds or product.kind in rule.kinds]
    sheet = Sheet(
        product=product.id,
        version=product.version,
        kind=product.kind,
        lang=wording.lang,
        regime=regime.id,
        audience=readers.id,
        heading=composer.prescribed("heading", regime.heading),
        title=composer.said(view.name),
        provider=composer.said(view.provider.name),
        dated=composer.said(view.as_of),
        as_of=product.as_of,
        glance=composer.section(regime.glance, explain=False) if regime.glance else None,
        sections=tuple([composer.section(rule, regime.explains) for rule in rules]),
        terms=tuple(explainer.terms),
        labels={
            **wording.labels["sheet"], "kind": wording.label("kinds", product.kind),
            "regime": regime.name[wording.lang],
        },
        layout=regime.layout,
        most_words=readers.most_words,
    )
    return replace(sheet, facts=tuple(_printed(sheet)))


def _printed(sheet: Sheet) -> dict[Fact, None]:
    """The facts that stand on the sheet, once each; what wording worded and dropped is not among them."""
    runs = (run for _, _, group in sheet.everything() for sentence in group for run in sentence.runs)
    return dict.fromkeys(run.fact for run in runs if run.fact)


@dataclass(frozen=True, slots=True)
class _Composer:
    wording: Wording
    trace: Trace
    explainer: Explainer
    names: Mapping[str, Any]

    def said(self, view: View) -> Sentences:
        """One value by itself."""
        fact = view.fact()
        return self.explainer.finish((Run(fact.shown, fact=fact),), "heading")

    def prescribed(self, name: str, words: Mapping[str, str]) -> Sentences:
        """A title that the rulebook fixes, its `{field}` being that of the product; nothing where it
        fixes none."""
        parts = pieces(words.get(self.wording.lang, ""))
        facts = (
            self._field(part[1:-1]) if part.startswith("{")
            else Fact(f"statements.{name}", "statutory", f"title {name}", part)
            for part in parts
        )  # fmt: skip
        return self.explainer.finish(tuple(Run(fact.shown, fact=fact) for fact in facts), "heading") if parts else ()

    def _field(self, path: str) -> Fact:
        return reduce(getattr, path.split("."), self.names["p"]).fact()

    def section(self, rule: SectionRule, explain: bool = True) -> Section:
        """One section, worded; `explain` says whether its terms are explained."""
        self.trace.renew()
        text = _worded(self.wording, rule.wording, self.names)
        finish = self.explainer.finish if explain else self.explainer.unexplained
        try:
            title, found = blocks(tree(text), self.trace, finish)
        except MarkupRefused as error:
            raise _problem(self.wording, rule.wording, 0, "markup-refused", str(error)) from None
        return Section(rule.id, self.prescribed(rule.id, rule.title) or title, found, rule.mark)


def check_wording(wording: Wording) -> None:
    """Refuse wording with a digit typed into it. Raises DisclosureError with every place."""
    problems = [
        Problem(f"templates/{wording.lang}/{path.name}", line, 0, "", "digit-in-wording",
                {"text": " ".join(text.split())[:60]})
        for path in wording.files()
        if path.suffix == ".md"
        for line, text in _typed_digits(path, wording.folder)
    ]
    if problems:
        raise DisclosureError(problems)


def _typed_digits(path: Path, folder: Path) -> list[tuple[int, str]]:
    source = path.read_text(encoding="utf-8")
    if not DIGIT.search(_TAGS.sub("", source)):
        return []
    return [
        (line + found_line, one)
        for line, kind, text in _environment(folder).lex(source)
        if kind == "data"
        for found_line, one in enumerate(text.split("\n"))
        if DIGIT.search(one)
    ]


def _worded(wording: Wording, file: str, context: Mapping[str, Any]) -> str:
    environment = _environment(wording.folder)
    try:
        return environment.get_template(file).render(context)
    except UnsourcedFigure as error:
        raise _problem(wording, file, 0, "digit-in-wording", str(error)) from None
    except KeyError as error:
        raise _problem(wording, file, 0, "statement-unknown", str(error).strip("'")) from None
    except NothingToPrint as error:
        raise _problem(wording, file, 0, "nothing-to-print", error.path) from None
    except TemplateSyntaxError as error:
        raise _problem(wording, file, error.lineno, "wording-syntax", str(error.message)) from None
    except TemplateError as error:
        raise _problem(wording, file, 0, "wording-syntax", str(error)) from None


def _problem(wording: Wording, file: str, line: int, code: str, text: str) -> DisclosureError:
    return DisclosureError([Problem(f"templates/{wording.lang}/{file}", line, 0, "", code, {"text": text})])


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which need not be asked for each field of a product: all a view shows may be read."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a view; anything else as the sandbox allows."""
        found = obj._field(attribute) if type(obj) is View else None
        return super().getattr(obj, attribute) if found is None else found


@lru_cache
def _environment(folder: Path) -> ImmutableSandboxedEnvironment:
    environment = _Sandbox(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        finalize=printing,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        bytecode_cache=_compiled(),
    )
    environment.tests["none"] = is_absent
    return environment


def _compiled() -> FileSystemBytecodeCache | None:
    """Where compiled wording is kept between runs; jinja2 looks at the source's own hash, not its date."""
    place = shipped.cache("wording")
    return FileSystemBytecodeCache(str(place)) if place else None
