"""The agent's settings for pasting: rules a program, and whether a phrase may be sent at once."""

from __future__ import annotations

from desktop.core.pasting import PasteRule, read_rules, write_rules
from desktop.services.settings import Setting, switch

PASTE_RULES: Setting[tuple[PasteRule, ...]] = Setting("paste.rules", (), read_rules, write_rules)
"""How phrases are pasted into each program; ``core.pasting.rule_for`` finds the one that counts."""

PASTE_AND_SEND = switch("paste.send", default=False)
"""Whether a phrase may be pasted and sent with one key."""
