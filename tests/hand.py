"""Somebody at a shell of a paper, who stays there: to begin anew for each question takes longer than the answers."""

import atexit
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHELL = """
import contextlib, io, json, os, sys
import django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()
from django.db import connections
for line in sys.stdin:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(json.loads(line), {})
    connections.close_all()
    print(json.dumps(printed.getvalue()), flush=True)
"""


class Hand:
    def __init__(self, environment):
        self.shell = subprocess.Popen(
            [sys.executable, "-c", SHELL],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, code):
        """What Python code prints that runs inside the site. What goes wrong in it stands in the errors."""
        self.shell.stdin.write(f"{json.dumps(code)}\n")
        self.shell.stdin.flush()
        printed = self.shell.stdout.readline()
        if not printed:
            raise RuntimeError(f"Not done: {code}")
        return json.loads(printed)

    def close(self):
        with self.shell:
            self.shell.stdin.close()


@cache
def hand_of(environment):
    """The same one for the same environment, until everything ends."""
    hand = Hand(dict(environment))
    atexit.register(hand.close)
    return hand
