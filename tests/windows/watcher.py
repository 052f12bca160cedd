"""Another program on the same Windows, which tells a test what Windows says.

Speaks JSON lines: each names a function of this module under ``do`` with its arguments; the answer
holds its value.
"""

from __future__ import annotations

import ctypes
import json
import sys

user = ctypes.WinDLL("user32")


def find(title: str) -> int:
    """The shown top-level window whose title holds a text; 0 for none."""
    return next((window for window in _shown() if title in _text(window)), 0)


def titles() -> list[str]:
    """The titles of the shown top-level windows, from the front to the back."""
    return [_text(window) for window in _shown()]


def _shown() -> list[int]:
    found: list[int] = []
    window = user.GetTopWindow(None)
    while window:
        if user.IsWindowVisible(window):
            found.append(window)
        window = user.GetWindow(window, 2)  # GW_HWNDNEXT
    return found


def _text(window: int) -> str:
    text = ctypes.create_unicode_buffer(1024)
    user.GetWindowTextW(window, text, 1024)
    return text.value


def main() -> None:
    # Wine starts its desktop now, with our pipes and not with those of a program that shall end
    user.GetDesktopWindow()
    user.IsWindow(user.GetTopWindow(None))
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        message = json.loads(line)
        value = globals()[message.pop("do")](**message)
        print(json.dumps({"answer": json.loads(line)["do"], "value": value}), flush=True)


if __name__ == "__main__":
    main()
