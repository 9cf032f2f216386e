"""Take pictures of the demo paper in Chromium.

python -m docs.make_screenshots           docs/screenshots/ again: the few that the README shows
python -m docs.make_screenshots FOLDER    every page, width and scheme, from head to foot, to look at
"""

import io
import shutil
import sys
import tempfile
from itertools import product
from pathlib import Path

from PIL import Image

from tests.chromium import chromium, show_pictures
from tests.demo_site import DemoSite

KEPT_IN = Path(__file__).parent / "screenshots"
KEPT = {
    "front-1280-light",
    "front-360-dark",
    "article-1280-light",
    "article-360-light",
    "latest-1280-dark",
    "section-768-light",
    "desk-home-1280-light",
    "desk-article-1280-light",
    "desk-article-390-dark",
    "desk-library-1280-light",
    "desk-list-1280-light",
    "desk-merge-1280-light",
}
WIDTHS = {360: 780, 390: 844, 768: 1024, 1280: 1400}
SCHEMES = ("light", "dark")
A_DRAFT = """
from django.urls import reverse
from articles.models import Article
draft = Article.objects.at_stage("draft").exclude(body="").latest("pk")
print(reverse("admin:articles_article_change", args=[draft.pk]))
"""


TWO_TEXTS = """
from django.urls import reverse
from articles.models import Article, Revision, User, contents, next_version, record_version, set_aside
article = Article.objects.published().exclude(body="").earliest("pk")
camille, ahmed = (User.objects.create(username=name.lower(), first_name=name) for name in ("Camille", "Ahmed"))
before = contents(article)
first, rest = before["body"].split("</p>", 1)
title, theirs, mine = article.headline, f"{first} Sans un mot.</p>{rest}", f"{first} Il a fallu deux heures.</p>{rest}"
next_version(article, 0)
Article.objects.filter(pk=article.pk).update(headline=f"{title}, enfin", body=theirs)
record_version(Article.objects.get(pk=article.pk), ahmed, Revision.Kind.SAVED)
words = before | {"headline": f"{title}, malgré la pluie", "body": mine}
kept = set_aside(article, camille, Revision.Kind.REFUSED, words, 0)
print(reverse("admin:articles_article_merge", args=[article.pk, kept.pk]))
"""


def main():
    executable = shutil.which("chromium") or sys.exit("Chromium is not installed.")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as var:
        paper = DemoSite(Path(var))
        paper.load()
        with paper.served() as site, chromium(executable) as browser:
            cookie = site.log_in("claire")
            for (page, address), width, scheme in product(addresses(browser, site), WIDTHS, SCHEMES):
                name = f"{page}-{width}-{scheme}"
                if folder or name in KEPT:
                    take(browser, address, width, scheme, folder, name, cookie)


def addresses(browser, site):
    front = browser.new_page()
    front.goto(site.address)
    article = front.locator(".lead__headline a").evaluate("link => link.href")
    front.close()
    return {
        "front": site.address,
        "article": article,
        "latest": f"{site.address}/latest/",
        "section": f"{site.address}/sections/littoral/",
        "desk-home": f"{site.address}/admin/",
        "desk-article": site.address + site.ask(A_DRAFT).strip(),
        "desk-library": f"{site.address}/admin/articles/photo/",
        "desk-list": f"{site.address}/admin/articles/article/",
        "desk-merge": site.address + site.ask(TWO_TEXTS).strip(),
    }.items()


def take(browser, address, width, scheme, folder, name, cookie):
    size = {"width": width, "height": WIDTHS[width]}
    page = browser.new_page(viewport=size, color_scheme=scheme, device_scale_factor=2 if width < 768 else 1)
    if "/admin/" in address:
        page.context.add_cookies([cookie])
        page.goto(address, wait_until="networkidle")
    else:
        page.goto(address)
        show_pictures(page)
    png = page.screenshot(full_page=folder is not None)
    page.close()
    path = (folder or KEPT_IN) / f"{name}.webp"
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.open(io.BytesIO(png)).save(path, quality=80, method=6)
    print(f"{path}: {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
