"""A finished folder takes the place of a published one in a single step, or not at all."""

import ctypes
import errno
import fcntl
import json
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import EnvironmentProblem

MANIFEST = "manifest.json"
SCHEMA = "disclosure/site/2"
_SCHEMAS = ("disclosure/site/1", SCHEMA)
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNABLE = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A fresh folder beside `target`, under its lock; what stands in it when the block ends without
    an exception is published, otherwise it is swept away and `target` stays as it was.

    Where `target` is a link, the folder it points at is exchanged and the link stays.

    Raises EnvironmentProblem where the target cannot be written, is locked by another build, or
    holds files that no build made.
    """
    target = Path(os.path.realpath(target))
    _writable(target.parent, target)
    with _locked(target):
        _demand_ours(target)
        _sweep(target)
        stage = target.parent / f".{target.name}.stage-{os.getpid()}"
        scratch = target.parent / f".{target.name}.scratch-{os.getpid()}"
        try:
            stage.mkdir()
            scratch.mkdir()
            with _temporary(scratch):
                yield stage
            _sync(stage)
            _publish(stage, target)
        except OSError as error:
            if error.errno is None:  # a library's own, such as a template that is not there
                raise
            raise _environment(error, target) from error
        finally:
            _sweep(target)


@contextmanager
def _temporary(folder: Path) -> Iterator[None]:
    """Temporary files, those of processes forked from here too, are made where the next build sweeps:
    who is killed leaves nothing behind for good."""
    before = tempfile.tempdir
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


def write(path: Path, data: bytes) -> None:
    """Write a new file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def exchange(stage: Path, target: Path, libc: Any) -> None:
    """Let two folders change places in one step (renameat2 of Linux 3.15, RENAME_EXCHANGE).

    Raises EnvironmentProblem where the C library, the kernel or the file system cannot do that.
    """
    names = os.fsencode(stage), os.fsencode(target)
    try:
        renamed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    except AttributeError:
        raise EnvironmentProblem("exchange-impossible", path=str(target)) from None
    if renamed and (code := ctypes.get_errno()) in _UNABLE:
        raise EnvironmentProblem("exchange-impossible", path=str(target))
    if renamed:
        raise OSError(code, os.strerror(code))


def _writable(parent: Path, target: Path) -> None:
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _environment(error, target) from error
    if not os.access(parent, os.W_OK):
        raise EnvironmentProblem("not-writable", path=str(parent), reason="Permission denied")


def _demand_ours(target: Path) -> None:
    """Only what a build made may be replaced: every file must stand in a manifest of ours."""
    if not target.is_dir():
        if target.exists():
            raise EnvironmentProblem("out-not-empty", path=str(target.parent), file=target.name)
        return
    try:
        foreign = sorted(set(_files(target)) - _listed(target))
    except OSError as error:
        raise _environment(error, target) from error
    if foreign:
        raise EnvironmentProblem("out-not-empty", path=str(target), file=foreign[0])


def _files(folder: Path) -> Iterator[str]:
    """Everything below a folder that is no folder of its own, links to folders included."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from (f"{entry.name}/{name}" for name in _files(folder / entry.name))
            else:
                yield entry.name


def _listed(folder: Path) -> set[str]:
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_bytes()) if path.is_file() else None
    except (ValueError, RecursionError):
        return set()
    match data:
        case {"schema": str(schema), "files": {**files}} if schema in _SCHEMAS:
            return {MANIFEST, *files}
    return set()


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    path = target.parent / f".{target.name}.lock"
    handle = _opened(path)
    try:
        _hold(handle, path)
        yield
    finally:
        os.close(handle)


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        return os.open(path, flags, 0o644)
    except OSError as error:
        raise _environment(error, path) from error


def _hold(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
    except BlockingIOError:
        holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
        raise EnvironmentProblem("lock-held", path=str(path), pid=holder or "?") from None
    except OSError as error:
        raise _environment(error, path) from error


def _sync(folder: Path) -> None:
    """Flush what is new; a file that another folder holds too has been flushed before."""
    for path in sorted(folder.rglob("*"), reverse=True):
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_nlink == 1:
            _flush(path)
    _flush(folder)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _publish(stage: Path, target: Path) -> None:
    if target.exists():
        exchange(stage, target, ctypes.CDLL(None, use_errno=True))
    else:
        stage.rename(target)
    _flush(target.parent)


def _sweep(target: Path) -> None:
    """Whatever a build that was killed has left beside the target."""
    pattern = re.compile(rf"\.{re.escape(target.name)}\.(stage|scratch|ledger)-\d+(-journal)?")
    for left in target.parent.iterdir():
        if pattern.fullmatch(left.name):
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)


def _environment(error: OSError, target: Path) -> EnvironmentProblem:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return EnvironmentProblem("disk-full", path=str(target))
    return EnvironmentProblem("not-writable", path=str(target), reason=error.strerror or str(error))
