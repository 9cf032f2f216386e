"""Links to nowhere: what the public texts of a paper lead to, and readers do not find there."""

from articles import body
from articles.models import Article, Page, Photo, internal_links, is_public


def links_to_nowhere():
    """Lines such as « /articles/3/pluie/ leads to /articles/12/x/ »."""
    answers = {}
    lines = []
    for text in public_texts():
        for address in internal_links(text.body):
            if address not in answers:
                answers[address] = is_public(address)
            if not answers[address]:
                lines.append(f"{text.get_absolute_url()} leads to {address}")
    return lines


def lost_figures():
    """Figures in public texts whose photo is gone; nothing is printed in their place."""
    known = set(Photo.objects.values_list("pk", flat=True))
    return [
        f"{text.get_absolute_url()} shows photo {number}"
        for text in public_texts()
        for number in body.photo_ids(text.body)
        if number not in known
    ]


def public_texts():
    yield from Article.objects.published().order_by("pk").only("body", "slug").iterator()
    yield from Page.objects.order_by("pk").iterator()
