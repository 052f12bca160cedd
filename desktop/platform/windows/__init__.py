"""Windows: hotkeys by ``RegisterHotKey``, keys by ``SendInput``, focus by window handles.

None of it is there yet: the backend copies only, and says so.
"""
