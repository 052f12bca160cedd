"""Pictures and files of a pack: found beside the phrases, shipped with them, read when used."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.core.packs.built import build, read_head
from desktop.core.packs.compiled import compile_pack
from desktop.core.phrases.model import Attachment, Phrase
from desktop.core.phrases.values import PLACEHOLDERS
from desktop.core.problems import InputError
from desktop.services.attachments import read_part
from desktop.services.packs import Opened, PackSource
from desktop.store.files import PackPlace
from tests.packs import Kept

GOOD = Path("tests/golden/packs/good_parts")
PICTURE = (GOOD / "pictures" / "尺码.png").read_bytes()


class Cache(dict[str, bytes]):
    """A cache in memory."""

    def put(self, key: str, data: bytes) -> None:
        self[key] = data


@pytest.fixture
def cache() -> Cache:
    return Cache()


@pytest.fixture
def source(cache: Cache) -> PackSource:
    return PackSource(cache, lambda: PLACEHOLDERS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "pack"))


def first(opened: Opened) -> Phrase:
    return next(opened.pack.library.phrases())


def sent(opened: Opened) -> dict[str, bytes]:
    parts = [part for part in first(opened).parts if isinstance(part, Attachment)]
    return {part.name: read_part(opened.parts, part) for part in parts}


def code(error: pytest.ExceptionInfo[InputError]) -> str:
    return error.value.problems[0].code


def test_what_lies_in_the_folder_is_what_is_sent(source: PackSource) -> None:
    opened = source.open(PackPlace(GOOD))
    assert sent(opened) == {"尺码.png": PICTURE, "尺码 说明(1).txt": "尺码说明\n".encode()}
    assert first(opened).text == "亲，尺码表发您看下\n\n看好了告诉{{ 客服 }}哦"


def test_all_texts_are_searched(source: PackSource) -> None:
    index = source.open(PackPlace(GOOD)).index
    assert [index.search(word, {}, 9, 0.0)[0].phrase.title for word in ("发您", "看好了")] == [
        "尺码表",
        "尺码表",
    ]


def test_a_built_pack_holds_them_and_is_the_same_pack(source: PackSource) -> None:
    made = source.build(PackPlace(GOOD))
    assert [problem.code for problem in made.warnings] == ["attached_unused"]
    opened = source.open(Kept(made.data))
    assert opened.pack == source.pack(PackPlace(GOOD))
    assert sent(opened) == sent(source.open(PackPlace(GOOD)))
    assert source.build(Kept(made.data)).data == made.data
    assert source.check(Kept(made.data)) == ()


def test_a_changed_picture_makes_the_pack_anew_without_reading_all_at_every_start(
    source: PackSource, cache: Cache, folder: Path
) -> None:
    before = source.open(PackPlace(folder))
    made = len(cache)
    source.open(PackPlace(folder))
    assert len(cache) == made
    (folder / "pictures" / "尺码.png").write_bytes(PICTURE + b"newer")
    after = source.open(PackPlace(folder))
    assert sent(after)["尺码.png"] == PICTURE + b"newer"
    with pytest.raises(InputError) as caught:
        sent(before)
    assert code(caught) == "attached_changed"


def test_a_picture_that_went_away_is_told_when_it_is_sent(source: PackSource, folder: Path) -> None:
    opened = source.open(PackPlace(folder))
    (folder / "pictures" / "尺码.png").unlink()
    with pytest.raises(InputError) as caught:
        sent(opened)
    assert code(caught) == "unreadable"


@pytest.mark.parametrize(
    ("path", "mib"), [("pictures/尺码.png", 5), ("files/尺码 说明(1).txt", 20)]
)
def test_a_file_too_large_is_told_by_its_size_alone(
    source: PackSource, folder: Path, path: str, mib: int
) -> None:
    with (folder / path).open("r+b") as file:
        file.truncate(mib * 2**20)
    source.pack(PackPlace(folder))
    with (folder / path).open("r+b") as file:
        file.truncate(mib * 2**20 + 1)
    with pytest.raises(InputError) as caught:
        source.pack(PackPlace(folder))
    assert code(caught) == "attached_too_large"
    assert caught.value.problems[0].line > 0


def test_a_built_pack_whose_picture_was_exchanged_is_refused(source: PackSource) -> None:
    pack = source.pack(PackPlace(GOOD))
    files = {"files/尺码 说明(1).txt": "尺码说明\n".encode()}
    with pytest.raises(InputError) as caught:
        source.pack(Kept(build(compile_pack(pack), {**files, "pictures/尺码.png": PICTURE + b"x"})))
    assert code(caught) == "built_unsound"
    with pytest.raises(InputError) as caught:
        source.pack(Kept(build(compile_pack(pack), files)))
    assert code(caught) == "attached_missing"


def test_a_damaged_picture_is_told_when_it_is_sent_and_nothing_else_suffers(
    source: PackSource,
) -> None:
    data = source.build(PackPlace(GOOD)).data
    place = Kept(data)
    opened = source.open(place)
    head = read_head(data[:128])
    assert head.parts_start < data.index(PICTURE)
    place.file.data = data.replace(PICTURE, bytes(len(PICTURE)))
    with pytest.raises(InputError) as caught:
        sent(opened)
    assert code(caught) == "built_damaged"
    assert source.open(place).pack == opened.pack


def test_a_pack_that_says_another_text_than_its_parts_is_refused(source: PackSource) -> None:
    compiled = compile_pack(source.pack(PackPlace(GOOD)))
    bad = compiled.replace('"text":"亲，尺码表发您看下'.encode(), '"text":"亲'.encode())
    assert bad != compiled
    files = {
        "files/尺码 说明(1).txt": "尺码说明\n".encode(),
        "pictures/尺码.png": PICTURE,
    }
    with pytest.raises(InputError) as caught:
        source.pack(Kept(build(bad, files)))
    assert code(caught) == "built_unsound"
