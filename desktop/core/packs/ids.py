"""What packs and their categories are known by."""

from __future__ import annotations

import re

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)


def is_id(text: str) -> bool:
    """Whether the text is 1 to 64 lower-case letters, digits and hyphens."""
    return _ID.fullmatch(text) is not None
