"""The pages of the settings window, in their order; a new one is added here."""

from __future__ import annotations

from desktop.ui.settings.check import CheckPage
from desktop.ui.settings.data import DataPage
from desktop.ui.settings.docking import DockingPage
from desktop.ui.settings.general import GeneralPage
from desktop.ui.settings.hotkeys import HotkeysPage
from desktop.ui.settings.packs import PacksPage
from desktop.ui.settings.page import Page
from desktop.ui.settings.pasting import PastingPage
from desktop.ui.settings.typed_codes import TypedCodesPage

PAGES: tuple[type[Page], ...] = (
    GeneralPage,
    HotkeysPage,
    PastingPage,
    DockingPage,
    TypedCodesPage,
    PacksPage,
    DataPage,
    CheckPage,
)
