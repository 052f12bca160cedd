"""Use cases: plain classes that get the world through the protocols in ``ports``.

May import: ``core`` and itself. No Qt, no operating system.
"""
