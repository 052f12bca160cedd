"""Handlers that are made when they are first needed, so that the window stands before them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")


class _Later:
    """Hands every question on to a handler that it gets at the first one."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> object:
        return getattr(self._make(), name)


def later(make: Callable[[], T]) -> T:
    """Stands in for what ``make`` returns, which is called again at each use: let it remember."""
    return cast("T", _Later(make))
