"""How soon a change is everywhere while many read: python -m docs.measure_freshness

100 headlines are changed one after the other, on two gunicorns over one database, while `wrk` asks each of them for the
front without a pause. For each change and each process: how long until the front shows it. A process that shows an
older front after a newer one is a fault. Writes docs/performance.md; with a number, for so many changes, nothing.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

from docs.report import write_section
from tests.lead import headline_number, number_headline
from tests.places import Place, make_small_paper, postgresql

HEADING = "## Freshness\n"
CHANGES, MOST = 100, 1.0
GIVE_UP = 10


def main(changes=None):
    lines, faults = [], 0
    with tempfile.TemporaryDirectory() as folder, postgresql() as address:
        for name, url in (("SQLite", f"sqlite:///{folder}/SQLite/newsroom.sqlite3"), ("PostgreSQL", address)):
            Path(folder, name).mkdir()
            place = make_small_paper(Place(Path(folder, name), url))
            seconds, older = measured(place, changes or CHANGES)
            late = sum(second > MOST for second in seconds)
            faults += older + late
            figures = f"{statistics.median(seconds):.2f} | {max(seconds):.2f} | {late} | {older}"
            lines.append(f"| {name} | {len(seconds)} | {figures} |")
            print(lines[-1], flush=True)
    if changes is None:
        write_section(HEADING, section(lines))
    sys.exit(bool(faults))


def measured(place, changes):
    """The seconds that each change took on each host, and how often a host went back."""
    with ExitStack() as stack:
        hosts = [stack.enter_context(place.served()) for _ in range(2)]
        do = stack.enter_context(place.hand())
        for host in hosts:
            headline_number(host)
            stack.enter_context(under_load(host))
        seconds, older = [], 0
        for number in range(1, changes + 1):
            number_headline(do, number)
            changed, missing = time.monotonic(), set(hosts)
            while missing and time.monotonic() < changed + GIVE_UP:
                for host in hosts:
                    shown = headline_number(host)
                    if shown >= number and host in missing:
                        missing.remove(host)
                        seconds.append(time.monotonic() - changed)
                    elif shown < number and host not in missing:
                        older += 1
            seconds += [float("inf")] * len(missing)
        return seconds, older


@contextmanager
def under_load(address):
    load = subprocess.Popen(["wrk", "-t1", "-c4", "-d3600s", address], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        load.terminate()
        load.wait()


def section(lines):
    return "\n".join(
        [
            HEADING,
            f"Measured by `python -m docs.measure_freshness`: {CHANGES} changes of the front’s headline, two gunicorns",
            "of one process each over one database, `wrk` with four connections on each; from the end of the change to",
            "the first front that shows it, asked in turn.\n",
            "| | seen | median s | slowest s | later than 1 s | older after newer |",
            "|---|--:|--:|--:|--:|--:|",
            *lines,
        ]
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
