"""`new`, `init`, `schema` and `doctor`: beginning is easy, and nothing of the user's is overwritten."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

KINDS = ("deposit", "wealth", "fund", "loan", "card", "insurance")


def test_new_writes_a_definition(disclosure, tmp_path) -> None:
    code, out, err = disclosure("new", "loan", "--id", "car-loan", "--into", tmp_path)
    assert (code, err) == (0, "")
    assert str(tmp_path / "car-loan.yaml") in out
    assert yaml.safe_load((tmp_path / "car-loan.yaml").read_text(encoding="utf-8"))["id"] == "car-loan"


def test_new_never_overwrites(disclosure, tmp_path) -> None:
    (tmp_path / "my-fund.yaml").write_text("mine", encoding="utf-8")
    code, out, err = disclosure("new", "fund", "--into", tmp_path)
    assert (code, out) == (2, "")
    assert str(tmp_path / "my-fund.yaml") in err
    assert (tmp_path / "my-fund.yaml").read_text(encoding="utf-8") == "mine"


def test_new_takes_any_id_that_a_definition_may_have(disclosure, tmp_path) -> None:
    for name in ("a", "9_a-b", "a" * 121):
        assert disclosure("new", "fund", "--id", name, "--into", tmp_path)[0] == 0
        assert (tmp_path / f"{name}.yaml").is_file()


@pytest.mark.parametrize("name", ["Early Exit", "-a", "_a", "a.b", "a/b", "提前", "a" * 122, "a\n"])
def test_new_says_which_ids_there_may_be(disclosure, tmp_path, name: str) -> None:
    code, out, err = disclosure("new", "fund", f"--id={name}", "--into", tmp_path)
    assert (code, out, list(tmp_path.iterdir())) == (2, "", [])
    assert err.endswith(
        '" is not an id; use small letters a-z, digits, "-" and "_", '
        "beginning with a letter or digit; at most 121 characters\n"
    )


@pytest.mark.parametrize("below", ["", "/p", "/p/q"])
def test_a_file_in_the_place_of_a_folder_is_told(disclosure, tmp_path, below: str) -> None:
    (tmp_path / "wall").write_text("mine", encoding="utf-8")
    said = (2, "", f"{tmp_path}/wall is a file, so nothing can be put into it; choose another folder\n")
    assert disclosure("init", f"{tmp_path}/wall{below}") == said
    assert disclosure("new", "fund", "--into", f"{tmp_path}/wall{below}") == said
    assert (tmp_path / "wall").read_text(encoding="utf-8") == "mine"


def test_init_begins_a_project(disclosure, tmp_path) -> None:
    assert disclosure("init", tmp_path / "p")[0] == 0
    assert {str(path.relative_to(tmp_path / "p")) for path in (tmp_path / "p").rglob("*") if path.is_file()} == {
        "product.schema.json", "products/my-deposit.yaml",
    }
    text = (tmp_path / "p" / "products" / "my-deposit.yaml").read_text(encoding="utf-8")
    modeline = text.splitlines()[0]
    assert (tmp_path / "p" / "products" / modeline.partition("$schema=")[2]).resolve().is_file()
    assert disclosure("check", tmp_path / "p" / "products")[0] == 1


@pytest.mark.parametrize("taken", ["product.schema.json", "products/my-deposit.yaml"])
def test_init_never_overwrites(disclosure, tmp_path, taken: str) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("mine", encoding="utf-8")
    code, _, err = disclosure("init", tmp_path)
    assert code == 2 and str(tmp_path / taken) in err
    assert (tmp_path / taken).read_text(encoding="utf-8") == "mine"


def test_schema_is_a_json_schema_that_the_samples_meet(disclosure) -> None:
    code, out, err = disclosure("schema")
    assert (code, err) == (0, "")
    schema = json.loads(out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sorted((Path(__file__).parents[2] / "products").glob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        assert [error.message for error in validator.iter_errors(data)] == [], path.name


def test_doctor_finds_everything_here(disclosure) -> None:
    code, out, err = disclosure("doctor")
    assert (code, err) == (0, "")
    assert {line[0] for line in out.splitlines()} == {"✓"}
    assert {line.split()[1].rstrip(":") for line in out.splitlines()} >= {"python", "pdf", "fonts", "glossary", "jieba", "textstat"}
