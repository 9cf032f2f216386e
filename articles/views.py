"""The door for readers: pick, page, render."""

from functools import wraps

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.files import rendition_file
from articles.metadata import ArticleMetadata, AuthorMetadata, ListMetadata, Metadata, first_picture
from articles.models import (
    Article,
    Author,
    Correction,
    Front,
    MonthPage,
    Page,
    Period,
    Photo,
    Placement,
    Section,
    Tag,
    YearPage,
    around,
    is_shared,
    letters,
    page_of,
    page_of_topics,
    photos_in,
    public_tags,
    related_topics,
    revision_of,
    section_opening,
    shown_photos,
    topics_of_the_day,
)
from articles.models import preview as previewed
from articles.moved import moved_to
from articles.paper import paper

A_DAY = 86400
PLAIN = "text/plain; charset=utf-8"


@require_safe
def front(request):
    at = timezone.now()
    composed = Front.compose(at, Placement.objects.live(at))
    metadata = ListMetadata(
        title=paper().name,
        address=request.path,
        description=paper().tagline,
        picture=composed.lead and composed.lead.picture,
        entries=composed.articles,
    )
    return render(request, "articles/front.html", {"front": composed, "metadata": metadata})


@require_safe
def latest(request):
    page = asked_page(Article.objects.for_lines(), request)
    description = _("%(paper)s: every article, newest first.") % {"paper": paper().name}
    metadata = ListMetadata(title=_("Latest"), address=request.path, description=description, entries=page.entries)
    archives = Period("day", page.days[0][0]).above if page.entries else []
    return render(request, "articles/latest.html", {"page": page, "archives": archives, "metadata": metadata})


@require_safe
def latest_day(request, day):
    at = timezone.now()
    period = begun(Period("day", day), at)
    page = asked_page(Article.objects.for_lines().since(period.start), request, at=min(period.end, at))
    if not page.entries:
        not_over_and_empty(MonthPage.of(period.above[-1], at), at)
    description = _("%(paper)s: the articles of %(day)s.")
    metadata = period_metadata(period, description % {"paper": paper().name, "day": period.name}, page.entries)
    context = {"day": day, "period": period, "around": around(period, at), "page": page, "metadata": metadata}
    return render(request, "articles/latest.html", context)


@require_safe
def latest_month(request, month):
    at = timezone.now()
    page = not_over_and_empty(MonthPage.of(begun(Period("month", month), at), at), at)
    description = _("%(paper)s: %(month)s, every article, day by day.")
    description %= {"paper": paper().name, "month": page.period.name}
    metadata = period_metadata(page.period, description, page.parts)
    context = {"page": page, "around": around(page.period, at), "metadata": metadata}
    return render(request, "articles/latest_month.html", context)


@require_safe
def latest_year(request, year):
    at = timezone.now()
    page = not_over_and_empty(YearPage.of(begun(Period("year", year), at), at), at)
    description = _("%(paper)s: %(year)s, every article, month by month.")
    description %= {"paper": paper().name, "year": page.period.name}
    metadata = period_metadata(page.period, description, page.parts)
    context = {"page": page, "around": around(page.period, at), "metadata": metadata}
    return render(request, "articles/latest_year.html", context)


@require_safe
def article(request, pk, slug):
    at = timezone.now()
    found = get_object_or_404(Article.objects.known_to_readers(at).for_page(), pk=pk)
    if not found.is_published(at):
        return render(request, "articles/withdrawn.html", {"article": found}, status=410)
    if slug != found.slug:
        return moved_to(found.get_absolute_url())
    page = found.page(at)
    return render(request, "articles/article.html", {"page": page, "metadata": ArticleMetadata.of(page)})


@require_safe
def section(request, slug):
    section = get_object_or_404(Section, slug=slug)
    page = asked_page(Article.objects.in_section(section).for_cards(), request)
    metadata = ListMetadata(
        title=section.name,
        address=request.path,
        description=section.description,
        picture=first_picture(page.entries),
        entries=page.entries,
    )
    opening = None
    if page.entries and not page.newer:
        opening, page = section_opening(section, page)
    context = {"section": section, "opening": opening, "page": page, "metadata": metadata}
    return render(request, "articles/section.html", context)


@require_safe
def tags(request):
    description = _("%(paper)s: every subject from A to Z.") % {"paper": paper().name}
    metadata = Metadata(title=_("Subjects"), address=request.path, description=description)
    context = {"letters": letters(), "topics": topics_of_the_day(), "metadata": metadata}
    return render(request, "articles/tags.html", context)


@require_safe
def letter(request, letter):
    page = not_empty(page_of_topics(letter, **asked_place(request)))
    title = _("Subjects: %(letter)s") % {"letter": letter.upper()}
    metadata = ListMetadata(title=title, address=request.path, entries=page.entries)
    context = {"letters": letters(), "letter": letter, "title": title, "page": page, "metadata": metadata}
    return render(request, "articles/letter.html", context)


