"""Loads Qt without what its binding does to every import that follows."""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Loads Qt's core; to be called before anything else that needs Qt.

    PySide replaces the import statement by one that reads the source of every module imported from
    then on, to look for ``from __feature__ import``, and keeps all of it: 5 MB, and a tenth of the
    time until the window stands. We use no such feature.
    """
    imports = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = imports
