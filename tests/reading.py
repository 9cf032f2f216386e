"""What a reader's browser makes of a page: the elements of its HTML, to be asked in tests."""

from html.parser import HTMLParser

VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Element:
    def __init__(self, name, attributes=(), parent=None):
        self.name = name
        self.attributes = dict(attributes)
        self.parent = parent
        self.children = []

    def __repr__(self):
        return f"<{self.name} {self.attributes}>"

    def __getitem__(self, attribute):
        return self.attributes[attribute]

    def get(self, attribute, default=None):
        return self.attributes.get(attribute, default)

    @property
    def classes(self):
        return (self.get("class") or "").split()

    @property
    def text(self):
        """Its words as they are read, white space as a browser folds it."""
        words = "".join(child if isinstance(child, str) else child.whole_text for child in self.children)
        return " ".join(part for part in words.replace("\n", " ").split(" ") if part)

    @property
    def whole_text(self):
        return "".join(child if isinstance(child, str) else child.whole_text for child in self.children)

    @property
    def descendants(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.descendants

    @property
    def ancestors(self):
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def all(self, *names, css=None, **attributes):
        """The descendants of these names (any, if none), of this class, with these attributes."""
        return [
            element
            for element in self.descendants
            if (not names or element.name in names)
            and (css is None or css in element.classes)
            and all(element.get(name) == value for name, value in attributes.items())
        ]

    def one(self, *names, css=None, **attributes):
        found = self.all(*names, css=css, **attributes)
        assert len(found) == 1, f"{len(found)} of {names} {css} {attributes}, not one"
        return found[0]

    def inside(self, *names):
        return next((element for element in self.ancestors if element.name in names), None)


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.current = Element("document")

    def handle_starttag(self, name, attributes):
        element = Element(name, attributes, self.current)
        self.current.children.append(element)
        if name not in VOID:
            self.current = element

    def handle_endtag(self, name):
        if name in VOID:
            return
        assert self.current.name == name, f"</{name}> closes <{self.current.name}>"
        self.current = self.current.parent

    def handle_data(self, words):
        self.current.children.append(words)


def read(page):
    """The elements of a response or of a text. Fails where a tag is left open."""
    html = page if isinstance(page, str) else page.content.decode()
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.current is reader.root, f"{reader.current} is never closed"
    return reader.root


def filled_in(form, **changes):
    """What a browser would send of a form as it stands, but for the changes."""
    values = {}
    for field in form.all("input", "textarea", "select"):
        kind, name = field.get("type"), field.get("name")
        off = kind in ("checkbox", "radio") and "checked" not in field.attributes
        if name is None or kind in ("submit", "file") or off:
            continue
        if field.name == "select":
            chosen = [option["value"] for option in field.all("option") if "selected" in option.attributes]
            values[name] = chosen if "multiple" in field.attributes else (chosen or [""])[0]
        else:
            # A line break after the opening tag is not part of a text.
            unsaid = "on" if kind == "checkbox" else ""
            values[name] = field.get("value", unsaid) if field.name == "input" else field.whole_text.removeprefix("\n")
    return values | changes
