"""Every sample is a product, and the schema that editors use agrees with the model about it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from disclosure import product, shipped, source
from disclosure.product.schema import schema_json

SAMPLES = sorted(shipped.folder("products").glob("*.yaml"))
SINCE_DRAFT_2019 = {
    "prefixItems", "unevaluatedProperties", "unevaluatedItems", "dependentRequired",
    "dependentSchemas", "minContains", "maxContains", "$anchor", "$dynamicRef", "$recursiveRef",
}  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema as an editor gets it."""
    return json.loads(schema_json())


@pytest.fixture(scope="module")
def accepts(schema: dict[str, Any]) -> Callable[[Any], bool]:
    """Whether a definition passes the schema."""
    return jsonschema.Draft7Validator(schema).is_valid


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_a_product(path: Path) -> None:
    one = product.parse(source.read(path))
    assert one.id == path.stem
    assert all(text.get(lang) for _, text in product.texts(one) for lang in one.languages)


def test_the_samples_show_every_kind() -> None:
    assert {product.parse(source.read(path)).kind for path in SAMPLES} == set(product.KINDS)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_schema_accepts_a_sample(accepts: Callable, path: Path) -> None:
    assert accepts(source.read(path).data)


@pytest.mark.parametrize("kind", product.KINDS)
def test_the_schema_accepts_the_smallest_definition(accepts: Callable, minimal: Callable, kind: str) -> None:
    assert accepts(source.parse(minimal(kind), "x.yaml").data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["colour"], "red"),
        (["provider", "colour"], "red"),
        (["kind"], "bond"),
        (["as_of"], "24 November"),
        (["fees"], [{"id": "f", "name": {"zh-CN": "丙", "en": "F"}, "when": "yearly", "rate": "0,50%"}]),
        (["fees"], [{"id": "f", "name": {"zh-CN": "丙", "en": "F"}, "when": "year", "amount": "5"}]),
        (["name"], "A"),
        (["schema"], "disclosure/product/2"),
        (["term"], {"type": "open", "recommended": "5 years"}),
    ],
)
def test_the_schema_refuses(accepts: Callable, minimal: Callable, path: list[str], value: Any) -> None:
    data = source.parse(minimal("fund"), "x.yaml").data
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not accepts(data)


def test_the_schema_refuses_what_lacks_a_name(accepts: Callable, minimal: Callable) -> None:
    data = source.parse(minimal("fund"), "x.yaml").data
    assert not any(accepts({k: v for k, v in data.items() if k != key}) for key in data)


def test_an_unquoted_number_is_no_mistake_for_an_editor(accepts: Callable, minimal: Callable) -> None:
    data = source.parse(minimal("fund"), "x.yaml").data
    assert accepts(data | {"example": {"amount": 10000}})


def test_the_schema_is_within_draft_7(schema: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert set(keywords(schema)) & SINCE_DRAFT_2019 == set()
    assert "discriminator" not in set(keywords(schema))


def test_the_schema_is_the_same_each_time() -> None:
    assert schema_json() == schema_json()


def keywords(node: Any) -> Iterator[str]:
    """Every key of the schema that is not the name of a product's field."""
    if isinstance(node, list):
        for one in node:
            yield from keywords(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from keywords(list(value.values()) if key in ("properties", "$defs") else value)
