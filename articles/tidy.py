"""
Rewrite any HTML, pasted from anywhere, in the few words of our own bodies: one block a line, always in the same shape.

What it says is kept: what we have no word for is opened, not thrown away. It is no sanitiser; `body.py` runs one first.
"""

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

from articles.embeds import embed

INLINE = {"a", "abbr", "b", "br", "cite", "em", "i", "q", "span", "strong", "sub", "sup"}
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
LISTS = {"ul", "ol"}

# What may stand in a body, and in a part of it, beside paragraphs.
BODY = {"h2", "h3", "ul", "ol", "blockquote", "aside", "table", "figure"}
PARTS = {"blockquote": set(), "exergue": set(), "encadre": {"h3", "ul", "ol"}}

# Elements in elements: no text has as many, and every level costs Python some of its stack. What we write stays far below
# what we read, so that writing it again finds nothing too deep.
DEEPEST = 40
DEEPEST_LIST = 4
DEEPEST_INLINE = 8

NOT_FOR_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff]")
WHITE_SPACE = re.compile(r"[ \t\n\r\f\u2028\u2029]+")
EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
PHOTO_ID = re.compile(r"[1-9][0-9]{0,17}")
# One slash, not two: "//host" (and "/\host") is another site.
ADDRESS = re.compile(r"(?:https?://[^/\s]|mailto:[^\s]|tel:[^\s]|/(?!/)|#)[^\s\\]*", re.IGNORECASE)


def tidy(html):
    reader = Reader()
    reader.feed(NOT_FOR_TEXT.sub("", html))
    reader.close()
    return "\n".join(Tidier().body(reader.root))


def address(href):
    """Return where a link may lead, or None."""
    href = href.strip().replace(" ", "%20")
    if href.startswith("www."):
        href = f"https://{href}"
    return href if ADDRESS.fullmatch(href) else None


@dataclass
class Element:
    tag: str
    attributes: dict = field(default_factory=dict)
    children: list = field(default_factory=list)


class Mark(str):
    """A tag in a line of text, as opposed to its words."""


BREAK = Mark("<br>")


class Reader(HTMLParser):
    """Build a tree from what the sanitiser wrote: balanced tags, no surprises."""

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


