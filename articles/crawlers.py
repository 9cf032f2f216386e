"""The door for crawlers: who may read here, and what for."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.ai_policy import ai_policy
from articles.models import navigation
from articles.paper import absolute
from articles.policy_pages import ABOUT, CHARTER, CONTACT, LEGAL_NOTICE, policy_page

PLAIN = "text/plain; charset=utf-8"


@require_safe
def robots(request):
    """RFC 9309 and no word more: AIPREF's preference, which could stand here too, is in the header `Content-Usage`
    of every answer, this one's too. Checkers of today call a robots.txt with it invalid."""
    return render(request, "robots.txt", {"policy": ai_policy()}, content_type=PLAIN)


@require_safe
def tdmrep(request):
    """W3C TDM Reservation Protocol: by this file alone, since two of its techniques might disagree."""
    rule = {"location": "/", "tdm-reservation": int(ai_policy().mining_is_reserved)}
    return JsonResponse([rule], safe=False)


@require_safe
def trust(request):
    """The paper's own page on itself, for programs that ask whom they are reading (trust.txt of JournalList)."""
    pages = navigation()
    lines = [f"datatrainingallowed={ai_policy().data_training_allowed}"]
    lines += [f"contact={address}" for address in (policy_page(pages, CONTACT),) if address]
    disclosed = [policy_page(pages, slugs) for slugs in (ABOUT, CHARTER, LEGAL_NOTICE)]
    lines += [f"disclosure={address}" for address in [*disclosed, absolute(reverse("corrections"))] if address]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)
