"""What the form of an article says, as a browser sends it: the one shape of drafts, versions and previews."""

from articles.models.article import Article
from articles.models.byline import Byline
from articles.models.publication import STATE
from articles.models.tag import join_tags

# The columns that steps write; what readers see of an article depends on them and on its contents alone.
DESK_STATE = (*STATE, "embargo_until", "stage", "review_note", "changed_since_ready")
# The columns that the form writes, and what it keeps in other tables.
COLUMNS = tuple(
    field.name
    for field in Article._meta.concrete_fields
    if field.editable and not field.primary_key and field.name not in DESK_STATE
)
# Lists of articles.
LISTS = ("picks", "bans")
ELSEWHERE = ("byline", "tags", *LISTS)
FIELDS = (*COLUMNS, *ELSEWHERE)
# What is typed beside the contents, and is as little to be lost.
NOTES = ("send_back-words", "withdraw-words")
BESIDE = ("change", "change_text", "reply_by", "received_on", *NOTES)


def contents(article):
    """The stored contents, each as a text; a list of articles as a list of texts."""
    columns = {name: as_typed(getattr(article, Article._meta.get_field(name).attname)) for name in COLUMNS}
    signed = Byline.objects.filter(article=article).select_related("author")
    return columns | {
        "byline": ", ".join(byline.author.name for byline in signed),
        "tags": join_tags(article.tags.all()),
        **{
            name: [str(pk) for pk in getattr(article, name).order_by("pk").values_list("pk", flat=True)]
            for name in LISTS
        },
    }


def sent(post):
    """What a form sent of its contents and beside them; what it did not name is left out."""
    names = [name for name in (*FIELDS, *BESIDE) if name in post]
    found = {name: as_typed(post[name]) for name in names}
    # A list of nothing is not sent at all.
    return found | {name: post.getlist(name) for name in LISTS}


def state(article):
    """The columns of the state as JSON has them."""
    values = {name: getattr(article, name) for name in DESK_STATE}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


def notes(data):
    """What was typed for a step, by the name of its field."""
    return {name: data[name] for name in NOTES if data.get(name, "").strip()}


def as_typed(value):
    # PostgreSQL keeps no NUL.
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\0", "")


def same(one, other):
    """Whether two contents say the same; what one of them does not name does not count, nor outer blanks."""
    return all(plain(one[name]) == plain(other[name]) for name in FIELDS if name in one and name in other)


def plain(value):
    return sorted(value) if isinstance(value, list) else value.strip()


def says_more(data):
    """Whether something was typed beside the contents: a correction, a note."""
    return any(data.get(name) for name in BESIDE)
