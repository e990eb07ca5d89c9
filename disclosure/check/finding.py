"""What a check can find: rules as values, findings with a place, and the report of one sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ..regime import Severity
from ..text.readability import Reading


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: a permanent id, and the source of its advice."""

    id: str
    source: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a rule was broken.

    `path` is the field of the definition concerned ("" where wording is), `section` the section of
    the sheet, `words` the text in question, `regime` the rulebook of the sheet. `rule` and `values` fill the message of that rule in
    `templates/findings.yaml`.
    """

    rule: str
    severity: Severity
    lang: str
    section: str = ""
    path: str = ""
    words: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    regime: str = ""

    @property
    def sheet(self) -> str:
        """The sheet it is about: its language, after its rulebook unless that is the plain one."""
        return f"{self.regime} {self.lang}" if self.regime not in ("", "plain.sheet") else self.lang


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the checks of one sheet say: findings, the reading, familiar scores.

    `not_checked` names the rules that could not run, with the reason; each is a finding too.
    `by_section` is the plainness of each section by itself, where it was asked for and can be scored.
    """

    product: str
    version: str
    lang: str
    regime: str
    audience: str
    findings: tuple[Finding, ...]
    reading: Reading | None
    familiar: tuple[tuple[str, Decimal], ...] = ()
    not_checked: tuple[tuple[str, str], ...] = ()
    by_section: tuple[tuple[str, int], ...] = ()
