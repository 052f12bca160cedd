"""Questions at the terminal: on standard error, so that standard output stays for the answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from desktop.core.problems import InputError, Problem, shown
from desktop.services.repositories import LEAST_PASSPHRASE
from desktop.services.words import Words

VARIABLE = "MIAOHUI_PASSPHRASE"
_TRIES = 3
_YES = {"y", "yes", "是", "好"}


def need_somebody() -> None:
    """Makes sure that there is somebody to ask, before anything is printed.

    Raises:
        InputError: Nobody is.
    """
    if not sys.stdin.isatty():
        raise InputError(Problem("repo_nobody"))


def agree(question: str) -> bool:
    """Asks a question that is answered with yes or no."""
    answer = click.prompt(f"{question} [y/N]", default="", show_default=False, err=True)
    return str(answer).strip().lower() in _YES


class AskedSecrets:
    """Passphrases from a file, from the environment, or from whoever sits at the terminal.

    Each is asked for once a run: what was given is tried on every key file first.
    """

    def __init__(self, words: Words, file: str | None) -> None:
        """Raises InputError if the file cannot be read or holds nothing.

        Args:
            words: For the questions.
            file: Its lines are passphrases; None for the environment, then the terminal.
        """
        self._words = words
        self._given = _lines(file) if file else _variable()
        self._asks = not self._given
        self._holders: dict[str, str] = {}

    def tries(self, file: str) -> Iterator[str]:
        """Passphrases to try on a key file: those known first, then what is typed."""
        yield from tuple(self._given)
        if not self._asks:
            return
        for _ in range(_TRIES):
            typed = self._ask("repo.ask.passphrase", file=file)
            self._given.append(typed)
            yield typed

    def new(self, holder: str) -> str:
        """The passphrase for somebody's new keys; typed twice.

        A file has one line for all, or one for each holder in their order.
        """
        if holder not in self._holders:
            self._holders[holder] = self._chosen(holder)
        return self._holders[holder]

    def _chosen(self, holder: str) -> str:
        if not self._asks:
            return self._given[min(len(self._holders), len(self._given) - 1)]
        while True:
            typed = self._ask("repo.ask.new", holder=holder, least=LEAST_PASSPHRASE)
            if len(typed) < LEAST_PASSPHRASE:
                said = self._words.text("problem.passphrase_short", least=LEAST_PASSPHRASE)
            elif self._ask("repo.ask.again") != typed:
                said = self._words.text("repo.ask.differ")
            else:
                self._given.append(typed)
                return typed
            click.echo(said, err=True)

    def _ask(self, code: str, **values: object) -> str:
        if not sys.stdin.isatty():
            raise InputError(Problem("repo_no_passphrase", values={"variable": VARIABLE}))
        question = self._words.text(code, **values)
        return str(
            click.prompt(question, hide_input=True, default="", show_default=False, err=True)
        )


def _variable() -> list[str]:
    value = os.environ.get(VARIABLE)
    return [value] if value else []


def _lines(file: str) -> list[str]:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise InputError(Problem("no_file", values={"path": shown(file)})) from None
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "UTF-8?"
        raise InputError(Problem("unreadable", values={"path": shown(file), "why": why})) from None
    found = [line for line in lines if line]
    if not found:
        raise InputError(Problem("repo_empty_file", values={"path": shown(file)}))
    return found
