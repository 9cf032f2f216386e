"""XMP: the packet that a picture brings, and the small one that its copies are given."""

from xml.sax.saxutils import escape

from defusedxml import ElementTree

MOST_BYTES = 1_000_000

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TIFF_TAG = 700

PACKET = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}"><rdf:Description rdf:about=""{names}>'
    '{properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)
FORMS = {
    "dc:creator": "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>",
    "dc:rights": '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>',
    "plus:Licensor": (
        '<rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorURL>{}</plus:LicensorURL></rdf:li></rdf:Seq>'
    ),
}


def read(image):
    """The properties of a picture's packet, as lists of texts by name; raises on whatever is no honest packet."""
    packet = image.info.get("xmp") or getattr(image, "tag_v2", {}).get(TIFF_TAG) or b""
    if isinstance(packet, str):
        packet = packet.encode()
    packet = bytes(packet).strip(b"\0 \r\n\t")
    if not packet or len(packet) > MOST_BYTES:
        return {}
    # Without a DTD there is no entity to expand.
    return _properties(ElementTree.fromstring(packet, forbid_dtd=True))


def write(properties):
    """A packet of these texts, in their order; the empty ones are left out."""
    said = {name: text for name, text in properties.items() if text}
    prefixes = sorted({name.partition(":")[0] for name in said})
    return PACKET.format(
        rdf=NAMESPACES["rdf"],
        names="".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes),
        properties="".join(
            f"<{name}>{FORMS.get(name, '{}').format(escape(text))}</{name}>" for name, text in said.items()
        ),
    ).encode()


def _properties(root):
    found = {}
    for description in root.iter(_full("rdf:Description")):
        for name, text in description.attrib.items():
            found.setdefault(name, [text])
        for element in description:
            found.setdefault(element.tag, _texts(element))
    licensor = _full("plus:LicensorURL")
    addresses = [text for node in root.iter() for text in (node.get(licensor), node.tag == licensor and node.text)]
    found[licensor] = [text for text in addresses if text]
    return {name: texts for name, texts in ((_short(name), texts) for name, texts in found.items()) if name and texts}


def _texts(element):
    """One text, or those of a list; of several languages the default comes first."""
    items = list(element.iter(_full("rdf:li")))
    items.sort(key=lambda item: item.get(LANGUAGE, "x-default") != "x-default")
    texts = [item.text for item in items] or [element.get(_full("rdf:resource")) or element.text]
    return [text for text in texts if text and text.strip()]


def _full(name):
    prefix, _colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _short(name):
    address, _brace, local = name.removeprefix("{").partition("}")
    return next((f"{prefix}:{local}" for prefix, space in NAMESPACES.items() if space == address), None)
