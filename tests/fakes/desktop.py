"""A small desktop in memory: windows, one clipboard, one keyboard; and our ports onto it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.core.hotkeys import Hotkey, Modifier
from desktop.core.pasting import PASTE_KEYS, SEND_KEYS
from desktop.core.phrases.typed import BACKSPACE, Stroke
from desktop.services.content import Content, File, Picture
from desktop.services.ports import Action, PortError, Snapshot, Target
from tests.fakes.time import ManualTime

TEXT = "text/plain"


@dataclass
class FakeWindow:
    """Another program's window with a text box; does what a key asks for some time after it.

    One that reads the clipboard several times takes what it reads last: the first of the formats
    that it takes. Its send key empties the box into ``sent``. ``read_after_ms`` None: it does it
    while the keys are still being sent, as when another program's hook holds up the sender.
    """

    takes: tuple[str, ...] = (TEXT, "image/png", "text/uri-list")
    text: str = ""
    got: list[bytes] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    frozen: bool = False
    read_after_ms: int | None = 5
    reads: int = 1
    read_again_after_ms: int = 0
    paste_key: Hotkey = PASTE_KEYS[0]
    send_key: Hotkey = SEND_KEYS[0]
    keys: list[Hotkey] = field(default_factory=list)


@dataclass
class FakeDesktop:
    """What everybody shares."""

    time: ManualTime = field(default_factory=ManualTime)
    windows: dict[int, FakeWindow] = field(default_factory=dict)
    own_windows: set[int] = field(default_factory=set)
    active: int | None = None
    held: set[str] = field(default_factory=set)
    obeys_activation: bool = True
    content: Mapping[str, bytes] = field(default_factory=dict)
    content_owner: object = None
    on_read: Callable[[bool], None] | None = None
    on_read_target: int | None = None
    grabs: dict[Hotkey, tuple[str, Action]] = field(default_factory=dict)
    missing_keys: set[str] = field(default_factory=lambda: {"F24"})
    keyboard_watchers: list[Action] = field(default_factory=list)
    purposes: dict[Hotkey, str] = field(default_factory=dict)
    user_says: str | None = None
    """What the desktop's user says to hotkeys: ``asked`` while thinking, ``declined``."""
    other_keys: dict[Hotkey, str] = field(default_factory=dict)
    recorders: list[Callable[[Stroke], None]] = field(default_factory=list)
    looked_at_until_ms: float = 0.0
    broken: set[str] = field(default_factory=set)

    def open(self, number: int = 1, **kind: object) -> Target:
        """A new window of another program, active."""
        self.windows[number] = FakeWindow(**kind)  # type: ignore[arg-type]
        self.active = number
        return Target(number, "chat")

    def close(self, number: int) -> None:
        """A window goes away."""
        del self.windows[number]
        self.active = None if self.active == number else self.active

    def copy(self, formats: Mapping[str, bytes]) -> None:
        """Another program copies."""
        self.content, self.content_owner, self.on_read = dict(formats), "other", None

    def read(self, reader: int | None = None, format_name: str = TEXT) -> bytes:
        """A window, or a program without one, reads a format of the clipboard."""
        content = self.content.get(format_name, b"")
        if content and self.on_read:
            self.on_read(reader == self.on_read_target)
        return content

    def stroke(self, number: int, stroke: Hotkey) -> None:
        """Keys that a program sent reach a window."""
        self._tell(Stroke(BACKSPACE if stroke.key == "Backspace" else "", stroke.modifiers))
        window = self.windows[number]
        window.keys.append(stroke)
        if not window.frozen:
            self._take_up(number)

    def type(self, text: str) -> None:
        """The agent types in the active window, with BACKSPACE for that key."""
        for character in text:
            self.make(Stroke(character))

    def make(self, stroke: Stroke) -> None:
        """The agent presses a key or clicks; it takes as long to arrive as any key."""
        self._tell(stroke)
        window = self.windows.get(self.active or 0)
        if window and stroke.text and not stroke.held & ~Modifier.SHIFT:

            def arrive() -> None:
                erased = stroke.text == BACKSPACE
                window.text = window.text[:-1] if erased else window.text + stroke.text

            self._soon(window, arrive)

    def thaw(self, number: int) -> None:
        """A frozen window works off what came in meanwhile."""
        self.windows[number].frozen = False
        self._take_up(number)

    def change_keyboard(self, missing: set[str]) -> None:
        """Another layout, without some keys."""
        self.missing_keys = missing
        self.grabs = {h: grab for h, grab in self.grabs.items() if h.key not in missing}
        for watcher in self.keyboard_watchers:
            watcher()

    def answer(self, says: str | None) -> None:
        """The desktop's user has decided about the hotkeys; None is a yes."""
        self.user_says = says
        for watcher in self.keyboard_watchers:
            watcher()

    def press(self, hotkey: Hotkey) -> None:
        if hotkey in self.grabs:
            self.grabs[hotkey][1]()

    def check(self, part: str) -> None:
        if part in self.broken:
            raise PortError(part + "_broken")

    def _tell(self, stroke: Stroke) -> None:
        for hear in self.recorders:
            hear(stroke)

    def _take_up(self, number: int) -> None:
        window = self.windows[number]

        def take(reads: int) -> None:
            if window.frozen:
                return
            format_name = next((name for name in window.takes if name in self.content), "")
            found = self.read(number, format_name)
            if reads > 1:
                self.time.call_later(window.read_again_after_ms, lambda: take(reads - 1))
                return
            window.got.append(found)
            if format_name == TEXT:
                window.text += found.decode()

        def send() -> None:
            window.sent.append(window.text)
            window.text = ""

        def erase() -> None:
            window.text = window.text[:-1]

        keys, window.keys = window.keys, []
        for key in keys:
            if key == window.paste_key:
                self._soon(window, lambda: take(window.reads))
            elif key == window.send_key:
                self._soon(window, send)
            elif key.key == "Backspace":
                self._soon(window, erase)

    def _soon(self, window: FakeWindow, action: Action) -> None:
        if window.read_after_ms is None:
            action()
        else:
            self.time.call_later(window.read_after_ms, action)


