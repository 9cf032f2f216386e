"""The desk as a whole: whatever is changed there ends the edition, in the same transaction."""

from contextlib import nullcontext

from django.contrib.admin import AdminSite
from django.db import transaction

from articles.models import Edition
from articles.paper import paper

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
# These keep what is typed or show it, and change nothing that readers see.
CHANGE_NOTHING = {
    "articles_article_kept",
    "articles_article_abandon",
    "articles_article_preview",
    "articles_placement_preview",
    "articles_photo_upload",
    "articles_photo_add",
    "articles_uncreditedpicture_changelist",
}
# Pictures are made here, which takes longer than others should wait; a transaction of its own is inside.
MAKE_PICTURES = {"articles_photo_change"}


class Desk(AdminSite):
    site_header = site_title = paper().name

    def admin_view(self, view, cacheable=False):
        return super().admin_view(ending_the_edition(view), cacheable)


def ending_the_edition(view):
    """Ending it too often is cheap, forgetting it is not: so every request that may change something does."""

    def wrapper(request, *args, **kwargs):
        name = request.resolver_match.url_name
        if request.method in SAFE or name in CHANGE_NOTHING:
            return view(request, *args, **kwargs)
        with nullcontext() if name in MAKE_PICTURES else transaction.atomic():
            response = view(request, *args, **kwargs)
            Edition.end()
        return response

    return wrapper
