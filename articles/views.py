"""The door for readers: pick, page, render."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import dates
from articles.files import rendition_file
from articles.models import (
    Article,
    Author,
    Correction,
    Front,
    Page,
    Placement,
    Section,
    Tag,
    page_of,
    section_opening,
    visible_photos,
)


@require_safe
def front(request):
    at = timezone.now()
    composed = Front.compose(at, Placement.objects.live(at))
    return render(request, "articles/front.html", {"front": composed})


@require_safe
def latest(request):
    context = {"page": asked_page(Article.objects.for_lines(), request)}
    return render(request, "articles/latest.html", context)


@require_safe
def latest_day(request, day):
    start, end = dates.day_bounds(day)
    now = timezone.now()
    if start > now:
        raise Http404
    articles = Article.objects.for_lines().since(start)
    context = {"day": day, "page": asked_page(articles, request, at=min(end, now))}
    return render(request, "articles/latest.html", context)


@require_safe
def article(request, pk, slug):
    at = timezone.now()
    found = get_object_or_404(Article.objects.known_to_readers(at).for_page(), pk=pk)
    if not found.is_published(at):
        return render(request, "articles/withdrawn.html", {"article": found}, status=410)
    if slug != found.slug:
        response = HttpResponsePermanentRedirect(found.get_absolute_url())
        response["Cache-Control"] = "no-cache"
        return response
    return render(request, "articles/article.html", {"page": found.page(at)})


@require_safe
def section(request, slug):
    section = get_object_or_404(Section, slug=slug)
    page = asked_page(Article.objects.in_section(section).for_cards(), request)
    opening = None
    if page.entries and not page.newer:
        opening, page = section_opening(section, page)
    context = {"section": section, "opening": opening, "page": page}
    return render(request, "articles/section.html", context)


@require_safe
def tag(request, slug):
    tag = get_object_or_404(Tag, slug=slug)
    page = asked_page(Article.objects.tagged_with(tag).for_cards(), request)
    return render(request, "articles/tag.html", {"tag": tag, "page": not_empty(page)})


@require_safe
def author(request, slug):
    author = get_object_or_404(Author, slug=slug)
    page = asked_page(Article.objects.signed_by(author).for_cards(), request)
    return render(request, "articles/author.html", {"author": author, "page": not_empty(page)})


@require_safe
def page(request, slug):
    return render(request, "articles/page.html", {"page": get_object_or_404(Page, slug=slug)})


@require_safe
def corrections(request):
    made = Correction.objects.select_related("article")
    return render(request, "articles/corrections.html", {"page": asked_page(made, request)})


@require_safe
def photo(request, pk, key, recipe, extension):
    """The file of a photo that stands somewhere public; no other is delivered here."""
    found = get_object_or_404(visible_photos(), pk=pk, rendition_key=key)
    response = rendition_file(found, recipe, extension)
    response["Cache-Control"] = "public, max-age=86400"
    return response


def asked_page(queryset, request, at=None):
    """The page of a list that the address asks for with `?before=` or `?after=`."""
    asked = {name: request.GET.get(name, "") for name in ("before", "after")}
    return page_of(queryset, **asked, at=at)


def not_empty(page):
    """A tag or an author of nothing public is not public either."""
    if not page.entries:
        raise Http404
    return page
