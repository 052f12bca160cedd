"""The window: Qt widgets, their presenters and their Qt-free state.

May import: ``services``, ``core`` and Qt. The only room that may import ``PySide6.QtWidgets``.
"""
