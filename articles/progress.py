"""How far a long command has come, for whoever waits for it."""

import time
from datetime import timedelta

EVERY = 5  # percent between two lines


class Progress:
    """One line every few percent, with what remains."""

    def __init__(self, total, say):
        self.total, self.say = total, say
        self.done, self.began = 0, time.monotonic()

    def passed(self, count):
        before, self.done = self.done, self.done + count
        share = self.done * 100 // self.total
        if share // EVERY > before * 100 // self.total // EVERY:
            rate = self.done / max(time.monotonic() - self.began, 0.001)
            left = timedelta(seconds=round((self.total - self.done) / rate))
            self.say(f"{share} %: {self.done} of {self.total} articles, {rate:.0f} a second, {left} to go.")
