"""What a room of the window gets to work with, and how a room is plugged into the window."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from desktop.core.phrases.values import PLACEHOLDERS
from desktop.services.current_pack import CurrentPack
from desktop.ui.docking import Dock
from desktop.ui.focus import FocusKeeper
from desktop.ui.i18n import Languages
from desktop.ui.icons import Icons
from desktop.ui.keeping import Say, kept
from desktop.ui.on_top import OnTop
from desktop.ui.paste_and_send import PasteAndSend
from desktop.ui.sending import Sender
from desktop.ui.services import WindowServices
from desktop.ui.theme import Theme
from desktop.ui.values import Values


class Desk(Struct, frozen=True):
    """Everything on an agent's desk; every room shares it.

    Attributes:
        services: The doors to the rest of the program.
        theme: Colours of the moment.
        icons: Pictures in these colours.
        languages: Words of the moment; a change reaches widgets as ``LanguageChange``.
        on_top: Whether the window stays above the others.
        paste_and_send: Whether a phrase may be sent with the key that pastes it.
        dock: Keeps the window beside another program's.
        values: What placeholders stand for; the order room sets the quote's.
        focus: Takes the keyboard focus from the chat window and gives it back.
        sender: Pastes and copies, and tells the outcome.
        say: Shows one line, with a labelled action if there is something to do about it.
        open_room: Opens the room with this id.
        open_settings: Opens the settings at the page with this id; an empty one for any page.
        run: Runs a command such as ``search``, ``order`` or ``scenario:price.quote``.
        watch_commands: While a function is set, it gets every hotkey's command instead.
    """

    services: WindowServices
    theme: Theme
    icons: Icons
    languages: Languages
    on_top: OnTop
    paste_and_send: PasteAndSend
    dock: Dock
    values: Values
    focus: FocusKeeper
    sender: Sender
    say: Say
    open_room: Callable[[str], None]
    open_settings: Callable[[str], None]
    run: Callable[[str], None]
    watch_commands: Callable[[Callable[[str], None] | None], None]

    def hint(self, placeholder: str) -> str:
        """What belongs in a placeholder, for people; empty if it has no hint."""
        if placeholder in PLACEHOLDERS:
            return self.languages.words.text(PLACEHOLDERS[placeholder].hint)
        return self.services.current.placeholders.get(placeholder, "")

    def kept(self, action: Callable[[], object]) -> bool:
        """Does what keeps something; False if that failed, which is said then."""
        return kept(action, self.languages, self.say)

    def placeholders(self) -> tuple[str, ...]:
        """Every name a phrase may use."""
        return self.services.current.names


class Panel(QWidget):
    """The inside of a room."""

    def enter(self) -> None:
        """The agent came in by keyboard: puts the focus where work starts."""
        raise NotImplementedError

    def run(self, command: str) -> None:
        """Runs one of the room's commands."""
        raise NotImplementedError

    def toast_bottom_px(self) -> int:
        """Where a toast may stand without hiding what is pressed next: its lower edge."""
        return self.height()


class Room(Struct, frozen=True):
    """One tab of the window; its panel is built when it is first opened.

    Attributes:
        id: Stable name, e.g. ``phrases``.
        icon: Picture of the tab.
        title: The tab's text in the language of the moment.
        commands: The commands it runs; one ending in ``.`` or ``:`` stands for all that follow.
        build: Makes the panel.
        offered: Whether the pack of the moment has a use for it.
    """

    id: str
    icon: str
    title: Callable[[], str]
    commands: tuple[str, ...]
    build: Callable[[Desk], Panel]
    offered: Callable[[CurrentPack], bool] = lambda _pack: True

    def runs(self, command: str) -> bool:
        """Whether the command is this room's."""
        return any(
            command.startswith(own) if own[-1] in ".:" else command == own for own in self.commands
        )
