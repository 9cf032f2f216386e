"""How a public page leaves Django: known by its ETag, for everybody to keep, and the same for all. The page cache in
front of Django compresses it, and answers whoever has it already.

Whatever already says how it may be cached (the desk: never; a feed: five minutes) keeps its word.
"""

from hashlib import blake2b

from django.utils.cache import patch_vary_headers

CACHE_CONTROL = "public, max-age=0"
CACHEABLE = {200, 404, 410}


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
        if "public" in response.get("Cache-Control", ""):
            patch_vary_headers(response, ["Accept-Encoding"])
            if response.status_code == 200:
                response["ETag"] = etag(response.content)
        if request.method == "HEAD":
            # The length of what a GET would bring stays; gunicorn complains of a body.
            response.content = b""
        return response


def forget_cookies(response):
    """Django answers a cookie it cannot read, perhaps another site's of the same domain, with one of its
    own, which a cache would hand to everybody."""
    response.cookies.clear()
    response.headers.pop("Vary", None)


def etag(content):
    """Weak, since the same page leaves in three encodings; equal on every worker."""
    return f'W/"{blake2b(content, digest_size=12).hexdigest()}"'
