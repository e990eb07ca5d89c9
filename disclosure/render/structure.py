"""The tags of a painted PDF come in; they go out as PDF/UA wants them: ISO 14289-1 and ISO 32000-1, 14.8."""

from collections.abc import Iterator
from typing import Any

_HEADERS = {"row": "/Row", "col": "/Column"}


def mend(document: Any, pdf: Any) -> None:
    """Tell what header cells are headers of, what of a list item is its body, and what is not content.

    Not content are drawings without an alternative, which say nothing that the words beside them do
    not say, and what stands in the margins.
    """
    _head(document)
    elements = [one for one in pdf.objects if isinstance(one, dict) and one.get("Type") == "/StructElem"]
    for one in elements:
        if one["S"] == "/LI":
            _embody(one, pdf)
    idle = [one for one in elements if one["S"] == "/Figure" and "Alt" not in one]
    for one in idle:
        _at(pdf, one["P"])["K"].remove(one.reference)
    reached = {id(one) for one in _reached(pdf)}
    _exclude([one for one in elements if id(one) not in reached], pdf)


def _at(pdf: Any, reference: bytes) -> Any:
    """The object that a reference names."""
    return pdf.objects[int(reference.split()[0])]


def _head(document: Any) -> None:
    """What a header cell is a header of. The one over the headers of the rows is a header of no data."""
    for page in document.pages:
        for box in page._page_box.descendants():
            mark = getattr(box, "mark", None)
            if mark is None or getattr(box, "element_tag", "") != "th":
                continue
            scope = box.element.get("scope")
            if scope == "col" and box.grid_x == 0:
                mark["S"] = "/TD"
                mark.pop("ID", None)
            else:
                mark["A"]["Scope"] = _HEADERS[scope]


def _embody(item: Any, pdf: Any) -> None:
    """All of a list item but its label is its body."""
    import pydyf

    kids = [(kid, _at(pdf, kid)) for kid in item["K"]]
    loose = [(kid, one) for kid, one in kids if one["S"] not in {"/Lbl", "/LBody"}]
    if not loose:
        return
    body = pydyf.Dictionary({
        "Type": "/StructElem", "S": "/LBody", "K": pydyf.Array([kid for kid, _ in loose]),
        "Pg": item["Pg"], "P": item.reference,
    })  # fmt: skip
    pdf.add_object(body)
    for _, one in loose:
        one["P"] = body.reference
    first = item["K"].index(loose[0][0])
    kept = [kid for kid in item["K"] if kid not in {kid for kid, _ in loose}]
    item["K"] = pydyf.Array([*kept[:first], body.reference, *kept[first:]])


def _reached(pdf: Any) -> Iterator[Any]:
    """The elements that hang on the root of the tree."""
    waiting = list(_at(pdf, pdf.catalog["StructTreeRoot"])["K"])
    while waiting:
        one = _at(pdf, waiting.pop())
        yield one
        waiting += [kid for kid in one.get("K", ()) if isinstance(kid, bytes)]


def _exclude(elements: list[Any], pdf: Any) -> None:
    """Content of which nothing is told is an artifact (ISO 32000-1, 14.8.2.2)."""
    numbers = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    for number, page in enumerate(pdf.page_references):
        marked = {
            kid: "/Layout" if one["S"] == "/Figure" else "/Pagination"
            for one in elements
            if one["Pg"] == page
            for kid in one["K"]
            if isinstance(kid, int)
        }
        for one in marked:
            numbers[2 * number + 1][one] = "null"
        _unmark(_at(pdf, _at(pdf, page)["Contents"]), marked)


def _unmark(stream: Any, marked: dict[int, str]) -> None:
    import pydyf

    operators = stream.stream
    for at, one in enumerate(operators):
        if isinstance(one, dict) and one.get("MCID") in marked:
            operators[at - 1] = "/Artifact"
            operators[at] = pydyf.Dictionary({"Type": marked[one["MCID"]]})
