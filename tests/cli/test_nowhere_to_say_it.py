"""Where the output cannot be written the command says so in one line, and what was published is whole."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no /dev/full")
@pytest.mark.parametrize(("lang", "said"), [("en", "what there was to say could not be written"), ("zh-CN", "运行结果没能输出")])
def test_a_full_device(folder, good, tmp_path, lang: str, said: str) -> None:
    place, out = folder(a=good), tmp_path / "site"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DISCLOSURE_LANG": lang}
    argv = [sys.executable, "-m", "disclosure", "build", str(place), "--format", "html", "--out", str(out)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(argv, env=env, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith(said) and "Traceback" not in done.stderr
    assert not out.exists()
