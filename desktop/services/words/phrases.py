"""Words for phrases, templates, search and insertion."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {}
