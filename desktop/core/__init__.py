"""The rules of the trade: phrases, orders, packs and hotkeys as pure values and functions.

Everything that decides (fill, search, price, trust) lives here. Nothing here knows Qt, the
operating system, files, the clock, chance or a log; what a rule needs is an argument.
May import: itself and pure libraries (msgspec, python-liquid, PyYAML's parser, pypinyin).
"""