@require_safe
def tag(request, slug):
    tag = Tag.objects.select_related("photo__credit__agency").filter(slug=slug).first()
    if tag is None:
        return moved_to(get_object_or_404(public_tags(), aliases__slug=slug).get_absolute_url())
    page = not_empty(asked_page(Article.objects.tagged_with(tag).for_cards(), request))
    every = _("%(paper)s: every article about “%(tag)s”.") % {"paper": paper().name, "tag": tag.name}
    metadata = ListMetadata(
        title=capfirst(tag.name),
        address=request.path,
        description=tag.description or every,
        picture=tag.picture or first_picture(page.entries),
        entries=page.entries,
    )
    context = {"tag": tag, "page": page, "related": related_topics(tag, page.entries), "metadata": metadata}
    return render(request, "articles/tag.html", context)


@require_safe
def author(request, slug):
    author = get_object_or_404(Author.objects.select_related("portrait__credit__agency"), slug=slug)
    page = not_empty(asked_page(Article.objects.signed_by(author).for_cards(), request))
    context = {"author": author, "page": page, "metadata": AuthorMetadata.of(author)}
    return render(request, "articles/author.html", context)


@require_safe
def page(request, slug):
    page = get_object_or_404(Page, slug=slug)
    metadata = Metadata(title=page.title, address=request.path, description=page.summary)
    return render(request, "articles/page.html", {"page": page, "metadata": metadata})


@require_safe
def corrections(request):
    page = asked_page(Correction.objects.select_related("article"), request)
    description = _("%(paper)s: what was corrected, made clearer or answered.") % {"paper": paper().name}
    metadata = ListMetadata(title=_("Corrections"), address=request.path, description=description, entries=page.entries)
    return render(request, "articles/corrections.html", {"page": page, "metadata": metadata})


def for_one_reader(view):
    """A page for whoever was given its address: no program and no cache may keep it, and no other site learns it."""

    @wraps(view)
    def wrapper(request, token, *args, **kwargs):
        shown = revision_of(token)
        if shown is None:
            raise Http404
        response = view(request, shown, token, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return require_safe(wrapper)


@for_one_reader
def preview(request, shown, token):
    """What the desk shows to somebody without a login, as readers may one day see it."""
    if not is_shared(shown):
        return render(request, "articles/preview_ended.html", status=410)

    def address(photo, recipe, extension):
        return reverse("preview_photo", args=[token, photo.pk, recipe, extension])

    page = previewed(shown.article, shown.data, address)
    return render(request, "articles/preview.html", {"page": page, "shown": shown})


@for_one_reader
def preview_photo(request, shown, token, pk, recipe, extension):
    """A picture of that text, and no other."""
    found = Photo.objects.select_related("credit__agency").filter(pk=pk).first()
    if not is_shared(shown) or found is None or pk not in photos_in(shown.data) or not found.is_publishable():
        raise Http404
    return rendition_file(found, recipe, extension)


@require_safe
def photo(request, pk, key, recipe, extension):
    """The file of a photo that stands somewhere public; no other is delivered here."""
    at = timezone.now()
    found = get_object_or_404(shown_photos(at).select_related("credit__agency"), pk=pk)
    if found.rights_have_ended(at):
        response = HttpResponse(_("The rights of this picture have ended."), status=410, content_type=PLAIN)
        response["Cache-Control"] = "no-store"
        return response
    if not found.is_publishable(at):
        raise Http404
    if key != found.rendition_key:
        # A copy of before: feed readers and pages that stand open keep its address.
        response = HttpResponseRedirect(found.address(recipe, extension))
        response["Cache-Control"] = "no-cache"
        return response
    response = rendition_file(found, recipe, extension)
    response["Cache-Control"] = f"public, max-age={seconds_to_keep(found, at)}"
    return response


def seconds_to_keep(photo, at):
    """A day, and never past the end of its rights."""
    if photo.rights_end_at is None:
        return A_DAY
    return min(A_DAY, int((photo.rights_end_at - at).total_seconds()))


def asked_page(queryset, request, at=None):
    """The page of a list that the address asks for with `?before=` or `?after=`."""
    return page_of(queryset, **asked_place(request), at=at)


def asked_place(request):
    return {name: request.GET.get(name, "") for name in ("before", "after")}


def begun(period, at):
    """Days, months and years to come have no page."""
    if period.start > at:
        raise Http404
    return period


def not_over_and_empty(page, at):
    """Nor have months and years that passed without an article, with all their days, or programs would walk back for
    ever. The present ones always have, since every page leads there."""
    if not page.parts and page.period.end < at:
        raise Http404
    return page


def period_metadata(period, description, entries):
    way = [(_("Latest"), reverse("latest"))]
    way += [(capfirst(above.name), above.get_absolute_url()) for above in period.above]
    return ListMetadata(
        title=capfirst(period.name),
        address=period.get_absolute_url(),
        description=description,
        entries=entries,
        way=way,
    )


def not_empty(page):
    """A tag, an author or a letter of nothing public is not public either."""
    if not page.entries:
        raise Http404
    return page
