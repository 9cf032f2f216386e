"""Until when the page that is being made may be shown: whoever shows something that ends says so here, and whoever
keeps a copy of the page asks."""

from contextlib import contextmanager
from contextvars import ContextVar

_record = ContextVar("record", default=None)


class Record:
    """`end` is the earliest moment that was named, or nothing."""

    end = None


@contextmanager
def recorded():
    """What is made inside the block is kept by somebody, who is told when it ends."""
    record = Record()
    token = _record.set(record)
    try:
        yield record
    finally:
        _record.reset(token)


def ends_at(moment):
    record = _record.get()
    if record is not None and moment is not None:
        record.end = min(record.end, moment) if record.end else moment
