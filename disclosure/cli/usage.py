"""What click says of a wrong command line becomes a problem that can be told in every language."""

import re

import click

from ..errors import EnvironmentProblem


def misused(error: click.ClickException) -> EnvironmentProblem:
    """The problem that stands for an error of click's; in click's own words where it is a rare one."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    manual = f"{context.command_path if context else 'disclosure'} --help"
    match error:
        case click.NoSuchOption():
            near = ", ".join(error.possibilities or ())
            return EnvironmentProblem("usage-option", text=error.option_name, known=near, command=manual)
        case click.exceptions.NoSuchCommand():
            known = _commands(context)
            return EnvironmentProblem("usage-command", text=error.command_name, known=known, command=manual)
        case click.BadOptionUsage():
            code = "usage-option-flag" if "does not take" in error.message else "usage-option-bare"
            return EnvironmentProblem(code, name=error.option_name)
        case click.MissingParameter():
            return EnvironmentProblem("usage-missing", **_parameter(error), command=manual)
        case click.BadParameter():
            return _refused(error, manual)
    said = error.format_message()
    if extra := re.search(r"unexpected extra arguments? \((.*)\)", said, re.S):
        return EnvironmentProblem("usage-extra", text=extra[1], command=manual)
    return EnvironmentProblem("usage-other", detail=said, command=manual)


def _refused(error: click.BadParameter, manual: str) -> EnvironmentProblem:
    values = _parameter(error) | {"command": manual}
    if "known" in values:
        return EnvironmentProblem("usage-choice", text=_typed(error), **values)
    if "low" in values:
        return EnvironmentProblem("usage-number", **values)
    return EnvironmentProblem("usage-value", detail=error.message, **values)


def _parameter(error: click.BadParameter) -> dict[str, str]:
    """The name of an argument or option, and what it may be, where that is a choice or a range."""
    if error.param is None:
        return {"name": str(error.param_hint or "")}
    option = isinstance(error.param, click.Option)
    values = {"name": max(error.param.opts, key=len) if option else error.param.human_readable_name}
    match error.param.type:
        case click.Choice(choices=choices):
            return values | {"known": ", ".join(map(str, choices))}
        case click.IntRange(min=low, max=high):
            return values | {"low": str(low), "high": str(high)}
    return values


def _typed(error: click.BadParameter) -> str:
    """The value that click quotes at the beginning of its message."""
    quoted = re.match(r"(['\"])(.*?)\1 is not", error.message, re.S)
    return quoted[2] if quoted else ""


def _commands(context: click.Context | None) -> str:
    group = context.command if context else None
    return ", ".join(group.list_commands(context)) if context and isinstance(group, click.Group) else ""
