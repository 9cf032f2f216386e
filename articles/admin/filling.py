"""The words that the form of an article opens with: the stored ones, or some that were kept and not yet saved."""

import secrets
from dataclasses import dataclass, field

from articles.models import Draft, Revision, contents, same, says_more, sent


@dataclass(frozen=True)
class Filling:
    """`version` is the one that a save must still find; `follows` the mark of the draft that these words are. `tab` and
    `turn` are those of the draft that this form will write."""

    version: int
    data: dict = field(default_factory=dict)
    follows: str = ""
    restores: str = ""
    tab: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    turn: int = 0


def filling(request, article):
    """Of a form that is opened. One's own unsaved changes come back by themselves, as long as they fit."""
    asked = request.GET.get("from", "")
    draft = Draft.objects.filter(article=article).first()
    if asked == "draft" and draft:
        return Filling(draft.version, draft.data, draft.mark)
    if revision := revision_asked(article, asked):
        return of_revision(request, article, revision)
    if draft and draft.saved_by == request.user and draft.version == article.version and "stored" not in request.GET:
        return Filling(draft.version, draft.data, draft.mark)
    return Filling(article.version)


def of_revision(request, article, revision):
    """A version is taken on purpose in place of the present one; words set aside must be compared with it first."""
    if revision.number is not None:
        return Filling(article.version, revision.data, restores=str(revision.pk))
    compared = number(request.GET.get("against", ""))
    version = revision.base if compared is None else compared
    return Filling(version or 0, revision.data, request.GET.get("follows", ""))


def revision_asked(article, asked):
    pk = number(asked)
    return Revision.objects.filter(article=article, pk=pk).first() if pk is not None else None


def sent_again(post):
    """Of a form that was sent, and may come back with a mistake: the marks that it had."""
    given = {name: post.get(f"_{name}", "") for name in ("version", "follows", "restores", "tab", "turn")}
    version, turn = (number(given.pop(name)) or 0 for name in ("version", "turn"))
    return Filling(**given, version=version, turn=turn, data=sent(post))


def number(typed):
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else None


def unsaved(article):
    """The draft of an article that says something else than the article, or nothing."""
    draft = Draft.objects.filter(article=article).select_related("saved_by__author").first()
    if draft and same(draft.data, contents(article)) and not says_more(draft.data):
        return None
    return draft
