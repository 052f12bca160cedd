"""Pictures and files as they are sent, and as an agent adds them."""

from __future__ import annotations

from hashlib import sha256

import pytest

from desktop.core.packs.attached import attach, is_file_name
from desktop.core.phrases.model import Attachment, AttachmentKind, Phrase
from desktop.core.phrases.own import of_parts
from desktop.core.problems import InputError
from desktop.services.attachments import Attachments
from desktop.services.content import File, Picture
from tests.fakes.attachments import FakeNamedFiles, FakeOwnFiles, FakePackParts
from tests.packs import Lies

PNG = b"\x89PNG\r\n\x1a\n table"
PDF = b"%PDF prices"
TABLE = attach("picture", "size.png", Lies(PNG))
PRICES = attach("file", "价目.pdf", Lies(PDF))


class Room:
    def __init__(self) -> None:
        self.pack = FakePackParts({"pictures/size.png": PNG, "files/价目.pdf": PDF})
        self.own, self.named = FakeOwnFiles(), FakeNamedFiles()
        self.attachments = Attachments(self.pack, self.own, self.named)


@pytest.fixture
def room() -> Room:
    return Room()


def refusal(room: Room, name: str, data: bytes, kind: AttachmentKind | None = None) -> str:
    with pytest.raises(InputError) as caught:
        room.attachments.add(name, data, kind)
    return caught.value.problems[0].code


def test_a_picture_goes_as_its_bytes_and_a_file_under_its_name(room: Room) -> None:
    assert room.attachments.content("在的") == "在的"
    assert room.attachments.content(TABLE) == Picture(PNG)
    sent = room.attachments.content(PRICES)
    assert isinstance(sent, File)
    assert (sent.path.name, room.named.files[sent.path]) == ("价目.pdf", PDF)


def test_what_changed_since_the_pack_was_read_is_not_sent(room: Room) -> None:
    room.pack["pictures/size.png"] = PNG + b"!"
    with pytest.raises(InputError) as caught:
        room.attachments.content(TABLE)
    assert caught.value.problems[0].code == "attached_changed"


def test_what_an_agent_adds_is_kept_and_sent(room: Room) -> None:
    picture = room.attachments.add("新 图.png", PNG + b"new")
    assert picture == Attachment(
        "picture", "新 图.png", sha256(PNG + b"new").hexdigest(), len(PNG) + 3
    )
    assert room.attachments.content(picture) == Picture(PNG + b"new")
    assert room.attachments.add("a.pdf", PDF).kind == "file"


def test_a_picture_may_be_sent_as_a_file_and_one_too_large_is(room: Room) -> None:
    assert room.attachments.add("a.gif", b"GIF89a", "file").kind == "file"
    assert room.attachments.add("a.png", PNG + bytes(5 * 2**20)).kind == "file"


def test_what_cannot_be_sent_is_refused_and_not_kept(room: Room) -> None:
    assert refusal(room, "a.pdf", b"") == "attached_empty"
    assert refusal(room, "a.png", b"no picture", "picture") == "not_a_picture"
    assert refusal(room, "a.zip", bytes(20 * 2**20 + 1)) == "attached_too_large"
    assert room.own.kept == {}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("价目 表.pdf", "价目 表.pdf"),
        ("尺码[1]&2.png", "尺码_1__2.png"),
        (" .. ", "_"),
        ("con.png", "_con.png"),
        ("a/b\\c.png", "a_b_c.png"),
        ("长" * 150 + ".png", "长" * 96 + ".png"),
    ],
)
def test_a_name_that_some_systems_refuse_becomes_the_nearest(
    room: Room, name: str, kept: str
) -> None:
    assert room.attachments.add(name, PNG).name == kept
    assert is_file_name(kept)


def test_a_copy_of_a_teams_phrase_keeps_what_it_attaches(room: Room) -> None:
    room.attachments.adopt(("在的", TABLE, PRICES))
    room.pack.clear()
    assert room.attachments.content(TABLE) == Picture(PNG)
    assert room.attachments.read(PRICES) == PDF


def test_what_the_agents_own_phrases_send_is_kept_and_nothing_else(room: Room) -> None:
    picture, dropped = (room.attachments.add("a.png", PNG + end) for end in (b"1", b"2"))
    room.attachments.sweep([of_parts(Phrase("own/1", "", "尺码", ""), ("看", picture))], 0.0)
    assert room.own.read(picture.digest)
    assert room.own.read(dropped.digest) is None
