"""English sentences, clauses and words are cut where a reader would."""

import pytest

from disclosure.text import en


def texts(spans):
    return [span.text for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fee is 0.5%. It is due.", ["The fee is 0.5%.", "It is due."]),
        ("It costs $1,250.00 a year. We add tax.", ["It costs $1,250.00 a year.", "We add tax."]),
        ("The U.S. fund fell. It rose.", ["The U.S. fund fell.", "It rose."]),
        ("We sell it in the U.S. The fee is 1%.", ["We sell it in the U.S.", "The fee is 1%."]),
        ("See fees, i.e. costs, e.g. Tax. Then pay.", ["See fees, i.e. costs, e.g. Tax.", "Then pay."]),
        ("Ask Mr. Smith or Dr. J. Jones. Thank you.", ["Ask Mr. Smith or Dr. J. Jones.", "Thank you."]),
        ("See No. 5 and Art. 12. No. We do not.", ["See No. 5 and Art. 12.", "No.", "We do not."]),
        ("Acme Ltd. Class A pays 3% p.a. Fees apply.", ["Acme Ltd. Class A pays 3% p.a.", "Fees apply."]),
        ("It may rise... or fall... We do not know.", ["It may rise... or fall...", "We do not know."]),
        ('"You may lose." So we say. (It is true.) Yes!', ['"You may lose."', "So we say.", "(It is true.)", "Yes!"]),
        ("“Why?” you ask. Because…", ["“Why?” you ask.", "Because…"]),
        ("Fees\nThere is one fee.\n\nRisk", ["Fees", "There is one fee.", "Risk"]),
        ("- No fee\n- Leave when you like\n1. Pay\n2. Wait", ["- No fee", "- Leave when you like", "1. Pay", "2. Wait"]),
        ("We pay you each month\nuntil you tell us to stop.", ["We pay you each month\nuntil you tell us to stop."]),
        (
            "This line was broken by hand after sixty characters by\nMrs Li. Done.",
            ["This line was broken by hand after sixty characters by\nMrs Li.", "Done."],
        ),
        ("每年 1.5% a year。", ["每年 1.5% a year。"]),
        ("", []),
        (" \n ", []),
        ("***", ["***"]),
    ],
)
def test_sentences(text, expected):
    assert texts(en.sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If you pay late, we charge 5%.", ["If you pay late,", "we charge 5%."]),
        ("You pay 1,000 and you lose it if you leave.", ["You pay 1,000", "and you lose it", "if you leave."]),
        ("The bonus (paid in May) is small; we pay it.", ["The bonus", "(paid in May)", "is small;", "we pay it."]),
        ("Open 10:30 – closed at noon.", ["Open 10:30 –", "closed at noon."]),
    ],
)
def test_clauses(text, expected):
    assert texts(en.clauses(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's a five-year plan.", ["It's", "a", "five", "year", "plan"]),
        ("Pay $1,250.00 or 0.5 % by 2025-01-31.", ["Pay", "$1,250.00", "or", "0.5 %", "by", "2025-01-31"]),
        ("See www.example.com/a?b=1. Or ask me@example.com.", ["See", "www.example.com/a?b=1", "Or", "ask", "me@example.com"]),
        ("The U.S. don’t", ["The", "U.S.", "don’t"]),
        ("— * …", []),
    ],
)
def test_words(text, expected):
    assert texts(en.words(text)) == expected


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("fee", 1), ("payment", 2), ("annuity", 4), ("table", 2), ("charged", 1), ("created", 3),
        ("statement", 2), ("financial", 3), ("regulation", 4), ("business", 2), ("NAV", 1), ("LPR", 3), ("0", 1), ("3.5%", 1),
    ],
)  # fmt: skip
def test_syllables(word, count):
    assert en.syllables(word) == count


def test_syllables_agree_with_the_pronunciations_for_nine_words_in_ten():
    import lzma

    from disclosure.shipped import folder

    packed = folder("templates", "readability", "syllables.txt.xz").read_bytes()
    known = {}
    for line in lzma.decompress(packed).decode().splitlines():
        count, *words = line.split(" ")
        known.update(dict.fromkeys(words, int(count)))
    listed = [word for word in known if word.isalpha() and 3 < len(word)][::40]
    right = sum(en.syllables(word) == known[word] for word in listed)
    assert right / len(listed) > 0.84
