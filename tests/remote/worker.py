"""A process that does jobs in children and kills them in the middle: ``python worker.py MODULE``.

A job is a line of JSON; the answer says how the child ended. Forking saves loading everything
anew for every kill.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import time
import traceback

if __name__ == "__main__":
    jobs = importlib.import_module(sys.argv[1])
    for line in sys.stdin:
        job = json.loads(line)
        kill_after_s = job.pop("kill_after_s", None)
        child = os.fork()
        if child == 0:
            try:
                jobs.work(**job)
            except BaseException:  # noqa: BLE001 - the parent is told
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        if kill_after_s is not None:
            time.sleep(kill_after_s)
            os.kill(child, signal.SIGKILL)  # as long as nobody waited for it, the number is its
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
