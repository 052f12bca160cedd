"""Where a test's failure is noted, so that its fixtures can keep what shows why."""

from __future__ import annotations

import pytest

FAILED = pytest.StashKey[bool]()
