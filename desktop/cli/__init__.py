"""The command line: every command works without Qt and without a display.

May import: ``services`` and ``core``.
"""
