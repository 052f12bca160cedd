"""A plain X11 toolkit program with a text box; run by a Python that has tkinter.

Speaks JSON lines: ``{"do": "text"}``, ``clear``, ``freeze`` (seconds it is deaf, as a busy program
is); says every change of the text with the time.
"""

from __future__ import annotations

import json
import os
import sys
import time
import tkinter as tk


def say(**message: object) -> None:
    print(json.dumps(message), flush=True)


def main() -> None:
    root = tk.Tk()
    root.title(sys.argv[1])
    root.geometry("420x260+30+30")
    box = tk.Text(root)
    box.pack(fill="both", expand=True)

    def text() -> str:
        return box.get("1.0", "end-1c")

    def changed(_: object) -> None:
        if box.edit_modified():  # taking the flag back fires the event again
            say(text=text(), at=time.monotonic())
            box.edit_modified(False)

    def command(*_: object) -> None:
        lines = os.read(0, 65536)
        if not lines:
            root.tk.deletefilehandler(sys.stdin)
        for line in lines.splitlines():
            message = json.loads(line)
            value: object = None
            if message["do"] == "text":
                value = text()
            elif message["do"] == "clear":
                box.delete("1.0", "end")
            elif message["do"] == "freeze":
                say(frozen=True)
                time.sleep(message["seconds"])
            say(answer=message["do"], value=value)

    box.bind("<<Modified>>", changed)
    root.tk.createfilehandler(sys.stdin, tk.READABLE, command)
    box.bind("<FocusIn>", lambda _: say(ready=True))
    root.after(50, box.focus_force)
    root.mainloop()


main()
