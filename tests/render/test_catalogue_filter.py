"""In a browser the front page can be searched and filtered, and its address brings the same list back."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from disclosure.render.catalogue import Entry, index

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium on this machine")

BASE = Entry("", "en", "fund", "", "Northlight", "plain.sheet", "Sheet", "1", date(2026, 11, 24))
ENTRIES = [
    replace(BASE, product=name, lang=lang, kind=kind, title=title, risk=f"level {level}" if level else "",
            risk_level=level, scale=scale, summary=summary, href=f"{name}/{lang}.html")
    for name, lang, kind, title, level, scale, summary in [
        ("low", "en", "wealth", "Harbour Bond", 2, "cn-r5", "Buys bonds."),
        ("mid", "en", "fund", "Global Shares", 3, "cn-r5", "Buys shares in large companies."),
        ("mid", "zh-CN", "fund", "环球股票（180天）", 3, "cn-r5", ""),
        ("eu", "en", "fund", "Euro Shares", 2, "eu-sri", ""),
        ("plain", "en", "deposit", "ＡＢＣ Saver", None, "", ""),
        ("only", "zh-CN", "deposit", "只有中文", None, "", ""),
    ]
]  # fmt: skip
ASK = """
<script>addEventListener("load", async () => {
  const answers = [];
  for (const [fields] of %s) {
    for (const field of document.getElementById("find").elements) {
      if (field.type === "checkbox") field.checked = Boolean(fields[field.name]); else field.value = fields[field.name] || "";
    }
    document.getElementById("q").dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => setTimeout(done, 300));
    answers.push([
      [...document.querySelectorAll("main li")].filter((item) => item.checkVisibility({ visibilityProperty: true })).map((item) => item.querySelector("a").getAttribute("href").split("/")[0]),
      document.getElementById("told").textContent,
    ]);
  }
  document.body.innerHTML = "<pre></pre>";
  document.body.firstChild.textContent = JSON.stringify(answers);
});</script></body>"""
EVERYTHING = ["plain", "only", "low", "eu", "mid"]
ASKED: list[tuple[dict[str, str], list[str]]] = [
    ({}, EVERYTHING),
    ({"q": "shares"}, ["eu", "mid"]),
    ({"q": "  SHARES large "}, ["mid"]),
    ({"q": "abc"}, ["plain"]),
    ({"q": "180 天"}, ["mid"]),
    ({"q": "股票(180"}, ["mid"]),
    ({"q": "ｂｏｎｄ"}, ["low"]),
    ({"q": "low"}, ["low"]),
    ({"q": "no such thing"}, []),
    ({"q": ".*"}, []),
    ({"kind": "fund"}, ["eu", "mid"]),
    ({"lang": "zh-CN"}, ["only", "mid"]),
    ({"risk": "cn-r5.3"}, ["mid"]),
    ({"risk": "cn-r5.3", "lower": "1"}, ["low", "mid"]),
    ({"risk": "-"}, ["plain", "only"]),
    ({"kind": "fund", "risk": "cn-r5.3", "lower": "1", "q": "global"}, ["mid"]),
    ({}, EVERYTHING),
]


def browse(page: str, folder: Path, query: str = "") -> str:
    """The document as it stands after its scripts have run."""
    file = folder / "index.html"
    file.write_text(page, encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=10000"]  # fmt: skip
    command = [str(BROWSER), *flags, "--dump-dom", f"file://{file}{query}"]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8")


def test_what_is_sought_is_shown_and_nothing_else(tmp_path: Path) -> None:
    page = re.sub("<meta http-equiv.*?>", "", index(ENTRIES, "en")).replace("</body>", ASK % json.dumps(ASKED))
    found = re.search("<pre>(.*?)</pre>", browse(page, tmp_path), re.S)
    assert found
    answers = json.loads(found[1].replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&"))
    assert [shown for shown, _ in answers] == [shown for _, shown in ASKED]
    told = [said for _, said in answers]
    assert told[0] == told[-1] == "5 products, 6 sheets"
    assert told[1] == "2 of 5 products"
    assert told[8] == "No product matches. Try another word, or clear the filters."


def test_an_address_brings_its_list_back_under_the_policy_of_the_page(tmp_path: Path) -> None:
    shown = browse(index(ENTRIES, "en"), tmp_path, "?q=shares&kind=nothing&risk=cn-r5.3&from=mail")
    assert 'role="search"' in shown
    assert not re.search('<form[^>]* hidden', shown)
    assert len(re.findall("<li [^>]*hidden", shown)) == 4
    assert "1 of 5 products" in shown
    assert re.findall('class="kinds".*?</nav>', shown)[0].count("hidden") == 2
    # The other edition shows the same list.
    assert '/index.zh-CN.html?q=shares&amp;risk=cn-r5.3&amp;from=mail"' in shown
