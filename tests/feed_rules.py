"""What the W3C feed validator asks of a feed, from its documentation, as far as ours could break it.

`check` takes the bytes of an RSS or Atom feed. Names in comments are those of the validator's messages.
"""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[\w/-]+", re.ASCII)

RSS_CHANNEL = {"title", "link", "description", "language", "lastBuildDate", "item", f"{ATOM}link"}
RSS_ITEM = {"title", "link", "description", "pubDate", "guid", "category"} | {
    f"{DC}creator",
    f"{ATOM}updated",
    f"{CONTENT}encoded",
    f"{MEDIA}content",
}
ATOM_FEED = {f"{ATOM}{name}" for name in ("title", "link", "id", "updated", "author", "subtitle", "entry")}
ATOM_ENTRY = {f"{ATOM}{name}" for name in "title link published updated id summary category author content".split()}
RELATIONS = {"self", "alternate", "next", "previous", "hub"}
REPEATED = {"category", "item", f"{DC}creator"} | {f"{ATOM}{name}" for name in "link category author entry".split()}


def check(document):
    # SAXError, BadXmlVersion, MissingEncoding
    assert document.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    root = ElementTree.fromstring(document)
    if root.tag == "rss":
        assert root.get("version") == "2.0"
        check_rss(root.find("channel"))
    else:
        assert root.tag == f"{ATOM}feed"
        check_atom(root)
    return root


def check_rss(channel):
    check_children(channel, RSS_CHANNEL, required={"title", "link", "description"})
    check_whole(channel.findtext("link"))
    check_rfc822(channel.findtext("lastBuildDate"))
    check_links(channel.findall(f"{ATOM}link"))
    assert re.fullmatch(r"[a-z]{2}(-[a-z]{2})?", channel.findtext("language"))  # InvalidLanguage
    check_ids([item.findtext("guid") for item in channel.findall("item")])  # DuplicateValue
    for item in channel.findall("item"):
        check_children(item, RSS_ITEM, required=RSS_ITEM - {f"{MEDIA}content", f"{DC}creator", "category"})
        check_whole(item.findtext("link"))
        check_rfc822(item.findtext("pubDate"))
        check_rfc3339(item.findtext(f"{ATOM}updated"))
        assert item.find("guid").get("isPermaLink") == "false"  # InvalidHttpGUID
        order = [child.tag for child in item]  # NeedDescriptionBeforeContent
        assert order.index("description") < order.index(f"{CONTENT}encoded")
        check_html(item.findtext(f"{CONTENT}encoded"))
        check_html(item.findtext("description"))
        check_plain(item.findtext("title"))
        check_picture(item.find(f"{MEDIA}content"))


def check_atom(feed):
    check_children(feed, ATOM_FEED, required={f"{ATOM}{name}" for name in ("title", "link", "id", "updated", "author")})
    check_rfc3339(feed.findtext(f"{ATOM}updated"))
    check_links(feed.findall(f"{ATOM}link"))
    check_ids([feed.findtext(f"{ATOM}id")])
    check_ids([entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")])  # DuplicateEntries
    for person in feed.iter(f"{ATOM}author"):
        check_children(person, {f"{ATOM}name", f"{ATOM}uri"}, required={f"{ATOM}name"})
        check_whole(person.findtext(f"{ATOM}uri"))
    for entry in feed.findall(f"{ATOM}entry"):
        check_children(
            entry, ATOM_ENTRY | {f"{MEDIA}content"}, required=ATOM_ENTRY - {f"{ATOM}category", f"{ATOM}author"}
        )
        (link,) = entry.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        check_whole(link.get("href"))
        check_rfc3339(entry.findtext(f"{ATOM}updated"))
        check_rfc3339(entry.findtext(f"{ATOM}published"))
        check_plain(entry.findtext(f"{ATOM}title"))
        assert entry.find(f"{ATOM}content").get("type") == "html"
        check_html(entry.findtext(f"{ATOM}content"))
        check_html(entry.findtext(f"{ATOM}summary"))
        check_picture(entry.find(f"{MEDIA}content"))


def check_children(element, allowed, required):
    names = [child.tag for child in element]
    assert set(names) <= allowed, "UndefinedElement"
    assert required <= set(names), "MissingElement"
    once = [name for name in names if name not in REPEATED]
    assert len(once) == len(set(once)), "DuplicateElement"


def check_links(links):
    """RelativeSelf, MissingAtomSelfLink, DuplicateAtomLink, UnregisteredAtomLinkRel."""
    relations = [link.get("rel") for link in links]
    assert relations.count("self") == 1
    assert len(relations) == len(set(relations))
    assert set(relations) <= RELATIONS
    for link in links:
        check_whole(link.get("href"))


def check_ids(ids):
    """DuplicateValue, InvalidTAG, NonCanonicalURI."""
    assert len(ids) == len(set(ids))
    assert all(TAG_URI.fullmatch(id) for id in ids), ids


def check_whole(address):
    """InvalidFullLink: an address that stands by itself, with a scheme and a host, in ASCII without spaces."""
    parts = urlsplit(address)
    assert parts.scheme in ("http", "https") and parts.netloc, address
    assert re.fullmatch(r"[!-~]+", address), address


def check_rfc822(date):
    """InvalidRFC2822Date, ProblematicalRFC822Date: four digits of year, a numeric zone."""
    assert re.fullmatch(r"[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}", date), date
    check_plausible(parsedate_to_datetime(date))


def check_rfc3339(date):
    """InvalidRFC3339Date: an offset is required."""
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}|Z)", date), date
    check_plausible(datetime.fromisoformat(date))


def check_plausible(moment):
    """ImplausibleDate: neither before feeds were thought of, nor to come."""
    assert moment.year > 1970
    assert moment <= datetime.now(moment.tzinfo)


def check_plain(words):
    """NotBlank, ContainsHTML."""
    assert words.strip()
    assert not re.search(r"<[a-z/!]|&(\w+|#\d+);", words), words


def check_picture(content):
    """Media RSS; and our own promise: no picture without its credit."""
    if content is None:
        return
    check_whole(content.get("url"))
    assert int(content.get("width")) > 0 and int(content.get("height")) > 0
    assert (content.get("medium"), content.get("type")) == ("image", "image/jpeg")
    assert content.findtext(f"{MEDIA}credit").strip()
    assert content.find(f"{MEDIA}credit").get("scheme") in (None, "urn:ebu")  # InvalidCreditRole
    assert content.findtext(f"{MEDIA}copyright").strip()


def check_html(html):
    """NotHtml, SecurityRisk, SecurityRiskAttr, DangerousStyleAttr, ContainsRelRef."""
    reader = Fragment()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"{reader.open} left open"


class Fragment(HTMLParser):
    SAFE = set(
        "p h2 h3 ul ol li blockquote aside table caption thead tbody tr th td strong em sup sub a abbr span q cite br "
        "figure figcaption img".split()
    )
    SAFE_ATTRIBUTES = set("href src alt width height title lang class scope".split())

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, name, attributes):
        assert name in self.SAFE, name
        for attribute, value in attributes:
            assert attribute in self.SAFE_ATTRIBUTES, attribute
            if attribute == "src" or (attribute == "href" and not value.startswith(("mailto:", "tel:"))):
                check_whole(value)
        if name not in ("br", "img"):
            self.open.append(name)

    def handle_endtag(self, name):
        assert self.open.pop() == name
