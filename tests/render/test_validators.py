"""Programs that check PDFs for readers with a screen reader find no error in ours."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from disclosure.render.html import html

ROOT = Path(__file__).parents[2]
SAMPLES = (("hengjiang-stable-180d", "zh-CN"), ("northlight-global-fund", "en"), ("wayfare-travel-cover", "en"))
# The typesetter leaves closing its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings(r"ignore:.*sRGB2014\.icc")


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "check-pdfs"), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("validator", ["pdfua", "outloud"])
def test_validators_find_no_error(validator, sheet_of_module, typeset_module, tmp_path):
    if not find_spec(validator):
        pytest.skip(f"{validator} is not installed (pip install {validator})")
    for name, lang in SAMPLES:
        (tmp_path / f"{name}.{lang}.pdf").write_bytes(typeset_module(html(sheet_of_module(name, lang)), name))
    done = checked(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{validator}: {len(SAMPLES)} PDFs, 0 errors" in done.stdout


def test_a_folder_without_a_pdf_is_not_said_to_be_sound(tmp_path):
    done = checked(tmp_path)
    assert done.returncode == 2
    assert "nothing was checked" in done.stderr
