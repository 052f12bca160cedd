from __future__ import annotations

from tests.windows.conftest import shot, windows

__all__ = ["shot", "windows"]
