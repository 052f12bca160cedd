"""Other programs' chat boxes: a Chromium text area and a plain X11 toolkit program."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.e2e.desktop.program import Program
from tests.e2e.desktop.session import Desktop, eventually

HERE = Path(__file__).parent
PAGE = """<!doctype html><meta charset="utf-8"><title>CHROMIUM CHAT</title>
<textarea autofocus style="width:95%;height:200px"></textarea><script>
const box = document.querySelector("textarea");
const tell = (state) =>
  fetch("/", {method: "POST", body: JSON.stringify({state, text: box.value})});
let last = Promise.resolve();
const say = (state) => last = last.then(() => tell(state));
box.addEventListener("input", () => say("input"));
box.addEventListener("focus", () => say("focus"));
new EventSource("/commands").onmessage = (event) => {
  const command = JSON.parse(event.data);
  if (command.clear) box.value = "";
  if (command.freeze_ms) {
    const end = performance.now() + command.freeze_ms;
    while (performance.now() < end);
  }
  say(command.state);
};
addEventListener("load", () => { box.focus(); say("load"); });
</script>"""


def python_with_tk() -> str | None:
    for name in (sys.executable, "/usr/bin/python3"):
        if shutil.which(name):
            tried = subprocess.run([name, "-c", "import tkinter"], capture_output=True, check=False)
            if tried.returncode == 0:
                return name
    return None


class TkBox:
    """The plain program; ``title`` finds its window."""

    def __init__(self, desktop: Desktop, title: str = "TK CHAT") -> None:
        self.title = title
        python = python_with_tk()
        assert python, "no Python with tkinter"
        self._program = Program(desktop, [python, str(HERE / "tk_box.py"), title])
        self.process = self._program.process
        self._program.wait(ready=True)
        desktop.activate(self.title)

    def text(self) -> str:
        return str(self._program.ask(do="text"))

    def clear(self) -> None:
        self._program.ask(do="clear")

    def freeze(self, seconds: float) -> None:
        """Returns when it is deaf; it is itself again after ``seconds``."""
        self._program.tell(do="freeze", seconds=seconds)
        self._program.wait(frozen=True)

    def forget(self) -> None:
        """Drops what it has told so far: a test that lasts long keeps no diary."""
        self._program.heard()

    def close(self) -> None:
        self._program.close()


class ChromiumBox:
    """A text area in Chromium, with a page of our own on the loopback."""

    title = "CHROMIUM CHAT"
    page = PAGE

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        self._said: list[dict[str, Any]] = []
        self._commands: list[socket.socket] = []
        self._sent = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        browser = shutil.which("chromium") or shutil.which("chromium-browser")
        assert browser, "no chromium"
        profile = desktop.folder / f"chromium-{self._server.server_port}"
        self.process = desktop.start(
            [
                browser,
                f"--app=http://127.0.0.1:{self._server.server_port}/",
                f"--user-data-dir={profile}",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--password-store=basic",
                "--window-size=500,330",
                "--window-position=640,30",
            ]
        )
        self._wait("load", within_s=60)
        desktop.activate(self.title)
        eventually(lambda: self._commands, "the page listens")
        eventually(self._takes_keys, "the page takes keys")
        desktop.press("ctrl+a", "BackSpace")
        eventually(lambda: not self.text(), "the page is empty again")

    def _takes_keys(self) -> bool:
        """A browser throws away keys that come before the page was first painted."""
        self._desktop.press("x")
        return bool(self.text())

    def text(self) -> str:
        return str(self._command()["text"])

    def clear(self) -> None:
        self._command(clear=True)

    def freeze(self, seconds: float) -> None:
        """The page does nothing for so long; returns when that has begun."""
        self._send(freeze_ms=seconds * 1000)

    def forget(self) -> None:
        """Drops what it has told so far: a test that lasts long keeps no diary."""
        self._said.clear()

    def pause(self) -> None:
        """The whole program stands still: it answers nobody."""
        self.process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def close(self) -> None:
        self.resume()
        self._desktop.stop(self.process)
        for connection in self._commands:
            connection.close()
        self._server.shutdown()
        self._server.server_close()

    def _command(self, **command: object) -> dict[str, Any]:
        return self._wait(self._send(**command))

    def _send(self, **command: object) -> str:
        self._sent += 1
        state = f"command {self._sent}"
        line = json.dumps({"state": state, **command})
        self._commands[-1].sendall(f"data: {line}\n\n".encode())
        return state

    def _wait(self, state: str, within_s: float = 15.0) -> dict[str, Any]:
        return eventually(
            lambda: next((m for m in self._said if m["state"] == state), None), state, within_s
        )

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        box = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/commands":
                    self._answer("text/event-stream")
                    self.wfile.flush()
                    box._commands.append(self.connection)
                    threading.Event().wait()  # the page listens as long as it lives
                elif self.path == "/":
                    self._answer("text/html", box.page.encode())
                else:
                    self.send_error(404)

            def do_POST(self) -> None:
                said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                box._said.append(said)
                self._answer("text/plain", b"ok")

            def _answer(self, kind: str, body: bytes | None = None) -> None:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                if body is not None:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *args: object) -> None:
                pass

        return Handler


ChatBox = TkBox | ChromiumBox
