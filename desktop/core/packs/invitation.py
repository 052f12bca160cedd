"""An invitation to a pack repository: where it is, and what its first root must be.

The root is what every signature is checked against. It comes with the invitation, as a file, or
its SHA-256 does, in a link; a repository is never trusted because it was the first to answer.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from binascii import Error as Base64Error
from collections.abc import Iterable
from urllib.parse import parse_qs, urlencode, urlsplit

from msgspec import Struct

from desktop.core.orders.json_input import decode_json
from desktop.core.packs.ids import is_id
from desktop.core.problems import InputError, Problem, shown

SUFFIX = ".miaohui-invite"
_HEADING, _FORMAT = "miaohui_invitation", "1"
_LINK = "miaohui"
_MOST = 20
_SPOKEN_DIGITS = 12
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_FOLDER = re.compile(r"/[^/]|[A-Za-z]:[\\/]|\\\\[^\\/]+[\\/][^\\/]+")


class Invitation(Struct, frozen=True):
    """What one needs to follow packs.

    Attributes:
        places: Addresses (http, https) or folders that hold the repository, best first.
        root_sha256: Of the first root, as 64 hexadecimal digits.
        packs: Ids of the packs to follow.
        root: The first root itself; None if it must be fetched and compared.
    """

    places: tuple[str, ...]
    root_sha256: str
    packs: tuple[str, ...]
    root: bytes | None = None

    @property
    def spoken(self) -> str:
        """Twelve digits of the root's hash for reading aloud: ``1234 5678 9012``."""
        return spoken_digits(self.root_sha256)


def spoken_digits(root_sha256: str) -> str:
    """Twelve digits of a root's hash for reading aloud: ``1234 5678 9012``."""
    digits = f"{int(root_sha256, 16) % 10**_SPOKEN_DIGITS:0{_SPOKEN_DIGITS}}"
    return f"{digits[:4]} {digits[4:8]} {digits[8:]}"


def is_web(place: str) -> bool:
    """Whether a place is an address; otherwise it is a folder."""
    return place.lower().startswith(("http://", "https://"))


def invitation_to(places: Iterable[str], root: bytes, packs: Iterable[str]) -> Invitation:
    """Makes an invitation.

    Raises:
        InputError: A place or a pack's id that is none.
    """
    return _checked(places, hashlib.sha256(root).hexdigest(), packs, root)


def invitation_file(invitation: Invitation) -> bytes:
    """The invitation as a file, which carries the root."""
    assert invitation.root is not None
    fields = {
        _HEADING: int(_FORMAT),
        "places": invitation.places,
        "packs": invitation.packs,
        "root": base64.b64encode(invitation.root).decode(),
    }
    return json.dumps(fields, ensure_ascii=False, indent=1).encode()


def invitation_link(invitation: Invitation) -> str:
    """The invitation as a link of its web addresses; the root is fetched and compared."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(invitation.root_sha256)).rstrip(b"=")
    places = [("u", place) for place in invitation.places if is_web(place)]
    packs = [("p", pack) for pack in invitation.packs]
    return f"{_LINK}://join?{urlencode([*places, ('r', digest.decode()), *packs])}"


def read_invitation(data: bytes) -> Invitation:
    """Reads an invitation file.

    Raises:
        InputError: It is none, it is damaged, or it is of a newer format.
    """
    try:
        decoded = decode_json(data)
    except InputError:
        cut_short = data.lstrip().startswith(b"{")
        code = "invitation_damaged" if cut_short else "not_an_invitation"
        raise InputError(Problem(code)) from None
    match decoded:
        case {"miaohui_invitation": str(made_by)} if made_by != _FORMAT:
            raise InputError(Problem("invitation_newer"))
        case {
            "miaohui_invitation": _,
            "places": [*places],
            "packs": [*packs],
            "root": str(text),
        }:
            root = _decoded(text, b"+/")
            return _checked(places, hashlib.sha256(root).hexdigest(), packs, root)
    raise InputError(Problem("not_an_invitation"))


def read_link(text: str) -> Invitation:
    """Reads an invitation link.

    Its places are web addresses only: a link that anybody can send must not make this machine
    sign in to a stranger's file server.

    Raises:
        InputError: It is none, or it is cut short.
    """
    try:
        parts = urlsplit(text.strip())
        fields = parse_qs(parts.query, strict_parsing=True, max_num_fields=2 * _MOST + 1)
    except ValueError:
        raise InputError(Problem("not_an_invitation")) from None
    if (parts.scheme, parts.netloc) != (_LINK, "join") or len(fields.get("r", ())) != 1:
        raise InputError(Problem("not_an_invitation"))
    places = fields.get("u", [])
    for place in places:
        if not is_web(place):
            raise InputError(Problem("not_an_address", values={"got": shown(place)}))
    digest = _decoded(fields["r"][0] + "=", b"-_")
    if len(digest) != hashlib.sha256().digest_size:
        raise InputError(Problem("invitation_damaged"))
    return _checked(places, digest.hex(), fields.get("p", []), None)


def invitation_by_hash(place: str, root_sha256: str, packs: Iterable[str]) -> Invitation:
    """An invitation to a place by the hash of its first root, as somebody copied it.

    Raises:
        InputError: One of them is none.
    """
    digest = root_sha256.strip().lower()
    if not _DIGEST.fullmatch(digest):
        raise InputError(Problem("not_a_root_hash", values={"got": shown(root_sha256)}))
    wanted = tuple(packs)
    if not wanted:
        raise InputError(Problem("no_pack_to_follow"))
    return _checked((place,), digest, wanted, None)


def _decoded(text: str, alphabet: bytes) -> bytes:
    try:
        return base64.b64decode(text, altchars=alphabet, validate=True)
    except (Base64Error, ValueError):
        raise InputError(Problem("invitation_damaged")) from None


def _checked(
    places: Iterable[object], root_sha256: str, packs: Iterable[object], root: bytes | None
) -> Invitation:
    held = tuple(_place(place) for place in places)
    wanted = tuple(_pack(pack) for pack in packs)
    if not (0 < len(held) <= _MOST and 0 < len(wanted) <= _MOST):
        raise InputError(Problem("not_an_invitation"))
    return Invitation(held, root_sha256, wanted, root)


def _place(place: object) -> str:
    if isinstance(place, str) and place.isprintable():
        if _FOLDER.match(place):
            return place
        if is_web(place) and _is_address(place):
            return place.rstrip("/")
    raise InputError(Problem("not_a_place", values={"got": shown(place)}))


def _is_address(place: str) -> bool:
    try:
        parts = urlsplit(place)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        return False
    extras = parts.query or parts.fragment or parts.username or parts.password
    return bool(parts.hostname) and port_is_number and not extras and " " not in place


def _pack(pack: object) -> str:
    if isinstance(pack, str) and is_id(pack):
        return pack
    raise InputError(Problem("not_a_pack_id", values={"got": shown(pack)}))
