"""What the whole of gunicorn weighs on its worst day: python -m docs.measure_memory

Two workers, each with a full cache, 100,000 articles behind them, after 20 uploads of 24 megapixels. Memory is PSS:
what processes share is divided among them (proc_pid_smaps(5)). Writes docs/performance.md; with a number, for so many
articles, it writes nothing.
"""

import http.client
import io
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from PIL import Image

from docs.report import write_section
from newsroom.page_cache.memory import MOST_BYTES
from tests.demo_site import DemoSite

HEADING = "## Memory\n"
ARTICLES, UPLOADS, READERS = 100_000, 20, 8
MOST = 180
# More pages than the memory of both processes holds.
PAGES = """
from articles.models import Article
print(*(one.get_absolute_url() for one in Article.objects.published().latest_first()[:4000]))
"""


def main(articles=None):
    with tempfile.TemporaryDirectory() as folder:
        site = DemoSite(Path(folder, "var"))
        site.load()
        site.manage("demo", "--articles", str(articles or ARTICLES))
        with site.server() as server:
            lines = [("at the start", pss(server))]
            read_everything(server.site)
            lines.append(("with full caches", pss(server)))
            upload(server.site, folder)
            lines.append((f"after {UPLOADS} uploads of 24 megapixels", pss(server)))
            read_everything(server.site)
            lines.append(("and all read again", pss(server)))
    for moment, found in lines:
        print(moment, found)
    if articles is None:
        write_section(HEADING, section(lines))
    if sum(lines[-1][1]) > MOST:
        sys.exit(f"More than {MOST} MB.")


def pss(server):
    """Megabytes of each process, the first one is gunicorn's own."""
    first = server.process.pid
    workers = subprocess.check_output(["pgrep", "-P", str(first)], text=True).split()
    return [round(kilobytes(pid) / 1000) for pid in (first, *workers)]


def kilobytes(pid):
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")))


def read_everything(site):
    """By several readers, so that every process makes every page."""
    paths = site.ask(PAGES).split()

    def read(_reader):
        connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=60)
        for path in paths:
            for encoding in ("br", "gzip"):
                connection.request("GET", path, headers={"Accept-Encoding": encoding})
                connection.getresponse().read()
        connection.close()

    with ThreadPoolExecutor(READERS) as readers:
        list(readers.map(read, range(READERS)))


def upload(site, folder):
    """Through the desk, one after the other."""
    cookie = site.log_in("photographe")
    headers = {"Cookie": f"{cookie['name']}={cookie['value']}"}
    connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=120)
    connection.request("GET", "/admin/articles/photo/add/", headers=headers)
    page = connection.getresponse()
    headers["Cookie"] += "; " + page.headers["Set-Cookie"].partition(";")[0]
    token = page.read().decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    for number in range(UPLOADS):
        kind, body = form(token, picture(number))
        asked = headers | {"Content-Type": kind, "Referer": site.address}
        connection.request("POST", "/admin/articles/photo/upload/", body, asked)
        answer = json.loads(connection.getresponse().read())
        assert answer["state"] not in ("refused", "known"), answer
    connection.close()


def picture(number):
    """As hard to encode as a camera's."""
    grain = Image.effect_noise((1500, 1000), 60 + number).resize((6000, 4000), Image.Resampling.BICUBIC)
    written = io.BytesIO()
    grain.convert("RGB").save(written, "JPEG", quality=90)
    return written.getvalue()


def form(token, content):
    mark = "-" * 20 + "mark"
    fields = "".join(
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in (("csrfmiddlewaretoken", token), ("credit", "Inès Marchetti"))
    )
    file = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    return f"multipart/form-data; boundary={mark}", (fields + file).encode() + content + f"\r\n--{mark}--\r\n".encode()


def section(lines):
    return "\n".join(
        [
            HEADING,
            f"Measured by `python -m docs.measure_memory`: PSS in MB, SQLite with {ARTICLES:,} articles; a process",
            f"keeps {MOST_BYTES // 1_000_000} MB of pages. The budget is {MOST} MB in all.\n",
            "| | gunicorn itself | worker | worker | in all |",
            "|---|--:|--:|--:|--:|",
            *(f"| {moment} | {' | '.join(map(str, found))} | {sum(found)} |" for moment, found in lines),
        ]
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
