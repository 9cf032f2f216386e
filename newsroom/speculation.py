"""A browser may fetch an article as soon as its reader is about to open it (the HTML standard, "Speculative loading").

The rules come by a header, which no policy against inline scripts stops: script-src does not count for it in newer
browsers, and in older ones our own address is allowed. A fetched page shows nothing, runs nothing and counts nobody.
"""

from django.conf import settings
from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

# Only what a page of ours may lead to with no other effect than being read.
ARTICLES = {"href_matches": "/articles/*/*"}
# "moderate": when the pointer rests on a link for a moment, or a finger touches it.
RULES = {"prefetch": [{"where": ARTICLES, "eagerness": "moderate"}]}
# They change with our code only, and a page without them is complete.
A_DAY = "public, max-age=86400"


@require_safe
def speculation_rules(request):
    response = JsonResponse(RULES, content_type="application/speculationrules+json")
    response["Cache-Control"] = A_DAY
    return response


class Speculation:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Never at the desk, where an address may do something, nor on a text that is shown to one reader."""
        response = self.get_response(request)
        if is_public_page(response) and not request.path.startswith(settings.DESK):
            response["Speculation-Rules"] = f'"{reverse("speculation_rules")}"'
        return response


def is_public_page(response):
    return (
        response.status_code == 200
        and response.get("Content-Type", "").startswith("text/html")
        and "private" not in response.get("Cache-Control", "")
    )
