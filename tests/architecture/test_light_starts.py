"""What a command does not need is not loaded: no typesetter for a check, no model for a start."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure import shipped

ROOT = Path(__file__).parents[2]
LOADED = "import sys, json; {act}; print(json.dumps(sorted({{m.partition('.')[0] for m in sys.modules}})))"
CHECK = """
from disclosure.cli import main
try:
    main()
except SystemExit as end:
    print("exit", end.code)
""".strip()
HEAVY = {"weasyprint", "jieba", "textstat", "pydantic", "jinja2", "markdown", "fontTools", "pypdfium2", "nltk"}


def run(code: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-B", "-c", code, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def loaded_by(act: str) -> set[str]:
    return set(json.loads(run(LOADED.format(act=act))[-1]))


@pytest.mark.parametrize("module", ["disclosure", "disclosure.cli", "disclosure.cli.main"])
def test_a_start_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(f"import {module}") & HEAVY == set()


@pytest.mark.parametrize(
    "module",
    ["disclosure.site", "disclosure.check", "disclosure.render.pdf", "disclosure.text.readability", "disclosure.verify"],
)
def test_importing_a_part_loads_no_typesetter_and_no_dictionary(module: str) -> None:
    assert loaded_by(f"import {module}") & {"weasyprint", "jieba", "textstat"} == set()


@pytest.mark.parametrize("module", ["disclosure.source", "disclosure.figures.loan", "disclosure.locale", "disclosure.wording"])
def test_the_lower_floors_need_no_model(module: str) -> None:
    assert loaded_by(f"import {module}") & HEAVY == set()


def test_a_check_never_loads_the_typesetter() -> None:
    sample = str(shipped.folder("products", "hengjiang-term-deposit-1y.yaml"))
    code = f"import sys, json\n{CHECK}\nprint(json.dumps(sorted(m for m in sys.modules if '.' not in m)))"
    *_, ended, modules = run(code, "check", sample)
    assert ended.startswith("exit ")
    assert "pydantic" in json.loads(modules)
    assert not {"weasyprint", "pypdfium2", "fontTools"} & set(json.loads(modules))
