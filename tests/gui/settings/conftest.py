"""Fixtures of the settings window."""

from tests.gui.settings.window import window

__all__ = ["window"]
