"""The front page: what an editor placed, and the newest where nothing is placed.

Nothing stands twice, except in « en continu », which is complete.
"""

from dataclasses import dataclass, field, replace
from itertools import cycle

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.fields import LineField
from articles.models.article import Article
from articles.models.moments import earliest, next_of
from articles.models.photo import Photo
from articles.models.related import chosen, newest_first
from articles.models.rights import refuse_unusable
from articles.models.section import Section

LATEST = 14
SECONDARIES = 3
IN_A_BLOCK = 6
BESIDE_THE_LEAD = 2
# Enough of each section to fill its block when the top of the page has taken some.
OF_A_SECTION = IN_A_BLOCK + 1 + SECONDARIES + BESIDE_THE_LEAD
# The layouts of section blocks, which take turns, and how many stories each shows as cards.
LAYOUTS = {"feature": 3, "thirds": 3, "text": 0}


class PlacementQuerySet(models.QuerySet):
    def live(self, at=None):
        """On the front at that moment, of published articles, the newest placement of a slot
        first."""
        at = at or timezone.now()
        # Asked of each placement's own article: `article__in` would read the whole archive first.
        article = Article.objects.published(at).filter(pk=OuterRef("article"))
        return (
            self.filter(Q(starts_at__lte=at), Q(ends_at__isnull=True) | Q(ends_at__gt=at), Exists(article))
            .select_related("photo__credit__agency")
            .order_by("-starts_at", "-pk")
        )

    def next_event(self, at):
        """When a place is next taken or left."""
        return earliest(*(next_of(self, end, at) for end in ("starts_at", "ends_at")))

    def to_come(self, at=None):
        """What has not ended, the next one first."""
        unended = Q(ends_at__isnull=True) | Q(ends_at__gt=at or timezone.now())
        return self.filter(unended).order_by("starts_at", "pk")


class Placement(models.Model):
    """An article's place on the front, from `starts_at` until `ends_at` (open when empty)."""

    class Slot(models.TextChoices):
        LEAD = "lead", _("lead")
        SECONDARY_1 = "secondary-1", _("second story")
        SECONDARY_2 = "secondary-2", _("third story")
        SECONDARY_3 = "secondary-3", _("fourth story")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="placements", verbose_name=_("article"))
    slot = models.CharField(_("place"), max_length=20, choices=Slot)
    headline = LineField(_("headline on the front"), max_length=200, blank=True)
    photo = models.ForeignKey(
        Photo,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="placements",
        verbose_name=_("photo on the front"),
    )
    starts_at = models.DateTimeField(_("starts at"), default=timezone.now)
    ends_at = models.DateTimeField(_("ends at"), null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("place on the front")
        verbose_name_plural = _("places on the front")
        ordering = ["-starts_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="placement_ends_after_it_starts",
                violation_error_message=_("The end must come after the start."),
            )
        ]
        indexes = [
            models.Index(fields=["-starts_at", "-id"], name="placements_newest_first"),
            models.Index(fields=["ends_at"], condition=Q(ends_at__isnull=False), name="placements_by_end"),
        ]

    def __str__(self):
        return f"{self.get_slot_display()} – {self.article}"

    def clean(self):
        super().clean()
        refuse_unusable(self, "photo")


@dataclass(frozen=True)
class Card:
    """An article as one place shows it: perhaps with another headline, another picture."""

    article: Article
    own_headline: str = ""
    own_photo: Photo | None = None

    @property
    def headline(self):
        return self.own_headline or self.article.headline

    @property
    def picture(self):
        """The photo in use, or nothing: an opinion and a brief carry none, and rights end."""
        if self.own_photo is not None and self.own_photo.is_publishable():
            return self.own_photo.use()
        return self.article.lead if self.article.shows_picture_on_cards else None


@dataclass(frozen=True)
class Block:
    """Stories of one section: some stories as cards, the others as lines."""

    layout: str
    section: Section
    cards: list[Card]
    lines: list[Article]

    @property
    def articles(self):
        return [*(card.article for card in self.cards), *self.lines]

    @classmethod
    def of(cls, layout, section, articles):
        """What can fill a large place stands there; the rest follows in order of time."""
        fitting = sorted(articles, key=lambda article: not article.shows_picture_on_cards)
        large = [article for article in fitting[: LAYOUTS[layout]] if not article.is_brief]
        lines = [article for article in articles if article not in large]
        return cls(layout, section, [Card(article) for article in large], lines)


