"""The operating system as one frozen value of small handlers: see ``backend``.

May import: ``services`` (for the ports it implements), ``core`` and Qt without widgets.
"""
