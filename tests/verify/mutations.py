"""Seeded mutants of real documents: one fact, sentence, row, style or drawing of each is changed.

`on_page` changes an HTML page, `on_paper` the content of a PDF (with pikepdf, where it is installed).
Each gives a description and the mutant, or None where the document has nothing of the kind.
"""

import io
import random
import re
from collections.abc import Callable

from disclosure.verify import Expectation
from disclosure.verify.words import pattern

Random = random.Random
_TAG = re.compile(r"(<[^>]+>)")
_NEGATIONS = re.compile(r"\b(?:not|no|never|without|cannot|nobody)\b|不|没有|未|无", re.IGNORECASE)
_HIDING = (
    "display:none", "visibility:hidden", "opacity:0", "color:#fff", "color:transparent", "font-size:0",
    "font-size:1px", "position:absolute;left:-9999px", "position:fixed;top:-500px", "text-indent:-999em",
    "height:0;overflow:hidden", "max-height:1em;overflow:hidden", "clip-path:inset(100%)", "transform:scale(0)",
    "content-visibility:hidden", "filter:opacity(0)", "margin-left:-200vw", "color:#fefefe;background:#fff",
    "-webkit-text-fill-color:transparent", "position:absolute;clip:rect(0 0 0 0)", "line-height:0", "zoom:.1",
)  # fmt: skip
_INVENTED = ("There is a bonus of 5%.", "You cannot lose money.", "保证不亏本。", "年利率 9.99%", "until 1 May 2031", "7")


def _parts(page: str) -> tuple[list[str], list[int]]:
    """A page as tags and texts, and the numbers of the texts of its body that a reader sees."""
    parts = _TAG.split(page)
    texts, unseen, inside = [], "", False
    for number, part in enumerate(parts):
        tag = re.match(r"</?([a-z0-9]+)", part)
        if tag:
            inside = inside or part.startswith("<main") or part.startswith("<h1") or part.startswith('<p class="from"')
            if tag[1] in ("script", "style", "title"):
                unseen = "" if part.startswith("</") else tag[1]
        elif inside and not unseen and part.strip():
            texts.append(number)
    return parts, texts


def _fact(rng: Random, expected: Expectation, page: str) -> tuple[list[str], int, int, int, str] | None:
    """One place where a fact stands on a page: the parts, which of them, from where to where, and the fact."""
    parts, texts = _parts(page)
    facts = list(dict.fromkeys((one.shown, one.figure) for p in expected.passages for one in p.stated))
    rng.shuffle(facts)
    for shown, figure in facts:
        found = [(n, m.start(), m.end()) for n in texts for m in pattern(shown, figure).finditer(parts[n])]
        if found:
            return parts, *rng.choice(found), shown
    return None


def _replaced(found: tuple[list[str], int, int, int, str], new: str) -> str:
    parts, number, start, end, _ = found
    parts[number] = parts[number][:start] + new + parts[number][end:]
    return "".join(parts)


def fact_dropped(rng: Random, expected: Expectation, page: str) -> str | None:
    found = _fact(rng, expected, page)
    return found and _replaced(found, "")


def digit_altered(rng: Random, expected: Expectation, page: str) -> str | None:
    for _ in range(20):
        found = _fact(rng, expected, page)
        digits = [at for at, one in enumerate(found[4]) if one.isdigit()] if found else []
        if found and digits:
            text = found[0][found[1]][found[2] : found[3]]
            places = [at for at, one in enumerate(text) if one.isdigit()]
            at = rng.choice(places)
            other = rng.choice([one for one in "0123456789" if one != text[at]])
            return _replaced(found, text[:at] + other + text[at + 1 :])
    return None


def digit_dropped(rng: Random, expected: Expectation, page: str) -> str | None:
    for _ in range(20):
        found = _fact(rng, expected, page)
        text = found[0][found[1]][found[2] : found[3]] if found else ""
        places = [at for at, one in enumerate(text) if one.isdigit()]
        if found and places:
            at = rng.choice(places)
            return _replaced(found, text[:at] + text[at + 1 :])
    return None


def unit_altered(rng: Random, expected: Expectation, page: str) -> str | None:
    swaps = [("%", "‰"), ("CNY", "USD"), ("US$", "A$"), ("£", "€"), ("年", "月"), ("元", "角"), ("month", "year"),
             ("year", "month"), ("万", ""), ("day", "week")]  # fmt: skip
    for _ in range(30):
        found = _fact(rng, expected, page)
        text = found[0][found[1]][found[2] : found[3]] if found else ""
        usable = [(old, new) for old, new in swaps if old in text]
        if found and usable:
            old, new = rng.choice(usable)
            return _replaced(found, text.replace(old, new, 1))
    return None


