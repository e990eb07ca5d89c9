"""The list of what the shipped fonts draw is what they draw, and the files are those described."""

import hashlib
import json

from fontTools.ttLib import TTFont

from disclosure import shipped

FOLDER = shipped.folder("templates", "layout", "fonts")
FACES = json.loads((FOLDER / "fonts.json").read_text(encoding="utf-8"))["faces"]


def test_the_list_is_what_both_faces_draw() -> None:
    drawn = []
    for face in FACES:
        with TTFont(FOLDER / face["file"], lazy=True) as font:
            drawn.append({chr(code) for code in font.getBestCmap()})
    visible = {character for character in set.intersection(*drawn) if not character.isspace()}
    listed = set((FOLDER / "drawn.txt").read_text(encoding="utf-8")) - {"\n"}
    assert listed == visible


def test_the_files_are_those_described() -> None:
    for face in FACES:
        assert hashlib.sha256((FOLDER / face["file"]).read_bytes()).hexdigest() == face["sha256"]
