"""The settings window: every setting applies at once, is kept at once, and follows elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.hotkeys import parse_hotkey
from desktop.core.pasting import PasteRule, PasteRules
from desktop.core.phrases.model import Overlay
from desktop.services.pasting import PASTE_AND_SEND, PASTE_RULES
from desktop.ui.recorder import Recorder
from desktop.ui.settings.pages import PAGES
from desktop.ui.settings.window import SettingsWindow
from desktop.ui.theme import DARK
from tests.fakes.desktop import FakeHotkeys
from tests.gui.conftest import Agent, Come

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no window system here
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(agent: Agent, qtbot: QtBot) -> SettingsWindow:
    """Opened from the search box by its key."""
    return open_settings(agent, qtbot)


def open_settings(agent: Agent, qtbot: QtBot) -> SettingsWindow:
    agent.window.run("search")
    qtbot.waitUntil(agent.search.hasFocus)
    agent.press(Qt.Key.Key_Comma, CONTROL)
    window = agent.one(SettingsWindow)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def tick(agent: Agent, text: str) -> None:
    [box] = [box for box in agent.window.findChildren(QCheckBox) if box.text() == text]
    box.click()


def pick(agent: Agent, name: str, text: str) -> None:
    """Chooses as the keyboard does it: to the box, then down the list."""
    box = agent.one(QComboBox, name)
    number = box.findText(text)
    box.setFocus()
    while box.currentIndex() != number:
        down = number > box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def test_the_keyboard_opens_it_and_esc_closes_it(
    agent: Agent, window: SettingsWindow, qtbot: QtBot
) -> None:
    agent.press(Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert open_settings(agent, qtbot) is window


def test_language_and_theme_change_live_and_are_kept(agent: Agent, window: SettingsWindow) -> None:
    pick(agent, "Theme", "Dark")
    assert agent.window._desk.theme.tokens is DARK
    pick(agent, "Language", "中文")
    QApplication.processEvents()
    assert window.windowTitle() == "秒回设置"
    assert agent.one(QComboBox, "语言").currentText() == "中文"
    assert agent.store.settings["window.language"] == "zh"
    assert agent.store.settings["window.theme"] == "dark"


def test_what_the_header_switches_the_page_shows_and_the_other_way(
    agent: Agent, window: SettingsWindow
) -> None:
    [box] = [b for b in agent.window.findChildren(QCheckBox) if "above" in b.text()]
    agent.click("Always on top")
    assert not box.isChecked()
    tick(agent, "Keep the window above others")
    assert agent.window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint
    assert agent.store.settings["window.on_top"] == "yes"


def test_the_agents_name_is_kept_when_the_field_is_left(
    agent: Agent, window: SettingsWindow
) -> None:
    field = agent.line_edit("Your name")
    field.setFocus()
    agent.write("小林")
    agent.press(Qt.Key.Key_Tab)
    assert agent.store.settings["agent.name"] == "小林"


def test_closing_the_window_ends_the_program_if_the_agent_wants_that(
    agent: Agent, window: SettingsWindow
) -> None:
    tick(agent, "Closing the window hides it in the tray")
    agent.window.close()
    assert agent.quits == 1


def open_hotkeys(agent: Agent) -> None:
    agent.window._desk.open_settings("hotkeys")


def recorder(agent: Agent, name: str) -> Recorder:
    field = agent.one(Recorder, name)
    field.setFocus()
    return field


def problem(agent: Agent) -> str:
    labels = agent.window.findChildren(QLabel, "field_problem")
    return " ".join(label.text() for label in labels if label.isVisible())


def test_keys_pressed_in_a_row_are_the_commands_at_once_and_for_good(
    agent: Agent, window: SettingsWindow
) -> None:
    open_hotkeys(agent)
    field = recorder(agent, "Open the order room")
    assert field.text() == "Ctrl+Alt+O"
    agent.press(Qt.Key.Key_F9)
    assert field.text() == "F9"
    assert agent.store.settings["hotkeys.commands"] == '{"order": "F9"}'
    assert parse_hotkey("F9") in agent.desktop.grabs
    assert parse_hotkey("Ctrl+Alt+O") not in agent.desktop.grabs


def test_backspace_takes_the_keys_away_and_the_way_back_brings_the_default(
    agent: Agent, window: SettingsWindow
) -> None:
    open_hotkeys(agent)
    field = recorder(agent, "Open the order room")
    agent.press(Qt.Key.Key_Backspace)
    assert parse_hotkey("Ctrl+Alt+O") not in agent.desktop.grabs
    agent.click("Open the order room: Back to Ctrl+Alt+O")
    assert field.text() == "Ctrl+Alt+O"
    assert parse_hotkey("Ctrl+Alt+O") in agent.desktop.grabs
    agent.press(Qt.Key.Key_F9)
    agent.click("All commands back to their defaults")
    assert field.text() == "Ctrl+Alt+O"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_Z, "Another program already has this hotkey"),
        (Qt.Key.Key_3, "“Paste pinned phrase 3” has these keys"),
    ],
)
def test_a_conflict_is_said_in_the_row_and_the_command_keeps_its_keys(
    agent: Agent, window: SettingsWindow, key: Qt.Key, said: str
) -> None:
    FakeHotkeys(agent.desktop, "other").bind(parse_hotkey("Ctrl+Alt+Z"), lambda: None)
    open_hotkeys(agent)
    field = recorder(agent, "Open the order room")
    agent.press(key, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert problem(agent) == said
    assert parse_hotkey("Ctrl+Alt+O") in agent.desktop.grabs
    agent.press(Qt.Key.Key_Tab, CONTROL)  # a hotkey too: it stays
    assert field.text() == "Ctrl+Tab"
    assert problem(agent) == ""


def test_a_hotkey_of_ours_pressed_in_a_row_names_its_owner_and_works_again_after(
    agent: Agent, window: SettingsWindow
) -> None:
    open_hotkeys(agent)
    recorder(agent, "Open the order room")
    agent.desktop.press(parse_hotkey("Ctrl+Alt+R"))
    assert problem(agent) == "“Start the reply clock” has these keys"
    window.close()
    agent.desktop.press(parse_hotkey("Ctrl+Alt+R"))
    assert agent.window._desk.services.reply_clock.waited_ms() is not None


def test_what_the_system_refused_at_the_start_stands_at_its_row(agent: Agent) -> None:
    taken = parse_hotkey("Ctrl+Alt+O")
    del agent.desktop.grabs[taken]
    FakeHotkeys(agent.desktop, "other").bind(taken, lambda: None)
    agent.hotkeys.choose("order", None)
    agent.hotkeys.choose("order", taken)
    agent.bind()
    assert agent.toast == "Ctrl+Alt+O: Another program already has this hotkey"
    agent.click("Change…")
    assert problem(agent) == "Another program already has this hotkey"


def test_a_phrases_own_hotkey_is_changed_here_too(come: Come, qtbot: QtBot) -> None:
    agent = come(Overlay(hotkeys={"p/greet.back/1": parse_hotkey("F6")}))
    open_hotkeys(agent)
    qtbot.waitUntil(recorder(agent, "欢迎回来").hasFocus)
    agent.press(Qt.Key.Key_F7)
    assert agent.store.kept.hotkeys == {"p/greet.back/1": parse_hotkey("F7")}
    agent.press(Qt.Key.Key_Backspace)
    assert agent.store.kept.hotkeys == {}


def open_pasting(agent: Agent) -> None:
    agent.window._desk.open_settings("pasting")


def test_a_program_gets_a_rule_of_its_own_that_is_kept_at_once(
    agent: Agent, window: SettingsWindow
) -> None:
    open_pasting(agent)
    field = agent.line_edit("Program for a new rule")
    assert field.text() == "chat", "the program that phrases go to now"
    field.setText("AliWorkbench.exe")
    field.setFocus()
    agent.press(Qt.Key.Key_Return)
    pause = agent.one(QSpinBox, "aliworkbench: Pause before pasting")
    pause.setFocus()
    agent.press(Qt.Key.Key_Up)
    agent.press(Qt.Key.Key_Up)
    pick(agent, "aliworkbench: Send key", "Ctrl+Enter")
    rule = PASTE_RULES.of(agent.store).of("AliWorkbench")
    assert (rule.before_ms, str(rule.send_key)) == (100, "Ctrl+Enter")
    assert PASTE_RULES.of(agent.store).usual == PasteRule()
    QApplication.processEvents()  # a new card is shown when there is time
    agent.click("aliworkbench: Remove the rule")
    assert PASTE_RULES.of(agent.store) == PasteRules()


def test_all_other_programs_have_a_rule_too(agent: Agent, window: SettingsWindow) -> None:
    open_pasting(agent)
    pick(agent, "All other programs: Paste key", "Shift+Insert")
    assert str(PASTE_RULES.of(agent.store).of("anything").paste_key) == "Shift+Insert"


def test_nothing_is_sent_for_the_agent_until_it_is_switched_on(
    agent: Agent, window: SettingsWindow
) -> None:
    open_pasting(agent)
    assert not PASTE_AND_SEND.of(agent.store)
    tick(agent, "Phrases may be pasted and sent with one key")
    assert PASTE_AND_SEND.of(agent.store)


@pytest.mark.parametrize("page", [page.id for page in PAGES])
def test_every_control_of_every_page_has_a_name_and_can_be_reached_by_tab(
    agent: Agent, window: SettingsWindow, page: str
) -> None:
    agent.window._desk.open_settings(page)
    controls = [
        w
        for w in window.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()
    ]
    nameless = [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
    assert nameless == []
    for _ in range(2 * len(controls)):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
        controls = [w for w in controls if w is not reached and w.focusProxy() is not reached]
    assert controls == []
