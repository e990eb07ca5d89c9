"""The same definitions give the same bytes, wherever, whenever and by whom they are built."""

from pathlib import Path

SAMPLE = "ridgeway-rewards-card"


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / SAMPLE).iterdir())}


def test_two_builds_in_unlike_surroundings(site, run, tmp_path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    product = Path(__file__).parents[2] / "products" / f"{SAMPLE}.yaml"
    done = run(
        "build", product, "--out", tmp_path / "site", "--jobs", "1", cwd=home, HOME=str(home),
        PYTHONHASHSEED="4242", TZ="Pacific/Kiritimati", LANG="de_DE.UTF-8", LC_ALL="C", DISCLOSURE_LANG="zh-CN",
        SOURCE_DATE_EPOCH="1",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert set(files(site)) == {
        f"{name}.{kind}" for name in ("en", "zh-CN", "us.regz.card_table.en") for kind in ("html", "pdf")
    }
    for name, data in files(site).items():
        assert data == files(tmp_path / "site")[name], name


def test_a_definition_given_twice_is_built_once_and_in_any_order(run, tmp_path) -> None:
    folder = Path(__file__).parents[2] / "products"
    first, second = folder / "wayfare-travel-cover.yaml", folder / "harbour-tiered-saver.yaml"
    trees = []
    for name, paths in (("one", (first, second)), ("other", (second, first, second))):
        done = run("build", *paths, "--out", tmp_path / name, "--format", "html")
        assert (done.returncode, done.stderr) == (0, "")
        pages = sorted((tmp_path / name).glob("*/*.html"))
        trees.append({page.relative_to(tmp_path / name): page.read_bytes() for page in pages})
    assert len(trees[0]) == 5
    assert trees[0] == trees[1]
