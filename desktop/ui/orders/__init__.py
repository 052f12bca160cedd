"""The order room: what the buyer has to pay, live, with the reasons; and the reply it makes."""

from __future__ import annotations

ID = "orders"
"""Names the room."""
