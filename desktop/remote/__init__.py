"""The network and signatures: the pack repository (TUF) over http(s) and folders, both sides.

May import: ``services`` (for the ports it implements) and ``core``. No Qt. Only ``RemoteError``
leaves the room. Nothing here is imported before the window stands.
"""
