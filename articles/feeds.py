"""The door for feed readers: every list of articles as RSS, Atom and JSON Feed."""

from django.conf import settings
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date, urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import body
from articles.feed_formats import Feed, FeedEntry, Picture, Signature, written
from articles.fields import typed
from articles.metadata import Metadata
from articles.models import Article, Author, Correction, Section, Tag, page_of, public_tags, texts_with_photos
from articles.moved import moved_to
from articles.paper import absolute, paper
from articles.syndication import KINDS, feeds_of, permanent_id
from articles.typography import plain_spaces

SIZE = 50
CACHE_CONTROL = "public, max-age=300"
# From how many of the newest articles the page of feeds takes its authors and subjects: those of a
# whole archive would be thousands.
RECENT = 100


@require_safe
def latest(request, kind):
    return article_feed(request, kind, Article.objects.all(), "latest", paper().name, reverse("latest"))


@require_safe
def section(request, slug, kind):
    found = get_object_or_404(Section, slug=slug)
    articles = Article.objects.in_section(found)
    return article_feed(request, kind, articles, f"section/{found.pk}", titled(found.name), found.get_absolute_url())


@require_safe
def tag(request, slug, kind):
    found = Tag.objects.filter(slug=slug).first()
    if found is None:
        now = get_object_or_404(public_tags(), aliases__slug=slug)
        return moved_to(reverse("tag_feed", args=[now.slug, kind]))
    articles = Article.objects.tagged_with(found)
    title = titled(capfirst(found.name))
    return article_feed(
        request, kind, articles, f"tag/{found.pk}", title, found.get_absolute_url(), known_by_entries=True
    )


@require_safe
def author(request, slug, kind):
    found = get_object_or_404(Author, slug=slug)
    articles = Article.objects.signed_by(found)
    title = titled(found.name)
    return article_feed(
        request, kind, articles, f"author/{found.pk}", title, found.get_absolute_url(), known_by_entries=True
    )


@require_safe
def corrections(request, kind):
    page = asked_page(Correction.objects.select_related("article"), request, timezone.now())
    entries = [correction_entry(correction) for correction in page.entries]
    return answer(request, kind, page, entries, "corrections", titled(_("Corrections")), reverse("corrections"))


@require_safe
def feeds(request):
    """For people: which feeds there are."""
    recent = Article.objects.published().latest_first().values("pk")[:RECENT]
    authors = Author.objects.filter(bylines__article__in=recent).distinct()
    tags = Tag.objects.filter(tagged__content_object__in=recent).distinct()
    groups = {
        _("The whole paper"): [(_("Latest"), feeds_of("latest")), (_("Corrections"), feeds_of("corrections"))],
        _("Sections"): [(found.name, feeds_of("section", found.slug)) for found in Section.objects.all()],
        _("Authors"): [(found.name, feeds_of("author", found.slug)) for found in authors],
        _("Subjects"): [(capfirst(found.name), feeds_of("tag", found.slug)) for found in tags],
    }
    metadata = Metadata(title=_("Feeds"), address=request.path)
    return render(request, "articles/feeds.html", {"groups": groups, "metadata": metadata})


def article_feed(request, kind, articles, thing, title, address, known_by_entries=False):
    """A feed of articles. A tag or an author of nothing public is not public either."""
    at = timezone.now()
    made = Correction.objects.published(at).latest_first()
    page = asked_page(articles.for_feed().prefetch_related(Prefetch("corrections", queryset=made)), request, at)
    if known_by_entries and not page.entries:
        raise Http404
    texts = texts_with_photos([article.body for article in page.entries])
    entries = [article_entry(article, blocks) for article, blocks in zip(page.entries, texts, strict=True)]
    return answer(request, kind, page, entries, thing, title, address)


def asked_page(queryset, request, at):
    asked = {name: request.GET.get(name, "") for name in ("before", "after")}
    return page_of(queryset, **asked, at=at, size=SIZE)


def answer(request, kind, page, entries, thing, title, address):
    """The feed in one piece: Django's own view would write it in hundreds."""
    here = absolute(request.path)
    # Whatever else stands in the address does not make another page of the feed.
    asked = {name: value for name in ("before", "after") if (value := request.GET.get(name))} if page.newer else {}
    feed = Feed(
        id=permanent_id(thing),
        title=title,
        description=plain(paper().tagline),
        page=absolute(address),
        address=f"{here}?{urlencode(asked)}" if asked else here,
        publisher=Signature(paper().name, absolute(reverse("front"))),
        language=settings.LANGUAGE_CODE,
        entries=entries,
        newer=f"{here}?after={page.newer}" if page.newer else "",
        older=f"{here}?before={page.older}" if page.older else "",
        hub=settings.WEBSUB_HUB,
    )
    response = HttpResponse(written(feed, kind), content_type=f"{KINDS[kind].type}; charset=utf-8")
    response["Cache-Control"] = CACHE_CONTROL
    response["Access-Control-Allow-Origin"] = "*"
    links = {"self": feed.address} | ({"hub": feed.hub} if feed.hub else {})
    response["Link"] = ", ".join(f'<{target}>; rel="{relation}"' for relation, target in links.items())
    if entries:
        response["Last-Modified"] = http_date(feed.updated.timestamp())
    return response


def article_entry(article, blocks):
    address = absolute(article.get_absolute_url())
    return FeedEntry(
        id=permanent_id(f"article/{article.pk}"),
        address=address,
        title=plain(article.headline),
        summary=plain(article.list_summary),
        content=content(article, blocks, address),
        authors=[
            Signature(plain(author.name), absolute(author.get_absolute_url())) for author in article.authors_in_order
        ],
        categories=[plain(name) for name in (article.section.name, *map(str, article.tags_in_order))],
        picture=picture(article.lead) if article.lead else None,
        published=article.published_at,
        updated=article.public_change_at,
    )


def correction_entry(correction):
    address = absolute(correction.get_absolute_url())
    return FeedEntry(
        id=permanent_id(f"correction/{correction.pk}"),
        address=address,
        title=plain(f"{capfirst(correction.title)} – {correction.article.headline}"),
        summary=plain(correction.text),
        content=typed(
            render_to_string("articles/feed_correction.html", {"correction": correction, "address": address})
        ),
        published=correction.made_at,
        updated=correction.made_at,
    )


def content(article, blocks, address):
    """The article as HTML that stands by itself elsewhere: its words, its pictures, no script."""
    facts = {
        "article": article,
        "corrections": article.corrections.all(),
        "full": settings.FEED_FULL_TEXT,
        "blocks": [
            body.TextBlock(body.with_whole_links(block.html, address)) if block.kind == "text" else block
            for block in blocks
        ],
    }
    return typed(render_to_string("articles/feed_content.html", facts)).strip()


def picture(use):
    return Picture(
        address=absolute(use.full.largest_address),
        type="image/jpeg",
        width=use.full.largest.width,
        height=use.full.largest.height,
        description=plain(use.caption),
        credit=plain(use.credit),
        copyright=plain(use.copyright),
        photographer_named=use.photo.credit.names_a_photographer,
    )


def titled(words):
    return plain(f"{paper().name} – {words}")


def plain(words):
    """Without the spaces that a feed reader may not know how to draw, and the signs XML cannot write."""
    return plain_spaces(typed(str(words)))
