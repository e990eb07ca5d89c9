"""A record in another format goes in, a product definition as plain data comes out; nothing is lost.

One module a format, each with `product(record) -> dict`: text, lists and mappings only, just as a
YAML definition is read, to be validated with `product.parse`. An importer never fills a gap: what
the record does not say is left out, and the sheet then says "not stated".
"""

from . import cdr, ept

__all__ = ["cdr", "ept"]
