"""A definition file becomes its documents, in whatever process this runs: read, composed, checked, printed, read back."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..document import FAMILY, Blocking, Job, Made, produce
from ..errors import DisclosureError
from .options import Options

if TYPE_CHECKING:
    from ..check import Report
    from ..sheet import Sheet
    from .gather import Checked


@dataclass(frozen=True, slots=True)
class Task:
    """One definition file and what to make of it.

    `kept` holds, for documents whose program, options and fonts have not changed, the sha256 of the page
    that they were made of: where the page comes out the same, nothing is printed. `only` limits the
    work to some documents; with `checking`, none is made.
    """

    path: Path
    options: Options
    formats: tuple[str, ...]
    kept: Mapping[str, str] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    checking: bool = False

    @property
    def name(self) -> str:
        """The file as it was given."""
        return str(self.path)

    @property
    def label(self) -> str:
        """What messages call it: the file, and the document where it is about one alone."""
        return f"{self.name} ({self.only[0].partition('/')[2]})" if len(self.only) == 1 else self.name

    def carry_out(self, stage: str) -> Made:
        """Check the definition; where nothing stands in the way, write its documents."""
        made, jobs = prepare(self)
        if self.checking or not made.is_sound:
            return made
        wanted = [job for job in jobs if not self.only or job.place in self.only]
        return replace(made, receipts=tuple([produce(job, stage) for job in wanted]))


def prepare(task: Task) -> tuple[Made, tuple[Job, ...]]:
    """What is wrong with a definition, or the documents to be written of it."""
    from .gather import check_one

    try:
        checked = check_one(task.path, task.options)
    except DisclosureError as error:
        return Made(task.name, refused=error.problems), ()
    made = judged(checked)
    jobs = tuple(jobs_of(checked, task)) if made.is_sound else ()
    return replace(made, places=tuple(job.place for job in jobs)), jobs


def judged(checked: "Checked") -> Made:
    """A checked product as what came of it, before anything is made."""
    from ..check import gate

    blocking = gate(checked.findings).blocking
    warnings = sum(1 for finding in checked.findings if finding.severity == "warning")
    return Made(checked.document.file, blocked=tuple(_blocking(checked, blocking)), warnings=warnings,
                languages=tuple(checked.product.languages))  # fmt: skip


def jobs_of(checked: "Checked", task: Task) -> Iterator[Job]:
    """The documents of a checked product, one a sheet."""
    data = task.path.read_bytes()
    for sheet, report in zip(checked.sheets, checked.reports, strict=True):
        yield _job(checked, sheet, report, task, data)


def stem(sheet: "Sheet") -> str:
    """The name of a sheet's files: its language, after its rulebook unless that is the plain one."""
    return sheet.lang if sheet.regime == "plain.sheet" else f"{sheet.regime}.{sheet.lang}"


def warm() -> None:
    """Make one finished sample in each language, to nowhere: what all documents need is loaded by then,
    once for all workers that are forked from here.

    Raises EnvironmentProblem where the machine lacks a library.
    """
    from .. import document, shipped
    from ..render import pdf as printer
    from ..verify import prove

    document.warm()
    sample = shipped.folder("products", "hengjiang-stable-180d.yaml")
    for job in prepare(Task(sample, Options(regime="plain.sheet"), ("html", "pdf")))[1]:
        prove(job.expected, job.page, printer.pdf(job.page, job.name, job.source))


def _blocking(checked: "Checked", findings: Any) -> Iterator[Blocking]:
    from ..report.findings import SEVERITIES, line

    for finding in findings:
        told = {lang: line(finding, checked.document, lang) for lang in SEVERITIES}
        place = next(iter(told.values()))[0]
        yield Blocking(place, finding.severity, {lang: said for lang, (_, said) in told.items()})


def _job(checked: "Checked", sheet: "Sheet", report: "Report", task: Task, data: bytes) -> Job:
    from .. import regime
    from ..render import html as page
    from ..render.pdf import Source
    from ..verify import expectation
    from .form import form_of
    from .inputs import needs

    formats = task.formats
    other = _other(checked, sheet) if "html" in formats else None
    text = page.html(sheet, pdf=f"{stem(sheet)}.pdf" if "pdf" in formats else None, other=other)
    form = form_of(sheet, checked.product, regime.load(sheet.regime))
    place = f"{sheet.product}/{stem(sheet)}"
    return Job(
        f"{checked.document.file} ({stem(sheet)})", sheet.product, stem(sheet), text, expectation(sheet, FAMILY, form),
        formats, about(checked, sheet, report, data), _entry(sheet, formats),
        needs(task.name, sheet, task.options.glossaries), Source(task.path.name, data, sheet.as_of),
        task.kept.get(place, ""),
    )  # fmt: skip


def _other(checked: "Checked", sheet: "Sheet") -> tuple[str, str] | None:
    """The language and address of the same sheet in another language, where there is one."""
    found = [one for one in checked.sheets if one.regime == sheet.regime and one.lang != sheet.lang]
    return (found[0].lang, f"{stem(found[0])}.html") if found else None


def about(checked: "Checked", sheet: "Sheet", report: "Report", definition: bytes) -> dict[str, Any]:
    """What the manifest says of a document."""
    from .inputs import sha256

    return {
        "product": sheet.product, "kind": sheet.kind, "lang": sheet.lang,
        "title": _plain(sheet.title), "provider": _plain(sheet.provider),
        "regime": sheet.regime, "version": sheet.version, "as_of": sheet.as_of.isoformat(),
        "risk": next((fact.shown for fact in sheet.facts if fact.path.startswith("risk.ratings")), None),
        "plainness": report.reading.plainness if report.reading else None,
        "definition": {"file": Path(checked.document.file).name, "sha256": sha256(definition)},
    }  # fmt: skip


def _entry(sheet: "Sheet", formats: tuple[str, ...]) -> dict[str, Any]:
    """What the index shows of a document, as plain data."""
    from ..render import catalogue

    html, pdf = (f"{sheet.product}/{stem(sheet)}.{kind}" if kind in formats else None for kind in ("html", "pdf"))
    entry = catalogue.entry(sheet, html or pdf or "", pdf if html else None)
    return {**asdict(entry), "as_of": entry.as_of.isoformat()}


def _plain(sentences: Any) -> str:
    return "".join(sentence.text for sentence in sentences)
