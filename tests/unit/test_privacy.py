"""What is typed stays in memory: nothing that handles strokes can write them down."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

DESKTOP = Path(__file__).parents[2] / "desktop"
WRITES = {
    *("print", "open", "write", "writelines", "write_text", "write_bytes", "dump", "dumps"),
    *("debug", "info", "warning", "error", "exception", "critical", "log"),
    *("set_setting", "record_use", "put", "offer"),
}
WRITERS = {"logging", "sqlite3", "apsw", "json", "pickle", "socket", "subprocess", "traceback"}


def handling_strokes() -> list[Path]:
    """The modules that know what a stroke is, and with them the readers of the keyboard."""
    found = [p for p in DESKTOP.rglob("*.py") if "Stroke" in p.read_text(encoding="utf-8")]
    return sorted(p for p in found if "fakes" not in p.parts)


def test_the_modules_that_handle_strokes_are_these_and_no_others() -> None:
    assert [str(path.relative_to(DESKTOP)).replace("\\", "/") for path in handling_strokes()] == [
        "core/phrases/typed.py",
        "platform/missing.py",
        "platform/windows/strokes.py",
        "platform/windows/typing.py",
        "platform/x11/strokes.py",
        "platform/x11/typing.py",
        "services/ports/keyboard.py",
        "services/typed_codes.py",
    ]


@pytest.mark.parametrize("path", handling_strokes(), ids=lambda p: p.stem)
def test_no_module_that_handles_strokes_writes_anything_down(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    }
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert called.isdisjoint(WRITES)
    assert imported.isdisjoint(WRITERS)
