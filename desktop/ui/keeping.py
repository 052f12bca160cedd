"""Keeping what the agent did, and one line when that cannot be done."""

from __future__ import annotations

from collections.abc import Callable

from desktop.services.ports import Action, NotKeptError
from desktop.ui.i18n import Languages

Say = Callable[[str, str, Action | None], None]
"""Shows one line, with a labelled action if there is something to do about it."""


def kept(action: Callable[[], object], languages: Languages, say: Say) -> bool:
    """Does what keeps something; False if that failed, which is said then."""
    try:
        action()
    except NotKeptError as error:
        say(languages.words.text(f"store.{error.code}", **error.values), "", None)
        return False
    return True
