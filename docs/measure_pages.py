"""What a public page costs that no cache holds, of a small archive and of a large one.

python -m docs.measure_pages                            with SQLite; writes docs/performance.md
python -m docs.measure_pages postgres://SERVER          with PostgreSQL too, in two new databases of that server
python -m docs.measure_pages --keep FOLDER [SERVER]     leaves the papers in this folder, and finds them there again

Each paper has a process of its own, with the whole site behind its WSGI door. They answer in turn, so that whatever
else the machine does slows all of them.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from docs.report import write_section
from tests.demo_site import ROOT, DemoSite, create_database, drop_database

HEADING = "## Pages that no cache holds\n"
SIZES = (1_000, 100_000)
ROUNDS, ANSWERS = 15, 5
# Above it a page would be slower every year.
ALLOWED = 1.1


class Paper:
    """A demo paper with an archive, and the process that answers for it."""

    def __init__(self, site, size):
        self.site, self.size = site, size
        self.times, self.queries, self.bytes = defaultdict(list), {}, {}

    def load(self):
        if not (self.site.var / "secret-key").exists():
            print(f"Loading {self.site.var.name}.")
            if self.site.database_url:
                create_database(self.site.database_url)
            self.site.load()
        self.site.manage("migrate", "--verbosity", "0")
        self.site.manage("demo", "--articles", str(self.size))
        self.site.manage("collectstatic", "--no-input", "--verbosity", "0")

    def open(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "docs.measured_paper"],
            cwd=ROOT,
            env=self.site.environment | {"PYTHONHASHSEED": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.addresses = self.heard()

    def answer(self, name):
        self.process.stdin.write(f"{json.dumps([self.addresses[name], ANSWERS])}\n")
        self.process.stdin.flush()
        times, self.queries[name], self.bytes[name] = self.heard()
        self.times[name] += times

    def heard(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.site.var.name} does not answer.")
        return json.loads(line)

    def median(self, name):
        return statistics.median(self.times[name])

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)


def main():
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("server", nargs="?", help="of PostgreSQL: postgres://user:password@127.0.0.1:5432")
    asked.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the papers here, and find them here again")
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pairs = [[paper(asked.keep or Path(folder), database, size) for size in SIZES] for database in databases(asked)]
        measure([paper for pair in pairs for paper in pair])
        if not asked.keep:
            for paper_of in pairs[-1]:
                drop_database(paper_of.site.database_url)
    told = report(pairs)
    print(told)
    write_section(HEADING, told)


def databases(asked):
    return ["", asked.server] if asked.server else [""]


def paper(folder, server, size):
    name = f"newsroom_{size}"
    var = folder / (f"{name}_postgresql" if server else name)
    return Paper(DemoSite(var, server and f"{server}/{name}"), size)


def measure(papers):
    for paper_of in papers:
        paper_of.load()
    for paper_of in papers:
        paper_of.open()
    for name in papers[0].addresses:
        for _ in range(ROUNDS):
            for paper_of in papers:
                paper_of.answer(name)
    for paper_of in papers:
        paper_of.close()


def report(pairs):
    kinds = ["SQLite", "PostgreSQL"][: len(pairs)]
    columns = [f"{kind}, {size:,} | {size_of:,} | ratio" for kind in kinds for size, size_of in [SIZES]]
    rows = [row(name, pairs) for name in pairs[0][0].addresses]
    above = sum("**" in cell for cells in rows for cell in cells)
    return "\n".join(
        [
            HEADING,
            introduction(),
            "",
            f"| page | kB | questions | {' | '.join(columns)} |",
            f"|---|--:|--:|{'--:|' * 3 * len(pairs)}",
            *(f"| {' | '.join(cells)} |" for cells in rows),
            "",
            f"Above {ALLOWED}: {above or 'none'}.",
            "",
        ]
    )


def row(name, pairs):
    large = pairs[0][1]
    cells = [name, f"{large.bytes[name] / 1000:.0f}", str(large.queries[name])]
    for small, large in pairs:
        ratio = large.median(name) / small.median(name)
        told = f"{ratio:.2f}" if ratio <= ALLOWED else f"**{ratio:.2f}**"
        cells += [f"{small.median(name):.1f}", f"{large.median(name):.1f}", told]
    return cells


def introduction():
    model = Path("/proc/cpuinfo").read_text().partition("model name")[2].partition("\n")[0].strip("\t :")
    sizes = " and of ".join(f"{size:,}" for size in SIZES)
    return (
        f"Measured on {datetime.now(UTC).date()} by `python -m docs.measure_pages`: {model}, one core, Python "
        f"{platform.python_version()}. Milliseconds of processor time, the database's included, from the request at "
        f"the WSGI door to the last byte, uncompressed; medians of {ROUNDS * ANSWERS} answers. The papers are the demo "
        f"with an archive of {sizes} articles (`manage.py demo --articles`), and answer in turn. A deep page is the "
        f"last full one of its list. A page should cost no more than {ALLOWED} times as much of the large paper."
    )


if __name__ == "__main__":
    main()
