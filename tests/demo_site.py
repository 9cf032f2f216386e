"""The demo paper, served by gunicorn as an operator would serve it: for the browser's tests and for the screenshots."""

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class DemoSite:
    """Where the paper lives: a folder, and a database that is in the folder too unless it is named."""

    var: Path
    database_url: str = ""
    address: str = "http://127.0.0.1"

    def load(self):
        self.manage("migrate", "--verbosity", "0")
        self.manage("collectstatic", "--no-input", "--verbosity", "0")
        self.manage("demo")

    @contextmanager
    def served(self):
        """The site at an address of its own, until the block ends."""
        # The socket is open before gunicorn is: nobody can take the port meanwhile, and an early request waits.
        with socket.create_server(("127.0.0.1", 0)) as listener:
            site = DemoSite(self.var, self.database_url, f"http://127.0.0.1:{listener.getsockname()[1]}")
            command = [
                sys.executable,
                "-m",
                "gunicorn",
                "--bind",
                f"fd://{listener.fileno()}",
                "--log-level",
                "warning",
            ]
            server = subprocess.Popen(command, cwd=ROOT, env=site.environment, pass_fds=[listener.fileno()])
        try:
            urlopen(f"{site.address}/readyz", timeout=60).close()
            yield site
        finally:
            server.terminate()
            server.wait(timeout=60)

    def ask(self, code):
        """What Python code prints that runs inside the site."""
        return self.manage("shell", "--no-imports", "--command", code)

    def manage(self, *words):
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    @property
    def environment(self):
        """Nothing else of our own environment, which may hold another paper's settings."""
        own = {"PATH": os.environ["PATH"], "VAR": str(self.var), "SITE_URL": self.address}
        return own | ({"DATABASE_URL": self.database_url} if self.database_url else {})
