"""The reader's tree of a page is that of a browser's rules; what is odd in a page does no harm."""

import pytest

from disclosure.render.html import html
from disclosure.site import Checked
from disclosure.verify.page import read
from disclosure.verify.tree import tree


def outline(root) -> list[tuple[str, str, str]]:
    return [(one.tag, (one.text or "").strip(), (one.tail or "").strip()) for one in root.iter() if isinstance(one.tag, str)]


def test_every_sample_is_read_as_another_parser_reads_it(checked: Checked) -> None:
    import tinyhtml5

    for sheet in checked.sheets:
        page = html(sheet)
        other = tinyhtml5.parse(page, namespace_html_elements=False)
        names = [(tag.split("}")[-1], text, tail) for tag, text, tail in outline(other)]
        assert outline(tree(page)) == names


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""), ("<", "<"), ("a < b", "a < b"), ("<p>a<p>b", "a b"), ("<ul><li>a<li>b</ul>c", "a b c"),
        ("<!-- <p>x</p> -->a", "a"), ("<!--x", ""), ("<!doctype html>a", "a"), ("<?x?>a", "a"), ("a</p></b>b", "ab"),
        ("<p title='>'>a</p>", "a"), ('<p title="<b>">a</p>', "a"), ("&lt;b&gt;", "<b>"), ("<style>p{}</style>a", "a"),
        ("<script type=application/ld+json>{}</script>a", "a"), ("<title>x</title>a", "a"), ("<b>a</b><b>b</b>", "ab"),
        ("<td>a<td>b", "a b"), ("<p hidden>a<p>b", "b"), ("<template>x</template>a", "a"), ("<style>p{}", ""),
        ("<svg><text>a</text><title>b</title></svg>", "a"), ("a<br>b", "a b"), ("<P STYLE='DISPLAY:NONE'>a</P>b", "b"),
    ],
)  # fmt: skip
def test_what_is_seen_of_small_pages(page: str, text: str) -> None:
    assert " ".join(read(page).text.split()) == text


def test_a_page_nested_without_end_is_read() -> None:
    assert read("<div>" * 5000 + "a" + "</div>" * 5000).text.strip() == "a"


def test_of_two_attributes_with_one_name_the_first_counts() -> None:
    assert read("<p style='display:none' style='color:red'>a</p>").text.strip() == ""
