"""The copies of this process: as many bytes as it may have, and what was asked for least recently goes first."""

from collections import OrderedDict
from threading import Lock

# Of each process: some four hundred pages, in both encodings.
MOST_BYTES = 8_000_000


class Memory:
    def __init__(self, most_bytes=MOST_BYTES):
        self.most_bytes = most_bytes
        self.bytes = 0
        self.copies = OrderedDict()
        self.lock = Lock()

    def get(self, address):
        # Without the lock: each step is one of the interpreter's, and a copy may go between them.
        try:
            self.copies.move_to_end(address)
            return self.copies[address][0]
        except KeyError:
            return None

    def put(self, copy):
        """In place of the copy of that address, never of a newer one."""
        # Both encodings, though one of them may never be asked for.
        weight = copy.weight + len(copy.packed)
        with self.lock:
            before = self.copies.get(copy.address)
            if before and before[0].edition > copy.edition:
                return
            self.bytes += weight - (before[1] if before else 0)
            self.copies[copy.address] = copy, weight
            self.copies.move_to_end(copy.address)
            while self.bytes > self.most_bytes:
                self.bytes -= self.copies.popitem(last=False)[1][1]

    def forget(self, address):
        with self.lock:
            if kept := self.copies.pop(address, None):
                self.bytes -= kept[1]
