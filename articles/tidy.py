"""
Rewrite any HTML, pasted from anywhere, in the few words of our own bodies: one block a line, always in the same shape.

What it says is kept: what we have no word for is opened, not thrown away. It is no sanitiser; `body.py` runs one first.
"""

from articles.embeds import embed
from articles.lines import split_at_double_breaks, tokens_of, trimmed
from articles.markup import (
    INLINE,
    PHOTO_ID,
    Element,
    address,
    attribute,
    beside_caption,
    elements,
    escaped,
    is_figure,
    one_line,
    read,
    words,
    wrapped,
)

HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
LISTS = {"ul", "ol"}
DEEPEST_LIST = 4

# What may stand in a body, and in a part of it, beside paragraphs.
BODY = {"h2", "h3", "ul", "ol", "blockquote", "aside", "table", "figure"}
PARTS = {"blockquote": set(), "exergue": set(), "encadre": {"h3", "ul", "ol"}}


def tidy(html):
    return "\n".join(Tidier().body(read(html)))


class Tidier:
    def __init__(self):
        self.displaced = []  # figures found where none may stand: they follow the block they were in

    def body(self, root):
        for block in self.flow(root.children, BODY):
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
            else:
                yield from self.paragraphs(bare, typed=True)
                bare = []
                yield from self.block(node, allowed)
        yield from self.paragraphs(bare, typed=True)

    def block(self, node, allowed):
        tag = HEADINGS.get(node.tag, node.tag)
        if tag == "h2" and "h2" not in allowed:
            tag = "h3"
        if tag == "figure":
            yield from self.figure(node, allowed)
        elif tag == "p" or (tag == "h3" and "h3" not in allowed):
            yield from self.paragraphs(node.children)
        elif tag in HEADINGS:
            yield from wrapped(tag, self.line(node.children))
        elif tag not in allowed:
            yield from self.flow(node.children, allowed)
        elif tag in LISTS:
            yield from self.list(node)
        elif tag == "table":
            yield from self.table(node)
        else:
            yield from self.part(node)

    def paragraphs(self, nodes, typed=False):
        for tokens in split_at_double_breaks(self.tokens(nodes, typed)):
            yield from wrapped("p", trimmed(tokens))

    def line(self, nodes):
        return trimmed(self.tokens(nodes))

    def tokens(self, nodes, typed=False):
        for token in tokens_of(nodes, typed):
            if isinstance(token, Element):
                self.displaced.append(written(token))
            else:
                yield token

    def figure(self, node, allowed):
        if "figure" in allowed:
            yield written(node)
        else:
            self.displaced.append(written(node))
        # A figure nobody closed holds the rest of the article.
        yield from self.flow(beside_caption(node), allowed)

    def part(self, node):
        name = node.attributes.get("class", node.tag)
        content = "".join(self.flow(node.children, PARTS[name]))
        yield from wrapped(node.tag, content, attribute("class", name) if node.tag == "aside" else "")

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
        line, lists = [], []
        for node in opened(nodes):
            nests = isinstance(node, Element) and node.tag in LISTS and level < DEEPEST_LIST
            (lists if nests else line).append(node)
        nested = "".join(block for node in lists for block in self.list(node, level + 1))
        yield from wrapped("li", self.line(line) + nested)

    def table(self, node):
        line = self.line(elements(node, "caption"))
        caption = "".join(wrapped("caption", line))
        head = [self.row(row) for part in elements(node, "thead") for row in elements(part, "tr")]
        body = [self.row(row) for part in elements(node, "tbody", "tfoot") for row in elements(part, "tr")]
        if not head and body and "<td" not in body[0]:
            head = [body.pop(0)]
        rows = "".join([*wrapped("thead", "".join(head)), *wrapped("tbody", "".join(body))])
        if rows:
            yield from wrapped("table", caption + rows)
        else:
            yield from wrapped("p", line)

    def row(self, row):
        cells = elements(row, "th", "td")
        default = "row" if elements(row, "td") else "col"
        content = ""
        for cell in cells:
            scope = attribute("scope", cell.attributes.get("scope", default)) if cell.tag == "th" else ""
            content += f"<{cell.tag}{scope}>{self.line(cell.children)}</{cell.tag}>"
        return "".join(wrapped("tr", content))


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
        inner = (child for child in node.children if isinstance(child, Element))
        return any(child.tag not in INLINE or is_wrapper(child) for child in inner)
    if node.tag == "figure":
        return not is_figure(node)
    if node.tag == "aside":
        return node.attributes.get("class") not in PARTS
    return node.tag not in BODY and node.tag not in HEADINGS and node.tag != "li"


def written(figure):
    """Write a picture or a video, or a link to a video of a site we do not know. Its caption is plain text."""
    photo, url = figure.attributes.get("data-photo", ""), address(figure.attributes.get("data-embed", ""))
    caption = one_line(words(elements(figure, "figcaption")))
    figcaption = "".join(wrapped("figcaption", escaped(caption)))
    if PHOTO_ID.fullmatch(photo):
        alt = attribute("data-alt", figure.attributes["data-alt"]) if "data-alt" in figure.attributes else ""
        return f'<figure data-photo="{photo}"{alt}>{figcaption}</figure>'
    if embed(url):
        return f"<figure{attribute('data-embed', url)}>{figcaption}</figure>"
    return f"<p><a{attribute('href', url)}>{escaped(caption or url)}</a></p>"
