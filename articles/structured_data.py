"""What search engines read: things of schema.org, as JSON-LD, from the facts that a page prints.

No model is imported: whatever has the words of an article, an author, a photo in use can be told.
"""

import json
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language

from articles import body, dates, renditions, typography, words
from articles.paper import absolute, paper
from articles.policy_pages import ABOUT, CHARTER, CONTACT, LEGAL_NOTICE, policy_page

# The subtypes of NewsArticle. An interview, a portrait, a fact check have none of their own.
ARTICLE_TYPES = {
    "reportage": "ReportageNewsArticle",
    "investigation": "ReportageNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "editorial": "OpinionNewsArticle",
    "column": "OpinionNewsArticle",
    "opinion": "OpinionNewsArticle",
}
# What would end the element, open a comment or, in old parsers, end a line of script.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def as_script(things):
    """The things as the text of a `<script>`, safe there whatever their words are."""
    graph = {"@context": "https://schema.org", "@graph": things}
    written = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return typography.plain_spaces(written.translate(ESCAPES))


def thing(kind, **facts):
    """A thing of this type, with those facts that are known."""
    known = {name: fact for name, fact in facts.items() if fact not in (None, "", [])}
    return {"@type": kind} | known


def identified(kind, address, **facts):
    return {"@id": absolute(address)} | thing(kind, **facts)


def publisher():
    return {"@id": absolute("/#publisher")}


def organization(navigation):
    ours = paper()
    return identified(
        "NewsMediaOrganization",
        "/#publisher",
        name=ours.name,
        slogan=ours.tagline,
        url=absolute(reverse("front")),
        logo=ours.logo_address and absolute(ours.logo_address),
        publishingPrinciples=policy_page(navigation, CHARTER),
        ethicsPolicy=policy_page(navigation, CHARTER),
        correctionsPolicy=absolute(reverse("corrections")),
        ownershipFundingInfo=policy_page(navigation, ABOUT),
        masthead=policy_page(navigation, LEGAL_NOTICE),
        actionableFeedbackPolicy=policy_page(navigation, CONTACT),
    )


def article(page, navigation):
    """An article as its page shows it: same names, same dates, same credits."""
    told = page.article
    url = absolute(told.get_absolute_url())
    return identified(
        ARTICLE_TYPES.get(told.genre, "NewsArticle"),
        told.get_absolute_url(),
        headline=told.headline,
        description=told.list_summary,
        url=url,
        mainEntityOfPage=url,
        image=[image(use, crop, navigation) for use in page.uses[:1] for crop in crops(use)],
        associatedMedia=[image(use, as_printed(use), navigation) for use in page.uses],
        datePublished=dates.iso(told.published_at),
        dateModified=dates.iso(told.public_change_at),
        author=[author(signing) for signing in page.authors],
        publisher=publisher(),
        wordCount=words.count(body.text(told.body)),
        articleSection=told.section.name,
        keywords=[tag.name for tag in page.tags],
        inLanguage=get_language(),
        isAccessibleForFree=True,
        correction=[comment("CorrectionComment", made) for made in page.corrections if not made.is_reply],
        comment=[comment("Comment", made) for made in page.corrections if made.is_reply],
    )


def author(signing, **facts):
    kind = "Person" if signing.kind == "person" else "Organization"
    return thing(kind, name=signing.name, url=absolute(signing.get_absolute_url()), **facts)


def profile(signing, portrait, navigation):
    """An author as the author's own page presents them."""
    known = {"jobTitle": signing.role} if signing.kind == "person" else {}
    known["image"] = portrait and image(portrait, as_printed(portrait), navigation)
    return author(signing, description=signing.bio, **known)


def comment(kind, correction):
    return thing(kind, text=correction.text, datePublished=dates.iso(correction.made_at))


@dataclass(frozen=True)
class File:
    """One file of a photo, with its size in pixels."""

    url: str
    width: int
    height: int

    @classmethod
    def of(cls, photo, rendition):
        return cls(absolute(photo.address(rendition.recipe, "jpg")), rendition.width, rendition.height)


def crops(use):
    """The photo in the shapes that search engines ask for, as large as there are."""
    photo = use.photo
    return [File.of(photo, renditions.shared(shape, photo.width, photo.height)) for shape in renditions.SHARED]


def as_printed(use):
    return File.of(use.photo, use.full.middle)


def image(use, file, navigation):
    """A file of a photo, with the credit that is printed below it."""
    return thing(
        "ImageObject",
        contentUrl=file.url,
        width=file.width,
        height=file.height,
        caption=use.caption,
        creditText=use.credit,
        copyrightNotice=use.copyright,
        creator=creators(use.photo.credit),
        license=use.photo.license_page or policy_page(navigation, LEGAL_NOTICE),
        acquireLicensePage=use.photo.licensor_page or policy_page(navigation, CONTACT),
    )


def creators(credit):
    photographer = credit.names_a_photographer and thing("Person", name=credit.photographer)
    agency = credit.agency and thing("Organization", name=credit.agency.name)
    return [named for named in (photographer, agency) if named]


def website():
    ours = paper()
    return identified(
        "WebSite",
        "/#website",
        name=ours.name,
        url=absolute(reverse("front")),
        inLanguage=get_language(),
        publisher=publisher(),
    )


def web_page(kind, metadata, **facts):
    return identified(
        kind,
        metadata.address,
        url=metadata.url,
        name=metadata.title,
        description=metadata.description,
        inLanguage=get_language(),
        isPartOf={"@id": absolute("/#website")},
        **facts,
    )


def item_list(addresses):
    items = [thing("ListItem", position=place, url=absolute(address)) for place, address in enumerate(addresses, 1)]
    return thing("ItemList", itemListElement=items)


def breadcrumbs(*steps):
    """The way from the front to a page, by pairs of name and address."""
    steps = [(paper().name, reverse("front")), *steps]
    items = [
        thing("ListItem", position=place, name=name, item=absolute(address))
        for place, (name, address) in enumerate(steps, 1)
    ]
    return thing("BreadcrumbList", itemListElement=items)
