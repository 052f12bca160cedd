"""A stand-in chat box in Tk: a real X11 window whose text box logs every change with its time.

usage: tk_box.py LOG

LOG gets one line a change: MONOTONIC_SECONDS <tab> repr(whole text); also READY and CLEAR.
On standard input, ``clear`` empties the box and ``freeze MS`` makes it deaf for a while, as a busy
chat program is.
"""

from __future__ import annotations

import os
import sys
import time
import tkinter as tk
from pathlib import Path

log = Path(sys.argv[1]).open("w", encoding="utf-8", buffering=1)
root = tk.Tk()
root.title("CHATBOX")
root.geometry("420x300+700+40")
box = tk.Text(root, font=("Noto Sans CJK SC", 12))
box.pack(fill="both", expand=True)


def paste(_: object) -> str:
    box.event_generate("<<Paste>>")
    return "break"


def changed(_: object) -> None:
    if not box.edit_modified():  # resetting the flag below fires the event a second time
        return
    text = box.get("1.0", "end-1c")
    log.write(f"{time.monotonic():.6f}\t{text!r}\n")
    box.edit_modified(False)


def command(*_: object) -> None:
    line = os.read(0, 4096)
    if not line:
        root.tk.deletefilehandler(sys.stdin)
    elif b"clear" in line:
        box.delete("1.0", "end")
        box.edit_modified(False)
        log.write(f"{time.monotonic():.6f}\tCLEAR\n")
    elif b"freeze" in line:
        time.sleep(int(line.split()[1]) / 1000)


# GTK, Qt and Chromium paste the clipboard on Shift+Insert; Tk would paste the primary selection,
# which would be unfair to programs that paste with it (CopyQ).
box.bind("<Shift-Insert>", paste)
box.bind("<<Modified>>", changed)
root.tk.createfilehandler(sys.stdin, tk.READABLE, command)
root.after(100, box.focus_force)
root.after(150, lambda: log.write(f"{time.monotonic():.6f}\tREADY\n"))
root.mainloop()
