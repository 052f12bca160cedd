"""The Chinese of the window: whole, and as fresh as the code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[2]
TS = ROOT / "resources" / "translations" / "miaohui_zh_CN.ts"
BIN = Path(sys.executable).parent


def tool(name: str, *arguments: str) -> None:
    subprocess.run([BIN / f"pyside6-{name}", *arguments], check=True, capture_output=True)


def texts(path: Path) -> dict[tuple[str, str], ET.Element]:
    """(context, English) to its translation."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name") or "", message.findtext("source") or "")
            found[key] = message.find("translation")
    return found


def test_every_text_of_the_code_is_translated_and_none_is_left_over(tmp_path: Path) -> None:
    sources = [str(path) for path in sorted((ROOT / "desktop" / "ui").rglob("*.py"))]
    tool("lupdate", *sources, "-ts", str(tmp_path / "now.ts"))
    translated = texts(TS)
    assert texts(tmp_path / "now.ts").keys() == translated.keys()
    unfinished = [key for key, text in translated.items() if text.get("type") or not text.text]
    assert unfinished == []


def test_translations_fill_in_the_same_names_as_the_english() -> None:
    for (_, english), chinese in texts(TS).items():
        for name in ("{name}", "{title}", "{place}", "{number}"):
            assert (name in english) == (name in (chinese.text or "")), english


def test_the_compiled_file_is_that_of_the_translations(tmp_path: Path) -> None:
    compiled = tmp_path / "now.qm"
    tool("lrelease", str(TS), "-qm", str(compiled))
    assert compiled.read_bytes() == TS.with_suffix(".qm").read_bytes()
