"""The manifest lists every published file with its sha256, and the index leads to them."""

import hashlib
import json
from html.parser import HTMLParser
from importlib.metadata import version
from pathlib import Path

from disclosure import __version__, regime


ROOT = Path(__file__).parents[2]


class Links(HTMLParser):
    """Gathers where the links of a page lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if tag == "a" and name == "href"]


def links(page: str) -> list[str]:
    reader = Links()
    reader.feed(page)
    return [one for one in reader.found if not one.startswith(("#", "http", "mailto:", "tel:"))]


def manifest(site) -> dict:
    return json.loads((site / "manifest.json").read_text(encoding="utf-8"))


def test_every_file_has_its_sha256_and_size(site) -> None:
    files = {
        str(path.relative_to(site)): {
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "bytes": path.stat().st_size,
        }
        for path in site.rglob("*.*")
        if path.name != "manifest.json"
    }
    assert manifest(site)["files"] == files
    assert len(files) == 2 * len(manifest(site)["documents"]) + 2


def test_it_says_whose_it_is(site) -> None:
    assert manifest(site)["schema"] == "disclosure/site/2"


def test_two_builds_give_the_same_manifest(products, published, tmp_path) -> None:
    for name in ("one", "other"):
        published(products("b", "a"), tmp_path / name)
    one, other = ((tmp_path / name / "manifest.json").read_bytes() for name in ("one", "other"))
    assert one == other


def test_every_document_is_named_with_what_it_is(site, everything) -> None:
    told = manifest(site)["documents"]
    for checked in everything.values():
        data = (ROOT / checked.document.file).read_bytes()
        for sheet, report in zip(checked.sheets, checked.reports, strict=True):
            assert told[f"{sheet.product}/{sheet.lang}"] == {
                "product": sheet.product, "kind": sheet.kind, "lang": sheet.lang, "regime": "plain.sheet",
                "title": "".join(one.text for one in sheet.title), "provider": "".join(one.text for one in sheet.provider),
                "version": sheet.version, "as_of": sheet.as_of.isoformat(), "plainness": report.reading.plainness,
                "risk": next((fact.shown for fact in sheet.facts if fact.path.startswith("risk.ratings")), None),
                "definition": {"file": f"{sheet.product}.yaml", "sha256": hashlib.sha256(data).hexdigest()},
                "files": [f"{sheet.product}/{sheet.lang}.html", f"{sheet.product}/{sheet.lang}.pdf"],
            }
    assert {one["regime"] for one in told.values()} == set(regime.names("regimes"))


def test_it_says_what_was_asked_for_and_what_failed(site) -> None:
    assert manifest(site)["options"] == {
        "formats": ["html", "pdf"], "languages": [], "audience": "retail", "regime": "", "base": "",
    }
    assert manifest(site)["failed"] == []


def test_it_says_what_it_was_made_with_and_nothing_of_the_machine(site) -> None:
    tools = manifest(site)["tools"]
    assert tools["disclosure"] == __version__
    assert tools["weasyprint"] == version("weasyprint")
    text = (site / "manifest.json").read_text(encoding="utf-8")
    assert str(site.parent) not in text
    assert text == json.dumps(manifest(site), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def test_the_index_leads_to_every_sheet_and_to_nothing_else(site) -> None:
    for name, other in (("index.html", "index.zh-CN.html"), ("index.zh-CN.html", "index.html")):
        found = links((site / name).read_text(encoding="utf-8"))
        assert [one for one in found if not (site / one).is_file()] == []
        assert {*found, name} == set(manifest(site)["files"]) and other in found


def test_every_page_leads_to_files_that_exist(site) -> None:
    for page in site.glob("*/*.html"):
        found = links(page.read_text(encoding="utf-8"))
        assert [one for one in found if not (page.parent / one).is_file()] == [], page
        rulebook, _, lang = page.stem.rpartition(".")
        other = {"en": "zh-CN", "zh-CN": "en"}[lang]
        others = {page.with_name(f"{rulebook}.{other}.html".lstrip("."))}
        assert {f"{page.stem}.pdf", *(one.name for one in others if one.exists())} <= set(found)
