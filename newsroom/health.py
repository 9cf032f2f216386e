"""For whoever watches the servers: is the process alive, and can it answer readers?"""

from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def healthz(request):
    """The process answers; nothing else is asked."""
    return plain("ok\n", 200)


@require_safe
@never_cache
def readyz(request):
    """The database answers too."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return plain("database: no answer\n", 503)
    return plain("ready\n", 200)


def plain(text, status):
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
