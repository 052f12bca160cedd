"""Wayland: hotkeys by the GlobalShortcuts portal, keys by the RemoteDesktop portal.

None of it is there yet: the backend copies only, and says so.
"""
