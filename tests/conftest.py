"""What tests of several floors share: the samples, composed once; one published site; small definitions."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from disclosure import derive, product, regime, source, wording
from disclosure.sheet import Sheet, compose
from disclosure.site import Checked, Options, check_one
from disclosure.site.gather import terms_of

ROOT = Path(__file__).parents[1]
PRODUCTS = ROOT / "products"
SAMPLES = sorted(path.stem for path in PRODUCTS.glob("*.yaml"))
DEFINITION = """\
schema: disclosure/product/1
kind: deposit
id: saver
version: "1"
languages: [zh-CN, en]
name: {zh-CN: 储蓄, en: Saver}
summary: {zh-CN: 随时存取的账户。, en: An account to save in.}
currency: CNY
as_of: 2026-11-24
provider:
  name: {zh-CN: 银行, en: Bank}
fees:
  - id: yearly-fee
    name: {zh-CN: 年费, en: Yearly fee}
    when: yearly
    rate: "0.50%"
    of: balance
"""

Made = Callable[[str], Checked]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes more than ten seconds")


@pytest.fixture(scope="session")
def everything() -> Mapping[str, Checked]:
    """Every sample by id, its plain sheets composed and checked."""
    return {name: check_one(PRODUCTS / f"{name}.yaml", Options(regime="plain.sheet")) for name in SAMPLES}


@pytest.fixture(params=SAMPLES)
def checked(request: pytest.FixtureRequest, everything: Mapping[str, Checked]) -> Checked:
    """Each sample in turn."""
    return everything[request.param]


@pytest.fixture(scope="session")
def sheet_of() -> Callable[..., Sheet]:
    """The sheet, in one language, of the plain data of a definition (or of a product)."""

    def composed(data: object, lang: str = "en", *, words: wording.Wording | None = None) -> Sheet:
        if isinstance(data, dict):
            data = product.parse(source.Document("x.yaml", data, {}, {}))
        return compose(
            data,
            derive.derive(data),
            wording=words or wording.load(lang),
            regime=regime.load("plain.sheet"),
            glossary=terms_of(lang),
        )

    return composed


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """What comes of the text of a definition: its sheets and their reports."""

    def check(text: str, **options: object) -> Checked:
        path = tmp_path / "x.yaml"
        path.write_text(text, encoding="utf-8")
        return check_one(path, Options(**options))  # type: ignore[arg-type]

    return check


@pytest.fixture
def definition() -> str:
    """A small right definition, as text."""
    return DEFINITION


@pytest.fixture(scope="session")
def run() -> Run:
    """Run the command line in a process of its own; keyword arguments are its environment."""

    def command(
        *arguments: object, cwd: Path = ROOT, before: tuple[str, ...] = (), timeout: float = 120,
        **environment: str,
    ) -> "subprocess.CompletedProcess[str]":
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DISCLOSURE_LANG": "en"} | environment
        argv = [*before, sys.executable, "-m", "disclosure", *map(str, arguments)]
        return subprocess.run(argv, cwd=cwd, env=env, capture_output=True, text=True, timeout=timeout)

    return command


@pytest.fixture(scope="session")
def site(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples, published once by the command line, as HTML and PDF."""
    out = tmp_path_factory.mktemp("published") / "site"
    done = run("build", "--out", out, HOME=str(out.parent))
    assert (done.returncode, done.stderr) == (0, "")
    return out
