"""What goes on the clipboard, written in JSON for a program of its own."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path

from desktop.services.content import Content, File, Picture

Coded = dict[str, str]


def coded(content: Content) -> Coded:
    match content:
        case Picture(data):
            return {"picture": b64encode(data).decode()}
        case File(path):
            return {"file": str(path)}
        case text:
            return {"text": text}


def decoded(content: Coded) -> Content:
    match content:
        case {"picture": data}:
            return Picture(b64decode(data))
        case {"file": path}:
            return File(Path(path))
        case _:
            return content["text"]
