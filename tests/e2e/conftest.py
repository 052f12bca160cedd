from __future__ import annotations

from tests.e2e.desktop.fixtures import shot, x11

__all__ = ["shot", "x11"]
