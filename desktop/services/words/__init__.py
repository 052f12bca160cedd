"""Words for codes, in both languages, without Qt: the window and the command line share them.

Each module beside this one is the table of one subject: ``TABLE[code] = (Chinese, English)``.
A text may hold ``{name}`` fields, the same in both languages.
"""

from __future__ import annotations

from typing import Literal

from desktop.core.problems import Problem
from desktop.services.words import (
    cli,
    comparing,
    docking,
    doctor,
    orders,
    packs,
    phrases,
    remote,
    repo,
    store,
    window,
)

Language = Literal["zh", "en"]

_TABLE = {
    **cli.TABLE,
    **comparing.TABLE,
    **docking.TABLE,
    **doctor.TABLE,
    **orders.TABLE,
    **packs.TABLE,
    **phrases.TABLE,
    **remote.TABLE,
    **repo.TABLE,
    **store.TABLE,
    **window.TABLE,
}


class Words:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._column = 0 if language == "zh" else 1

    def text(self, code: str, **values: object) -> str:
        """The words for a code, filled in.

        Raises:
            KeyError: No such code, or a field without a value: a bug of ours.
        """
        return _TABLE[code][self._column].format_map(values)

    def courier(self, courier_id: str) -> str:
        """A courier's name; an id without one stands for itself."""
        code = f"courier.{courier_id}"
        return self.text(code) if code in _TABLE else courier_id

    def command(self, command: str) -> str:
        """What a command is for: ``search``, ``pin.1``, ``phrase:<id>``."""
        kind, _, phrase_id = command.partition(":")
        kind, _, number = kind.partition(".")
        return self.text(f"command.{kind}", number=number, id=phrase_id)

    def check(self, check: str) -> str:
        """What ``doctor`` calls a check; one without a name stands for itself."""
        code = f"check.{check}"
        return self.text(code) if code in _TABLE else check

    def problem(self, problem: Problem) -> str:
        """One line that says where and what: ``lines[0].unit_price: -3 is not an amount``."""
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        said = self.text(f"problem.{problem.code}", **problem.values)
        return ": ".join(part for part in (place, problem.where, said) if part)