def facts_swapped(rng: Random, expected: Expectation, page: str) -> str | None:
    for _ in range(20):
        one, other = _fact(rng, expected, page), _fact(rng, expected, page)
        if not one or not other or one[1] == other[1]:
            continue
        first, second = one[0][one[1]][one[2] : one[3]], other[0][other[1]][other[2] : other[3]]
        if re.sub(r"\s", "", first) == re.sub(r"\s", "", second):
            continue
        parts = one[0]
        parts[other[1]] = parts[other[1]][: other[2]] + first + parts[other[1]][other[3] :]
        return _replaced(one, second)
    return None


def fact_doubled(rng: Random, expected: Expectation, page: str) -> str | None:
    found = _fact(rng, expected, page)
    text = found[0][found[1]][found[2] : found[3]] if found else ""
    return found and _replaced(found, f"{text} {text}")


def word_dropped(rng: Random, expected: Expectation, page: str) -> str | None:
    parts, texts = _parts(page)
    number = rng.choice([n for n in texts if len(parts[n].strip()) > 3])
    words = [m for m in re.finditer(r"[A-Za-z']{2,}|[\u4e00-\u9fff]{2}", parts[number])]
    if not words:
        return None
    word = rng.choice(words)
    parts[number] = parts[number][: word.start()] + parts[number][word.end() :]
    return "".join(parts)


def negation_dropped(rng: Random, expected: Expectation, page: str) -> str | None:
    parts, texts = _parts(page)
    found = [(n, m) for n in texts for m in _NEGATIONS.finditer(parts[n])]
    if not found:
        return None
    number, word = rng.choice(found)
    parts[number] = parts[number][: word.start()] + parts[number][word.end() :]
    return "".join(parts)


def _element(rng: Random, page: str, names: str) -> re.Match[str] | None:
    start = page.index("<main")
    found = [m for m in re.finditer(rf"<({names})\b[^>]*>(?:(?!<\1\b).)*?</\1>", page[start:], re.DOTALL)
             if re.sub(r"<[^>]+>|\s", "", m[0])]  # fmt: skip
    return rng.choice(found) if found else None


def element_dropped(rng: Random, expected: Expectation, page: str) -> str | None:
    found = _element(rng, page, "p|li|tr|td|h2|h3|section|table|text|ul")
    start = page.index("<main")
    return found and page[: start + found.start()] + page[start + found.end() :]


def element_doubled(rng: Random, expected: Expectation, page: str) -> str | None:
    found = _element(rng, page, "p|li|tr|td|h3|text")
    at = page.index("<main") + found.end() if found else 0
    return found and page[:at] + found[0] + page[at:]


def element_hidden(rng: Random, expected: Expectation, page: str) -> str | None:
    found = _element(rng, page, "p|li|tr|td|h2|section|table|ul|span|strong")
    if not found:
        return None
    at = page.index("<main") + found.start() + 1 + len(found[1])
    return f'{page[:at]} style="{rng.choice(_HIDING)}"{page[at:]}'


def rule_added(rng: Random, expected: Expectation, page: str) -> str | None:
    found = _element(rng, page, "p|li|tr|td|h2|section|table|ul|span|strong")
    if not found:
        return None
    named = re.search(r'class="([a-z]+)"', found[0][: found[0].index(">")])
    known = re.search(r'id="([a-z-]+)"', found[0][: found[0].index(">")])
    target = f"#{known[1]}" if known else f".{named[1]}" if named else found[1]
    media = rng.choice(["", "@media screen {", "@media print {", "@media (max-width: 30rem) {"])
    important = rng.choice(["", "!important"])
    body = ";".join(f"{one}{important}" for one in rng.choice(_HIDING).split(";"))
    rule = f"{media} main {target} {{ {body} }} {'}' if media else ''}"
    return page.replace("</head>", f"<style>{rule}</style></head>")


def sentence_invented(rng: Random, expected: Expectation, page: str) -> str | None:
    found = _element(rng, page, "p|li|td|h2")
    at = page.index("<main") + found.end() - len(f"</{found[1]}>") if found else 0
    return found and f"{page[:at]} {rng.choice(_INVENTED)}{page[at:]}"


