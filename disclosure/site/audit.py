"""A published folder and its definitions come in; whatever the folder says otherwise than they do goes out."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..document import FAMILY
from ..errors import DisclosureError, Problem
from .bundle import Bundle, damages, opened

if TYPE_CHECKING:
    from ..sheet import Sheet
    from ..verify import Loss
    from .gather import Checked, Options

_TOLD = ("title", "provider", "regime", "version", "as_of", "risk", "plainness", "product", "kind", "lang")


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found: how many documents it proved, what is wrong with the folder, and the problems
    of definitions that cannot be read."""

    proved: int
    problems: tuple[Problem, ...]
    unreadable: tuple[Problem, ...]


def audit(
    folder: Path, files: Sequence[Path], languages: Sequence[str] = (), glossaries: tuple[Path, ...] = ()
) -> Audit:
    """Prove every document of a published folder against the definitions in `files`, and the folder
    against its manifest. `languages` limits the proof of documents, not that of the folder.

    Writes nothing and trusts nothing but the definitions. Raises EnvironmentProblem where the folder
    cannot be read.
    """
    bundle = opened(folder)
    problems, unreadable, proved = list(damages(bundle)), [], 0
    by_file = _by_definition(bundle)
    for path in files:
        try:
            found = _Definition(bundle, path, by_file.pop(path.name, {}), tuple(languages), glossaries)
            problems += found.problems()
            proved += found.proved
        except DisclosureError as error:
            unreadable += error.problems
    problems += [_about(bundle, place, "definition-unknown", text=name)
                 for name, places in sorted(by_file.items()) for place in sorted(places)]  # fmt: skip
    return Audit(proved, tuple(problems), tuple(unreadable))


def _by_definition(bundle: Bundle) -> dict[str, dict[str, Mapping[str, Any]]]:
    found: dict[str, dict[str, Mapping[str, Any]]] = {}
    for place, about in bundle.documents.items():
        name = str((about.get("definition") or {}).get("file"))
        found.setdefault(name, {})[place] = about
    return found


class _Definition:
    """One definition and the documents that the manifest says were made of it."""

    def __init__(
        self, bundle: Bundle, path: Path, documents: Mapping[str, Mapping[str, Any]],
        languages: tuple[str, ...], glossaries: tuple[Path, ...],
    ) -> None:
        self.bundle = bundle
        self.path = path
        self.documents = documents
        self.languages = languages
        self.glossaries = glossaries
        self.proved = 0

    def problems(self) -> Iterator[Problem]:
        """What its documents say otherwise than the definition. Raises DisclosureError where it cannot be read."""
        data = self.path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        made_of = {(about.get("definition") or {}).get("sha256") for about in self.documents.values()}
        if made_of - {digest}:
            yield Problem(str(self.path), 0, 0, "", "definition-changed", {"text": str(self.bundle.folder)})
            return
        failed = any(one == str(self.path) or one.startswith(f"{self.path} (") for one in self.bundle.failed)
        if not self.documents and failed:
            return
        checked = self.checked()
        places = {place(sheet): sheet for sheet in checked.sheets}
        yield from self.missing(places, failed)
        for name, sheet in places.items():
            wanted = not self.languages or sheet.lang in self.languages
            if name in self.documents and wanted:
                self.proved += 1
                yield from self.document(name, sheet, checked, data)
        yield from self.agreeing(checked.sheets)

    def checked(self) -> "Checked":
        """The definition composed anew, as the manifest says it was asked for."""
        from .gather import check_one

        return check_one(self.path, self.options())

    def options(self) -> "Options":
        """What was asked for when the folder was published."""
        from .options import Options

        told = self.bundle.options
        asked = tuple(map(str, told.get("languages", ())))
        return Options(
            asked, str(told.get("regime", "")), str(told.get("audience", "retail")), glossaries=self.glossaries
        )

    def missing(self, places: Mapping[str, "Sheet"], failed: bool) -> Iterator[Problem]:
        """Documents that the definition has and the folder lacks, and the other way round."""
        for name in sorted(places.keys() - self.documents.keys()):
            if not failed:
                yield _about(self.bundle, name, "document-missing", text=str(self.path))
        for name in sorted(self.documents.keys() - places.keys()):
            yield _about(self.bundle, name, "document-unknown", text=str(self.path))

    def document(self, name: str, sheet: "Sheet", checked: "Checked", data: bytes) -> Iterator[Problem]:
        """What one document, and what the manifest says of it, shows otherwise than the sheet."""
        from .. import regime
        from ..verify import expectation, prove
        from .form import form_of

        page, printed = (self.read(name, kind) for kind in ("html", "pdf"))
        expected = expectation(sheet, FAMILY, form_of(sheet, checked.product, regime.load(sheet.regime)))
        losses = prove(expected, None if page is None else page.decode("utf-8", "replace"), printed)
        yield from (self.loss(name, loss) for loss in losses)
        if printed is not None:
            yield from self.attachment(name, printed, data)
        yield from self.told(name, sheet, checked)

    def read(self, name: str, kind: str) -> bytes | None:
        """A file of a document; None where there is none (which is told elsewhere)."""
        path = self.bundle.folder / f"{name}.{kind}"
        listed = kind in self.bundle.options.get("formats", ())
        return path.read_bytes() if listed and path.is_file() else None

    def attachment(self, name: str, printed: bytes, data: bytes) -> Iterator[Problem]:
        """The definition goes with its print; where a file does, it must be that."""
        from ..verify.attached import attached

        for one in attached(printed):
            if one != data:
                yield Problem(self.bundle.place(f"{name}.pdf"), 0, 0, "", "attachment-differs", {"text": str(self.path)})

    def told(self, name: str, sheet: "Sheet", checked: "Checked") -> Iterator[Problem]:
        """What the manifest says of a document otherwise than the sheet."""
        from .making import about

        report = checked.reports[checked.sheets.index(sheet)]
        said, right = self.documents[name], about(checked, sheet, report, b"")
        for key in _TOLD:
            if said.get(key) != right[key]:
                values = {"text": str(said.get(key)), "right": str(right[key])}
                yield Problem(self.bundle.place("manifest.json"), 0, 0, f"{name}.{key}", "manifest-differs", values)

    def agreeing(self, sheets: Sequence["Sheet"]) -> Iterator[Problem]:
        """What the sheets of one rulebook state differently in two languages."""
        from ..verify.languages import disagreements

        first: dict[str, Sheet] = {}
        for sheet in sheets:
            if (other := first.setdefault(sheet.regime, sheet)) is not sheet:
                yield from (self.loss(place(sheet), loss) for loss in disagreements(other, sheet))

    def loss(self, name: str, loss: "Loss") -> Problem:
        """A loss as a problem of the file that shows it."""
        file = f"{name}.{loss.where}" if loss.where in ("html", "pdf") else name
        values = {"where": loss.where, "text": _short(loss.text), **dict(loss.values)}
        rule = "lost-in-site" if loss.rule == "lost-on-page" else loss.rule
        return Problem(self.bundle.place(file), 0, 0, loss.path, rule, values)


def place(sheet: "Sheet") -> str:
    """The name of a document within the folder, without the ending of its files."""
    from .making import stem

    return f"{sheet.product}/{stem(sheet)}"


def _about(bundle: Bundle, name: str, code: str, **values: str) -> Problem:
    return Problem(bundle.place(name), 0, 0, "", code, values)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"
