"""X11 through python-xlib on a connection of our own, read on Qt's loop without a thread.

Only ``backend`` and ``readers`` know Qt; the rest runs and is tested without it.
"""
