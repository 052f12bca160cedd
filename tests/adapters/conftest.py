from __future__ import annotations

from tests.e2e.desktop.fixtures import bare_x11, bus, x11

__all__ = ["bare_x11", "bus", "x11"]
