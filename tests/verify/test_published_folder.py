"""A published folder is proved against its definitions; whatever was changed, lost or added is named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.cli.exits import Exit
from disclosure.cli.verify import verify_site
from disclosure.errors import EnvironmentProblem
from disclosure.site.audit import Audit, audit

ROOT = Path(__file__).parents[2]
NAMES = ("harbour-tiered-saver", "hengjiang-term-deposit-1y")
ONE = "harbour-tiered-saver"


@pytest.fixture(scope="module")
def definitions(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("definitions")
    for name in NAMES:
        shutil.copy(ROOT / "products" / f"{name}.yaml", folder)
    return folder


@pytest.fixture(scope="module")
def published(run, definitions: Path, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("audited") / "site"
    done = run("build", definitions, "--out", out, "--jobs", "1", HOME=str(out.parent))
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "site"))


@pytest.fixture
def audited(folder: Path, definitions: Path) -> Callable[..., Audit]:
    def result(*names: str, languages: tuple[str, ...] = ()) -> Audit:
        return audit(folder, [definitions / f"{name}.yaml" for name in names or NAMES], languages)

    return result


def told(found: Audit, folder: Path) -> set[tuple[str, str]]:
    return {(Path(one.file).relative_to(folder).as_posix(), one.code) for one in found.problems}


def registered(folder: Path, name: str, data: bytes) -> None:
    """Write a file and its new sha256 into the manifest, as a forger would."""
    import hashlib

    (folder / name).write_bytes(data)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["files"][name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False), encoding="utf-8")


def rewritten(folder: Path, change: Callable[[dict], object]) -> None:
    path = folder / "manifest.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_what_was_published_is_proved(audited) -> None:
    found = audited()
    documents = 2 * len(NAMES) + sum(1 for name in NAMES if name == "hengjiang-term-deposit-1y") * 2
    assert (found.problems, found.unreadable, found.proved) == ((), (), documents)


def test_only_the_languages_asked_for_are_proved(audited) -> None:
    assert audited(languages=("en",)).proved == audited().proved / 2


def test_a_forged_figure_is_named_with_its_field(audited, folder) -> None:
    name = f"{ONE}/en.html"
    page = (folder / name).read_text(encoding="utf-8")
    assert "3.50%" in page
    registered(folder, name, page.replace("3.50%", "8.50%").encode())
    found = {(one.code, one.field, one.values.get("text")) for one in audited().problems}
    assert ("lost-in-site", "rates[1].rate", "3.50%") in found
    assert "pdf-of-another-page" in {code for code, _, _ in found}


def test_a_file_that_is_gone_changed_or_added_is_named(audited, folder) -> None:
    (folder / ONE / "en.pdf").unlink()
    page = folder / ONE / "zh-CN.html"
    page.write_bytes(page.read_bytes() + b"\n")
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    found = told(audited(), folder)
    assert {(f"{ONE}/en.pdf", "file-missing"), (f"{ONE}/zh-CN.html", "file-changed"),
            ("notes.txt", "file-unlisted")} <= found  # fmt: skip


def test_another_documents_print_under_this_name_is_caught(audited, folder) -> None:
    other = (folder / "hengjiang-term-deposit-1y" / "en.pdf").read_bytes()
    registered(folder, f"{ONE}/en.pdf", other)
    codes = {code for name, code in told(audited(), folder) if name == f"{ONE}/en.pdf"}
    assert {"lost-in-site", "pdf-of-another-page", "attachment-differs"} <= codes


def test_a_print_that_cannot_be_read_is_named(audited, folder) -> None:
    registered(folder, f"{ONE}/en.pdf", b"%PDF-1.7 nothing")
    assert (f"{ONE}/en.pdf", "pdf-unreadable") in told(audited(), folder)


def test_links_lead_to_files_and_the_index_to_all_documents(audited, folder) -> None:
    index = (folder / "index.html").read_text(encoding="utf-8")
    (other,) = folder.glob("index.*.html")
    for path in (folder / "index.html", other):
        page = path.read_text(encoding="utf-8").replace(f'href="{ONE}/', 'href="nowhere/')
        registered(folder, path.name, page.encode())
    assert f'href="{ONE}/' in index
    found = told(audited(), folder)
    assert {("index.html", "link-broken"), (f"{ONE}/en", "document-unlinked")} <= found


def test_a_document_nobody_asked_for_or_nobody_made_is_named(audited, folder) -> None:
    def change(data: dict) -> None:
        data["documents"][f"{ONE}/fr"] = data["documents"].pop(f"{ONE}/en")

    rewritten(folder, change)
    found = told(audited(), folder)
    assert {(f"{ONE}/fr", "document-unknown"), (f"{ONE}/en", "document-missing")} <= found


def test_a_definition_that_is_not_given_is_named(audited, folder) -> None:
    assert (f"{ONE}/en", "definition-unknown") in told(audited("hengjiang-term-deposit-1y"), folder)


def test_what_failed_need_not_be_published(audited, folder, definitions) -> None:
    def change(data: dict) -> None:
        names = [name for name in data["documents"] if name.startswith(ONE)]
        for name in names:
            for file in data["documents"].pop(name)["files"]:
                del data["files"][file]
        data["failed"] = [str(definitions / f"{ONE}.yaml")]

    shutil.rmtree(folder / ONE)
    rewritten(folder, change)
    codes = {code for _, code in told(audited(), folder)}
    assert codes <= {"link-broken"}  # the index still leads there
    rewritten(folder, lambda data: data.update(failed=[]))
    assert (f"{ONE}/en", "document-missing") in told(audited(), folder)


def test_a_definition_changed_since_is_named_once(folder, definitions, tmp_path) -> None:
    changed = tmp_path / "changed"
    shutil.copytree(definitions, changed)
    path = changed / f"{ONE}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("3.50%", "3.55%"), encoding="utf-8")
    found = audit(folder, sorted(changed.glob("*.yaml")))
    assert [(one.file, one.code) for one in found.problems] == [(str(path), "definition-changed")]


def test_what_the_manifest_says_is_compared(audited, folder) -> None:
    rewritten(folder, lambda data: data["documents"][f"{ONE}/en"].update(plainness=100))
    ((where, code),) = told(audited(), folder)
    assert (where, code) == ("manifest.json", "manifest-differs")


def test_nothing_is_written(audited, folder) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    audited()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.parametrize("text", ["", "[]", "{", '{"schema": "disclosure/site/1"}', "[" * 100_000])
def test_a_folder_without_a_readable_list_is_no_site(folder, definitions, text: str) -> None:
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(EnvironmentProblem) as refused:
        audit(folder, sorted(definitions.glob("*.yaml")))
    assert refused.value.code == "site-unreadable"


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
def test_the_command_sums_up(folder, definitions, capsys, monkeypatch, lang: str) -> None:
    monkeypatch.setenv("DISCLOSURE_LANG", lang)
    assert verify_site(folder, (definitions,)) == Exit.CLEAN
    said = capsys.readouterr()
    assert said.err == "" and str(folder) in said.out
    (folder / ONE / "en.pdf").unlink()
    assert verify_site(folder, (definitions,)) == Exit.FINDINGS
    assert f"{folder}/{ONE}/en.pdf: " in capsys.readouterr().err


def test_the_command_as_json(folder, definitions, capsys) -> None:
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert verify_site(folder, (definitions,), format_="json") == Exit.FINDINGS
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["rule"], problem["file"]) == ("file-unlisted", f"{folder}/notes.txt")


def test_a_definition_that_cannot_be_read_ends_with_three(folder, definitions, tmp_path, capsys) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("kind: deposit\n", encoding="utf-8")
    assert verify_site(folder, (definitions, path)) == Exit.INVALID_INPUT
    assert f"{path}" in capsys.readouterr().err
