"""How a public page leaves: with an ETag, cacheable by everybody, compressed by ourselves.

Whatever already says how it may be cached (the desk: never; a picture: until its rights end)
is left as it is.
"""

import gzip
from hashlib import blake2b

import brotli
from django.utils.cache import get_conditional_response, patch_vary_headers

CACHE_CONTROL = "public, max-age=0"
CACHEABLE = {200, 404, 410}
SMALLEST_WORTH_COMPRESSING = 256


class Delivery:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.streaming or request.method not in ("GET", "HEAD"):
            return response
        if response.status_code in CACHEABLE and not response.has_header("Cache-Control"):
            response["Cache-Control"] = CACHE_CONTROL
            if response.status_code == 200:
                response["ETag"] = etag(response.content)
                response = get_conditional_response(request, etag=response["ETag"], response=response)
        return compressed(request, response)


def etag(content):
    """Weak, since the same page leaves in three encodings; equal on every worker."""
    return f'W/"{blake2b(content, digest_size=12).hexdigest()}"'


def compressed(request, response):
    patch_vary_headers(response, ["Accept-Encoding"])
    if (
        len(response.content) < SMALLEST_WORTH_COMPRESSING
        or response.has_header("Content-Encoding")
        or response["Content-Type"].startswith("image/")
    ):
        return response
    accepted = request.headers.get("Accept-Encoding", "")
    # The desk prints secrets (CSRF tokens, which Django masks anew each time, but also words
    # not yet published) next to reflected input: compressing it invites BREACH.
    if "no-store" in response["Cache-Control"] if response.has_header("Cache-Control") else False:
        return response
    if "br" in accepted:
        response.content = brotli.compress(response.content, mode=brotli.MODE_TEXT, quality=5)
        response["Content-Encoding"] = "br"
    elif "gzip" in accepted:
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
        response["Content-Encoding"] = "gzip"
    return response
