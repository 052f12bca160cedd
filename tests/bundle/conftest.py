from __future__ import annotations

from tests.windows.conftest import windows

__all__ = ["windows"]
