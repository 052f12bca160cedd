"""miaohui itself."""

from __future__ import annotations

from bench.programs.program import Place, Program


def default_pack(_: Place) -> Program:
    raise NotImplementedError


def ten_thousand(_: Place) -> Program:
    raise NotImplementedError


def with_hotkeys(_: Place) -> Program:
    raise NotImplementedError
