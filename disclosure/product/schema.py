"""The product model becomes a JSON Schema that editors understand (the subset draft-07 shares)."""

import json
from typing import Any

from .parse import adapter


def schema_json() -> str:
    """The schema of a product definition, as JSON text."""
    schema = _lenient(adapter().json_schema(by_alias=True))
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "Product definition"}
    return json.dumps(head | schema, ensure_ascii=False, indent=1, sort_keys=True)


def _lenient(node: Any) -> Any:
    """An editor reads an unquoted 10000 as a number; the definition takes it as text all the same."""
    if isinstance(node, list):
        return [_lenient(one) for one in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _lenient(value) for key, value in node.items()}
    if changed.get("type") == "string" and "enum" not in changed and "const" not in changed:
        changed["type"] = ["string", "number"]
    changed.pop("discriminator", None)
    return changed
