"""Every type of page a reader may open."""

LISTS = (
    "front",
    "latest",
    "latest-older",
    "latest-day",
    "latest-month",
    "latest-year",
    "section",
    "tag",
    "author",
    "corrections",
)
GENRES = (
    "news",
    "brief",
    "reportage",
    "investigation",
    "interview",
    "analysis",
    "portrait",
    "verification",
    "editorial",
    "column",
    "opinion",
)
# What only some articles carry.
CARRYING = ("embed", "correction-above", "right-of-reply-above", "correction-below", "picture-upright", "table")
PAGES = (*LISTS, *GENRES, *CARRYING, "page", "404", "410")

# Run inside the site: prints the address of a page of every type.
ADDRESSES = """
import json
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from articles.models import Article

published = Article.objects.published().latest_first()
of_each_genre = {article.genre: article for article in published.order_by(F("lead_photo").asc(nulls_first=True))}
articles = of_each_genre | {
    "embed": published.filter(body__contains="data-embed").first(),
    "correction-above": published.filter(corrections__kind="correction").first(),
    "right-of-reply-above": published.filter(corrections__kind="right_of_reply").first(),
    "correction-below": published.filter(corrections__kind="clarification").first(),
    "picture-upright": published.filter(lead_photo__height__gt=F("lead_photo__width")).first(),
    "table": published.filter(tags__name="football", body__contains="<table").first(),
    "410": Article.objects.filter(withdrawn_at__isnull=False).first(),
}
middle = published[39]
print(json.dumps({
    "front": reverse("front"),
    "latest": reverse("latest"),
    "latest-older": f"{reverse('latest')}?before={middle.pk}",
    "latest-day": reverse("latest_day", args=[timezone.localdate(middle.published_at)]),
    "latest-month": reverse("latest_month", args=[timezone.localdate(middle.published_at)]),
    "latest-year": reverse("latest_year", args=[timezone.localdate(middle.published_at)]),
    "section": reverse("section", args=["littoral"]),
    "tag": reverse("tag", args=["inondations"]),
    "author": reverse("author", args=["ines-marchetti"]),
    "corrections": reverse("corrections"),
    "page": reverse("page", args=["charte"]),
    "404": reverse("article", args=[999999, "nothing"]),
    **{name: article.get_absolute_url() for name, article in articles.items()},
}))
"""
