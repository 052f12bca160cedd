"""Invitations: what a supervisor sends comes out as it went in, and nothing else is taken."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.packs.invitation import (
    Invitation,
    invitation_file,
    invitation_link,
    invitation_to,
    read_invitation,
    read_link,
)
from desktop.core.problems import InputError

ROOT = b'{"signed": {"_type": "root"}}'
SHA256 = hashlib.sha256(ROOT).hexdigest()
URL = "https://packs.example.com/miaohui"


def refusal(text: str | bytes) -> str:
    with pytest.raises(InputError) as told:
        read_link(text) if isinstance(text, str) else read_invitation(text)
    return told.value.problems[0].code


def made_file(**changes: object) -> bytes:
    fields = json.loads(invitation_file(invitation_to([URL], ROOT, ["dress"])))
    return json.dumps(fields | changes).encode()


def test_a_file_carries_places_root_and_packs() -> None:
    places = [URL, "/mnt/share/packs", r"\\server\share\packs", "D:\\packs"]
    made = invitation_to(places, ROOT, ["dress", "shoes"])
    assert read_invitation(invitation_file(made)) == made
    assert made == Invitation(tuple(places), SHA256, ("dress", "shoes"), ROOT)


def test_a_link_carries_the_hash_of_the_root_and_the_web_places() -> None:
    link = invitation_link(invitation_to([URL, "/mnt/share/packs"], ROOT, ["dress"]))
    assert link.startswith("miaohui://join?u=https%3A%2F%2Fpacks.example.com%2Fmiaohui&r=")
    assert read_link(f" {link}\n") == Invitation((URL,), SHA256, ("dress",))


def test_twelve_digits_can_be_read_aloud_and_are_the_same_on_both_sides() -> None:
    made = invitation_to([URL], ROOT, ["dress"])
    digits = made.spoken.replace(" ", "")
    assert [len(group) for group in made.spoken.split()] == [4, 4, 4]
    assert int(digits) == int(SHA256, 16) % 10**12
    assert read_link(invitation_link(made)).spoken == made.spoken
    assert Invitation((URL,), "0" * 64, ("dress",)).spoken == "0000 0000 0000"


def test_a_trailing_slash_makes_no_other_place() -> None:
    assert invitation_to([f"{URL}/"], ROOT, ["dress"]).places == (URL,)


@pytest.mark.parametrize(
    "place",
    [
        "ftp://example.com/packs",
        "javascript:alert(1)",
        "file:///etc",
        "packs",
        "../packs",
        "//server/share",
        "https://",
        "https://user:secret@example.com",
        "https://example.com/?q=1",
        "https://example.com/#top",
        "https://example.com:http/",
        "https://exa mple.com/",
        "https://[1",
        "/mnt/\n/packs",
        None,
    ],
)
def test_what_is_no_place_is_refused(place: object) -> None:
    assert refusal(made_file(places=[place])) == "not_a_place"


@pytest.mark.parametrize("pack", ["", "Dress", "../dress", "连衣裙", "a" * 65, None])
def test_what_is_no_pack_is_refused(pack: object) -> None:
    assert refusal(made_file(packs=[pack])) == "not_a_pack_id"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"{}", "not_an_invitation"),
        (b"[]", "not_an_invitation"),
        (b"\xff\xfe", "not_an_invitation"),
        (made_file(packs=[]), "not_an_invitation"),
        (made_file(places=[URL] * 21), "not_an_invitation"),
        (made_file(miaohui_invitation=2), "invitation_newer"),
        (made_file(root="no base64"), "invitation_damaged"),
        (made_file(root=None), "not_an_invitation"),
        ("", "not_an_invitation"),
        ("https://join?u=a&r=b&p=c", "not_an_invitation"),
        ("miaohui://leave?u=a&r=b&p=c", "not_an_invitation"),
        (f"miaohui://join?u={URL}&p=dress", "not_an_invitation"),
        (f"miaohui://join?u={URL}&r=AAAA&p=dress", "invitation_damaged"),
        (f"miaohui://join?u={URL}&r=%%%&p=dress", "invitation_damaged"),
        (f"miaohui://join?r={'A' * 43}&p=dress", "not_an_invitation"),
        (f"miaohui://join?u={URL}&r={'A' * 43}", "not_an_invitation"),
        ("miaohui://join?" + "&".join(["u=a"] * 50), "not_an_invitation"),
    ],
)
def test_what_is_no_invitation_is_refused(text: str | bytes, code: str) -> None:
    assert refusal(text) == code


def test_a_link_cannot_make_a_machine_sign_in_to_a_file_server() -> None:
    link = f"miaohui://join?u=%5C%5Cevil%5Cshare&r={'A' * 43}&p=dress"
    assert refusal(link) == "not_an_address"


@given(st.text(), st.binary())
def test_nothing_typed_or_opened_ends_in_another_error(text: str, data: bytes) -> None:
    for got in (
        text,
        f"miaohui://join?{text}",
        data,
        b'{"miaohui_invitation":1,"root":"%b"}' % data,
    ):
        try:
            read_link(got) if isinstance(got, str) else read_invitation(got)
        except InputError:
            continue


def test_a_root_comes_out_of_a_file_byte_for_byte() -> None:
    every = bytes(range(256)) * 3
    fields = {"miaohui_invitation": 1, "places": [URL], "packs": ["dress"]}
    data = json.dumps({**fields, "root": base64.b64encode(every).decode()}).encode()
    assert read_invitation(data).root == every