class Tidier:
    def __init__(self):
        self.displaced = []  # pictures found where none may stand: they follow the block they were in

    def body(self, root):
        for block in self.flow([root], BODY):
            yield block
            yield from self.take_displaced()
        yield from self.take_displaced()

    def take_displaced(self):
        displaced, self.displaced = self.displaced, []
        return displaced

    def flow(self, nodes, allowed):
        """Yield the blocks of a body or of a part; words that stand bare become paragraphs."""
        bare = []
        for node in opened(nodes):
            if isinstance(node, str) or node.tag in INLINE:
                bare.append(node)
                continue
            yield from self.paragraphs(self.line(bare, typed=True))
            bare = []
            yield from self.block(node, allowed)
        yield from self.paragraphs(self.line(bare, typed=True))

    def block(self, node, allowed):
        tag = HEADINGS.get(node.tag, node.tag)
        if tag == "h2" and "h2" not in allowed and "h3" in allowed:
            tag = "h3"
        if tag == "figure":
            yield from self.figure(node, allowed)
        elif tag == "p" or (tag in HEADINGS and tag not in allowed):
            yield from self.paragraphs(self.line(node.children))
        elif tag in HEADINGS:
            yield from wrapped(tag, trimmed(self.line(node.children)))
        elif tag not in allowed:
            yield from self.flow(node.children, allowed)
        elif tag in LISTS:
            yield from self.list(node)
        elif tag == "table":
            yield from self.table(node)
        else:
            yield from self.part(node)

    def paragraphs(self, tokens):
        for paragraph in split_at_double_breaks(tokens):
            yield from wrapped("p", trimmed(paragraph))

    def part(self, node):
        name = node.attributes.get("class", node.tag)
        content = "".join(self.flow(node.children, PARTS[name]))
        yield from wrapped(node.tag, content, f' class="{name}"' if node.tag == "aside" else "")

    def list(self, node, level=1):
        items = []
        for child in opened(node.children):
            if isinstance(child, Element) and child.tag == "li":
                items.append(child.children)
            elif isinstance(child, Element) and child.tag in LISTS and items:
                items[-1] = [*items[-1], child]
            elif not isinstance(child, str) or child.strip():
                items.append([child])
        yield from wrapped(node.tag, "".join(item for nodes in items for item in self.item(nodes, level)))

    def item(self, nodes, level):
        words, lists = [], []
        for node in opened(nodes):
            nests = isinstance(node, Element) and node.tag in LISTS and level < DEEPEST_LIST
            (lists if nests else words).append(node)
        nested = "".join(block for node in lists for block in self.list(node, level + 1))
        yield from wrapped("li", trimmed(self.line(words)) + nested)

    def table(self, node):
        captions = [self.line(part.children) for part in elements(node, "caption")]
        head = [self.row(row) for part in elements(node, "thead") for row in elements(part, "tr")]
        body = [self.row(row) for part in elements(node, "tbody", "tfoot") for row in elements(part, "tr")]
        if not head and body and "<td" not in body[0]:
            head = [body.pop(0)]
        content = "".join(wrapped("thead", "".join(head))) + "".join(wrapped("tbody", "".join(body)))
        caption = "".join(block for tokens in captions[:1] for block in wrapped("caption", trimmed(tokens)))
        yield from wrapped("table", content and caption + content)

    def row(self, row):
        cells = elements(row, "th", "td")
        default = "row" if any(cell.tag == "td" for cell in cells) else "col"
        content = ""
        for cell in cells:
            scope = f' scope="{cell.attributes.get("scope", default)}"' if cell.tag == "th" else ""
            content += f"<{cell.tag}{scope}>{trimmed(self.line(cell.children))}</{cell.tag}>"
        return "".join(wrapped("tr", content))

    def figure(self, node, allowed):
        if "figure" in allowed:
            yield figure_of(node)
        else:
            self.displaced.append(figure_of(node))
        # A figure nobody closed holds the rest of the article.
        yield from self.flow(beside_caption(node), allowed)

    def line(self, nodes, typed=False, inside=()):
        """Return the tokens of a line of text; blocks inside it become lines of their own."""
        tokens = []
        for node in nodes:
            if isinstance(node, str):
                tokens += paragraphs_typed(node) if typed and not inside else [node]
            elif node.tag == "br":
                tokens.append(BREAK)
            elif node.tag in INLINE:
                tokens += self.inline(node, typed, inside)
            elif names_something(node):
                self.displaced.append(figure_of(node))
                tokens += self.line(beside_caption(node), inside=inside)
            else:
                tokens += [BREAK, *self.line(node.children, inside=inside), BREAK]
        return tokens

    def inline(self, node, typed, inside):
        tag, attributes = meaning(node)
        if not tag or len(inside) == DEEPEST_INLINE or (tag in inside and tag not in ("q", "span")):
            return self.line(node.children, typed, inside)
        tokens = self.line(node.children, typed, (*inside, tag))
        if all(isinstance(token, Mark) or not token.strip() for token in tokens):
            return tokens
        return [Mark(f"<{tag}{attributes}>"), *tokens, Mark(f"</{tag}>")]


def opened(nodes):
    """Yield nodes without the wrappers around blocks; an empty paragraph stands for each edge of a wrapper."""
    for node in nodes:
        if isinstance(node, str) or not is_wrapper(node):
            yield node
        else:
            yield Element("p")
            yield from opened(node.children)
            yield Element("p")


def is_wrapper(node):
    if node.tag in INLINE or node.tag == "p":
        return any(
            isinstance(child, Element) and (child.tag not in INLINE or is_wrapper(child)) for child in node.children
        )
    if node.tag == "figure":
        return not names_something(node)
    if node.tag == "aside":
        return node.attributes.get("class") not in PARTS
    return node.tag not in BODY and node.tag not in HEADINGS and node.tag != "li"


def names_something(node):
    return node.tag == "figure" and bool(
        PHOTO_ID.fullmatch(node.attributes.get("data-photo", "")) or address(node.attributes.get("data-embed", ""))
    )


