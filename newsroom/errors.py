"""The page for our own mistakes, with the id under which the log has what happened."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponseServerError
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache

from newsroom.unavailable import unavailable


@never_cache
def server_error(request):
    # Called while the exception is being handled; `RequestLog` writes it down.
    request.unhandled = sys.exception()
    if isinstance(request.unhandled, OperationalError | InterfaceError):
        return unavailable(request)
    try:
        return HttpResponseServerError(render_to_string("500.html", {"request_id": request.id}))
    except Exception:  # whatever broke the page may have broken this one too
        words = f"Something went wrong on our side. Reference: {request.id}\n"
        return HttpResponseServerError(words, content_type="text/plain; charset=utf-8")
