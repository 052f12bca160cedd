"""What closing the window does."""

from __future__ import annotations

from desktop.services.settings import switch

CLOSE_TO_TRAY = switch("window.close_to_tray", default=True)
"""Hides it in the tray; off: ends the program."""
