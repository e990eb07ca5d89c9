"""What a build costs when nothing, or little, has changed since the last one."""

import os
import re
from pathlib import Path

from .command import Run, build, house, made
from .rows import remark, title, value

WORDING = ("templates/en/eu-ipid/cancel.md", "The cooling-off period is", "Your cooling-off period is")
TERM = ("glossary/en/insurance.yaml", "the part of a claim you pay yourself", "the part of each claim you pay yourself")


def measured(place: Path, products: int, formats: str) -> None:
    """Publish many documents, then change one thing after the other, in a copy of the program."""
    root, folder, site = house(place / "house"), made(place / "many", products), place / "rebuilt"
    asked = (folder, "--out", site, "--format", formats, "--explain")
    first = build(*asked, root=root)
    documents = len(_documents(site))
    title(f"Building again ({documents} documents of {products} products, {formats})")
    value("the first build, a document: processor time", 1000 * first.cpu / first.documents, "ms")
    _idle(asked, root, site, documents)
    _edited(asked, root, site, documents, sorted(folder.glob("*.yaml"))[0], ("\nversion: ", "\nversion: 9"), "one product changed")
    for (name, old, new), what in ((WORDING, "one wording file changed"), (TERM, "one glossary term changed")):
        _edited(asked, root, site, documents, root / name, (old, new), what)
    value("everything asked for anew (--fresh), a document: processor time",
          1000 * build(*asked, "--fresh", root=root).cpu / documents, "ms")  # fmt: skip
    remark("Written anew: documents whose files are new. Those whose page came out the same are kept as they are.")


def _idle(asked: tuple[object, ...], root: Path, site: Path, documents: int) -> None:
    """Nothing changed: three times, the least counts, as other work on the machine only adds."""
    before = _documents(site)
    runs = [build(*asked, root=root) for _ in range(3)]
    value("nothing changed: processor time per 1,000 documents", min(run.cpu for run in runs) * 1000 / documents, "s", 0.5)
    value("nothing changed: on the clock, all of it", min(run.wall for run in runs), "s")
    value("nothing changed: documents written anew", float(_anew(before, site)), "", 0)
    noisy = build(*asked, root=root, flags=("-X", "importtime"))
    value("nothing changed: WeasyPrint loaded", "yes: NO" if re.search(r"\| +weasyprint$", noisy.said, re.M) else "no")


def _edited(
    asked: tuple[object, ...], root: Path, site: Path, documents: int, path: Path, words: tuple[str, str], what: str
) -> None:
    """Change one file, and tell what that costs."""
    text, before = path.read_text(encoding="utf-8"), _documents(site)
    if words[0] not in text:
        raise SystemExit(f"{path}: {words[0]!r} is not there any more; choose other words in scripts/building/rebuild.py")
    path.write_text(text.replace(words[0], words[1], 1), encoding="utf-8")
    run = build(*asked, root=root)
    value(f"{what}: definitions gone through again, of {len(_definitions(site))}", float(_reasons(run)))
    value(f"{what}: documents written anew, of {documents}", float(_anew(before, site)))
    value(f"{what}: processor time", run.cpu, "s")
    value(f"{what}: on the clock", run.wall, "s")


def _reasons(run: Run) -> int:
    """How many definitions `--explain` gives a reason for."""
    return sum(bool(re.match(r"\S+\.yaml: ", line)) for line in run.said.splitlines())


def _documents(site: Path) -> dict[str, tuple[int, int]]:
    """Each page of a site with what tells its file from another."""
    found = {}
    for path in site.glob("*/*.html"):
        seen = os.stat(path)
        found[str(path.relative_to(site))] = seen.st_ino, seen.st_mtime_ns
    return found


def _definitions(site: Path) -> set[str]:
    return {name.partition("/")[0] for name in _documents(site)}


def _anew(before: dict[str, tuple[int, int]], site: Path) -> int:
    return sum(before.get(name) != seen for name, seen in _documents(site).items())
