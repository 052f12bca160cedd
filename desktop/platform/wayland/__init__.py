"""Wayland: hotkeys by the GlobalShortcuts portal, keys and clipboard by the RemoteDesktop portal.

A Wayland desktop hands out neither to programs directly; its user grants them in dialogs of the
desktop's own, so every answer may come late, or be no. ``bus``, ``portal``, ``hotkeys``,
``session`` and ``keys`` know no Qt and are tested without it.
"""
