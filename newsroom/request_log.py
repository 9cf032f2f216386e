"""A line in the log for each request that failed, was refused or took long, with an id that the
page of an error carries too; what is refused must not tell one refusal from another. Nobody is
recorded: no address, no browser, no query.

In production the id comes from the proxy before us, which replaces what a browser may have sent.
"""

import logging
import re
import secrets
import time

from django.conf import settings

from newsroom.logs import request_id

SLOW_MILLISECONDS = 1000
ID = re.compile(r"[A-Za-z0-9-]{8,64}")

logger = logging.getLogger(__name__)


class RequestLog:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        began = time.monotonic()
        request.id = given_id(request) or secrets.token_hex(8)
        token = request_id.set(request.id)
        try:
            response = self.get_response(request)
            milliseconds = round((time.monotonic() - began) * 1000)
            if response.status_code >= 400 or milliseconds >= SLOW_MILLISECONDS:
                write(request, response, milliseconds)
            if response.status_code >= 500:
                response["X-Request-ID"] = request.id
            return response
        finally:
            request_id.reset(token)


def given_id(request):
    given = request.headers.get("X-Request-ID", "")
    return given if settings.PRODUCTION and ID.fullmatch(given) else None


def write(request, response, milliseconds):
    status = response.status_code
    logger.log(
        logging.ERROR if status >= 500 else logging.WARNING,
        "%s %s: %s in %s ms, request %s",
        request.method,
        request.path,
        status,
        milliseconds,
        request.id,
        extra={"method": request.method, "path": request.path, "status": status, "milliseconds": milliseconds},
        exc_info=getattr(request, "unhandled", None),
    )
