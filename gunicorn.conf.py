"""How gunicorn serves the paper. `gunicorn`, started in this folder, reads this file by itself."""

import ctypes
import gc
import os
from pathlib import Path

wsgi_app = "newsroom.wsgi:application"
proc_name = "newsroom"

# Loopback unless told otherwise: a proxy stands between us and the internet.
bind = f"{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"

# One process a core; two at least, so that one page being made never holds up all the others.
# The cores are those that this service may use, which can be fewer than the machine has.
workers = int(os.environ.get("WEB_CONCURRENCY") or max(2, len(os.sched_getaffinity(0))))

# Threads keep idle connections open at no cost and let a reader pass while an editor's upload waits
# for the disk or the database. Four: more would only queue for the same core. The page cache lets all but one
# wait for the database (newsroom/page_cache/paper.py).
worker_class = "gthread"
threads = 4

# Load the code once, before the workers: they share its memory, and a broken setting stops the
# start instead of restarting workers for ever. A new version needs a restart, not a reload.
preload_app = True

# Longer than the 60 seconds for which nginx keeps an idle connection to us: whoever hangs up first
# must be the one who would send the next request.
keepalive = 75

# Without a sign of life for this long a worker is replaced. The sign comes from the worker's main
# thread, so that a long upload is no reason.
timeout = 30

# At a stop or restart, time for an upload's renditions to be finished.
graceful_timeout = 30

# No `max_requests`: on a busy day a worker would end every few seconds, and with it the pages that it keeps. Memory is
# bounded by the page cache; docs/performance.md has what a worker weighs after uploads.

# The sign of life is a file touched every second: in memory, or a slow disk looks like death.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None

# Whose X-Forwarded-Proto is believed. Anyone else could claim that plain HTTP is https.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")

# By default gunicorn opens a socket through which it can be stopped. Nobody here talks to it.
control_socket_disable = True

# Nobody is recorded. With ACCESS_LOG set, a line tells when, what, how it went, how many bytes and
# milliseconds: no address, no browser, and no query, which holds what somebody searched for.
accesslog = "-" if os.environ.get("ACCESS_LOG") else None
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(b)s %(M)s'

# What a picture needed goes back to the machine when it is made: one heap instead of one for each thread, large blocks
# beside it, and what is free at its end given away (mallopt(3): M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD).
# Without this a worker stays 35 MB heavier after uploads. Other systems than glibc have no mallopt.
mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
if mallopt:
    for option, value in ((-8, 1), (-3, 1_000_000), (-1, 1_000_000)):
        mallopt(option, value)


def pre_fork(server, worker):
    """What is there before a worker starts stays: looking for garbage in it would copy the memory that all share."""
    gc.collect()
    gc.freeze()
