"""A line of text within a block: its words, and the tags among them."""

import re

from articles.markup import INLINE, WHITE_SPACE, address, attribute, beside_caption, escaped, is_figure

DEEPEST_INLINE = 8

EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
UPRIGHT = re.compile(r"(?<!-)font-weight:\s*(?:normal|400)")
BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)")
ITALIC = re.compile(r"font-style:\s*italic")


class Mark(str):
    """A tag in a line, as opposed to its words."""


BREAK = Mark("<br>")


def tokens_of(nodes, typed=False, inside=()):
    """
    Yield the words and marks of a line. A block inside it becomes a line of its own; a figure is yielded as it is.

    In a text typed without tags, an empty line ends a paragraph: it is yielded as two breaks.
    """
    for node in nodes:
        if isinstance(node, str):
            yield from paragraphs_typed(node) if typed and not inside else [node]
        elif node.tag == "br":
            yield BREAK
        elif node.tag in INLINE:
            yield from inline(node, typed, inside)
        elif is_figure(node):
            yield node
            yield from tokens_of(beside_caption(node), inside=inside)
        else:
            yield BREAK
            yield from tokens_of(node.children, inside=inside)
            yield BREAK


def inline(node, typed, inside):
    tag, attributes = meaning(node)
    if not tag or len(inside) == DEEPEST_INLINE or (tag in inside and tag not in ("q", "span")):
        yield from tokens_of(node.children, typed, inside)
        return
    tokens = list(tokens_of(node.children, typed, (*inside, tag)))
    if any(is_word(token) and token.strip() for token in tokens):
        tokens = [Mark(f"<{tag}{attributes}>"), *tokens, Mark(f"</{tag}>")]
    yield from tokens


def meaning(node):
    """Return the tag and attributes an inline element deserves, or no tag."""
    tag, style, bare = node.tag, node.attributes.get("style", ""), ("", "")
    href, title, language = (node.attributes.get(name, "").strip() for name in ("href", "title", "lang"))
    if tag == "a":
        return ("a", attribute("href", address(href))) if address(href) else bare
    if tag == "abbr":
        return ("abbr", attribute("title", title)) if title else bare
    if tag == "span" and LANGUAGE.fullmatch(language):
        return "span", attribute("lang", language)
    if tag == "span":
        return ("strong" if BOLD.search(style) else "em" if ITALIC.search(style) else ""), ""
    if UPRIGHT.search(style):
        return bare  # Google Docs wraps all it copies in <b style="font-weight:normal">
    return {"b": "strong", "i": "em"}.get(tag, tag), ""


def paragraphs_typed(text):
    first, *others = EMPTY_LINE.split(text)
    return [first, *(token for other in others for token in (BREAK, BREAK, other))]


def split_at_double_breaks(tokens):
    paragraph, depth = [], 0
    for token in tokens:
        if token is not BREAK and isinstance(token, Mark):
            depth += -1 if token.startswith("</") else 1
        visible = [previous for previous in paragraph[-2:] if previous.strip()]
        if token is BREAK and not depth and visible[-1:] == [BREAK]:
            yield paragraph
            paragraph = []
        else:
            paragraph.append(token)
    yield paragraph


def trimmed(tokens):
    """Write a line without the white space nobody sees: doubled, or at an end of a line."""
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
    return "".join(escaped(token) if is_word(token) else token for token in line)


def ends_in_space(line):
    return next(filter(is_word, reversed(line)), "").endswith(" ")


def strip_end(line):
    for place in reversed(range(len(line))):
        if is_word(line[place]):
            line[place] = line[place].rstrip()
            if line[place]:
                return
        if is_word(line[place]) or line[place] is BREAK:
            del line[place]


def is_word(token):
    return isinstance(token, str) and not isinstance(token, Mark)
