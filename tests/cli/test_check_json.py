"""`check --format json` is one JSON document that a machine can rely on."""

import json


def keys(data: object):
    """The keys of every object, in the order they stand in."""
    if isinstance(data, dict):
        yield list(data)
        for value in data.values():
            yield from keys(value)
    elif isinstance(data, list):
        for value in data:
            yield from keys(value)


def test_it_is_valid_and_its_keys_are_sorted(disclosure, folder, good) -> None:
    place = folder(a=good, b=("An account to save in.", "TODO"))
    code, out, err = disclosure("check", place, "--format", "json")
    assert (code, err) == (1, "")
    data = json.loads(out)
    assert data["schema"] == "disclosure/report/1"
    assert [one["file"] for one in data["products"]] == [f"{place}/a.yaml", f"{place}/b.yaml"]
    assert all(names == sorted(names) for names in keys(data))
    assert disclosure("check", place, "--format", "json")[1] == out


def test_a_sheet_is_told_with_its_scores(disclosure, folder, good) -> None:
    data = json.loads(disclosure("check", folder(a=good), "--format", "json")[1])
    chinese, english = data["products"][0]["sheets"]
    assert (english["product"], english["lang"], english["regime"], english["audience"]) == (
        "a", "en", "plain.sheet", "retail",
    )
    assert isinstance(english["plainness"], int) and 0 <= english["plainness"] <= 100
    assert english["familiar"] and chinese["familiar"] == {}


def test_a_finding_is_told_with_its_place(disclosure, folder) -> None:
    place = folder(a=("An account to save in.", "TODO"))
    data = json.loads(disclosure("check", place, "--format", "json")[1])
    (found,) = [one for one in data["products"][0]["findings"] if one["rule"] == "unfinished"]
    assert (found["severity"], found["lang"], found["field"]) == ("error", "en", "summary.en")
    line = (place / "a.yaml").read_text(encoding="utf-8").splitlines()[found["line"] - 1]
    assert line[found["column"] - 1 :].startswith("TODO")


def test_an_invalid_definition_is_told_with_its_problems(disclosure, folder, good) -> None:
    place = folder(a=good, b=("currency: CNY", "currency: yuan\nas_off: 1"), c=("summary:", "summary"))
    code, out, err = disclosure("check", place, "--format", "json", lang="zh-CN")
    assert code == 3 and "b.yaml" in err
    first, second, third = json.loads(out)["products"]
    assert (first["file"], first["problems"], len(first["sheets"])) == (f"{place}/a.yaml", [], 2)
    assert second == {
        "file": f"{place}/b.yaml",
        "sheets": [],
        "findings": [],
        "problems": [
            {
                "file": f"{place}/b.yaml", "line": 8, "column": 11, "field": "currency", "code": "pattern-mismatch",
                "message": '"yuan" is not the code of a currency; write "CNY"',
            },
            {
                "file": f"{place}/b.yaml", "line": 9, "column": 1, "field": "as_off", "code": "field-unknown",
                "message": '"as_off" is not a field here; did you mean "as_of"?',
            },
        ],
    }
    assert [(one["line"], one["column"], one["code"]) for one in third["problems"]] == [(7, 29, "yaml-syntax")]
