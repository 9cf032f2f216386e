"""What Lighthouse says of the paper on a middling telephone and a slow network (its mobile preset).

python -m docs.measure_lighthouse           the demo paper; writes docs/performance.md
python -m docs.measure_lighthouse FOLDER    keeps the demo, Lighthouse and its reports there; writes nothing

Needs npm, which brings Lighthouse, and Chromium.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from urllib.request import urlopen

from docs.report import write_section
from tests.chromium import FLAGS
from tests.demo_site import DemoSite

HEADING = "## Lighthouse\n"
# The last that runs on the Node.js of Debian 12 and 13.
LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
RUNS = 5
AN_ARTICLE = """
from articles.models import Article
found = Article.objects.published().latest_first().filter(genre="reportage", lead_photo__isnull=False)
print(found[0].get_absolute_url())
"""


def main():
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as scratch:
        place = folder or Path(scratch)
        install(place)
        paper = DemoSite(place / "paper")
        if not paper.var.exists():
            paper.load()
        with paper.served() as site:
            pages = {"front": "/", "article": site.ask(AN_ARTICLE).strip(), "latest": "/latest/"}
            runs = {name: runs_of(place, name, site.address + path) for name, path in pages.items()}
    told = report(runs)
    print(told)
    if folder is None:
        write_section(HEADING, told)
    if any(score < 100 for of_page in runs.values() for score in scores(of_page[0]).values()):
        sys.exit(1)


def install(place):
    """Without the scripts of packages: no package brings a browser of its own."""
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", place]
    subprocess.run([*npm, LIGHTHOUSE], check=True)


def runs_of(place, name, address):
    """The best first. It counts: what else the machine does can make a page slower, and never faster than it is."""
    # Each worker has made the page before: what the first reader after a start waits for is not measured here.
    for _ in range(10):
        urlopen(address).close()
    runs = (lighthouse(place, f"{name}-{number}", address) for number in range(2 * RUNS))
    return sorted(islice(filter(None, runs), RUNS), key=quality, reverse=True)


def quality(run):
    return scores(run)["performance"], -measured(run, "largest-contentful-paint")


def lighthouse(place, name, address):
    """What it says in one run; nothing when it lost sight of the browser, as it now and then does."""
    told = place / f"{name}.json"
    words = [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(FLAGS)}"]
    words += ["--quiet", "--no-enable-error-reporting", "--output=json", f"--output-path={told}"]
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or sys.exit("Chromium is not installed.")}
    done = subprocess.run([place / "node_modules/.bin/lighthouse", address, *words], check=False, env=environment)
    return json.loads(told.read_text()) if done.returncode == 0 else None


def scores(run):
    return {name: round(100 * run["categories"][name]["score"]) for name in CATEGORIES}


def report(runs):
    rows = {name: facts(of_page) for name, of_page in runs.items()}
    best = {name: of_page[0] for name, of_page in runs.items()}
    columns = list(next(iter(rows.values())))
    lines = [
        HEADING,
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `python -m docs.measure_lighthouse`: {LIGHTHOUSE} with its",
        "mobile preset (a telephone four times slower than this machine, 1.6 Mbit/s, 150 ms there and back), Debian's",
        f"Chromium, the demo paper behind gunicorn on two cores. Of {RUNS} runs the best counts: other work on the",
        "machine makes a page slower, never faster; the lowest performance stands beside it. LCP: when the largest",
        "picture or text is there. CLS: how much moved. TBT: how long the page could not answer. Bytes as they were",
        "sent, heads included.\n",
        f"| | {' | '.join(columns)} |",
        f"|---|{'--:|' * len(columns)}",
        *(f"| {name} | {' | '.join(map(str, row.values()))} |" for name, row in rows.items()),
        "",
        *(complaint for name, run in best.items() for complaint in complaints(name, run)),
    ]
    return "\n".join(lines)


def facts(runs):
    best, lowest = runs[0], scores(runs[-1])["performance"]
    sent = best["audits"]["network-requests"]["details"]["items"]
    html = [request["transferSize"] for request in sent if request.get("resourceType") == "Document"]
    return {CATEGORIES[name]: score for name, score in scores(best).items()} | {
        "lowest performance": lowest,
        "LCP s": f"{measured(best, 'largest-contentful-paint') / 1000:.1f}",
        "CLS": f"{measured(best, 'cumulative-layout-shift'):.3f}",
        "TBT ms": f"{measured(best, 'total-blocking-time'):.0f}",
        "bytes": f"{sum(request['transferSize'] for request in sent):,}",
        "of HTML": f"{html[0]:,}",
        "requests": len(sent),
    }


def measured(run, audit):
    return run["audits"][audit]["numericValue"]


def complaints(name, run):
    """What keeps a page from 100."""
    for category in (category for category, score in scores(run).items() if score < 100):
        for part in run["categories"][category]["auditRefs"]:
            audit = run["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"- {name}, {CATEGORIES[category]}: {audit['title']} ({audit.get('displayValue', 'no')})"


if __name__ == "__main__":
    main()