def rows_crossed(rng: Random, expected: Expectation, page: str) -> str | None:
    """The figures of two rows of a table change places."""
    tables = [m for m in re.finditer(r"<tbody.*?</tbody>", page, re.DOTALL) if m[0].count("<tr") > 1]
    rng.shuffle(tables)
    for table in tables:
        cells = re.findall(r"<td[^>]*>(.*?)</td>", table[0], re.DOTALL)
        first, second = rng.sample(range(len(cells)), 2) if len(cells) > 1 else (0, 0)
        if cells and cells[first] != cells[second]:
            order = list(cells)
            order[first], order[second] = order[second], order[first]
            new = iter(order)
            crossed = re.sub(r"(<td[^>]*>)(.*?)(</td>)", lambda m: m[1] + next(new) + m[3], table[0], flags=re.DOTALL)
            return page[: table.start()] + crossed + page[table.end() :]
    return None


def link_turned(rng: Random, expected: Expectation, page: str) -> str | None:
    links = list(re.finditer(r'href="(https?:[^"]+|mailto:[^"]+)"', page))
    if not links:
        return None
    link = rng.choice(links)
    return f'{page[: link.start()]}href="https://elsewhere.example"{page[link.end() :]}'


def cut_off(rng: Random, expected: Expectation, page: str) -> str | None:
    starts = [m.start() for m in re.finditer("<(p|li|tr|section)", page) if m.start() > page.index("<main")]
    return page[: rng.choice(starts)]


Change = Callable[[Random, Expectation, str], str | None]
ON_PAGE: tuple[Change, ...] = (
    fact_dropped, digit_altered, digit_dropped, unit_altered, facts_swapped, fact_doubled, word_dropped,
    negation_dropped, element_dropped, element_doubled, element_hidden, rule_added, sentence_invented, rows_crossed,
    link_turned, cut_off,
)  # fmt: skip


def on_page(rng: Random, expected: Expectation, page: str) -> tuple[str, str] | None:
    """A mutant of a page, with the name of what was changed."""
    change = rng.choice(ON_PAGE)
    mutant = change(rng, expected, page)
    return (change.__name__, mutant) if mutant and mutant != page else None


# ---- PDF ----
_TEXT = re.compile(rb"BT\b.*?\bET\b", re.DOTALL)


def _white(block: bytes) -> bytes:
    return b"q 1 1 1 rg " + re.sub(rb"[\d. ]+(rg|scn?|g)\b", b"", block) + b" Q"


def _gone(block: bytes) -> bytes:
    return b""


def _invisible(block: bytes) -> bytes:
    return block.replace(b"BT", b"BT 3 Tr", 1) + b" 0 Tr"


def _shifted(block: bytes) -> bytes:
    return b"q 1 0 0 1 2000 0 cm " + block + b" Q"


def _shrunk(block: bytes) -> bytes:
    return re.sub(rb"(/\S+) [\d.]+ Tf", rb"\1 0.5 Tf", block)


def _clipped(block: bytes) -> bytes:
    return b"q 0 0 1 1 re W n " + block + b" Q"


PAPER = {"white": _white, "gone": _gone, "invisible": _invisible, "shifted": _shifted, "shrunk": _shrunk, "clipped": _clipped}


def on_paper(rng: Random, data: bytes) -> tuple[str, bytes] | None:
    """A mutant of a PDF, in which one stretch of text cannot be seen, or a page is covered, lost or doubled."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as file:
        page = rng.choice(list(file.pages))
        content = page.Contents.read_bytes()
        blocks = [m for m in _TEXT.finditer(content) if len(m[0]) > 60]
        name = rng.choice([*PAPER, "covered", "moved", "page lost", "glyphs swapped"])
        block = rng.choice(blocks)
        if name in PAPER:
            content = content[: block.start()] + PAPER[name](block[0]) + content[block.end() :]
        elif name == "covered":
            content = b"q " + content + b" Q q 1 1 1 rg 0 0 2000 2000 re f Q"
        elif name == "page lost":
            del file.pages[-1]
        elif name == "moved":
            content = content[: block.start()] + b"q 1 0 0 1 0 -300 cm " + block[0] + b" Q" + content[block.end() :]
        else:
            glyphs = re.search(rb"<([0-9a-f]{4})([0-9a-f]{4})", block[0])
            if not glyphs or glyphs[1] == glyphs[2]:
                return None
            new = block[0].replace(glyphs[0], b"<" + glyphs[2] + glyphs[1], 1)
            content = content[: block.start()] + new + content[block.end() :]
        if name != "page lost":
            page.Contents = file.make_stream(content)
        out = io.BytesIO()
        file.save(out, static_id=True)
    return name, out.getvalue()
