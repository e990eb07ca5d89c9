"""The import and export commands: definitions are written once, rows of both kinds say the same."""

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
FIELDS = {
    "schema": "disclosure/product/1", "kind": "fund", "id": "my-fund", "version": "1", "languages[0]": "en",
    "name.en": "My Fund", "summary.en": "A fund.", "currency": "EUR", "as_of": "2026-11-24", "provider.name.en": "Maker",
}  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of one product."""
    path = tmp_path / "x.csv"
    path.write_text("\n".join(";".join(line) for line in (FIELDS, FIELDS.values())), encoding="utf-8")
    return path


def test_a_table_becomes_a_definition_and_none_is_overwritten(run, table, tmp_path) -> None:
    done = run("import", table, "--from", "plain", "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert "wrote 1 definition to" in done.stdout
    made = yaml.safe_load((tmp_path / "out" / "my-fund.yaml").read_text(encoding="utf-8"))
    assert (made["id"], made["name"], made["languages"]) == ("my-fund", {"en": "My Fund"}, ["en"])
    again = run("import", table, "--from", "xlsx", "--out", tmp_path / "out")
    assert again.returncode == 2 and "my-fund.yaml" in again.stderr


def test_fields_that_the_records_lack_come_from_a_file_of_the_house(run, table, tmp_path) -> None:
    house = tmp_path / "house.yaml"
    house.write_text("provider: {name: {en: Other}, phone: 000-1}\nexit: {possible: any_time}\n", encoding="utf-8")
    assert run("import", table, "--from", "plain", "--out", tmp_path / "out", "--with", house).returncode == 0
    made = yaml.safe_load((tmp_path / "out" / "my-fund.yaml").read_text(encoding="utf-8"))
    assert made["provider"] == {"name": {"en": "Maker"}, "phone": "000-1"}
    assert made["exit"] == {"possible": "any_time"}


def test_a_wrong_record_writes_nothing_and_is_told(run, table, tmp_path) -> None:
    table.write_text(table.read_text(encoding="utf-8").replace("EUR", "euro"), encoding="utf-8")
    done = run("import", table, "--from", "plain", "--out", tmp_path / "out")
    assert done.returncode == 3 and "currency" in done.stderr
    assert not (tmp_path / "out").exists()


def test_rows_go_out_as_text_and_as_a_workbook(run, tmp_path) -> None:
    fund = ROOT / "products" / "northlight-global-fund.yaml"
    shown = run("export", fund, "--to", "ept")
    assert shown.returncode == 0 and shown.stdout.startswith("00001_EPT_Version;")
    assert run("export", fund, "--to", "ept", "--out", tmp_path / "x.xlsx").returncode == 0
    (tmp_path / "x.csv").write_text(shown.stdout, encoding="utf-8")
    for name in ("x.csv", "x.xlsx"):
        assert run("import", tmp_path / name, "--from", "ept", "--out", tmp_path / name[2:]).returncode == 0
    made = [(tmp_path / name / "lu9999000177.yaml").read_text(encoding="utf-8") for name in ("csv", "xlsx")]
    assert made[0] == made[1]


def test_what_cannot_be_exported_is_told(run, tmp_path) -> None:
    loan = ROOT / "products" / "hengjiang-personal-loan.yaml"
    done = run("export", loan, "--to", "ept")
    assert done.returncode == 2 and done.stderr
    fund = ROOT / "products" / "northlight-global-fund.yaml"
    assert run("export", fund, "--to", "ept", "--out", tmp_path / "x.pdf").returncode == 2
