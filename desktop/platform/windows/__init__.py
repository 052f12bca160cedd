"""Windows: hotkeys by ``RegisterHotKey``, keys by ``SendInput``, focus by window handles.

See ``backend`` for what is there and what is not yet.
"""
