"""An entry and a term as a text has it come in; the entry's definition, said of that term, goes out."""

import re

from . import inflect
from .entry import Entry


def defined(entry: Entry, term: str) -> str:
    """The definition, with the form that the text uses in the place of the entry's own term.

    Left as it is where the text uses the term itself, or its plural, or a verb of it, or where the
    definition does not begin with the term.
    """
    form = next((one for one in entry.forms if _is(one, term, entry.lang)), None)
    if form is None:
        return entry.define
    if entry.lang != "en":
        return form + entry.define[len(entry.term) :] if entry.define.startswith(entry.term) else entry.define
    found = re.match(rf"(?:(An?|The) )?{re.escape(entry.term)}\b", entry.define, re.IGNORECASE)
    if not found or not found.group(1) and _same_stem(form, entry.term):
        return entry.define
    return _begun(form, found.group(1)) + entry.define[found.end() :]


def _begun(form: str, article: str | None) -> str:
    """The beginning of a sentence that defines a form, with the article the definition had."""
    if not article:
        return form[0].upper() + form[1:]
    return f"{'The' if article.lower() == 'the' else inflect.article(form).capitalize()} {form}"


def _same_stem(form: str, term: str) -> bool:
    """Is the form the same word bent, as hedged is of hedging? It cannot open the sentence that the noun opens."""
    return form[:4].casefold() == term[:4].casefold()


def _is(form: str, term: str, lang: str) -> bool:
    said = term.casefold()
    return said == form.casefold() or (lang == "en" and said == inflect.plural(form).casefold())
