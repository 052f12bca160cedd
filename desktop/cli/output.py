"""Printing, reading, and the options that several commands have."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from desktop.core.problems import InputError, Problem, shown
from desktop.services.words import Words

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def json_option(words: Words) -> Decorator:
    """``--json``, as ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help=words.text("cli.help.json"))


def pack_option(words: Words) -> Decorator:
    """``--pack DIR``, as ``pack``."""
    return click.option("--pack", metavar="DIR", help=words.text("cli.help.pack"))


def say(line: str) -> None:
    """Prints one line for people."""
    print(line)  # noqa: T201 - this is the command line


def say_json(value: object) -> None:
    """Prints a value as JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``.

    Raises:
        InputError: The file cannot be read.
    """
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise InputError(Problem("no_file", values={"path": shown(name)})) from None
    except OSError as error:
        values = {"path": shown(name), "why": error.strerror or ""}
        raise InputError(Problem("unreadable", values=values)) from None


def say_problems(problems: Iterable[Problem], words: Words) -> None:
    """Prints problems, a line each."""
    for problem in problems:
        say(f"{words.text(f'cli.level.{problem.level}')} {words.problem(problem)}")


def problem_json(problem: Problem, words: Words) -> dict[str, Any]:
    """A problem for scripts."""
    return {
        "level": problem.level,
        "code": problem.code,
        "file": problem.file,
        "line": problem.line,
        "message": words.problem(problem),
    }
