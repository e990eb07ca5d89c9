"""A finished folder takes the place of a published one in a single step, or not at all."""

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import EnvironmentProblem

MANIFEST = "manifest.json"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A fresh folder beside `target`, under its lock; what stands in it when the block ends without
    an exception is published, otherwise it is swept away and `target` stays as it was.

    Raises EnvironmentProblem where the target cannot be written, is locked by another build, or
    holds files that no build made.
    """
    parent = target.absolute().parent
    _writable(parent, target)
    with _locked(target):
        _ours(target)
        _sweep(target)
        stage = parent / f".{target.name}.stage-{os.getpid()}"
        try:
            stage.mkdir()
            yield stage
            _sync(stage)
            _exchange(stage, target)
        except OSError as error:
            if error.errno is None:  # a library's own, such as a template that is not there
                raise
            raise _environment(error, target) from error
        finally:
            _sweep(target)


def write(path: Path, data: bytes) -> None:
    """Write a new file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _writable(parent: Path, target: Path) -> None:
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _environment(error, target) from error
    if not os.access(parent, os.W_OK):
        raise EnvironmentProblem("not-writable", path=str(parent), reason="permission denied")


def _ours(target: Path) -> None:
    if target.is_dir() and any(target.iterdir()) and not (target / MANIFEST).is_file():
        raise EnvironmentProblem("out-not-empty", path=str(target))
    if target.exists() and not target.is_dir():
        raise EnvironmentProblem("out-not-empty", path=str(target))


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    path = target.absolute().parent / f".{target.name}.lock"
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
            raise EnvironmentProblem("lock-held", path=str(path), pid=holder or "?") from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
        yield
    finally:
        os.close(handle)


def _sync(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        _flush(path)
    _flush(folder)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _exchange(stage: Path, target: Path) -> None:
    if target.exists():
        libc = ctypes.CDLL(None, use_errno=True)
        names = (os.fsencode(stage), os.fsencode(target.absolute()))
        if libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
    else:
        stage.rename(target)
    _flush(target.absolute().parent)


def _sweep(target: Path) -> None:
    for left in target.absolute().parent.glob(f".{target.name}.stage-*"):
        shutil.rmtree(left, ignore_errors=True)


def _environment(error: OSError, target: Path) -> EnvironmentProblem:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EnvironmentProblem("disk-full", path=str(target))
    return EnvironmentProblem("not-writable", path=str(target), reason=error.strerror or str(error))
