"""How a public page leaves: with an ETag, cacheable by everybody, compressed by ourselves.

Whatever already says how it may be cached (the desk: never; a feed: five minutes) keeps its word.
"""

import gzip
from functools import partial
from hashlib import blake2b

import brotli
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import parse_http_date_safe

CACHE_CONTROL = "public, max-age=0"
CACHEABLE = {200, 404, 410}
REFUSED = {"q=0", "q=0.0", "q=0.00", "q=0.000"}
SMALLEST_WORTH_COMPRESSING = 256

ENCODINGS = {
    # On the demo front, quality 5 is 5 % smaller than gzip's 6 and takes half as long again.
    "br": partial(brotli.compress, mode=brotli.MODE_TEXT, quality=5),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
}


class Delivery:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return response
        if "private" not in response.get("Cache-Control", ""):
            forget_cookies(response)
        if response.streaming:
            return response
        if response.status_code in CACHEABLE:
            response.headers.setdefault("Cache-Control", CACHE_CONTROL)
        if response.status_code == 200 and "public" in response.get("Cache-Control", ""):
            response = unless_known(request, response)
        response = compressed(request, response)
        if request.method == "HEAD":
            # The length of what a GET would bring stays; gunicorn complains of a body.
            response.content = b""
        return response


def forget_cookies(response):
    """Django answers a cookie it cannot read, perhaps another site's of the same domain, with one of its
    own, which a cache would hand to everybody."""
    response.cookies.clear()
    response.headers.pop("Vary", None)


def unless_known(request, response):
    """The response with its ETag, or 304 where the reader has it already."""
    response["ETag"] = etag(response.content)
    changed = parse_http_date_safe(response.get("Last-Modified", ""))
    answer = get_conditional_response(request, response["ETag"], changed, response)
    if answer is not response and response.has_header("Access-Control-Allow-Origin"):
        # Django leaves it out of a 304, which a script of another site could then not read.
        answer["Access-Control-Allow-Origin"] = response["Access-Control-Allow-Origin"]
    return answer


def etag(content):
    """Weak, since the same page leaves in three encodings; equal on every worker."""
    return f'W/"{blake2b(content, digest_size=12).hexdigest()}"'


def compressed(request, response):
    """The response in the best encoding the browser takes; see `may_be_compressed`."""
    patch_vary_headers(response, ["Accept-Encoding"])
    accepted = accepted_encodings(request.headers.get("Accept-Encoding", ""))
    encoding = next((name for name in ENCODINGS if name in accepted), None)
    if encoding and may_be_compressed(response):
        response.content = ENCODINGS[encoding](response.content)
        response["Content-Encoding"] = encoding
        response["Content-Length"] = len(response.content)
    return response


def accepted_encodings(header):
    """Those the browser names without refusing them (`q=0`)."""
    named = (part.partition(";") for part in header.replace(" ", "").lower().split(","))
    return {name for name, _, quality in named if quality not in REFUSED}


def may_be_compressed(response):
    """Not what is private: the desk prints unpublished words beside what a stranger may have
    put into the address, and the length of the two together would tell (BREACH)."""
    return (
        "private" not in response.get("Cache-Control", "")
        and not response.has_header("Content-Encoding")
        and len(response.content) >= SMALLEST_WORTH_COMPRESSING
    )
