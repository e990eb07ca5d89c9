"""A PDF carries its definition, names the page it was printed from, and describes itself once."""

import os
import re
import subprocess
import sys
import zlib
from datetime import date
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from disclosure.render.html import html
from disclosure.render.pdf import Source

# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:.*sRGB2014\.icc")
ROOT = Path(__file__).parents[2]
SOURCE = Source("wayfare.yaml", "id: wayfare\n名称: 甲\n".encode(), date(2026, 11, 24))
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
ALONE = """
import sys
from datetime import date
from pathlib import Path
from disclosure.render.pdf import Source, pdf
source = Source("wayfare.yaml", Path(sys.argv[2]).read_bytes(), date(2026, 11, 24))
sys.stdout.buffer.write(pdf(Path(sys.argv[1]).read_text(encoding="utf-8"), "a page", source))
"""


@pytest.fixture(scope="module")
def page(sheet_of_module) -> str:
    return html(sheet_of_module("wayfare-travel-cover", "zh-CN"))


@pytest.fixture(scope="module")
def printed(page, typeset_module) -> bytes:
    return typeset_module(page, "wayfare", SOURCE)


def test_the_definition_comes_out_as_it_went_in(printed):
    document = pypdfium2.PdfDocument(printed)
    try:
        assert document.count_attachments() == 1
        attached = document.get_attachment(0)
        assert (attached.get_name(), bytes(attached.get_data())) == (SOURCE.name, SOURCE.data)
        assert attached.get_str_value("CreationDate") == "D:20261124000000Z"
    finally:
        document.close()


def test_it_is_associated_once_as_the_source_of_the_document(printed):
    loose = inflated(printed)
    assert loose.count(b"/AFRelationship /Source") == 1
    assert b"/Subtype /application#2fyaml" in loose
    (associated,) = re.findall(rb"/AF \[([^\]]*)\]", loose)
    assert len(re.findall(rb"\d+ 0 R", associated)) == 1


def test_without_a_definition_nothing_is_attached(page, typeset_module):
    plain = typeset_module(page, "wayfare")
    assert b"/EmbeddedFile" not in inflated(plain)


def test_the_identifier_is_the_sum_of_the_page(page, printed):
    document = pypdfium2.PdfDocument(printed)
    try:
        assert document.get_identifier() == sha256(page.encode()).hexdigest().encode()
    finally:
        document.close()


def test_the_packet_is_one_description_of_all(printed, page):
    packet = printed[printed.index(b"<?xpacket begin") : printed.index(b'<?xpacket end="r"?>')]
    root = ElementTree.fromstring(packet)
    (rdf,) = root.findall("rdf:RDF", NAMES)
    (named,) = [one for one in rdf if f"{{{NAMES['pdfaid']}}}part" in one.attrib]
    said = {key.partition("}")[2]: value for key, value in named.attrib.items()}
    assert (said["part"], said["conformance"]) == ("3", "A")
    assert rdf.findtext("rdf:Description/pdfuaid:part", namespaces=NAMES) == "1"
    title = re.search("<title>(.*?)</title>", page).group(1)
    assert rdf.findtext("rdf:Description/dc:title/rdf:Alt/rdf:li", namespaces=NAMES) == title
    assert rdf.findtext("rdf:Description/dc:language/rdf:Bag/rdf:li", namespaces=NAMES) == "zh-CN"


def test_two_processes_in_unlike_surroundings_print_the_same(page, printed, tmp_path):
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "wayfare.yaml").write_bytes(SOURCE.data)
    for zone, seed, place in (("Pacific/Kiritimati", "1", tmp_path), ("America/Adak", "77", ROOT)):
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TZ": zone, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-B", "-c", ALONE, str(tmp_path / "page.html"), str(tmp_path / "wayfare.yaml")]
        done = subprocess.run(command, cwd=place, env=env, capture_output=True, check=True)
        assert done.stdout == printed


def inflated(data: bytes) -> bytes:
    """A PDF with its streams opened."""
    def opened(found: re.Match[bytes]) -> bytes:
        try:
            return zlib.decompress(found.group(1))
        except zlib.error:
            return found.group(0)

    return re.sub(rb"(?s)\nstream\n(.*?)\nendstream", opened, data)