def formats_of(content: Content) -> dict[str, bytes]:
    """A content as the formats of the clipboard."""
    match content:
        case Picture(data):
            return {"image/png": data}
        case File(path):
            return {"text/uri-list": f"{path.as_uri()}\r\n".encode()}
        case text:
            return {TEXT: text.encode()}


class FakeClipboard:
    """The Clipboard port."""

    def __init__(self, desktop: FakeDesktop) -> None:
        self._desktop = desktop
        self.restored: list[Snapshot] = []

    def snapshot(self) -> Snapshot:
        self._desktop.check("snapshot")
        return Snapshot(dict(self._desktop.content))

    def offer(self, content: Content, target: Target, on_read: Callable[[bool], None]) -> None:
        self._desktop.check("offer")
        self._take(formats_of(content))
        self._desktop.on_read, self._desktop.on_read_target = on_read, target.window

    def put(self, content: Content) -> None:
        self._desktop.check("put")
        self._take(formats_of(content))

    def restore(self, snapshot: Snapshot) -> None:
        self._desktop.check("restore")
        self._take(snapshot.formats)
        self.restored.append(snapshot)

    def ours(self) -> bool:
        return self._desktop.content_owner is self

    def settled(self) -> bool:
        return self._desktop.time.monotonic_ms() >= self._desktop.looked_at_until_ms

    def _take(self, formats: Mapping[str, bytes]) -> None:
        self._desktop.copy(formats)
        self._desktop.content_owner = self if formats else None


