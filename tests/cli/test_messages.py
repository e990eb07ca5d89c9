"""What the command line says: every problem at once, in the user's language, never a traceback."""

import re

import click
import pytest

from disclosure.cli.usage import misused

HAN = re.compile("[\u3400-\u9fff]")
BROKEN = {
    "a": ('rate: "0.50%"', "rate: 0.5"),
    "b": ("currency: CNY", "currency: yuan\nas_off: 1"),
    "c": ("summary:", "summary"),
}


@pytest.mark.parametrize(("lang", "chinese"), [("en", False), ("zh-CN", True), ("zh", True), ("de", False)])
def test_problems_are_told_in_the_users_language(disclosure, folder, lang: str, chinese: bool) -> None:
    code, _, err = disclosure("check", folder(a=BROKEN["a"]), lang=lang)
    assert code == 3
    assert bool(HAN.search(err)) == chinese


@pytest.mark.parametrize(("lang", "chinese"), [("en", False), ("zh-CN", True)])
def test_findings_and_what_was_done_are_told_in_it_too(disclosure, folder, good, tmp_path, lang, chinese) -> None:
    place = folder(a=good)
    quoted = re.compile("“[^”]*”|\"[^\"]*\"")
    checked = disclosure("check", place, lang=lang)[1]
    built = disclosure("build", place, "--format", "html", "--out", tmp_path / "site", lang=lang)[1]
    for said in (checked, built.splitlines()[-1]):
        assert bool(HAN.search(quoted.sub("", said))) == chinese, said


def test_the_variable_wins_over_the_locale(run, folder) -> None:
    place = folder(a=BROKEN["a"])
    assert HAN.search(run("check", place, DISCLOSURE_LANG="", LANG="zh_CN.UTF-8").stderr)
    assert not HAN.search(run("check", place, DISCLOSURE_LANG="en", LC_ALL="zh_CN.UTF-8").stderr)


def test_every_problem_is_told_at_once(disclosure, folder, good, tmp_path) -> None:
    place = folder(**BROKEN, d=good)
    for arguments in (("check", place), ("build", place, "--format", "html", "--out", tmp_path / "site")):
        code, _, err = disclosure(*arguments)
        assert code == 3
        told = [line.split(": ")[:2] for line in err.splitlines() if line.startswith(str(place))]
        assert ["a.yaml", "b.yaml", "b.yaml", "c.yaml"] == [re.search(r"(\w\.yaml):\d+:\d+", one[0])[1] for one in told]
        assert {one[1] for one in told} >= {"fees[0].rate", "currency", "as_off"}
    assert not (tmp_path / "site").exists()


def test_the_same_id_twice_names_the_other_file(disclosure, folder, good) -> None:
    place = folder(a=good)
    (place / "b.yaml").write_text((place / "a.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    code, _, err = disclosure("check", place)
    assert code == 3
    assert f"{place}/b.yaml:3:5: id: " in err and f"{place}/a.yaml" in err


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"[", b"a: &x 1\nb: *x\n", b"- 1\n", b"{" * 200, b"kind: house\n", b"\x00", b"just words\n",
     b"kind: deposit\n", b"!!python/object:os.system x\n", "版本: 1\n".encode()],
)
def test_no_file_brings_out_a_traceback(disclosure, tmp_path, content: bytes) -> None:
    (tmp_path / "x.yaml").write_bytes(content)
    code, out, err = disclosure("check", tmp_path / "x.yaml")
    assert code == 3
    assert out == "" and err.startswith(f"{tmp_path}/x.yaml") and "Traceback" not in err


def test_a_folder_named_as_a_file_and_a_file_that_cannot_be_read(disclosure, tmp_path) -> None:
    (tmp_path / "x.yaml").symlink_to(tmp_path / "gone")
    assert disclosure("check", tmp_path / "x.yaml")[0] == 2
    (tmp_path / "y").mkdir()
    (tmp_path / "y" / "z.yaml").symlink_to(tmp_path / "gone")
    code, _, err = disclosure("check", tmp_path / "y")
    assert code == 3 and "z.yaml" in err and "Traceback" not in err


def test_notes_are_shown_when_asked_for(disclosure, folder) -> None:
    hard = "Notwithstanding the aforementioned, the utilisation of the facility shall not be disregarded by the institution pursuant to the applicable contractual stipulations therein."
    place = folder(a=("An account to save in.", f'"{hard}"'))
    assert "hard-sentence" not in disclosure("check", place)[1]
    assert f"{place}/a.yaml:7:" in disclosure("check", place, "--all")[1]
    assert "hard-sentence" in disclosure("check", place, "--all")[1]