@dataclass(frozen=True)
class Front:
    lead: Card | None = None
    beside_the_lead: list[Article] = field(default_factory=list)
    secondaries: list[Card] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    latest: list[Article] = field(default_factory=list)

    @property
    def articles(self):
        """Every story of the page once, in reading order."""
        cards = [self.lead, *self.secondaries] if self.lead else self.secondaries
        read = [*(card.article for card in cards), *self.beside_the_lead, *self.latest]
        read += [article for block in self.blocks for article in block.articles]
        return list({article.pk: article for article in read}.values())

    @property
    def photos(self):
        """Every photo that the page may show."""
        cards = [self.lead, *self.secondaries, *(card for block in self.blocks for card in block.cards)]
        own = [card.own_photo for card in cards if card]
        return [photo for photo in (*own, *(article.lead_photo for article in self.articles)) if photo]

    @classmethod
    def compose(cls, at, placements):
        """The front at a moment, given its placements, newest first."""
        sections = list(sections_with_newest(at))
        placed = newest_of_each_slot(placements)
        articles = fetched(at, sections, placed.values())
        by_time = newest_first(articles.values())

        used = Used({placement.article_id for placement in placed.values()})
        lead, *secondaries = (
            card_in(placed.get(slot), articles) or used.first(by_time, leading=slot == Placement.Slot.LEAD)
            for slot in Placement.Slot
        )
        beside = used.take(beside_the_lead(lead.article, at), BESIDE_THE_LEAD) if lead else []
        return cls(
            lead=lead,
            beside_the_lead=newest_first(beside),
            secondaries=[card for card in secondaries if card],
            blocks=list(blocks(sections, by_time, used)),
            latest=by_time[:LATEST],
        )


def newest_of_each_slot(placements):
    """By slot; an article that was placed twice stands at the higher place only."""
    newest = {}
    for placement in placements:
        newest.setdefault(placement.slot, placement)
    highest = {newest[slot].article_id: newest[slot] for slot in reversed(Placement.Slot) if slot in newest}
    return {placement.slot: placement for placement in highest.values()}


class Used:
    """What stands on the page already."""

    def __init__(self, ids):
        self.ids = set(ids)

    def take(self, articles, count):
        taken = [article for article in articles if article.pk not in self.ids][:count]
        self.ids.update(article.pk for article in taken)
        return taken

    def first(self, articles, leading=False):
        """The newest that may stand at the top: no brief there, and the lead needs a picture
        if there is one to be had."""
        free = [a for a in articles if a.pk not in self.ids and not a.is_brief]
        if leading:
            free.sort(key=lambda article: not article.shows_picture_on_cards)
        taken = self.take(free, 1)
        return Card(taken[0]) if taken else None


def sections_with_newest(at):
    """The sections, each with `newest`: the ids of its newest articles, in one query."""
    newest = Article.objects.published(at).filter(section=OuterRef("pk")).latest_first()
    nth = {f"newest_{n}": Subquery(newest.values("pk")[n : n + 1]) for n in range(OF_A_SECTION)}
    for section in Section.objects.annotate(**nth):
        section.newest = [pk for name in nth if (pk := getattr(section, name)) is not None]
        yield section


def fetched(at, sections, placements):
    """Every article the page may need, by id, in one query and one for the bylines."""
    latest = Article.objects.published(at).latest_first().values_list("pk", flat=True)[:LATEST]
    ids = {*latest, *(placement.article_id for placement in placements)}
    ids.update(pk for section in sections for pk in section.newest)
    # Asked again, since one may have been taken back between two queries.
    return Article.objects.published(at).for_cards().in_bulk(ids)


def beside_the_lead(article, at):
    """What an editor pinned, and what has its subjects: the rest of the page shows what is merely new."""
    return [other.article for other in chosen(article, at) if other.is_pinned or other.tags]


def card_in(placement, articles):
    if placement is None or placement.article_id not in articles:
        return None
    return Card(articles[placement.article_id], placement.headline, placement.photo)


def blocks(sections, by_time, used):
    """Sections with something left to show."""
    layouts = cycle(LAYOUTS)
    for section in sections:
        own = (article for article in by_time if article.section_id == section.pk)
        if articles := used.take(own, IN_A_BLOCK):
            yield Block.of(next(layouts), section, articles)


def section_opening(section, page):
    """The first page of a section, as its opening block and the page of what follows."""
    opening = Block.of("feature", section, page.entries[:IN_A_BLOCK])
    return opening, replace(page, entries=page.entries[IN_A_BLOCK:])
