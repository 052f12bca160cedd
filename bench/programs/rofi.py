"""rofi as a list to pick a line from."""

from __future__ import annotations

from bench.programs.program import Place, Program


def _rofi(place: Place, rows: int) -> Program:
    return Program(
        ["rofi", "-dmenu", "-i"],
        "(?i)^rofi",
        stdin=place.lines(rows),
        search="731",
        version=("rofi", "-version"),
    )


def ten_thousand(place: Place) -> Program:
    return _rofi(place, 10_000)


def hundred_thousand(place: Place) -> Program:
    return _rofi(place, 100_000)
