"""What the agent calls themselves to customers."""

from __future__ import annotations

from typing import Protocol

_KEY = "agent.name"


class Settings(Protocol):
    """Where it is kept."""

    def setting(self, key: str) -> str | None:
        """A setting; None if never set."""
        ...

    def set_setting(self, key: str, value: str) -> None:
        """Sets it."""
        ...


def agent_name(settings: Settings) -> str:
    """The name; empty if it was never set."""
    return settings.setting(_KEY) or ""


def set_agent_name(settings: Settings, name: str) -> None:
    """Keeps the name."""
    settings.set_setting(_KEY, name.strip())
