"""Another program's eye on the keyboard: the hook of the ``keyboard`` package, in its own process.

Says every key that goes down and up on this Windows, sent ones too, as a JSON line each.
"""

from __future__ import annotations

import json
import sys

import keyboard


def tell(event: keyboard.KeyboardEvent) -> None:
    print(json.dumps({"key": event.scan_code, "way": event.event_type}), flush=True)


def main() -> None:
    keyboard.hook(tell)
    print(json.dumps({"ready": True}), flush=True)
    sys.stdin.read()  # until the test goes


if __name__ == "__main__":
    main()
