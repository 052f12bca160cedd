"""Help pages and usage errors in the system's language: click's own are English."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import click

from desktop.core.problems import InputError, Problem, shown
from desktop.services.words import Words

_HEADINGS = {
    "Options": "cli.heading.options",
    "Commands": "cli.heading.commands",
    "Positional arguments": "cli.heading.arguments",
}


class SpokenFormatter(click.HelpFormatter):
    """Writes the headings of a help page."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Writes how the command is called."""
        super().write_usage(prog, args, prefix or self._words.text("cli.heading.usage"))

    def write_heading(self, heading: str) -> None:
        """Writes the title of a list."""
        code = _HEADINGS.get(heading)
        super().write_heading(self._words.text(code) if code else heading)


class SpokenContext(click.Context):
    """Knows the words, which the outermost command's settings hold as ``obj``."""

    def make_formatter(self) -> click.HelpFormatter:
        """Writes help in our words."""
        return SpokenFormatter(words_of(self))


class SpokenCommand(click.Command):
    """A command whose help and errors are in our words."""

    context_class = SpokenContext

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help page."""
        return _spoken(super().get_help_option(ctx), ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments.

        Raises:
            InputError: There are too many, or an option is used wrongly.
        """
        ctx.allow_extra_args = True
        try:
            left = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            raise InputError(_misused(error.option_name, self)) from None
        if left:
            raise InputError(Problem("extra_arguments", values={"got": shown(" ".join(left))}))
        return left


class SpokenGroup(click.Group):
    """A command with commands below it, whose help and errors are in our words."""

    context_class = SpokenContext
    command_class = SpokenCommand
    group_class = type

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option that shows the help page."""
        return _spoken(super().get_help_option(ctx), ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Reads the arguments up to the command.

        Raises:
            InputError: There is no command, and this one does nothing alone, or an option is used
                wrongly.
        """
        if not args and not self.invoke_without_command:
            commands = ", ".join(self.list_commands(ctx))
            values = {"path": ctx.command_path, "commands": commands}
            raise InputError(Problem("needs_command", values=values))
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            raise InputError(_misused(error.option_name, self)) from None

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Finds the command.

        Raises:
            InputError: There is none with this name.
        """
        if self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            values = {"got": shown(args[0]), "path": ctx.command_path}
            if near:
                raise InputError(Problem("no_command_near", values={**values, "near": near[0]}))
            raise InputError(Problem("no_command", values=values))
        return super().resolve_command(ctx, args)


def words_of(context: click.Context) -> Words:
    """The words of the command line that runs."""
    words = context.find_object(Words)
    assert words is not None, "the outermost command holds them"
    return words


def problem_of(error: click.ClickException) -> Problem:
    """What click found wrong, as a problem with words of ours."""
    match error:
        case click.NoSuchOption(possibilities=[near, *_]):
            values = {"got": shown(error.option_name), "near": near}
            return Problem("no_option_near", values=values)
        case click.NoSuchOption():
            return Problem("no_option", values={"got": shown(error.option_name)})
        case click.MissingParameter(param=click.Parameter() as param):
            return Problem("missing_parameter", values={"name": _name(param)})
        case click.BadParameter(param=click.Parameter() as param):
            return _bad_value(param)
        case _:
            return Problem("bad_usage", values={"why": error.format_message().split("\n", 1)[0]})


def _misused(name: str, command: click.Command) -> Problem:
    flags = {opt for p in command.params for opt in p.opts if getattr(p, "is_flag", False)}
    return Problem("takes_no_value" if name in flags else "needs_value", values={"name": name})


def _bad_value(param: click.Parameter) -> Problem:
    name = _name(param)
    match param.type:
        case click.IntRange(min=least, max=most):
            values = {"name": name, "least": str(least), "most": str(most)}
            return Problem("not_in_range", values=values)
        case click.Choice(choices=choices):
            return Problem("not_a_choice", values={"name": name, "choices": ", ".join(choices)})
        case _:
            return Problem("bad_value", values={"name": name})


def _name(param: click.Parameter) -> str:
    return param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name


def _spoken(option: click.Option | None, context: click.Context) -> click.Option | None:
    if option is not None:
        option.help = words_of(context).text("cli.help.help")
    return option
