"""Which edition is current, and whether the database answers at all.

Asked in requests, every half second and when a process beside this one tells of a change, and read by one thread of
its own: a database that hangs holds up nobody.
"""

import logging
import time
from datetime import UTC, datetime
from mmap import mmap
from threading import Condition, Thread
from typing import NamedTuple

from django.db import close_old_connections, connection

from articles.models import Edition, next_event
from newsroom.page_cache.removals import stored_removals

# Seconds. A change is seen by everybody within one: known is what was asked less than that ago.
EVERY = 0.5
GOOD_FOR = 0.9
# Longer than a busy machine keeps its threads waiting.
PATIENCE = 2.0

logger = logging.getLogger(__name__)


def moment_in_common():
    """Of this process and of those that it is forked into."""
    return memoryview(mmap(-1, 8)).cast("d")


class Known(NamedTuple):
    """`until` is the clock's next event."""

    edition: int = 0
    until: float = 0
    removals: tuple = ()


class Watch:
    def __init__(self, folder, when_unsafe):
        """`folder`, of removals. `when_unsafe` is called when one could not be written there, or read: then no copy on
        disk may be trusted."""
        self.folder = folder
        self.when_unsafe = when_unsafe
        self.known = Known(removals=self.remembered())
        self.is_away = False
        # Monotonic moments: when the last answer was asked for, and the last question put.
        self.read_at = self.asked_at = float("-inf")
        self.told_at = moment_in_common()
        self.changed = Condition()
        self.thread = None
        self.is_wanted = False

    def remembered(self):
        try:
            return self.folder.read()
        except (OSError, ValueError, TypeError) as error:
            logger.error("What was removed cannot be read: %s", error)
            self.when_unsafe()
            return ()

    def look(self):
        """What is known, asked again where that is due; then `is_away` tells whether the database answers."""
        known, now = self.known, time.monotonic()
        age = now - self.read_at
        is_over = time.time() >= known.until or self.read_at < self.told_at[0]
        if age < EVERY and not is_over:
            return known
        if now - self.asked_at >= EVERY or (is_over and not self.is_away):
            self.ask()
        if not self.is_away and (is_over or age >= GOOD_FOR):
            self.wait_for_answer(since=now if is_over else now - GOOD_FOR)
        return self.known

    def look_again(self):
        """What is known of this very moment: something may just have been changed."""
        now = time.monotonic()
        self.ask()
        if not self.is_away:
            self.wait_for_answer(since=now)
        return self.known

    def tell_others(self):
        """The other processes of this server: what they asked before this one did is over."""
        self.told_at[0] = max(self.told_at[0], self.read_at)

    def ask(self):
        with self.changed:
            self.is_wanted = True
            if self.thread is None:
                # Not before a request comes: a thread does not survive the fork that makes a worker.
                self.thread = Thread(target=self.read_for_ever, daemon=True, name="edition")
                self.thread.start()
            self.changed.notify_all()

    def wait_for_answer(self, since):
        """Until an answer is there that was asked for since then; two seconds without, and the database is away."""
        with self.changed:
            if not self.changed.wait_for(lambda: self.read_at >= since or self.is_away, PATIENCE):
                self.say_away("It has taken too long.")

    def read_for_ever(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.is_wanted)
                self.is_wanted = False
            self.asked_at = asked = time.monotonic()
            try:
                known = self.read()
            except Exception as error:  # whatever it is, readers must go on reading
                self.say_away(error)
                continue
            self.keep(known)
            with self.changed:
                self.known, self.read_at = known, asked
                if self.is_away:
                    logger.warning("The database answers again.")
                self.is_away = False
                self.changed.notify_all()

    def read(self):
        """One question where nothing has changed."""
        close_old_connections()
        try:
            edition, now = Edition.current(), time.time()
            if edition == self.known.edition and now < self.known.until:
                return self.known
            following = next_event(datetime.fromtimestamp(now, UTC))
            return Known(edition, following.timestamp(), stored_removals())
        finally:
            if not connection.in_atomic_block:
                close_old_connections()

    def keep(self, known):
        if known.removals is self.known.removals:
            return
        try:
            self.folder.write(known.removals, known.edition)
        except OSError as error:
            logger.error("What was removed cannot be written down: %s", error)
            self.when_unsafe()

    def say_away(self, why):
        with self.changed:
            if not self.is_away:
                logger.error("The database does not answer: readers get the last edition. %s", why)
            self.is_away = True
            self.changed.notify_all()
