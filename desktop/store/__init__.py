"""What this machine keeps: the personal SQLite database (the only SQL), pack files and caches.

May import: ``services`` (for the ports it implements) and ``core``. No Qt.
"""
