"""What a public page costs that no cache holds, of a small archive and of larger ones.

python -m docs.measure_pages                            with SQLite; writes docs/performance.md
python -m docs.measure_pages postgres://SERVER          with PostgreSQL too, in new databases of that server
python -m docs.measure_pages --sizes 1000,100000 …      archives of so many articles; --server-sizes: on PostgreSQL
python -m docs.measure_pages --keep FOLDER [SERVER]     leaves the papers in this folder, and finds them there again
python -m docs.measure_pages --beside-wagtail …         an article beside a page of Wagtail with the same words too

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

import psycopg

from docs import measured_wagtail
from docs.report import write_section
from tests.demo_site import ROOT, DemoSite, create_database, drop_database

HEADING = "## Pages that no cache holds\n"
SIZES = (1_000, 100_000, 1_000_000)
ROUNDS, ANSWERS = 8, 4
# Above it a page would be slower every year.
ALLOWED = 1.5


class Process:
    """Whoever answers: it says first what can be asked for."""

    def __init__(self, name, command, folder, environment):
        self.name = name
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.addresses = self.heard()
        self.times, self.queries, self.bytes = defaultdict(list), {}, {}

    def answer(self, page):
        self.process.stdin.write(f"{json.dumps([self.addresses[page], ANSWERS])}\n")
        self.process.stdin.flush()
        times, self.queries[page], self.bytes[page] = self.heard()
        self.times[page] += times

    def heard(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.name} does not answer.")
        return json.loads(line)

    def median(self, page):
        return statistics.median(self.times[page])

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=60)


def main():
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("server", nargs="?", default="", help="of PostgreSQL: postgres://user:password@127.0.0.1:5432")
    asked.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the papers here, and find them here again")
    asked.add_argument("--sizes", type=numbers, default=SIZES, help="of the archives on SQLite")
    asked.add_argument("--server-sizes", type=numbers, default=SIZES, help="of the archives on PostgreSQL")
    asked.add_argument("--beside-wagtail", action="store_true", help="measure a page of Wagtail in the same run")
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = measured(asked, (asked.keep or Path(folder)).resolve())
    print(told)
    write_section(HEADING, told)


def numbers(typed):
    return [int(number) for number in typed.split(",")]


def measured(asked, folder):
    wanted = [("", size) for size in asked.sizes]
    wanted += [(asked.server, size) for size in asked.server_sizes if asked.server]
    sites = [site(folder, *of) for of in wanted]
    for paper, (_server, size) in zip(sites, wanted, strict=True):
        load(paper, size)
    papers = [opened(paper) for paper in sites]
    beside = [wagtail(folder, sites[0])] if asked.beside_wagtail else []
    for page in papers[0].addresses:
        for _ in range(ROUNDS):
            for process in papers + beside:
                if page in process.addresses:
                    process.answer(page)
    for process in papers + beside:
        process.close()
    if not asked.keep:
        for paper in sites:
            drop_database(paper.database_url)
    count = len(asked.sizes)
    kinds = {"SQLite": (asked.sizes, papers[:count]), "PostgreSQL": (asked.server_sizes, papers[count:])}
    return report({kind: of for kind, of in kinds.items() if of[1]}, beside)


def site(folder, server, size):
    name = f"newsroom_{size}"
    return DemoSite(folder / (f"{name}_postgresql" if server else name), server and f"{server}/{name}")


def load(paper, size):
    if not (paper.var / "secret-key").exists():
        print(f"Loading {paper.var.name}.")
        if paper.database_url:
            create_database(paper.database_url)
        paper.load()
    paper.manage("migrate", "--verbosity", "0")
    paper.manage("demo", "--articles", str(size))
    paper.manage("collectstatic", "--no-input", "--verbosity", "0")
    if paper.database_url:
        # As the server itself does some minutes after so much was written, unless somebody has forbidden it.
        with psycopg.connect(paper.database_url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")


def opened(paper):
    command = [sys.executable, "-m", "docs.measured_paper"]
    return Process(paper.var.name, command, ROOT, paper.environment | {"PYTHONHASHSEED": "0"})


def wagtail(folder, paper):
    python, project = measured_wagtail.make(folder / "wagtail", paper)
    return Process("Wagtail", [python, "-m", "docs.measured_wagtail"], project, measured_wagtail.environment())


def report(kinds, beside):
    """`kinds`: for each database the sizes and their papers, the smallest first."""
    columns = [
        f"{kind}, {size:,}{' | ratio' if place else ''}"
        for kind, (sizes, _papers) in kinds.items()
        for place, size in enumerate(sizes)
    ]
    papers = [of for _sizes, of in kinds.values()]
    heads = " | ".join(columns)
    return "\n".join(
        [
            HEADING,
            introduction(),
            "",
            f"| page | kB | questions | {heads} |",
            f"|---|--:|--:|{'--:|' * (heads.count('|') + 1)}",
            *(f"| {' | '.join(row(page, papers))} |" for page in papers[0][0].addresses),
            "",
            "Where the kilobytes grow too, the page of the large paper is longer: the sitemap index lists every month;",
            "a small paper has few corrections and years, and less that a search finds; a paper of a million has 137",
            "articles a day, ten times as many as one of 100,000.",
            "",
            *(comparison(papers[0][0], page) for page in beside),
        ]
    )


def comparison(paper, beside):
    ours, theirs = paper.median("article"), beside.median("article")
    return (
        f"A page of a default Wagtail project with the words and the lead picture of that article, and without menu, "
        f"related articles, credits and structured data, in the same run: {theirs:.1f} ms and "
        f"{beside.queries['article']} questions. Ours takes {ours / theirs:.2f} times as much.\n"
    )


def row(page, kinds):
    first, last = kinds[0][0], kinds[0][-1]
    cells = [page, f"{first.bytes[page] / 1000:.0f}, {last.bytes[page] / 1000:.0f}", str(last.queries[page])]
    for small, *others in kinds:
        cells.append(f"{small.median(page):.1f}")
        for large in others:
            ratio = large.median(page) / small.median(page)
            cells += [f"{large.median(page):.1f}", f"{ratio:.2f}" if ratio <= ALLOWED else f"**{ratio:.2f}**"]
    return cells


def introduction():
    model = Path("/proc/cpuinfo").read_text().partition("model name")[2].partition("\n")[0].strip("\t :")
    return (
        f"Measured on {datetime.now(UTC).date()} by `python -m docs.measure_pages`: {model}, one core, Python "
        f"{platform.python_version()}. Milliseconds of processor time, the database's included, from the request at "
        f"the WSGI door to the last byte, uncompressed; medians of {ROUNDS * ANSWERS} answers. The papers are the demo "
        f"with archives (`manage.py demo --articles`), and answer in turn. A deep page is the "
        f"last full one of its list. A page should cost no more than {ALLOWED} times as much of the large paper."
    )


if __name__ == "__main__":
    main()
