"""HTML as a small tree: read from what the sanitiser wrote, and written again."""

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

INLINE = {"a", "abbr", "b", "br", "cite", "em", "i", "q", "span", "strong", "sub", "sup"}

# Elements in elements: no text has as many, and every level costs Python some of its stack.
DEEPEST = 40

NOT_FOR_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]")
WHITE_SPACE = re.compile(r"[ \t\n\r\f\u2028\u2029]+")
PHOTO_ID = re.compile(r"[1-9][0-9]{0,17}")
# One slash, not two: "//host" (and "/\host") is another site.
ADDRESS = re.compile(r"(?:https?://[^/\s]|mailto:[^\s]|tel:[^\s]|/(?!/)|#)[^\s\\]*", re.IGNORECASE)


@dataclass
class Element:
    tag: str
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)


def read(html):
    reader = Reader()
    reader.feed(NOT_FOR_TEXT.sub("", html))
    reader.close()
    return reader.root


class Reader(HTMLParser):
    """Build the tree; every tag that opens is known to close, but for br and hr."""

    def __init__(self):
        super().__init__()
        self.root = Element("body")
        self.open = [self.root]
        self.too_deep = 0

    def handle_starttag(self, tag, attributes):
        element = Element(tag, {name: value or "" for name, value in attributes})
        if tag in ("br", "hr"):
            self.open[-1].children.append(element)
        elif self.too_deep or len(self.open) > DEEPEST:
            self.too_deep += 1
        else:
            self.open[-1].children.append(element)
            self.open.append(element)

    def handle_endtag(self, tag):
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.open) > 1:
            self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)


def elements(node, *tags):
    return [child for child in node.children if isinstance(child, Element) and child.tag in tags]


def words(nodes):
    return "".join(node if isinstance(node, str) else words(node.children) for node in nodes)


def one_line(text):
    return WHITE_SPACE.sub(" ", text).strip()


def address(href):
    """Return where a link may lead, or None."""
    href = href.strip().replace(" ", "%20")
    if href.startswith("www."):
        href = f"https://{href}"
    return href if ADDRESS.fullmatch(href) and is_readable(href) else None


def is_readable(address):
    """Python refuses some hosts that a sanitiser lets pass, such as `http://a]b@host/`."""
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def is_figure(node):
    """Tell a picture or a video of ours from a frame around anything else."""
    photo, video = node.attributes.get("data-photo", ""), node.attributes.get("data-embed", "")
    return node.tag == "figure" and bool(PHOTO_ID.fullmatch(photo) or address(video))


def beside_caption(figure):
    return [child for child in figure.children if isinstance(child, str) or child.tag != "figcaption"]


def wrapped(tag, content, attributes=""):
    """Yield an element, if there is anything to put in it."""
    if content:
        yield f"<{tag}{attributes}>{content}</{tag}>"


def attribute(name, value):
    return f' {name}="{escape(one_line(value))}"'


def escaped(text):
    return escape(text, quote=False)
