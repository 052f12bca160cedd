"""Tests that run in Windows' own Python; ``test_inside.py`` beside this folder starts them."""

from __future__ import annotations

import sys

collect_ignore_glob = [] if sys.platform == "win32" else ["test_*"]