class FakeFocus:
    """The Focus port."""

    def __init__(self, desktop: FakeDesktop) -> None:
        self._desktop = desktop
        self._last: int | None = None

    def current(self) -> Target | None:
        self._desktop.check("focus")
        active = self._desktop.active
        if active is not None and active not in self._desktop.own_windows:
            self._last = active
        if self._last not in self._desktop.windows:
            self._last = None
        return None if self._last is None else Target(self._last, "chat")

    def is_active(self, target: Target) -> bool:
        self._desktop.check("focus")
        return self._desktop.active == target.window

    def activate(self, target: Target) -> None:
        self._desktop.check("focus")
        if self._desktop.obeys_activation:
            self._desktop.time.call_later(10, lambda: self._activate_now(target.window))

    def exists(self, target: Target) -> bool:
        self._desktop.check("focus")
        return target.window in self._desktop.windows

    def _activate_now(self, window: int) -> None:
        if window in self._desktop.windows:
            self._desktop.active = window


class FakeKeys:
    """The Keys port."""

    def __init__(self, desktop: FakeDesktop) -> None:
        self._desktop = desktop
        self.missing: str | None = None

    def obstacle(self) -> str | None:
        return self.missing

    def send(
        self,
        *strokes: Hotkey,
        into: Target,
        despite: str = "",
        provided: Callable[[], bool] | None = None,
    ) -> bool:
        self._desktop.check("keys")
        if any(stroke.key == "F24" for stroke in strokes):
            raise PortError("no_such_key")
        if self._desktop.held - {despite} or (provided and not provided()):
            return False
        if self._desktop.active != into.window:
            return False
        for stroke in strokes:
            if self._desktop.active in self._desktop.windows:
                self._desktop.stroke(self._desktop.active, stroke)
        return True


class FakeHotkeys:
    """The Hotkeys port of one program on the desktop."""

    def __init__(self, desktop: FakeDesktop, program: str = "ours") -> None:
        self._desktop = desktop
        self._program = program

    def bind(self, hotkey: Hotkey, action: Action, purpose: str = "") -> str | None:
        if hotkey.key in self._desktop.missing_keys:
            return "no_such_key"
        if self._desktop.user_says:
            return self._desktop.user_says
        owner = self._desktop.grabs.get(hotkey, (self._program, action))[0]
        if owner != self._program:
            return "taken"
        self._desktop.grabs[hotkey] = (self._program, action)
        self._desktop.purposes[hotkey] = purpose
        return None

    def release(self, hotkey: Hotkey) -> None:
        if self._desktop.grabs.get(hotkey, ("", None))[0] == self._program:
            del self._desktop.grabs[hotkey]

    def tell_changes(self, changed: Action) -> None:
        self._desktop.keyboard_watchers.append(changed)

    def keys_of(self, hotkey: Hotkey) -> str:
        return self._desktop.other_keys.get(hotkey, str(hotkey))


class FakeTyping:
    """The Typing port; strokes are told a little after they are made, as everywhere."""

    def __init__(self, desktop: FakeDesktop) -> None:
        self._desktop = desktop
        self._on_stroke: Callable[[Stroke], None] | None = None
        self._untold: deque[Stroke] = deque()
        self.missing: str | None = None
        self.forbidden = False

    def start(self, on_stroke: Callable[[Stroke], None]) -> str | None:
        self.stop()
        if self.missing is None:
            self._on_stroke = on_stroke
            self._desktop.recorders.append(self._made)
        return self.missing

    def stop(self) -> None:
        if self._on_stroke:
            self._on_stroke = None
            self._desktop.recorders.remove(self._made)
            self._untold.clear()

    def catch_up(self) -> None:
        while self._untold and self._on_stroke:
            self._on_stroke(self._untold.popleft())

    def off_limits(self) -> bool:
        return self.forbidden

    def _made(self, stroke: Stroke) -> None:
        self._untold.append(stroke)
        self._desktop.time.call_later(1, self.catch_up)
