"""A supervisor's day with ``miaohui repo`` alone; agents follow with what they were handed."""

from __future__ import annotations

import os
import pty
import random
import re
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.remote.commands import PASSPHRASE, Supervisor, text_of, write_pack

HOLDERS = ("--holder", "阿婷", "--holder", "小林", "--holder", "老王")


def now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


@pytest.fixture
def lead(tmp_path: Path) -> Supervisor:
    """Somebody with a repository in a folder."""
    lead = Supervisor(tmp_path / "lead")
    lead.does("init", tmp_path / "packs", "--holder", "阿婷", "--pack", "dress")
    return lead


def test_from_nothing_to_agents_and_back_to_an_older_edition(tmp_path: Path) -> None:
    lead = Supervisor(tmp_path / "lead")
    made = lead.json("init", tmp_path / "packs", *HOLDERS, "--pack", "dress")
    assert made["threshold"] == 2
    roots = [key["holder"] for key in made["keys"] if key["role"] == "root"]
    assert sorted(roots) == sorted(["阿婷", "小林", "老王"])
    assert {path.name for path in lead.keys().iterdir()} == {key["file"] for key in made["keys"]}
    agent = lead.agent(tmp_path / "agent", now)
    pack = write_pack(tmp_path / "team", "您好")
    said = lead.json("publish", pack, "--yes", "--note", "开张")
    assert (said["outcome"], said["version"], said["note"]) == ("published", 1, "开张")
    agent.update()
    assert text_of(agent) == "您好"
    write_pack(pack, "您好呀")
    assert "dress  v1 → v2: +0 ~1 −0" in lead.does("publish", pack, "--yes")
    agent.update()
    assert text_of(agent) == "您好呀"
    assert "v2" in lead.does("rollback", "dress", "1", "--note", "写错了") + "v2"
    agent.update()
    assert text_of(agent) == "您好"
    editions = lead.json("history", "dress")
    assert [(e["version"], e["note"]) for e in editions] == [(3, "写错了"), (2, ""), (1, "开张")]


def test_what_agents_have_already_is_not_published_again(lead: Supervisor, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "team", "您好")
    lead.does("publish", pack, "--yes")
    assert lead.does("publish", pack).startswith("Nothing has changed")
    assert lead.json("publish", pack)["outcome"] == "unchanged"
    assert len(lead.json("history", "dress")) == 1


def test_errors_stop_it_and_warnings_need_a_yes(lead: Supervisor, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "team", "'您好 {{ 店名 }}'")
    status, out, err = lead.run("publish", pack, "--yes")
    assert (status, err) == (1, "")
    assert "greet.yaml:6" in out
    assert lead.json("history", "dress") == []
    write_pack(pack, "您好")
    twice = "\n      - {scenario: greet.first, title: 又一条, text: 您好}\n"
    with (pack / "greet.yaml").open("a", encoding="utf-8") as file:
        file.write(twice)
    warned = lead.run("publish", pack)
    assert (warned[0], warned[1]) == (2, "")
    assert "--yes" in warned[2]
    assert "warning greet.yaml:8" in lead.does("publish", pack, "--yes")


def test_a_pack_without_a_place_is_told_how_to_get_one(lead: Supervisor, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "team", "您好", "shoes")
    status, out, err = lead.run("publish", pack, "--yes")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "miaohui repo add-pack shoes" in err
    assert "小林" in lead.does("add-pack", "shoes", "--holder", "小林")
    assert "Published shoes v1" in lead.does("publish", pack, "--yes")


def test_a_root_is_changed_by_two_people_who_never_meet(tmp_path: Path) -> None:
    lead = Supervisor(tmp_path / "lead")
    made = lead.json("init", tmp_path / "packs", *HOLDERS, "--pack", "dress")
    sticks = {}
    for key in made["keys"]:
        if key["role"] == "root":
            stick = tmp_path / f"stick of {key['holder']}"
            sticks[key["holder"]] = lead.move_keys(key["file"], stick)
    agent = lead.agent(tmp_path / "agent", now)
    draft = tmp_path / "new.draft"
    said = lead.does("keys", "revoke", "root", "老王", "--keys", sticks["阿婷"], "--draft", draft)
    assert "of 老王 counts no longer" in said
    assert "lacks 1 signatures" in said
    assert lead.run("keys", "finish", draft)[0] == 2
    elsewhere = Supervisor(tmp_path / "elsewhere")
    said = elsewhere.does("keys", "sign", draft, "--keys", sticks["小林"])
    assert "of 老王 counts no longer" in said
    assert "keys finish" in said
    lead.does("keys", "finish", draft)
    roots = lead.json("status")["roles"][0]
    assert sorted(key["holder"] for key in roots["keys"]) == sorted(["阿婷", "小林"])
    lead.does("publish", write_pack(tmp_path / "team", "新的根"), "--yes")
    agent.update()
    assert text_of(agent) == "新的根"


