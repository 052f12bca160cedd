"""A pack as compiled JSON: what is cached, and read without a YAML parser."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import msgspec

from desktop.core.packs.pack import Pack

FORMAT = 1
"""Counts up whenever the shape of a pack changes."""


class CompiledError(ValueError):
    """Bytes that are no compiled pack of this format."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    format: int
    pack: Pack


def compile_pack(pack: Pack) -> bytes:
    """The pack as compiled JSON; the same pack gives the same bytes."""
    made = _Compiled(FORMAT, pack)
    return msgspec.json.encode(made, enc_hook=_fraction_as_text, order="deterministic")


def load_pack(data: bytes) -> Pack:
    """Reads a compiled pack back.

    Raises:
        CompiledError: It is damaged, or of another format.
    """
    try:
        made = msgspec.json.decode(data, type=_Compiled, dec_hook=_text_as_fraction)
    except (msgspec.MsgspecError, ValueError, ZeroDivisionError) as error:
        raise CompiledError(str(error)) from None
    if made.format != FORMAT:
        raise CompiledError(made.format)
    return made.pack


def _fraction_as_text(value: object) -> object:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value))


def _text_as_fraction(wanted: type, value: object) -> object:
    if wanted is Fraction and isinstance(value, str):
        return Fraction(value)
    raise NotImplementedError(wanted)
