"""JSON from outside, read with limits: numbers stay text, nothing is taken silently."""

from __future__ import annotations

import json

from desktop.core.problems import InputError, Problem, shown

MAX_BYTES = 16 * 1024 * 1024


class Number(str):
    """A JSON number as it was written."""

    __slots__ = ()


def decode_json(data: bytes) -> object:
    """Reads one JSON value; every number in it is a ``Number``.

    Raises:
        InputError: Too large, not UTF-8, not JSON, a key given twice, nested too deep, or a
            character that is half of one.
    """
    if len(data) > MAX_BYTES:
        raise InputError(Problem("json_too_large", values={"limit": str(MAX_BYTES // 2**20)}))
    try:
        text = data.decode("utf-8-sig")
        tree: object = json.loads(
            text,
            parse_int=Number,
            parse_float=Number,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError as error:
        raise InputError(Problem("not_utf8", values={"at": str(error.start)})) from None
    except json.JSONDecodeError as error:
        values = {"line": str(error.lineno), "column": str(error.colno)}
        raise InputError(Problem("not_json", values=values)) from None
    except RecursionError:
        raise InputError(Problem("json_too_deep")) from None
    return tree


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, value in pairs:
        if key in made:
            raise InputError(Problem("json_key_twice", values={"got": shown(key)}))
        made[key] = value
    return made


def _refuse_constant(name: str) -> object:
    raise InputError(Problem("json_constant", values={"got": name}))