def test_every_key_is_replaced_and_agents_follow(lead: Supervisor, tmp_path: Path) -> None:
    agent = lead.agent(tmp_path / "agent", now)
    before = {key["id"] for role in lead.json("status")["roles"] for key in role["keys"]}
    for number, role in enumerate(("root", "targets", "online", "dress")):
        assert "New key" in lead.does("keys", "rotate", role)
        lead.does("publish", write_pack(tmp_path / "team", f"第 {number} 次"), "--yes")
        agent.update()
        assert text_of(agent) == f"第 {number} 次"
    after = {key["id"] for role in lead.json("status")["roles"] for key in role["keys"]}
    assert not before & after


def test_a_second_machine_publishes_with_the_invitation_and_its_keys(
    lead: Supervisor, tmp_path: Path
) -> None:
    agent = lead.agent(tmp_path / "agent", now)
    invitation = next((tmp_path / "agent").glob("*.miaohui-invite"))
    other = Supervisor(tmp_path / "other")
    assert "Attached packs" in other.does("attach", tmp_path / "packs", "--invite", invitation)
    pack = write_pack(tmp_path / "team", "从另一台")
    status, _, err = other.run("publish", pack, "--yes")
    assert (status, err.count("\n")) == (2, 1)
    assert err.startswith("dress lacks 1 signatures")
    other.keys().mkdir()
    for path in [*lead.keys().glob("dress.*"), *lead.keys().glob("online.*")]:
        (other.keys() / path.name).write_bytes(path.read_bytes())
    other.does("publish", pack, "--yes")
    agent.update()
    assert text_of(agent) == "从另一台"


def test_of_several_repositories_one_is_chosen(lead: Supervisor, tmp_path: Path) -> None:
    lead.does("init", tmp_path / "south", "--holder", "小林")
    status, out, err = lead.run("status")
    assert (status, out) == (2, "")
    assert "packs, south" in err
    assert lead.json("status", "--repo", "south")["place"] == str(tmp_path / "south")
    assert lead.json("status", "--repo", str(tmp_path / "packs"))["name"] == "packs"
    assert lead.run("status", "--repo", "north")[0] == 2


def test_no_second_repository_is_made_over_one(lead: Supervisor, tmp_path: Path) -> None:
    before = sorted(lead.keys().iterdir())
    status, out, err = lead.run("init", tmp_path / "packs", "--holder", "小林")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert sorted(lead.keys().iterdir()) == before
    stranger = Supervisor(tmp_path / "stranger")
    assert stranger.run("init", tmp_path / "packs", "--holder", "小林")[0] == 2
    assert "no repository" in stranger.run("status")[2]


def test_keys_do_not_go_among_the_packs(tmp_path: Path) -> None:
    lead = Supervisor(tmp_path / "lead")
    place = tmp_path / "packs"
    status, _, err = lead.run("init", place, "--holder", "阿婷", "--keys", place / "keys")
    assert status == 2
    assert "keys must not lie in the published folder" in err
    assert not list(place.rglob("*.pem"))


@pytest.mark.parametrize(
    ("passphrase", "told"), [("another passphrase", "wrong passphrase"), ("", "--passphrase-file")]
)
def test_a_passphrase_that_is_wrong_or_missing_is_one_line(
    lead: Supervisor, tmp_path: Path, passphrase: str, told: str
) -> None:
    pack = write_pack(tmp_path / "team", "您好")
    status, _, err = lead.run("publish", pack, "--yes", MIAOHUI_PASSPHRASE=passphrase)
    assert (status, err.count("\n")) == (2, 1)
    assert told in err
    assert lead.json("history", "dress") == []


def test_a_short_passphrase_makes_no_repository(tmp_path: Path) -> None:
    lead = Supervisor(tmp_path / "lead")
    (tmp_path / "secret").write_text("short\n", encoding="utf-8")
    status, out, err = lead.run(
        "init", tmp_path / "packs", "--holder", "阿婷", "--passphrase-file", tmp_path / "secret"
    )
    assert (status, out) == (2, "")
    assert "12" in err
    assert not list((tmp_path / "packs").iterdir())
    lead.does("init", tmp_path / "packs", "--holder", "阿婷")


