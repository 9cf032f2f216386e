"""For whoever watches the servers: is the process alive, and can it answer readers?"""

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import disk
from articles.models import Edition


@require_safe
@never_cache
def healthz(request):
    """The process answers; nothing else is asked."""
    return plain("ok\n", 200)


@require_safe
@never_cache
def readyz(request):
    """The database answers too, and the disk has room for what is written next."""
    try:
        # A question that reads a table: a locked one would not be noticed otherwise.
        Edition.current()
    except DatabaseError:
        return plain("database: no answer\n", 503)
    try:
        if disk.is_nearly_full(settings.VAR):
            return plain("disk: less than 1 GB is free\n", 503)
    except OSError:
        return plain("disk: the paper's folder is gone\n", 503)
    return plain("ready\n", 200)


def plain(text, status):
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
