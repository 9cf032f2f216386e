"""A body as plain text that shows its markup, for somebody who compares two of them."""

from articles.body import clean
from articles.markup import Element, elements, one_line, read, words

SIGNS = {"h2": "# ", "h3": "## ", "li": "• ", "blockquote": "> ", "caption": "", "p": ""}
AROUND = {"strong": "*", "em": "_", "sup": "^", "sub": "~"}
BOXES = {"exergue": "❝ ", "encadre": "▌ "}


def text(html, figure):
    """A paragraph for each block; `figure` says in words what a `<figure>` shows, of its attributes and its caption."""
    return "\n\n".join(lines(read(clean(html)).children, figure))


def lines(nodes, figure, before=""):
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                yield before + one_line(node)
        elif node.tag == "figure":
            yield figure(node.attributes, one_line(words(caption_of(node))))
        elif node.tag == "tr":
            yield before + " | ".join(one_line(inline(cell.children)) for cell in elements(node, "td", "th"))
        elif node.tag in ("p", "h2", "h3", "caption"):
            yield before + SIGNS[node.tag] + one_line(inline(node.children))
        elif node.tag == "li":
            yield from item(node, figure, before)
        else:
            yield from lines(node.children, figure, before + sign_of(node))


def item(node, figure, before):
    """A list in an item stands a step to the right."""
    inner = [child for child in node.children if isinstance(child, Element) and child.tag in ("ul", "ol")]
    own = [child for child in node.children if child not in inner]
    yield before + SIGNS["li"] + one_line(inline(own))
    yield from lines(inner, figure, f"{before}  ")


def sign_of(node):
    if node.tag == "aside":
        return BOXES.get(node.attributes.get("class"), "")
    return SIGNS.get(node.tag, "")


def caption_of(node):
    return [child for caption in elements(node, "figcaption") for child in caption.children]


def inline(nodes):
    """Words with the signs that people type for what has no letters."""
    found = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
        elif node.tag == "br":
            found.append(" / ")
        elif node.tag == "a":
            found.append(f"{inline(node.children)} [{node.attributes.get('href', '')}]")
        else:
            sign = AROUND.get(node.tag, "")
            found.append(f"{sign}{inline(node.children)}{sign}")
    return "".join(found)
