"""What a command ends with: exit codes, and the words for problems in the user's language."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import IntEnum

import click

from ..errors import DisclosureError, EnvironmentProblem, Problem
from .usage import misused

MOST_LINES = 20


class Exit(IntEnum):
    """The exit codes that scripts may rely on."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INVALID_INPUT = 3
    INTERNAL = 4


def language() -> str:
    """The language messages are told in: DISCLOSURE_LANG, or that of the locale, else English."""
    for name in ("DISCLOSURE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh-CN" if value.lower().startswith("zh") else "en"
    return "en"


def tell(problems: Sequence[Problem], most: int | None = None) -> None:
    """Print problems on standard error, a line each."""
    if not problems:
        return
    from ..report import problems as words

    for line in words.lines(problems, language(), most):
        click.echo(line, err=True)


def guarded(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run a command; a user's mistake becomes lines and a code, a fault of ours a traceback and 4."""
    try:
        result = command.main(args=arguments, prog_name="disclosure", standalone_mode=False)
        return int(result or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return Exit.USAGE
    except click.ClickException as error:
        return _in_the_way(misused(error))
    except (click.Abort, KeyboardInterrupt):
        return 130
    except DisclosureError as error:
        tell(error.problems)
        return Exit.INVALID_INPUT
    except EnvironmentProblem as problem:
        return _in_the_way(problem)
    except BrokenPipeError:
        sys.stderr.close()
        return Exit.CLEAN
    except OSError as error:
        # An error about a file names it; one about a stream does not.
        return _in_the_way(_unsaid(error)) if error.errno and error.filename is None else _internal()
    except Exception:
        return _internal()


def say(line: str) -> None:
    """Print a line. Raises EnvironmentProblem where it cannot be written, which is no fault of the folder at work."""
    try:
        click.echo(line)
    except OSError as error:
        raise _unsaid(error) from None


def _unsaid(error: OSError) -> EnvironmentProblem:
    """What there was to say could not be written."""
    with suppress(OSError):
        sys.stdout.close()  # else it is tried once more at the end, in words of Python's own
    return EnvironmentProblem("output-unwritten", reason=error.strerror or str(error))


def _in_the_way(problem: EnvironmentProblem) -> int:
    from ..report import problems as words

    with suppress(OSError):
        click.echo(words.environment(problem, language()), err=True)
    return Exit.USAGE


def _internal() -> int:
    """A fault of this program, with its traceback."""
    import traceback

    traceback.print_exc()
    return Exit.INTERNAL
