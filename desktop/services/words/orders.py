"""Words for order quotes: problems and the steps of a quote."""

from __future__ import annotations

TABLE: dict[str, tuple[str, str]] = {}
