"""Windows' own Notepad as the chat box."""

from __future__ import annotations

from tests.windows.desktop import WindowsDesktop


class Notepad:
    """One window of it, in front with the keyboard.

    Attributes:
        window: Its number.
    """

    title = "Notepad"

    def __init__(self, windows: WindowsDesktop) -> None:
        self._windows = windows
        before = set(windows.ask(do="find_all", title=self.title))
        self._process = windows.start(windows.wine("notepad"))
        self.window = windows.eventually(
            lambda: next(iter(set(windows.ask(do="find_all", title=self.title)) - before), 0),
            "Notepad's window",
        )
        self.activate()

    def activate(self) -> None:
        """The agent turns to it."""
        self._windows.ask(do="activate", window=self.window)
        self._windows.eventually(self.active, "Notepad in front")

    def active(self) -> bool:
        """Whether the keyboard is here."""
        return bool(self._windows.ask(do="foreground") == self.window)

    def text(self) -> str:
        """What stands there, with single line ends."""
        return str(self._windows.ask(do="text", window=self.window)).replace("\r\n", "\n")

    def clear(self) -> None:
        """Empties it."""
        self._windows.ask(do="clear", window=self.window)

    def copy(self, text: str) -> None:
        """Copies a text from here."""
        self._windows.ask(do="copy_from", window=self.window, text=text)

    def freeze(self) -> None:
        """It stands still until ``thaw``."""
        self._windows.ask(do="freeze", window=self.window)

    def thaw(self) -> None:
        """It goes on."""
        self._windows.ask(do="thaw", window=self.window)

    def close(self) -> None:
        """Ends it without a question."""
        self._windows.stop(self._process)