def test_passphrases_are_asked_for_twice_without_an_echo(tmp_path: Path) -> None:
    lead = Supervisor(tmp_path / "lead", MIAOHUI_PASSPHRASE="")
    argv = lead.argv("init", tmp_path / "packs", "--holder", "Ting")
    typed = ["short", PASSPHRASE, "something else", PASSPHRASE, PASSPHRASE]
    shown = at_a_terminal(argv, lead.env, typed)
    assert "at least 12 characters" in shown
    assert "They differ" in shown
    assert PASSPHRASE not in shown
    assert re.search(r"Digits to compare: \d{4} \d{4} \d{4}", shown)
    argv = lead.argv("add-pack", "dress", "--holder", "Ting")
    assert "has its place" in at_a_terminal(argv, lead.env, [PASSPHRASE] * 4)


def test_at_a_terminal_a_no_publishes_nothing(lead: Supervisor, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "team", "您好")
    shown = at_a_terminal(lead.argv("publish", pack), lead.env, ["n"], ends=1)
    assert "Not published" in shown
    assert lead.json("history", "dress") == []
    shown = at_a_terminal(lead.argv("publish", pack), lead.env, ["y"])
    assert "Putting it in force" in shown
    assert "Published dress v1" in shown


def test_a_stick_has_all_that_agents_need(lead: Supervisor, tmp_path: Path) -> None:
    lead.does("publish", write_pack(tmp_path / "team", "您好"), "--yes")
    stick = tmp_path / "stick"
    assert "Copied" in lead.does("export", stick)
    agent = lead.agent(tmp_path / "agent", now, "--place", stick)
    agent.update()
    assert text_of(agent) == "您好"
    assert "everything already" in lead.does("export", stick)
    assert lead.run("export", tmp_path / "no" / "stick")[0] == 2


def test_a_publication_killed_at_any_moment_is_made_good_by_the_next(
    lead: Supervisor, tmp_path: Path
) -> None:
    agent = lead.agent(tmp_path / "agent", now)
    pack = write_pack(tmp_path / "team", "第 0 次")
    begun = time.monotonic()
    lead.does("publish", pack, "--yes")
    took_s = time.monotonic() - begun
    agent.update()
    killed = 0
    for number in range(1, 6):
        before = text_of(agent)
        write_pack(pack, f"第 {number} 次")
        with subprocess.Popen(
            lead.argv("publish", pack, "--yes"), env=lead.env, stdout=subprocess.DEVNULL
        ) as process:
            try:
                process.wait(timeout=random.Random(number).uniform(0.4, 1) * took_s)
            except subprocess.TimeoutExpired:
                process.kill()
                killed += 1
        agent.update()
        assert text_of(agent) in (before, f"第 {number} 次")
        lead.does("publish", pack, "--yes")
        agent.update()
        assert text_of(agent) == f"第 {number} 次"
    assert killed


def test_object_storage_is_set_up_published_to_and_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import boto3
    from moto.server import ThreadedMotoServer

    aws = {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    for name, value in aws.items():
        monkeypatch.setenv(name, value)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        url = f"http://{host}:{port}"
        boto3.client("s3", endpoint_url=url).create_bucket(Bucket="shop", ACL="public-read")
        lead = Supervisor(tmp_path / "lead", **aws)
        place = ("s3://shop/packs", "--endpoint", url)
        lead.does("init", *place, "--holder", "阿婷", "--pack", "dress")
        lead.does("publish", write_pack(tmp_path / "team", "云上"), "--yes")
        assert "--place" in lead.run("invite")[2]
        agent = lead.agent(tmp_path / "agent", now, "--place", f"{url}/shop/packs")
        agent.update()
        assert text_of(agent) == "云上"
    finally:
        server.stop()


def test_a_machine_without_a_repository_is_told_so_in_its_language(tmp_path: Path) -> None:
    nobody = Supervisor(tmp_path / "nobody")
    assert nobody.run("status")[::2] == (
        2,
        "this machine has no repository: set one up (miaohui repo init) or attach one\n",
    )
    assert "miaohui repo init" in nobody.run("status", LANG="zh_CN.UTF-8")[2]
    assert "这台电脑还没有仓库" in nobody.run("status", LANG="zh_CN.UTF-8")[2]


def at_a_terminal(argv: list[str], env: dict[str, str], typed: list[str], ends: int = 0) -> str:
    """What is shown while somebody types a line at each question."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(argv[0], argv, env)
    shown, answered = b"", 0
    while True:
        try:
            got = os.read(terminal, 4096)
        except OSError:  # the process has ended
            break
        if not got:
            break
        shown += got
        if shown.rstrip(b" ").endswith(b":") and answered < len(typed):
            os.write(terminal, typed[answered].encode() + b"\n")
            answered += 1
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == ends, shown.decode()
    return shown.decode()