def figure_of(node):
    """Write a picture or a video, or a link to a video from a site we do not know; its caption is plain text."""
    photo, url = node.attributes.get("data-photo", ""), address(node.attributes.get("data-embed", ""))
    caption = one_line(words(elements(node, "figcaption")))
    figcaption = "".join(wrapped("figcaption", escape(caption, quote=False)))
    if PHOTO_ID.fullmatch(photo):
        alt = f' data-alt="{escape(one_line(node.attributes["data-alt"]))}"' if "data-alt" in node.attributes else ""
        return f'<figure data-photo="{photo}"{alt}>{figcaption}</figure>'
    if embed(url):
        return f'<figure data-embed="{escape(url)}">{figcaption}</figure>'
    return f'<p><a href="{escape(url)}">{escape(caption or url, quote=False)}</a></p>'


def beside_caption(figure):
    return [child for child in figure.children if isinstance(child, str) or child.tag != "figcaption"]


def elements(node, *tags):
    return [child for child in node.children if isinstance(child, Element) and child.tag in tags]


def words(nodes):
    return "".join(node if isinstance(node, str) else words(node.children) for node in nodes)


def meaning(node):
    """Return the tag and attributes an inline element deserves, or no tag."""
    tag, attributes, style = node.tag, node.attributes, node.attributes.get("style", "")
    if tag == "a" and address(attributes.get("href", "")):
        return "a", f' href="{escape(address(attributes["href"]))}"'
    if tag == "abbr" and attributes.get("title", "").strip():
        return "abbr", f' title="{escape(one_line(attributes["title"]))}"'
    if tag == "span" and LANGUAGE.fullmatch(attributes.get("lang", "")):
        return "span", f' lang="{attributes["lang"]}"'
    if tag in ("a", "abbr") or re.search(r"(?<!-)font-weight:\s*(?:normal|400)", style):
        return "", ""  # Google Docs wraps all it copies in <b style="font-weight:normal">
    if tag == "span":
        bold, italic = re.search(r"font-weight:\s*(?:bold|[6-9]00)", style), re.search(r"font-style:\s*italic", style)
        return ("strong" if bold else "em" if italic else ""), ""
    return {"b": "strong", "i": "em"}.get(tag, tag), ""


def paragraphs_typed(text):
    """Read the empty lines of a text typed without tags as ends of paragraphs."""
    first, *others = EMPTY_LINE.split(text)
    return [first, *(token for other in others for token in (BREAK, BREAK, other))]


def split_at_double_breaks(tokens):
    paragraph, depth = [], 0
    for token in tokens:
        if token is not BREAK and isinstance(token, Mark):
            depth += -1 if token.startswith("</") else 1
        spoken = [previous for previous in paragraph[-2:] if previous.strip()]
        if token is BREAK and not depth and spoken[-1:] == [BREAK]:
            yield paragraph
            paragraph = []
        else:
            paragraph.append(token)
    yield paragraph


def trimmed(tokens):
    """Write a line without the white space nobody sees: doubled, or at an end of the line."""
    line, at_start = [], True
    for token in tokens:
        if token is BREAK:
            if not at_start:
                strip_end(line)
                line.append(BREAK)
            at_start = True
        elif isinstance(token, Mark):
            line.append(token)
        else:
            text = WHITE_SPACE.sub(" ", token)
            text = text.lstrip() if at_start else text.lstrip(" ") if ends_in_space(line) else text
            line += [text] if text else []
            at_start = at_start and not text
    strip_end(line)
    return "".join(token if isinstance(token, Mark) else escape(token, quote=False) for token in line)


def ends_in_space(line):
    return next((token for token in reversed(line) if not isinstance(token, Mark)), "").endswith(" ")


def strip_end(line):
    for place in reversed(range(len(line))):
        if line[place] is BREAK:
            del line[place]
        elif not isinstance(line[place], Mark):
            line[place] = line[place].rstrip()
            if line[place]:
                return
            del line[place]


def one_line(text):
    return WHITE_SPACE.sub(" ", text).strip()


def wrapped(tag, content, attributes=""):
    """Yield an element, if there is anything to put in it."""
    if content:
        yield f"<{tag}{attributes}>{content}</{tag}>"
