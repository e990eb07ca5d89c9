"""The shipped pronunciations are what the script makes of the CMU dictionary, with its licence."""

import lzma
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

from disclosure.shipped import folder

SCRIPT = Path(__file__).parents[2] / "scripts" / "make-pronunciations"


@pytest.fixture(scope="module")
def script():
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    try:
        loader = SourceFileLoader("make_pronunciations", str(SCRIPT))
        module = module_from_spec(spec_from_loader("make_pronunciations", loader))
        loader.exec_module(module)
        return module
    finally:
        sys.dont_write_bytecode = before


def test_first_pronunciations_are_counted(script):
    text = "a AH0\na(2) EY1\nfee F IY1\nannuity AH0 N UW1 IH0 T IY0 # money\n"
    assert script.counted(text) == {"a": 1, "fee": 1, "annuity": 4}
    packed = script.packed(script.counted(text))
    assert lzma.decompress(packed).decode() == "1 a fee\n4 annuity\n"
    assert packed == script.packed({"fee": 1, "annuity": 4, "a": 1})


def test_shipped_data_and_licence():
    shipped = lzma.decompress(folder("templates", "readability", "syllables.txt.xz").read_bytes()).decode()
    lines = dict(line.split(" ", 1) for line in shipped.splitlines())
    assert sum(len(words.split(" ")) for words in lines.values()) == 126_052
    assert "annuity" in lines["4"].split(" ")
    assert "Carnegie Mellon University" in folder("templates", "readability", "syllables.LICENSE").read_text()


def test_the_script_explains_itself_without_an_argument():
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, encoding="utf-8")
    assert done.returncode == 2
    assert "FOLDER" in done.stderr
