"""A new definition whose placeholders were replaced passes the gate, and its sheets are published."""

from collections.abc import Callable
from pathlib import Path

from disclosure.cli.exits import Exit, guarded
from disclosure.cli.main import commands

Change = Callable[[Path], None]


def test_it_passes_and_builds(new: Path, finish: Change, tmp_path: Path) -> None:
    finish(new)
    assert guarded(commands, ["check", str(new)]) == Exit.CLEAN
    out = tmp_path / "site"
    done = guarded(commands, ["build", str(new), "--out", str(out), "--format", "html"])
    assert done == Exit.CLEAN
    assert {path.name for path in (out / new.stem).iterdir()} == {"en.html", "zh-CN.html"}


def test_it_passes_with_every_optional_line(
    new: Path, finish: Change, use_optional: Change
) -> None:
    before = new.read_text(encoding="utf-8")
    use_optional(new)
    assert new.read_text(encoding="utf-8") != before
    finish(new)
    assert guarded(commands, ["check", str(new)]) == Exit.CLEAN


def test_it_passes_in_one_language(new: Path, finish: Change) -> None:
    finish(new)
    text = new.read_text(encoding="utf-8")
    kept, dropped = ("en", "zh-CN") if "[en, zh-CN]" in text else ("zh-CN", "en")
    lines = text.replace(f"[{kept}, {dropped}]", f"[{kept}]").splitlines(keepends=True)
    left = [line for line in lines if not line.lstrip(" #").startswith(f"{dropped}:")]
    new.write_text("".join(left), encoding="utf-8")
    assert guarded(commands, ["check", str(new)]) == Exit.CLEAN
