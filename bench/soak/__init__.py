"""A working day in minutes: the real program beside real chat boxes, every phrase accounted for.

Run by ``python3 dev.py bench soak``; see ``bench/README.md``. The tests run a short form of it.
"""
