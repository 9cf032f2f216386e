"""The home of the day: what waits, what will appear, what appeared, and what runs out."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import dates
from articles.admin.article_list import rows
from articles.admin.library import waiting_for
from articles.models import Article, Correction, Photo, Stage, own_articles, readable_articles, shown_photos

SIZE = 8
A_WEEK = timedelta(days=7)
OFFERED = {"may_write": "add_article", "may_see_photos": "view_photo"}


@dataclass(frozen=True)
class Waiting:
    """One list of the home; `more` leads to all of it."""

    name: str
    title: str
    rows: list
    more: str


def home(request):
    facts = {"title": _("Today"), **waits_for(request.user, timezone.now())}
    return admin.site.index(request, facts)


def waits_for(user, at):
    """What the home shows somebody; a list that is empty is left out."""
    context = {name: user.has_perm(f"articles.{codename}") for name, codename in OFFERED.items()}
    if user.has_perm("articles.view_article"):
        context["lists"] = lists(user, at)
    if user.has_perm("articles.change_correction"):
        context["replies"] = Correction.objects.waiting().select_related("article")[:SIZE]
    if user.has_perm("articles.change_photo"):
        ending = Photo.objects.filter(pk__in=shown_photos(at).values("pk")).ending_soon(at)
        context["ending"] = ending.select_related("credit__agency")[:SIZE]
    if user.has_perm("articles.add_photo"):
        context["waiting"] = waiting_for(user)
    return context


def lists(user, at):
    """One query for the ids of each list, and two for the articles of all together."""
    asked = questions(user, at)
    ids = {name: list(articles.values_list("pk", flat=True)[:SIZE]) for name, (_title, articles) in asked.items()}
    found = Article.objects.for_cards().in_bulk({pk for numbers in ids.values() for pk in numbers})
    return [
        Waiting(name, title, rows([found[pk] for pk in ids[name] if pk in found], at), more(name))
        for name, (title, _articles) in asked.items()
        if ids[name]
    ]


def questions(user, at):
    """In the order of the page."""
    readable = readable_articles(user)
    published = readable.published(at).latest_first()
    return {
        "mine": (_("My drafts"), own_articles(user).at_stage(Stage.DRAFT).order_by("-pk")),
        "alerts": (_("Alerts to complete"), published.since(at - A_WEEK).unwritten()),
        "review": (_("In review"), readable.at_stage(Stage.REVIEW).order_by("-pk")),
        "ready": (_("Ready to publish"), readable.at_stage(Stage.READY).order_by("-pk")),
        "scheduled": (_("Scheduled"), readable.scheduled(at)),
        "published": (_("Published today"), published.since(today(at))),
    }


def more(name):
    address = reverse("admin:articles_article_changelist")
    asked = {"mine": "by=me&state=draft", "alerts": "state=published"}
    return f"{address}?{asked.get(name, f'state={name}')}"


def today(at):
    return dates.day_bounds(timezone.localdate(at))[0]
