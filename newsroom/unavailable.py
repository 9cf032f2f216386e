"""What is said while the database is away: by Django, so that the answer has all its headers, but without asking for
anything that is stored."""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

# The status that the page cache asks for, in the environment of a request.
UNAVAILABLE = "newsroom.unavailable"
RETRY_SECONDS = 5


class Unavailable:
    """Stands before whatever may need the database."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        status = request.META.get(UNAVAILABLE)
        return unavailable(request, status) if status else self.get_response(request)


def unavailable(request, status=503):
    """The desk's own page says that nothing could be saved."""
    facts = {"status": status, "is_desk": request.path.startswith(settings.DESK), "request_id": request.id}
    response = HttpResponse(render_to_string("unavailable.html", facts), status=status)
    add_never_cache_headers(response)
    if status == 503:
        response["Retry-After"] = str(RETRY_SECONDS)
    return response
