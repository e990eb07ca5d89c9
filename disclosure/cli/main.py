"""The commands of `disclosure`, each of which loads what it needs when it is called."""

import sys
from pathlib import Path

import click

from .. import __version__
from .exits import Exit, guarded

_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_GLOSSARY = click.option(
    "--glossary", "own_terms", type=click.Path(path_type=Path),
    help="Folder of your own terms, laid over those shipped (default: glossary/, if there is one).",
)
_KINDS = click.Choice(["deposit", "wealth", "fund", "loan", "card", "insurance"])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="disclosure")
def commands() -> None:
    """Turn product definitions into fact sheets that customers understand."""


@commands.command()
@_PATHS
@click.option("--out", default="site", show_default=True, type=click.Path(path_type=Path),
              help="Folder to publish into; replaced as a whole, or not at all.")
@click.option("--format", "formats", default="html,pdf", show_default=True,
              help="What to write: html, pdf or both, separated by commas.")
@click.option("--lang", "languages", multiple=True, help="Only this language (may be repeated).")
@click.option("--audience", default="retail", show_default=True, help="Who the sheets are for.")
@click.option("--regime", default="", help="The rulebook to follow (default: those each definition names).")
@click.option("--jobs", type=click.IntRange(1, 64), help="Worker processes (default: one a core).")
@click.option("--keep-going", is_flag=True, help="Publish the good documents though others failed.")
@click.option("--executor", help="Where to work: dask://HOST:PORT (default: processes of this machine).")
@click.option("--base-url", "base", default="", help="Public address of the site, for its sitemap.")
@click.option("--explain", is_flag=True, help="Tell why each definition is made anew.")
@click.option("--fresh", is_flag=True, help="Make everything anew, changed or not.")
@_GLOSSARY
def build(paths: tuple[Path, ...], out: Path, formats: str, languages: tuple[str, ...],
          audience: str, regime: str, jobs: int | None, keep_going: bool, executor: str | None, base: str,
          explain: bool, fresh: bool, own_terms: Path | None) -> int:
    """Check definitions and publish their sheets. No PATH: everything in products/."""
    from .asked import house
    from .build import Request, build_site

    request = Request(paths, out, formats, languages, audience, regime, jobs, keep_going, house(own_terms),
                      executor, base, explain, fresh)
    return build_site(request)


@commands.command()
@_PATHS
@click.option("--format", "format_", type=click.Choice(["text", "json", "sarif", "junit", "github", "html"]),
              default="text", show_default=True, help="Lines for people, or a report for machines.")
@click.option("--lang", "languages", multiple=True, help="Only this language (may be repeated).")
@click.option("--audience", default="retail", show_default=True, help="Who the sheets are for.")
@click.option("--regime", default="", help="The rulebook to follow (default: those each definition names).")
@click.option("--all", "everything", is_flag=True, help="Show notes too, such as hard sentences.")
@_GLOSSARY
def check(paths: tuple[Path, ...], format_: str, languages: tuple[str, ...], audience: str,
          regime: str, everything: bool, own_terms: Path | None) -> int:
    """Findings and scores, without writing anything. No PATH: everything in products/."""
    from .asked import house
    from .check import check_products

    return check_products(paths, format_, languages, audience, regime, everything, house(own_terms))


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@_PATHS
@click.option("--lang", "languages", multiple=True, help="Only this language (may be repeated).")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="Lines for people, or JSON.")
@_GLOSSARY
def verify(folder: Path, paths: tuple[Path, ...], languages: tuple[str, ...], format_: str,
           own_terms: Path | None) -> int:
    """Read a published FOLDER and compare it with its definitions. No PATH: everything in products/."""
    from .verify import verify_site

    return verify_site(folder, paths, languages, format_, own_terms)


