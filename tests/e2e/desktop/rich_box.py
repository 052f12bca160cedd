"""A chat page in Chromium that takes pictures and files as chat clients do, and sends by Enter."""

from __future__ import annotations

from tests.e2e.desktop.chatboxes import ChromiumBox

PAGE = """<!doctype html><meta charset="utf-8"><title>CHROMIUM CHAT</title>
<div contenteditable autofocus style="width:95%;height:200px;border:1px solid"></div><script>
const box = document.querySelector("div");
const hex = (bytes) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const sent = [];
let last = Promise.resolve();
const inside = () => [...box.childNodes].map((node) =>
  node.dataset?.digest ? {name: node.dataset.name, digest: node.dataset.digest}
                       : node.textContent).filter((part) => part !== "");
const tell = (state) => fetch("/", {
  method: "POST", body: JSON.stringify({state, text: box.textContent, parts: inside(), sent})});
const say = (state) => last = last.then(() => tell(state));
const add = async (file, mark) => {
  mark.dataset.name = file.name;
  mark.dataset.digest = hex(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
};
box.addEventListener("paste", (event) => {
  const files = [...event.clipboardData.files];
  if (!files.length) return;
  event.preventDefault();
  for (const file of files) {
    const mark = document.createElement("img");
    box.append(mark);
    last = last.then(() => add(file, mark));
  }
  getSelection().selectAllChildren(box);
  getSelection().collapseToEnd();
  say("pasted");
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  last = last.then(() => { sent.push(inside()); box.textContent = ""; });
  say("sent");
});
box.addEventListener("input", () => say("input"));
box.addEventListener("focus", () => say("focus"));
new EventSource("/commands").onmessage = (event) => {
  const command = JSON.parse(event.data);
  if (command.clear) { box.textContent = ""; sent.length = 0; }
  if (command.freeze_ms) {
    const end = performance.now() + command.freeze_ms;
    while (performance.now() < end);
  }
  say(command.state);
};
addEventListener("load", () => { box.focus(); say("load"); });
</script>"""

Part = str | dict[str, str]


class RichBox(ChromiumBox):
    """The page; a picture or file in it is a mapping of its name and the digest of its content."""

    page = PAGE

    def parts(self) -> list[Part]:
        """What stands in it, in order."""
        found: list[Part] = self._command()["parts"]
        return found

    def sent(self) -> list[list[Part]]:
        """What was sent."""
        found: list[list[Part]] = self._command()["sent"]
        return found
