"""Web servers as companies have them: certificates, proxies, odd addresses."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from select import select
from shutil import copytree
from threading import Thread

import pytest

from desktop.remote.client.proxy import Proxy, proxy_for, system_tls
from desktop.services.repository import RemoteError
from tests.remote.certificate import make_certificate
from tests.remote.host import Answer, Handler, Host, TlsHost
from tests.remote.team import Agent, Team


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("tls") / "server.pem")


@pytest.fixture
def secure_host(team: Team, certificate: Path) -> Iterator[TlsHost]:
    host = TlsHost(team.place, certificate)
    yield host
    host.close()


def agent_at(team: Team, place: str, certificates: Path | None = None) -> Agent:
    invitation = team.publisher.invitation([place], ["dress"])
    return Agent(team.folder / "agent", invitation, team.clock.now, certificates)


# --- certificates


def test_a_company_with_its_own_certificates_gives_them_in_a_file(
    team: Team, secure_host: TlsHost, certificate: Path
) -> None:
    team.publisher.publish("dress", b"first", "")
    agent = agent_at(team, secure_host.url, certificate)
    agent.update()
    assert agent.data == b"first"
    secure_host.count_anew()
    agent.update()
    assert (len(secure_host.asked), secure_host.connections) == (2, 1)


def test_a_certificate_nobody_vouches_for_is_refused(team: Team, secure_host: TlsHost) -> None:
    team.publisher.publish("dress", b"first", "")
    assert agent_at(team, secure_host.url).fails() == "tls"


def test_a_certificate_of_another_name_is_refused(
    team: Team, secure_host: TlsHost, certificate: Path
) -> None:
    agent = agent_at(team, secure_host.url.replace("127.0.0.1", "localhost"), certificate)
    assert agent.fails() == "tls"


def test_a_server_that_does_not_speak_tls_is_told(team: Team) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def plain() -> None:
            client, _ = server.accept()
            with client:
                client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                client.recv(65_536)

        answering = Thread(target=plain)
        answering.start()
        assert agent_at(team, f"https://127.0.0.1:{server.getsockname()[1]}").fails() == "tls"
        answering.join()


def test_a_handshake_that_never_ends_is_given_up(team: Team) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        agent = agent_at(team, f"https://127.0.0.1:{silent.getsockname()[1]}")
        agent.hurry()
        assert agent.fails() == "deadline"


def test_a_file_of_certificates_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("nothing")
    for path in (tmp_path / "ca.pem", tmp_path / "missing.pem"):
        with pytest.raises(RemoteError, match="ca_file"):
            system_tls(path)


# --- proxies


class ProxyHost(Host):
    """A proxy for one server; for https it passes everything on."""

    def __init__(self, behind: Host) -> None:
        self.behind = behind
        self.wanted = ""
        super().__init__(behind.folder)

    def answer(self, handler: Handler, method: str, target: str) -> None:
        answer = Answer(handler, target, None)
        if self.wanted not in self.heads[-1]:
            answer.whole(b"", "407 Proxy Authentication Required")
        elif method == "CONNECT":
            answer.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            self._pass_on(handler.connection)
            answer.cut()
        else:
            super().answer(handler, method, target.removeprefix(self.behind.url))

    def _pass_on(self, client: socket.socket) -> None:
        with socket.create_connection(self.behind.server_address) as server:
            while ready := select([client, server], [], [], 10)[0]:
                for end, other in ((client, server), (server, client)):
                    if end in ready:
                        data = end.recv(65_536)
                        if not data:
                            return
                        other.sendall(data)


@pytest.fixture
def proxy(host: Host) -> Iterator[ProxyHost]:
    proxy = ProxyHost(host)
    yield proxy
    proxy.close()


def test_http_goes_through_the_systems_proxy(
    team: Team, host: Host, proxy: ProxyHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.publisher.publish("dress", b"first", "")
    monkeypatch.setenv("http_proxy", proxy.url)
    agent = agent_at(team, host.url)
    agent.update()
    assert agent.data == b"first"
    assert host.connections == 0
    assert proxy.asked[0] == f"{host.url}/metadata/2.root.json"
    assert f"Host: {host.url.removeprefix('http://')}" in proxy.heads[0]


def test_https_goes_through_it_untouched(
    team: Team, secure_host: TlsHost, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.publisher.publish("dress", b"first", "")
    proxy = ProxyHost(secure_host)
    proxy.wanted = "Proxy-Authorization: Basic 5bCP5p6XOnNlY3JldA=="
    monkeypatch.setenv("https_proxy", proxy.url.replace("//", "//%E5%B0%8F%E6%9E%97:secret@"))
    agent = agent_at(team, secure_host.url, certificate)
    agent.update()
    proxy.close()
    assert agent.data == b"first"
    assert [head.split()[0] for head in proxy.heads] == ["CONNECT"]
    assert proxy.asked == [secure_host.url.removeprefix("https://")]


def test_a_proxy_that_wants_to_know_who_we_are_is_told_as_that(
    team: Team, secure_host: TlsHost, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = ProxyHost(secure_host)
    proxy.wanted = "never"
    monkeypatch.setenv("https_proxy", proxy.url)
    assert agent_at(team, secure_host.url, certificate).fails() == "proxy_refused"
    proxy.close()


def test_hosts_that_the_system_excepts_are_reached_without_it(
    team: Team, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.publisher.publish("dress", b"first", "")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    agent_at(team, host.url).update()


@pytest.mark.parametrize(
    ("setting", "made"),
    [
        ("http://proxy.example:3128", Proxy("proxy.example", 3128, {})),
        ("proxy.example:3128", Proxy("proxy.example", 3128, {})),
        ("http://proxy.example", Proxy("proxy.example", 80, {})),
    ],
)
def test_a_proxy_is_read_as_systems_write_it(
    monkeypatch: pytest.MonkeyPatch, setting: str, made: Proxy
) -> None:
    monkeypatch.setenv("all_proxy", setting)
    assert proxy_for("https", "packs.example") == made


@pytest.mark.parametrize("setting", ["socks5://proxy.example:1080", "http://", "http://x:y:z"])
def test_a_proxy_of_another_kind_is_told(
    monkeypatch: pytest.MonkeyPatch, setting: str, team: Team
) -> None:
    monkeypatch.setenv("http_proxy", setting)
    assert agent_at(team, "http://packs.example").fails() == "proxy"


# --- odd servers


def test_a_server_that_hangs_up_after_each_answer_is_dialled_again(team: Team, host: Host) -> None:
    def and_goodbye(answer: Answer) -> None:
        status = "200 OK" if answer.found else "404 Not Found"
        answer.whole(answer.file, status, "Connection: close")
        answer.cut()

    def without_a_word(answer: Answer) -> None:
        answer.honest()
        answer.cut()

    team.publisher.publish("dress", b"first", "")
    for trick in (and_goodbye, without_a_word):
        host.tricks = {"": trick}
        agent = agent_at(team, host.url)
        agent.update()
        assert agent.data == b"first"


def test_an_answer_in_chunks_is_read(team: Team, host: Host) -> None:
    def chunked(answer: Answer) -> None:
        if not answer.found:
            answer.honest()
            return
        answer.head(None)
        for at in range(0, len(answer.file), 100):
            piece = answer.file[at : at + 100]
            answer.send(b"%x\r\n%b\r\n" % (len(piece), piece))
        answer.send(b"0\r\n\r\n")

    team.publisher.publish("dress", b"first", "")
    host.tricks = {"": chunked}
    agent = agent_at(team, host.url)
    agent.update()
    assert host.connections == 1


def test_an_error_page_of_any_size_costs_little(team: Team, host: Host) -> None:
    def long_page(answer: Answer) -> None:
        answer.head(2**30, "404 Not Found")
        while not answer.over.is_set():
            answer.send(bytes(65_536))

    team.publisher.publish("dress", b"first", "")
    host.tricks["/2.root.json"] = long_page
    agent = agent_at(team, host.url)
    agent.update()
    assert agent.data == b"first"


def test_an_address_with_a_folder_and_chinese_in_it(team: Team, host: Host) -> None:
    team.publisher.publish("dress", b"first", "")
    host.folder = team.folder
    copytree(team.place, team.folder / "话术 包")
    seen: list[str] = []

    def decode(answer: Answer) -> None:
        from urllib.parse import unquote

        seen.append(answer.path)
        path = host.folder / unquote(answer.path).lstrip("/")
        if path.is_file():
            answer.whole(path.read_bytes())
        else:
            answer.honest()

    host.tricks = {"": decode}
    agent_at(team, f"{host.url}/话术%20包").update()
    assert all(path.isascii() for path in seen)


def test_a_name_in_chinese_is_asked_for_as_the_network_writes_it(
    team: Team, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    team.publisher.publish("dress", b"first", "")
    asked: list[object] = []
    port = host.server_address[1]
    address = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))
    monkeypatch.setattr(
        "socket.getaddrinfo", lambda name, *_, **__: asked.append(name) or [address]
    )
    agent_at(team, f"http://话术.example:{port}").update()
    assert asked == ["xn--cqv892f.example"]
    assert f"Host: {asked[0]}:{port}" in host.heads[0]


@pytest.mark.parametrize("name", ["a..b", "x" * 64, "话" * 60])
@pytest.mark.parametrize("proxied", [False, True])
def test_a_name_that_cannot_be_one_is_told(
    team: Team, monkeypatch: pytest.MonkeyPatch, name: str, proxied: bool
) -> None:
    if proxied:
        monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    assert agent_at(team, f"https://{name}").fails() == "network"


def test_an_address_of_ip_version_6(team: Team) -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 on this machine")
    agent = agent_at(team, "http://[::1]:9")
    assert agent.fails() == "network"


def test_the_second_address_of_a_name_is_tried(
    team: Team, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = host.server_address[1]
    team.publisher.publish("dress", b"first", "")
    addresses = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 9)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)),
    ]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: addresses)
    agent = agent_at(team, f"http://packs.example:{port}")
    agent.update()
    assert f"Host: packs.example:{port}" in host.heads[0]


def test_a_server_that_takes_connections_and_says_nothing_is_given_up(team: Team) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        agent = agent_at(team, f"http://127.0.0.1:{silent.getsockname()[1]}")
        agent.hurry()
        assert agent.fails() == "deadline"
