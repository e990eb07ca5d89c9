"""The files of the layout, ready to be filled in or set into a page."""

from functools import lru_cache

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from .. import shipped


def skeleton(name: str) -> Template:
    """A skeleton of `templates/layout/`. Raises jinja2's TemplateNotFound."""
    return _environment().get_template(name)


@lru_cache
def inlined(name: str) -> Markup:
    """A style or script of `templates/layout/` as it stands in a page."""
    return Markup(shipped.folder("templates", "layout", name).read_text(encoding="utf-8"))


@lru_cache
def _environment() -> Environment:
    place = shipped.cache("layout")
    return Environment(
        loader=FileSystemLoader(shipped.folder("templates", "layout")),
        bytecode_cache=FileSystemBytecodeCache(str(place)) if place else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