MISUSED = {
    "bild": (
        'there is no command "bild"; did you mean "build"? The commands: build, check, doctor, export, figures, fix, import, init, inspect, new, rewrite, schema, trace, verify',
        "没有“bild”这个命令；是不是想写“build”？可用的命令：build、check、doctor、export、figures、fix、import、init、inspect、new、rewrite、schema、trace、verify",
    ),
    "build --fromat html": (
        'there is no option "--fromat" here; did you mean "--format"? See `disclosure build --help`',
        "这里没有“--fromat”这个选项；是不是想写“--format”？详见 `disclosure build --help`",
    ),
    "check --nonsense": (
        'there is no option "--nonsense" here; see `disclosure check --help`',
        "这里没有“--nonsense”这个选项；详见 `disclosure check --help`",
    ),
    "build --out": (
        "the option --out needs a value; write it after the option: --out VALUE",
        "选项 --out 后面缺少值；请写在选项后面：--out 值",
    ),
    "build --jobs 0": (
        "--jobs must be a whole number from 1 to 64; see `disclosure build --help`",
        "--jobs 必须是1到64之间的整数；详见 `disclosure build --help`",
    ),
    "build --jobs many": (
        "--jobs must be a whole number from 1 to 64; see `disclosure build --help`",
        "--jobs 必须是1到64之间的整数；详见 `disclosure build --help`",
    ),
    "check --format jsn": (
        '"jsn" is not a choice for --format; did you mean "json"? The choices: text, json, sarif, junit, github, html',
        "“jsn”不能用作 --format 的值；是不是想写“json”？可选：text、json、sarif、junit、github、html",
    ),
    "new": (
        "KIND is missing; add one of: deposit, wealth, fund, loan, card, insurance",
        "缺少 KIND；请从中选一个：deposit、wealth、fund、loan、card、insurance",
    ),
    "new house": (
        '"house" is not a choice for KIND; choose from: deposit, wealth, fund, loan, card, insurance',
        "“house”不能用作 KIND 的值；请从中选一个：deposit、wealth、fund、loan、card、insurance",
    ),
    "init one two three": (
        'there is no place here for "two three"; remove it, or put quotes around a value with spaces; '
        "see `disclosure init --help`",
        "多写了“two three”；请删掉；值里有空格时请加引号，详见 `disclosure init --help`",
    ),
    "build --keep-going=yes": (
        "the option --keep-going takes no value; write --keep-going alone",
        "选项 --keep-going 后面不带值；请只写 --keep-going",
    ),
    "build products --format ,": (
        "no format is asked for; choose from: html, pdf",
        "没有写明格式；请从中选一个：html、pdf",
    ),
}


@pytest.mark.parametrize("arguments", MISUSED)
def test_a_wrong_command_line_is_told_in_the_users_language(disclosure, arguments: str) -> None:
    for lang, said in zip(("en", "zh-CN"), MISUSED[arguments], strict=True):
        assert disclosure(*arguments.split(), lang=lang) == (2, "", f"{said}\n")


def test_one_is_not_told_as_many(disclosure, folder, good, tmp_path) -> None:
    arguments = ("--format", "html", "--out", tmp_path / "site")
    place = folder(a=good)
    end = re.compile(r" published in .* \(\d+\.\d s\)")

    def said(*more: str) -> list[str]:
        lines = disclosure("build", place, *arguments, *more)[1].splitlines()
        return [end.sub("", line) for line in lines if " published " in line]

    assert said("--lang", "en") == ["1 document of 1 product"]
    assert said() == ["2 documents of 1 product"]
    folder(b=good)
    assert said() == ["4 documents of 2 products"]


def test_what_is_rare_is_told_in_the_words_of_the_parser() -> None:
    for error, code, values in (
        (click.ClickException("odd"), "usage-other", {"detail": "odd"}),
        (click.UsageError("odd"), "usage-other", {"detail": "odd"}),
        (click.BadParameter("odd", param_hint="--x"), "usage-value", {"detail": "odd", "name": "--x"}),
    ):
        problem = misused(error)
        assert (problem.code, problem.values) == (code, values | {"command": "disclosure --help"})
