"""A YAML file becomes plain data, every scalar still text, with the line and column of each field."""

import errno
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .errors import DisclosureError, Problem

Place = tuple[int, int]
LARGEST = 1_000_000
DEEPEST = 20
_CRASHES_BELOW = 100
LONGEST_TEXT = 20_000
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq")}
_OTHER_ENDS = "\r\x85\u2028\u2029\t\ufeff"
"""Line ends and blanks that are no line feed and no blank."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\ud800-\udfff\ufff9-\uffff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file read: `data` of dicts, lists and text.

    `places` maps a field's path to the (line, column) of its value, `keys` to that of its name.
    """

    file: str
    data: Any
    places: Mapping[str, Place]
    keys: Mapping[str, Place]
    problems: tuple[Problem, ...] = ()

    def place(self, path: str) -> Place:
        """Where a field stands; for a field that is absent, where its nearest parent stands."""
        while path and path not in self.places:
            path = re.sub(r"(\.[^.\[]+|\[\d+\]|^[^.\[]+)\Z", "", path)
        return self.places.get(path, (1, 1))

    def problem(self, path: str, code: str, *, at_key: bool = False, **values: str) -> Problem:
        """A problem of this file at the place of a field, or of the field's name."""
        line, column = self.keys[path] if at_key and path in self.keys else self.place(path)
        return Problem(self.file, line, column, path, code, values)


@dataclass(slots=True)
class _Walk:
    file: str
    places: dict[str, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def note(self, node: yaml.Node, path: str, code: str, **values: str) -> None:
        mark = node.start_mark
        self.problems.append(
            Problem(self.file, mark.line + 1, mark.column + 1, path, code, values)
        )

    def alias(self, path: str) -> None:
        """An alias has no place of its own in the tree: that of its name, or of its list, is told."""
        line, column = self.keys.get(path) or self.places[path.rpartition("[")[0]]
        self.places[path] = line, column
        self.problems.append(Problem(self.file, line, column, path, "yaml-alias"))


def read(path: Path, name: str | None = None) -> Document:
    """Read one YAML file. `name` is how messages call it (default: the path as given).

    Raises DisclosureError where the file cannot be read as YAML at all; problems that leave the
    rest readable (a duplicate key, an alias, an empty value) wait in `Document.problems`.
    """
    return parse(_text(path, name or str(path)), name or str(path))


def parse(text: str, name: str) -> Document:
    """Read YAML from text; see `read`."""
    try:
        _demand_shallow(text, name)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise DisclosureError([_syntax(error, name)]) from None
    except (yaml.YAMLError, RecursionError, UnicodeEncodeError):
        raise DisclosureError([_unreadable(text, name)]) from None
    if node is None:
        raise DisclosureError([Problem(name, 1, 1, "", "file-empty")])
    walk = _Walk(name)
    data = _plain(node, "", walk, 0)
    return Document(name, data, walk.places, walk.keys, tuple(walk.problems))


def text_of(path: Path, name: str | None = None) -> str:
    """The text of one file as it stands, its line ends kept. Raises DisclosureError; see `read`."""
    return _text(path, name or str(path))


def scalars(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Each scalar value of YAML that can be read: its field's path, its value, where it starts and ends."""
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    return _scalars(node, "") if node else iter(())


def _scalars(node: yaml.Node, path: str) -> Iterator[tuple[str, str, int, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, f"{path}.{key.value}" if path else str(key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, one in enumerate(node.value):
            yield from _scalars(one, f"{path}[{index}]")
    else:
        yield path, str(node.value), node.start_mark.index, node.end_mark.index


def files(paths: tuple[Path, ...]) -> Iterator[Path]:
    """The YAML files that paths name: a file as it is, a folder with all below it but hidden ones."""
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*.y*ml") if _is_definition(one, path))
        else:
            yield path


def _is_definition(path: Path, below: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(below).parts)
    return path.suffix in (".yaml", ".yml") and not hidden and not path.is_dir()


def _text(path: Path, name: str) -> str:
    try:
        _demand_regular(path)
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DisclosureError([Problem(name, 0, 0, "", "file-unreadable", {"reason": reason})]) from None
    if len(raw) > LARGEST:
        raise DisclosureError([Problem(name, 0, 0, "", "file-too-large")])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DisclosureError([Problem(name, line, 1, "", "file-not-utf8")]) from None


def _demand_regular(path: Path) -> None:
    """To open a pipe is to wait for a writer, and to open a device may start it."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "not a regular file")


def _is_shallow(text: str) -> bool:
    """Is a text surely less deep than matters, by its brackets and the marks that its lines begin with?

    A block begins after nothing but blanks and the marks of other blocks, and further to the right than
    the one around it, save for the list in a mapping.
    """
    if any(end in text for end in _OTHER_ENDS):
        return False
    most = max(len(line) - len(line.lstrip(" -?:")) for line in text.split("\n"))
    return 2 * (most + 1) + text.count("[") + text.count("{") <= _CRASHES_BELOW


def _demand_shallow(text: str, name: str) -> None:
    """The C composer calls itself for each level, and a file of 400,000 brackets ends the process."""
    if _is_shallow(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _CRASHES_BELOW:
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            raise DisclosureError([Problem(name, line, column, "", "yaml-too-deep")])


def _unreadable(text: str, name: str) -> Problem:
    """YAML refuses most control characters without a word on where they stand."""
    text = text.removeprefix("\ufeff")
    hidden = _UNSEEN.search(text)
    if hidden is None:
        return Problem(name, 0, 0, "", "yaml-unreadable")
    before = text[: hidden.start()]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Problem(name, line, column, "", "yaml-unreadable")


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _syntax(error: yaml.MarkedYAMLError, name: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    detail = (error.problem or error.context or "").strip()
    code = "yaml-tab" if "\\t" in detail or "tab" in detail else "yaml-syntax"
    return Problem(name, line, column, "", code, {"detail": detail})


def _plain(node: yaml.Node, path: str, walk: _Walk, depth: int) -> Any:
    if id(node) in walk.seen:
        return walk.alias(path)
    walk.places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
    walk.seen.add(id(node))
    if node.tag not in _PLAIN_TAGS:
        walk.note(node, path, "yaml-tag", tag=node.tag)
    if depth > DEEPEST:
        return walk.note(node, path, "yaml-too-deep")
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, walk, depth)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one, f"{path}[{i}]", walk, depth + 1) for i, one in enumerate(node.value)]
    return _scalar(node, path, walk)


def _mapping(node: yaml.MappingNode, path: str, walk: _Walk, depth: int) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            walk.note(key, path, "yaml-key")
            continue
        name = str(key.value)
        inner = f"{path}.{name}" if path else name
        if name in data:
            first = walk.keys[inner][0]
            walk.note(key, inner, "yaml-duplicate", key=name, first=str(first))
            continue
        if hidden := _UNSEEN.search(name):
            walk.note(key, inner, "hidden-character", character=_code(hidden[0]))
        walk.keys[inner] = (key.start_mark.line + 1, key.start_mark.column + 1)
        data[name] = _plain(value, inner, walk, depth + 1)
    return data


def _scalar(node: yaml.ScalarNode, path: str, walk: _Walk) -> str | None:
    value = str(node.value)
    if value == "" or (not node.style and value in ("~", "null", "Null", "NULL")):
        return walk.note(node, path, "empty-value")
    if len(value) > LONGEST_TEXT:
        return walk.note(node, path, "text-too-long", limit=str(LONGEST_TEXT))
    if hidden := _UNSEEN.search(value):
        walk.note(node, path, "hidden-character", character=_code(hidden[0]))
    return value
