"""Words for packs and the files they are written in."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {}
