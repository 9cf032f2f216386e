"""The stylesheet, inlined in every public page so that it arrives with the words.

`static/css/` has a file for each idea; here they become one text, in the order of the layers,
with the paper's own accent. What few pages need stands in `pages/`, and is no burden to an article.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.templatetags.static import static

from articles.paper import paper

ORDER = ("tokens", "base", "layout", "components/*", "pages/{page}", "print")
EVERY_PAGE = "every"
PAGES = ("latest", "search")


@cache
def stylesheet(page=EVERY_PAGE):
    """For most pages, or for one of `PAGES`, which has some rules more."""
    root = Path(finders.find("css/tokens.css")).parent
    files = [file for name in ORDER for file in sorted(root.glob(f"{name.format(page=page)}.css"))]
    css = "\n".join(file.read_text() for file in files)
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r'url\("\.\./([^"]+)"\)', lambda found: f'url("{static(found[1])}")', css)
    css += f":root{{--accent-light:{paper().accent};--accent-dark:{paper().accent_dark}}}"
    return tightened(css)


@cache
def stylesheet_hashes():
    """As sources of a Content-Security-Policy."""
    texts = [stylesheet(), *(stylesheet(page) for page in PAGES)]
    return [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts]


def tightened(css):
    """Without the white space that only we read. Not inside strings: ours hold none that
    matters, and spaces around `+`, `-`, `and` keep their meaning since one always stays."""
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(";}", "}").strip()