@commands.command()
@_PATHS
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@_GLOSSARY
def fix(paths: tuple[Path, ...], diff: bool, own_terms: Path | None) -> int:
    """Put plain words for jargon in definitions' own texts; figures and names are never touched."""
    from .asked import house
    from .fix import fix_products

    return fix_products(paths, diff, house(own_terms))


@commands.command()
@click.argument("sheet")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text",
              show_default=True, help="Lines for people, or JSON.")
@click.option("--lang", "languages", multiple=True, help="Only this language (may be repeated).")
@click.option("--regime", default="", help="The rulebook to follow (default: those the definition names).")
def trace(sheet: str, format_: str, languages: tuple[str, ...], regime: str) -> int:
    """Where each number on a sheet comes from. SHEET: a definition, its id, or its published page."""
    from .trace import trace_sheet

    return trace_sheet(sheet, languages, regime, format_)


@commands.command()
def figures() -> int:
    """Compute figures by law: JSON lines in, JSON lines out."""
    from .figures import compute_lines

    return compute_lines()


@commands.command()
@click.argument("kind", type=_KINDS)
@click.option("--lang", default="", help="Language of the comments: zh-CN or en.")
@click.option("--id", "name", default="", help="Id of the product, also its file's name.")
@click.option("--into", default="products", show_default=True, type=click.Path(path_type=Path),
              help="Folder to write the definition to.")
def new(kind: str, lang: str, name: str, into: Path) -> int:
    """Write a new product definition to fill in."""
    from .scaffold import new_definition

    return new_definition(kind, lang, name, into)


@commands.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("--lang", default="", help="Language of the comments: zh-CN or en.")
def init(folder: Path, lang: str) -> int:
    """Begin a project: a products folder with one definition to fill in, and a schema for editors."""
    from .scaffold import new_project

    return new_project(folder, lang)


@commands.command()
@click.option("--glossary", "glossary_file", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Entries to use instead of the shipped ones.")
@click.option("--doubts", is_flag=True, help="Say, too, what was left alone for a person to decide.")
def rewrite(glossary_file: Path | None, doubts: bool) -> int:
    """Explain or replace the jargon in texts. JSON lines in, JSON lines out."""
    from .rewrite import rewrite_lines

    return rewrite_lines(glossary_file, doubts)


@commands.command()
def inspect() -> int:
    """Say how plain texts are, why, and what they may not claim. JSON lines in, JSON lines out."""
    from .inspect import inspect_lines

    return inspect_lines()


@commands.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "from_", type=click.Choice(["ept", "cdr", "plain", "xlsx"]), required=True,
              help="Its kind: European PRIIPs Template, Consumer Data Right, or a table of fields (plain, xlsx).")
@click.option("--out", default="products", show_default=True, type=click.Path(path_type=Path),
              help="Folder to write the definitions to; none is overwritten.")
@click.option("--with", "beneath", type=click.Path(path_type=Path),
              help="A YAML file of fields that the records lack, such as where to complain.")
def import_(file: Path, from_: str, out: Path, beneath: Path | None) -> int:
    """Make definitions of records from other programs (CSV, XLSX, YAML or JSON)."""
    from .interchange import import_file

    return import_file(file, from_, out, beneath)


@commands.command()
@_PATHS
@click.option("--to", type=click.Choice(["ept"]), required=True, help="The format to write.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write, .csv or .xlsx (default: CSV to the screen).")
def export(paths: tuple[Path, ...], to: str, out: Path | None) -> int:
    """Write definitions as records for other programs. No PATH: everything in products/."""
    from .interchange import export_files

    return export_files(paths, to, out)


@commands.command()
def schema() -> int:
    """Print the JSON Schema of product definitions, for editors."""
    from ..product.schema import schema_json

    click.echo(schema_json())
    return Exit.CLEAN


@commands.command()
def doctor() -> int:
    """Say what is missing on this machine, and the command that mends it."""
    from .doctor import examine

    return examine()


def main() -> None:
    """The entry point: run a command and leave with its code."""
    sys.exit(guarded(commands))
