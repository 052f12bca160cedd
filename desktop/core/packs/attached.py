"""Pictures and files that lie beside a pack's phrases, and what they must be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from desktop.core.phrases.model import Attachment, AttachmentKind
from desktop.core.pictures import picture_kind
from desktop.core.problems import InputError, Problem, shown

FOLDERS: Mapping[AttachmentKind, str] = {"picture": "pictures", "file": "files"}
"""The folder of a pack in which each kind lies."""
MOST_BYTES: Mapping[AttachmentKind, int] = {"picture": 5 * 2**20, "file": 20 * 2**20}
HEAD_BYTES = 12
_NAME = re.compile(r"[\w-]([\w .()-]{0,98}[\w()-])?")
# Source: Microsoft, "Naming Files, Paths, and Namespaces"; whatever the ending
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Attached(Protocol):
    """A file beside the phrases; each answer is looked up when it is asked for."""

    @property
    def size(self) -> int:
        """Its length in bytes."""
        ...

    @property
    def head(self) -> bytes:
        """Its first ``HEAD_BYTES`` bytes."""
        ...

    @property
    def digest(self) -> str:
        """SHA-256 of its content, in hex."""
        ...


def is_file_name(name: str) -> bool:
    """Whether every system can have a file of this name."""
    return _NAME.fullmatch(name) is not None and not _DEVICES.fullmatch(name)


def file_name(name: str) -> str:
    """The name nearest to this one that every system can have."""
    stem, dot, ending = re.sub(r"[^\w .()-]", "_", name.strip(" .")).rpartition(".")
    tidy = f"{stem[: 99 - len(ending[:20])]}{dot}{ending[:20]}".strip(" .") or "_"
    return tidy if is_file_name(tidy) else f"_{tidy}"[:100]


def path_of(attachment: Attachment) -> str:
    """Where it lies in a pack, e.g. ``pictures/size.png``."""
    return f"{FOLDERS[attachment.kind]}/{attachment.name}"


def attach(kind: AttachmentKind, name: str, attached: Attached) -> Attachment:
    """The attachment that a file makes.

    Raises:
        InputError: It cannot be one: its name, its size, or no picture where one is wanted.
    """
    if not is_file_name(name):
        raise InputError(Problem("not_a_file_name", values={"got": shown(name)}))
    size, most = attached.size, MOST_BYTES[kind]
    if size > most:
        values = {"got": name, "most": str(most // 2**20)}
        raise InputError(Problem("attached_too_large", values=values))
    if not size:
        raise InputError(Problem("attached_empty", values={"got": name}))
    if kind == "picture" and picture_kind(attached.head) is None:
        raise InputError(Problem("not_a_picture", values={"got": name}))
    return Attachment(kind, name, attached.digest, size)
