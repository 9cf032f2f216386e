"""What a browser may load on our pages (Content-Security-Policy Level 3) and which powers it
may use (Permissions-Policy). Nothing inline runs; nothing comes from elsewhere but a player
the reader asked for.

Django 6 brings this; until the next LTS these lines do it. django-csp was tried: it orders the
directives by hash seed, so that two workers answer differently, and takes no lazy value, while
the hashes of our stylesheet are known only once static files are collected.
"""

from articles.embeds import embed_hosts
from articles.stylesheet import stylesheet_hashes

NO_POWERS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


class SecurityPolicy:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", content_security_policy())
        response.headers.setdefault("Permissions-Policy", NO_POWERS)
        return response


def content_security_policy():
    directives = {
        "default-src": ["'self'"],
        "style-src": ["'self'", *stylesheet_hashes()],
        "frame-src": embed_hosts(),
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())
