"""How near the paper comes to what its server can do at all: `make bench`, or

python -m docs.bench                       the demo newsroom with 1,000 and with 100,000 articles behind it
python -m docs.bench ROUNDS ARTICLES ...   other numbers; writes nothing

The floor is a bare application on the same gunicorn that sends the same headers and bytes; behind nginx with
deploy/nginx.conf, TLS and all, a file with them. All are asked in turn, round by round, so that a busy machine is busy
for all. Each floor is there twice: how far it is from itself tells how much of a ratio is chance.
"""

import json
import statistics
import sys
import tempfile
import time
from base64 import b64encode
from contextlib import ExitStack
from datetime import UTC, datetime
from http.client import HTTPConnection
from importlib.metadata import version
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from docs.load import CONNECTIONS, SECONDS, answer, behind_nginx, load, on_gunicorn
from docs.report import write_section
from tests.demo_site import DemoSite

HEADING = "## Pages that are kept\n"
ROUNDS, ARTICLES = 11, (1_000, 100_000)
# That many articles are read for the first time.
COLD = 200
ADDRESSES = f"""
from articles.models import Article
latest = Article.objects.published().latest_first()
print(*(one.get_absolute_url() for one in latest.exclude(lead_photo=None)[:{COLD}]))
"""


def main(rounds=ROUNDS, *numbers):
    lines = []
    with tempfile.TemporaryDirectory(prefix="paper") as folder:
        Path(folder).chmod(0o755)
        site = DemoSite(Path(folder, "var"))
        site.load()
        for number in numbers or ARTICLES:
            site.manage("demo", "--articles", str(number))
            for line in measured(site, Path(folder), number, rounds):
                print(line, flush=True)
                lines.append(line)
    if not numbers:
        write_section(HEADING, section(lines, rounds))


def measured(site, folder, number, rounds):
    """The lines of the table for a paper of so many articles."""
    with ExitStack() as stack:
        address = stack.enter_context(on_gunicorn("newsroom.wsgi:application", site.environment))
        articles = site.ask(ADDRESSES).split()
        cold = first_reading(address, articles)
        pages = {"front": "/", "article": articles[0], "latest": "/latest/", "feed": "/latest/feed.rss"}
        answers = {path: answer(address, path) for path in pages.values()}
        bare = written(folder / "answers.json", answers)
        environment = site.environment | {"ANSWERS": bare}
        floors = [stack.enter_context(on_gunicorn("docs.bare_site:application", environment)) for _ in range(2)]
        direct = [in_turn(rounds, *(server + path for server in (address, *floors))) for path in answers]
        # Only now: the connections that nginx keeps open would be the paper's to watch, and not the floors'.
        near = stack.enter_context(behind_nginx(folder, address, answers))
        files = [[f"{near}/floor-{place}?{again}" for again in range(2)] for place in range(len(answers))]
        cached = [in_turn(rounds, near + path, *file) for path, file in zip(answers, files, strict=True)]
        for name, reached, kept in zip(pages, direct, cached, strict=True):
            speeds, waits = zip(*reached, strict=True)
            cells = [
                f"{speeds[0]:,.0f}",
                *beside_the_floor(speeds),
                f"{waits[0]:.1f}",
                *beside_the_floor(waits),
                f"{kept[0][0]:,.0f}",
                *beside_the_floor([speed for speed, _wait in kept]),
            ]
            yield f"| {number:,} | {name} | {' | '.join(cells)} |"
        yield f"| {number:,} | articles, first reading | {cold:,.0f} |{' |' * 8}"


def beside_the_floor(reached):
    """Ours as a part of the floor, and the same floor, measured again, as a part of itself."""
    ours, floor, again = reached
    return f"{ours / floor:.2f}", f"{again / floor:.2f}"


def first_reading(address, paths):
    """Pages a second that one reader gets who asks for what nobody has read."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request("GET", "/latest/")
    connection.getresponse().read()
    began = time.perf_counter()
    for path in paths:
        connection.request("GET", path, headers={"Accept-Encoding": "br"})
        connection.getresponse().read()
    connection.close()
    return len(paths) / (time.perf_counter() - began)


def written(path, answers):
    """For `docs.bare_site`."""
    path.write_text(json.dumps({page: (given[0], b64encode(given[1]).decode()) for page, given in answers.items()}))
    return str(path)


def in_turn(rounds, *addresses):
    """What each reached: requests a second, and the slowest of a hundred; medians over the rounds. Each round in an
    order of its own: the load before leaves its traces."""
    reached = {address: [] for address in addresses}
    for number in range(rounds):
        for address in Random(number).sample(addresses, len(addresses)):
            reached[address].append(load(address))
    return [[statistics.median(of) for of in zip(*reached[address], strict=True)] for address in addresses]


def section(lines, rounds):
    versions = ", ".join(f"{name} {version(name)}" for name in ("gunicorn", "Django"))
    versions += f", Python {sys.version.split()[0]}"
    return "\n".join(
        [
            HEADING,
            f"Measured by `make bench` on {datetime.now(UTC):%Y-%m-%d}, {versions}: `wrk` with {CONNECTIONS}",
            f"connections for {SECONDS} s on the machine that serves, two cores, SQLite, median of {rounds} rounds.",
            "The floor is a bare application on the same gunicorn that sends the same headers and bytes; behind nginx",
            "with deploy/nginx.conf, TLS included, a file with them. Chance: the floor, measured once more, as a part",
            "of itself.",
            "",
            "| articles | page | per second | of the floor | chance | p99 ms | of the floor | chance "
            "| behind nginx | of the file | chance |",
            f"|--:|---|{'--:|' * 9}",
            *lines,
        ]
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
