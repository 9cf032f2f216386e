"""The index of the search: each article once, as tokens. A copy of words, not of visibility.

Written in the transaction that writes the article; whoever reads it asks the articles too (`PublicationQuerySet`), so
that a wrong copy finds too little or too much of what is public, and never anything else.

| token                    | stands for                                                                |
|--------------------------|---------------------------------------------------------------------------|
| `grev`                   | a stem, at its place in the text, so that quoted words can be found       |
| `a_grev`                 | it stands in a headline or kicker                                         |
| `b_grev`                 | there, or in the standfirst or summary                                    |
| `c_grev`                 | there, or often in the text                                               |
| `x_grev`                 | it stands in a caption, at its place there                                |
| `h_greve`                | the whole word of a headline, for those who have not finished typing      |
| `t_ u_ p_ g_`            | a tag, author, credit, agency by its id: a new name needs no new index     |
| `s_ k_ y_2026 m_202611`  | section, genre, year and month                                            |
"""

from collections import Counter
from datetime import UTC

from django.db import connections, models

from articles import body
from articles.models.search_engines import EDGE, ENGINES, place
from articles.stems import folded_words, stems

# Words of this many in the text say what it is about.
OFTEN = 3
# PostgreSQL knows no place further on.
MOST_STEMS = 16_000
# Apart from the words of the article: when a picture may not be shown, nobody finds it by what would stand below.
IN_CAPTION = "x_"
BATCH = 500
# Columns of an article that no token tells of.
NOT_INDEXED = set(
    "unpublished_at updated_at withdrawn_at withdrawal_reason embargo_until stage review_note changed_since_ready "
    "version source slug lead_alt created_by opening signs".split()
)


class SearchEntry(models.Model):
    """`place` orders like the hour of publication (of beginning, where there is none), the id last. The tokens lie
    where the database searches best: see `search_engines`."""

    article = models.OneToOneField(
        "articles.Article", on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    place = models.BigIntegerField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.article_id}"


def index(articles):
    """Write the entries of a queryset of articles, at most some thousands, into its database."""
    engine = ENGINES[connections[articles.db].vendor]
    shown = articles.order_by().select_related("lead_photo__credit")
    found = list(shown.prefetch_related("tagged", "bylines", "article_photos__photo__credit"))
    for start in range(0, len(found), BATCH):
        batch = found[start : start + BATCH]
        engine.write(articles.db, [(article.pk, place_of(article), *tokens(article)) for article in batch])


def place_of(article):
    return place(article.published_at or article.created_at, article.pk)


def tokens(article):
    """The text as a list of stems, and the set of marks."""
    headline = [article.headline, article.short_headline, article.kicker]
    text = stems(body.text(article.body))
    parts = [*map(stems, headline), *map(stems, (article.standfirst, article.summary)), text, *captions(article)]
    top = {stem for part in parts[:3] for stem in part}
    opening = top | {stem for part in parts[3:5] for stem in part}
    often = opening | {stem for stem, count in Counter(text).items() if count >= OFTEN}
    marks = {
        *(f"a_{stem}" for stem in top),
        *(f"b_{stem}" for stem in opening),
        *(f"c_{stem}" for stem in often),
        *(f"h_{word}" for words in headline for word in folded_words(words)),
        *(f"t_{tagged.tag_id}" for tagged in article.tagged.all()),
        *(f"u_{byline.author_id}" for byline in article.bylines.all()),
        *credits(article),
        f"s_{article.section_id or 0}",
        f"k_{article.genre}",
        *period_tokens(article.published_at or article.created_at),
    }
    return joined(parts)[:MOST_STEMS], marks


def joined(parts):
    text = []
    for part in parts:
        if part:
            text += [EDGE, *part] if text else part
    return text


def captions(article):
    own = article.lead_caption or (article.lead_photo.caption if article.lead_photo else "")
    return [[f"{IN_CAPTION}{stem}" for stem in stems(caption)] for caption in [own, *body.captions(article.body)]]


def credits(article):
    shown = [article.lead_photo] if article.lead_photo else []
    for photo in (*shown, *(row.photo for row in article.article_photos.all())):
        yield f"p_{photo.credit_id}"
        if photo.credit.agency_id:
            yield f"g_{photo.credit.agency_id}"


def period_tokens(moment):
    moment = moment.astimezone(UTC)
    return f"y_{moment.year}", f"m_{moment.year}{moment.month:02}"
