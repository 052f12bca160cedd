from __future__ import annotations

from tests.e2e.desktop.fixtures import x11

__all__ = ["x11"]
