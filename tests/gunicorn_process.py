"""gunicorn as tests start and end it."""

import os
import signal


class GunicornProcess:
    """`process` leads a group of its own, so that all of it can be killed."""

    process = None

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)

    def kill(self):
        """As a machine that runs out of memory does it: no worker can finish anything."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=60)
