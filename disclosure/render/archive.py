"""A painted PDF comes in; it goes out fit for the archive and for screen readers: PDF/A-3a and PDF/UA-1."""

import zlib
from dataclasses import dataclass
from datetime import date
from hashlib import md5
from typing import Any

from .structure import mend

_LEVEL = 6  # of compression: the highest takes twice the time to save a hundredth of the size

_OPENS, _CLOSES = b"\nstream\n", b"\nendstream"

# PDF/A wants every property it does not know of described in the packet that has it.
_PACKET = b"""<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


@dataclass(frozen=True, slots=True)
class Source:
    """The definition that a document was made from, to go with it: file name, bytes, and the day that
    stands for the time of the file, so that it does not depend on when the document is made."""

    name: str
    data: bytes
    day: date


def finish(document: Any, pdf: Any, source: Source | None) -> None:
    """The tags are mended, the definition and all that is said of the document added; then every object
    is settled, so that the file is put together without asking them again."""
    mend(document, pdf)
    if source:
        _attach(pdf, source)
    _describe(document.metadata, pdf)
    pdf.objects = [_settled(one) for one in pdf.objects]


def _describe(metadata: Any, pdf: Any) -> None:
    """All that is said of the document, in one description: readers stop after the first. It is left
    uncompressed for those that look for it without reading the file."""
    rdf = metadata.generate_rdf_metadata("a", 3, "A")
    said = rdf.replace(b"</rdf:RDF>", _PACKET % (metadata.lang or "und").encode())
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    opened, _, closed = stream.stream[0].partition(rdf)
    stream.stream, stream.compress = [opened + said + closed], False


def _attach(pdf: Any, source: Source) -> None:
    """The definition as an associated file (ISO 19005-3, 6.8)."""
    import pydyf

    time = pydyf.String(source.day.strftime("D:%Y%m%d000000Z"))
    check = f"<{md5(source.data, usedforsecurity=False).hexdigest()}>"
    about = {"Size": len(source.data), "CheckSum": check, "CreationDate": time, "ModDate": time}
    kind = {"Type": "/EmbeddedFile", "Subtype": "/application#2fyaml", "Params": pydyf.Dictionary(about)}
    held = pydyf.Stream([source.data], kind, compress=True)
    pdf.add_object(held)
    name = pydyf.String(source.name)
    place = pydyf.Dictionary({"F": held.reference, "UF": held.reference})
    described = {"F": name, "UF": name, "Desc": name, "EF": place, "AFRelationship": "/Source"}
    file = pydyf.Dictionary({"Type": "/Filespec", **described})
    pdf.add_object(file)
    files = pydyf.Dictionary({"Names": pydyf.Array([name, file.reference])})
    pdf.add_object(files)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = files.reference
    pdf.catalog["AF"] = pydyf.Array([file.reference])


@dataclass(slots=True)
class _Settled:
    """An object whose bytes are known. The library makes them anew each time it is asked for them, and
    asks twice: to write them, and to count a checksum over all."""

    number: int
    generation: int
    compressible: bool
    data: bytes
    free: str = "n"
    offset: int = 0

    @property
    def indirect(self) -> bytes:
        """The object as it stands in the file."""
        return b"%d %d obj\n%s\nendobj" % (self.number, self.generation, self.data)


def _settled(one: Any) -> Any:
    if one.free == "f":
        return one
    data = one.data if one.compressible else _packed(one)
    return _Settled(one.number, one.generation, one.compressible, data)


def _packed(stream: Any) -> bytes:
    """The bytes of a stream, compressed no harder than pays."""
    import pydyf

    if not stream.compress:
        plain: bytes = stream.data
        return plain
    loose = pydyf.Stream(stream.stream).data
    body = zlib.compress(loose[loose.index(_OPENS) + len(_OPENS) : -len(_CLOSES)], _LEVEL)
    about = pydyf.Dictionary({**stream.extra, "Filter": "/FlateDecode", "Length": len(body)})
    return b"".join((about.data, _OPENS, body, _CLOSES))
