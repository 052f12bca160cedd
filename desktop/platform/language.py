"""The language the system speaks, told without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal


def system_language(platform: str, environ: Mapping[str, str]) -> Literal["zh", "en"]:
    """Chinese where the system speaks Chinese, English elsewhere.

    Args:
        platform: ``sys.platform``.
        environ: ``os.environ``.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "zh" if platform == "win32" and _windows_speaks_chinese() else "en"


def _windows_speaks_chinese() -> bool:
    """Source: GetUserDefaultUILanguage; the low 10 bits of a LANGID, LANG_CHINESE is 4."""
    import ctypes

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined, unused-ignore]
    return int(kernel.GetUserDefaultUILanguage()) & 0x3FF == 0x04  # noqa: PLR2004 - LANG_CHINESE
