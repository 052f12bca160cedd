"""The window around the rooms: header, tabs, tray, toasts, place on the screens."""
