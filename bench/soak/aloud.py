"""The program as it is; what its window says in a toast, it also says on its standard output.

usage: python -m bench.soak.aloud [ARGUMENTS OF MIAOHUI]
"""

from __future__ import annotations

import json
import runpy
import sys
from unittest import mock

from desktop.platform.qt import load_qt
from desktop.services.ports import Action


def main() -> None:
    """Runs it to its end."""
    load_qt()
    from desktop.ui.toast import Toast

    shown = Toast.say

    def say(toast: Toast, text: str, label: str, action: Action | None) -> None:
        print(json.dumps({"toast": text}), flush=True)
        shown(toast, text, label, action)

    with mock.patch.object(Toast, "say", say):
        sys.argv[0] = "miaohui"
        runpy.run_module("desktop", run_name="__main__")


if __name__ == "__main__":
    main()
