"""The agent's settings for pasting: how each program takes phrases, and whether they are sent."""

from __future__ import annotations

from desktop.core.pasting import PasteRules, parse_rules, print_rules
from desktop.services.settings import Setting, switch

PASTE_RULES = Setting("paste.rules", PasteRules(), parse_rules, print_rules)
PASTE_AND_SEND = switch("paste.send", default=False)
"""Whether a phrase may be pasted and sent with one key."""
