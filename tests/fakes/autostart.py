"""The Autostart port in memory."""

from __future__ import annotations

from desktop.services.ports import PortError


class FakeAutostart:
    """Refuses changes while ``refuses`` is set."""

    def __init__(self) -> None:
        self.refuses = False
        self._enabled = False

    def enabled(self) -> bool:
        return self._enabled

    def enable(self) -> None:
        self._set(enabled=True)

    def disable(self) -> None:
        self._set(enabled=False)

    def _set(self, *, enabled: bool) -> None:
        if self.refuses:
            raise PortError("refused")
        self._enabled = enabled
