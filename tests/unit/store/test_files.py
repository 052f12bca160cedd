from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.core.packs.source import MAX_BYTES
from desktop.core.problems import InputError
from desktop.store.files import CacheFolder, PackFile, PackPlace, write_whole


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        PackPlace(path).read()
    (problem,) = caught.value.problems
    return problem.code


def test_yaml_files_of_the_folder_are_read_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_bytes(b"id: x\r\n")
    (tmp_path / "Notes.YML").write_bytes(b"a: 1\n")
    (tmp_path / "photo.png").write_bytes(b"PNG")
    (tmp_path / ".draft.yaml").write_bytes(b"a: 1\n")
    (tmp_path / "old.yaml").mkdir()
    assert PackPlace(tmp_path).read() == {"pack.yaml": b"id: x\r\n", "Notes.YML": b"a: 1\n"}


def test_what_lies_in_the_folders_beside_is_there_unread(tmp_path: Path) -> None:
    for name in ("pictures/size.png", "pictures/Thumbs.db", "pictures/.DS_Store", "files/a b.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"content")
    (tmp_path / "pictures" / "older").mkdir()
    read = PackPlace(tmp_path).read()
    assert isinstance(read, dict)
    assert list(read) == ["pictures/size.png", "files/a b.pdf"]
    file = read["files/a b.pdf"]
    assert isinstance(file, PackFile)
    before = file.stamp()
    assert file.read(0, 4) == b"cont"
    os.utime(tmp_path / "files" / "a b.pdf", ns=(1, 1))
    assert file.stamp() != before


def test_lists_and_golden_quotes_may_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    for name in ("pack.yaml", "words/tone.yaml", "quotes/may.yaml", "quotes/x.txt", "old/a.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    names = ("pack.yaml", "quotes/may.yaml", "words/tone.yaml")
    assert PackPlace(tmp_path).read() == {name: name.encode() for name in names}


def test_a_file_of_the_pack_stands_for_its_folder(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_bytes(b"id: x\n")
    (tmp_path / "greet.yaml").write_bytes(b"id: greet\n")
    assert PackPlace(tmp_path / "greet.yaml").read() == PackPlace(tmp_path).read()


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere") == "no_folder"


def test_other_file_is_read_in_pieces(tmp_path: Path) -> None:
    (tmp_path / "shop-3.mhp").write_bytes(b"0123456789")
    file = PackPlace(tmp_path / "shop-3.mhp").read()
    assert isinstance(file, PackFile)
    assert (file.name, file.size(), file.read(2, 3), file.read(8, 9)) == (
        "shop-3.mhp",
        10,
        b"234",
        b"89",
    )


def test_file_that_went_away_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "shop-3.mhp").touch()
    file = PackPlace(tmp_path / "shop-3.mhp").read()
    assert isinstance(file, PackFile)
    (tmp_path / "shop-3.mhp").unlink()
    for look in (file.size, lambda: file.read(0, 1)):
        with pytest.raises(InputError) as caught:
            look()
        assert caught.value.problems[0].values["path"] == str(tmp_path / "shop-3.mhp")


def test_whole_file_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(tmp_path / "a.mhp", b"on", b"e")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a.mhp", b"two")
    assert (tmp_path / "a.mhp").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.mhp"]


def test_far_too_large_a_folder_is_refused(tmp_path: Path) -> None:
    for number in range(9):
        with (tmp_path / f"{number}.yaml").open("wb") as file:
            file.truncate(MAX_BYTES)
    assert refusal(tmp_path) == "pack_too_large"


def test_far_too_many_files_are_refused(tmp_path: Path) -> None:
    for number in range(1_001):
        (tmp_path / f"{number}.yaml").touch()
    assert refusal(tmp_path) == "pack_too_many_files"


def test_far_too_many_pictures_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for number in range(901):
        (tmp_path / "pictures" / f"{number}.png").touch()
    assert refusal(tmp_path) == "pack_too_many_beside"


def test_too_large_a_file_is_read_only_so_far_that_it_shows(tmp_path: Path) -> None:
    with (tmp_path / "greet.yaml").open("wb") as file:
        file.truncate(20 * MAX_BYTES)
    read = PackPlace(tmp_path).read()
    assert isinstance(read, dict)
    assert len(read["greet.yaml"]) == MAX_BYTES + 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes and links")
class TestLinksAndPipes:
    def test_link_out_of_the_folder_is_refused(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret.yaml"
        secret.write_bytes(b"key: 1\n")
        pack = tmp_path / "pack"
        pack.mkdir()
        (pack / "words.yaml").symlink_to(secret)
        assert refusal(pack) == "link_outside"

    def test_folder_that_is_a_link_out_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "secrets").mkdir()
        (tmp_path / "secrets" / "key.yaml").write_bytes(b"key: 1\n")
        (tmp_path / "pack").mkdir()
        (tmp_path / "pack" / "words").symlink_to(tmp_path / "secrets")
        assert refusal(tmp_path / "pack") == "link_outside"

    @pytest.mark.parametrize("name", ["pictures", "pictures/size.png"])
    def test_link_to_pictures_elsewhere_is_refused(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "secret").mkdir()
        (tmp_path / "secret" / "photo.png").write_bytes(b"PNG")
        elsewhere = tmp_path / "secret"
        pack = tmp_path / "pack"
        (pack / name).parent.mkdir(parents=True)
        (pack / name).symlink_to(elsewhere if name == "pictures" else elsewhere / "photo.png")
        assert refusal(pack) == "link_outside"

    def test_link_inside_the_folder_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_bytes(b"x: 1\n")
        (tmp_path / "b.yaml").symlink_to("a.yaml")
        assert PackPlace(tmp_path).read() == {"a.yaml": b"x: 1\n", "b.yaml": b"x: 1\n"}

    def test_folder_may_itself_be_reached_by_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "real" / "a.yaml").write_bytes(b"x: 1\n")
        (tmp_path / "real" / "b.yaml").symlink_to("a.yaml")
        (tmp_path / "link").symlink_to("real")
        assert PackPlace(tmp_path / "link").read() == PackPlace(tmp_path / "real").read()

    def test_pipe_and_link_to_nothing_are_passed_over(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.yaml")
        (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
        assert PackPlace(tmp_path).read() == {}


def test_unreadable_file_is_told_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pack.yaml").touch()

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError) as caught:
        PackPlace(tmp_path).read()
    values = caught.value.problems[0].values
    assert values == {"path": str(tmp_path / "pack.yaml"), "why": "Permission denied"}


def test_cache_gives_back_what_was_put_last(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "new" / "cache")
    assert cache.get("a.json") is None
    cache.put("a.json", b"one")
    cache.put("a.json", b"two")
    assert cache.get("a.json") == b"two"
    assert [path.name for path in (tmp_path / "new" / "cache").iterdir()] == ["a.json"]


@pytest.mark.parametrize("at", [0, 31, 32, -1])
def test_damaged_cache_is_as_good_as_none(tmp_path: Path, at: int) -> None:
    cache = CacheFolder(tmp_path)
    cache.put("a.json", b"the price is 492.60")
    kept = bytearray((tmp_path / "a.json").read_bytes())
    kept[at] ^= 1
    (tmp_path / "a.json").write_bytes(kept)
    assert cache.get("a.json") is None


def test_cut_off_cache_is_as_good_as_none(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path)
    cache.put("a.json", b"the price is 492.60")
    whole = (tmp_path / "a.json").read_bytes()
    for length in range(len(whole)):
        (tmp_path / "a.json").write_bytes(whole[:length])
        assert cache.get("a.json") is None


def test_cache_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = CacheFolder(tmp_path / "file")
    cache.put("a.json", b"one")
    assert cache.get("a.json") is None


def test_failed_write_leaves_the_old_bytes_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = CacheFolder(tmp_path)
    cache.put("a.json", b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    cache.put("a.json", b"two")
    assert cache.get("a.json") == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_what_was_not_used_for_longest_is_forgotten(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path)
    for number in range(12):
        cache.put(f"{number}.json", b"x")
        os.utime(tmp_path / f"{number}.json", (number, number))
    assert cache.get("0.json") == b"x"
    cache.put("new.json", b"x")
    assert cache.get("0.json") == b"x"
    assert cache.get("1.json") is None
    assert cache.get("2.json") == b"x"
