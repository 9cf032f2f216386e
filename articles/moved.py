"""An address that was another one before: whoever has the old one is led to it."""

from django.http import HttpResponsePermanentRedirect


def moved_to(address):
    """Asked again each time: it may move once more, and come back."""
    response = HttpResponsePermanentRedirect(address)
    response["Cache-Control"] = "no-cache"
    return response
