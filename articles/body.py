"""
The body of an article: what may be in it, and how it is read.

`clean` makes any HTML a body when it is saved; `blocks` gives templates its texts, pictures and videos in
reading order, and is the only place that marks HTML safe.
"""

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import ClassVar
from urllib.parse import urljoin

import nh3
from django.utils.safestring import SafeString

from articles.embeds import embed
from articles.tidy import tidy

LINKS = {"http", "https", "mailto", "tel"}

# The words of a text. Links get no rel or target: whoever prints them decides.
TEXT = nh3.Cleaner(
    tags=set(
        "p h2 h3 ul ol li blockquote aside table caption thead tbody tr th td "
        "strong em sup sub a abbr span q cite br".split()
    ),
    attributes={"a": {"href"}, "abbr": {"title"}, "span": {"lang"}},
    allowed_classes={"aside": {"exergue", "encadre"}},
    tag_attribute_values={"th": {"scope": {"col", "row", "colgroup", "rowgroup"}}},
    url_schemes=LINKS,
    link_rel=None,
)

# Everything `tidy` knows how to turn into those words. Where nobody reads the text inside, that goes too.
PASTED = nh3.Cleaner(
    tags=set(
        "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote aside figure figcaption pre hr "
        "div section article header footer main nav center address details summary fieldset form hgroup "
        "table caption thead tbody tfoot tr th td "
        "strong b em i sup sub a abbr span q cite br".split()
    ),
    attributes={
        "a": {"href"},
        "abbr": {"title"},
        "b": {"style"},
        "span": {"lang", "style"},
        "figure": {"data-photo", "data-alt", "data-embed"},
    },
    clean_content_tags=set(
        "script style template title head xml svg math iframe frameset object applet noembed noframes noscript "
        "audio video canvas textarea select option button".split()
    ),
    allowed_classes={"aside": {"exergue", "encadre"}},
    tag_attribute_values={"th": {"scope": {"col", "row", "colgroup", "rowgroup"}}},
    url_schemes=LINKS,
    link_rel=None,
)

# Exactly as `tidy` writes it; any other shape is no figure.
FIGURE = re.compile(
    r'<figure (?:data-photo="(?P<photo>[1-9][0-9]{0,17})"(?: data-alt="(?P<alt>[^"<>]*)")?'
    r'|data-embed="(?P<url>[^"<>]*)")>'
    r"(?:<figcaption>(?P<caption>[^<]*)</figcaption>)?</figure>"
)
LINK = re.compile(r'(?<=<a href=")[^"]*')
LINE_END = re.compile(r"<br>|<[uo]l>|</(?:p|h2|h3|li|caption|tr)>")


@dataclass(frozen=True)
class TextBlock:
    kind: ClassVar[str] = "text"
    html: SafeString


@dataclass(frozen=True)
class PhotoBlock:
    kind: ClassVar[str] = "photo"
    photo_id: int
    caption: str
    alt: str


@dataclass(frozen=True)
class EmbedBlock:
    kind: ClassVar[str] = "embed"
    url: str
    title: str
    provider: str
    player: str


def clean(html):
    """Make a body of any HTML or typed text. What is clean stays as it is, to the byte."""
    encodable = html.encode(errors="ignore").decode()  # JSON can smuggle in halves of characters
    return tidy(PASTED.clean(encodable))


def blocks(html):
    """Return what a clean body consists of, in reading order."""
    found, end = [], 0
    for figure in FIGURE.finditer(html):
        found += [_text_block(html[end : figure.start()]), _figure_block(figure)]
        end = figure.end()
    found.append(_text_block(html[end:]))
    return [block for block in found if not isinstance(block, TextBlock) or block.html]


def with_whole_links(html, address):
    """Return the HTML of a text block for readers elsewhere: a link without a host starts from this address."""
    return SafeString(LINK.sub(lambda link: escape(_joined(address, unescape(link[0]))), html))


def photo_ids(html):
    """Return the ids of the photos in a clean body, each once, in reading order."""
    return list(dict.fromkeys(int(figure["photo"]) for figure in FIGURE.finditer(html) if figure["photo"]))


def captions(html):
    """Return the captions of the figures in a clean body, in reading order."""
    return [unescape(figure["caption"]) for figure in FIGURE.finditer(html) if figure["caption"]]


def text(html):
    """Return the words of a clean body, one line for each paragraph; captions are not part of them."""
    lines = LINE_END.sub("\n", FIGURE.sub("", html)).replace("</th>", " ").replace("</td>", " ")
    lines = unescape(re.sub(r"<[^>]*>", "", lines)).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _joined(address, href):
    try:
        return urljoin(address, href)
    except ValueError:
        # Not ours to mend: it was stored by a way round `clean`.
        return href


def _text_block(html):
    # Sanitised again although `clean` did so at save: a body may have come by a raw UPDATE, a restored backup, or from
    # a release with other rules, and what is marked safe here is printed as it is. It costs a tenth of a millisecond.
    return TextBlock(SafeString(TEXT.clean(html).strip().replace("&nbsp;", "\u00a0")))


def _figure_block(figure):
    caption = unescape(figure["caption"] or "")
    if figure["photo"]:
        return PhotoBlock(int(figure["photo"]), caption, unescape(figure["alt"] or ""))
    url = unescape(figure["url"])
    video = embed(url)
    if video:
        return EmbedBlock(url, caption, video.provider, video.player)
    # The site was known when the body was saved.
    return _text_block(f'<p><a href="{figure["url"]}">{figure["caption"] or figure["url"]}</a></p>')
