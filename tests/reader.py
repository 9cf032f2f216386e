"""Somebody who reads the paper through the layer in front of Django, as gunicorn serves it."""

from contextlib import contextmanager
from wsgiref.util import FileWrapper

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from articles.models import Edition, next_event
from newsroom.page_cache.addresses import Addresses
from newsroom.page_cache.answers import close
from newsroom.page_cache.disk import Disk
from newsroom.page_cache.layer import PageCache
from newsroom.page_cache.memory import Memory
from newsroom.page_cache.removals import stored_removals
from newsroom.page_cache.watch import Known

HOST = "testserver"


@contextmanager
def same_connection():
    """Django's own client does so too: the connection of the test stays open when a request begins and ends."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


class ByTheClock:
    """A watch that asks at every request, in the transaction of the test and at the hour that the test says it is."""

    is_away = False

    def look(self):
        return self.known

    def look_again(self):
        return self.known

    def tell_others(self):
        pass

    @property
    def known(self):
        return Known(Edition.current(), next_event(timezone.now()).timestamp(), stored_removals())


class Reader:
    def __init__(self, folder):
        self.cache = PageCache(
            WSGIHandler(), Addresses(HOST, False), ByTheClock(), Memory(1_000_000), Disk(folder), at_once=3
        )

    def get(self, address, headers=None):
        return self.ask("GET", address, headers)

    def head(self, address, headers=None):
        return self.ask("HEAD", address, headers)

    def ask(self, method, address, headers):
        environ = RequestFactory(HTTP_HOST=HOST, headers=headers or {}).generic(method, address).environ
        environ["wsgi.file_wrapper"] = FileWrapper
        begun = []
        with same_connection():
            content = self.cache(environ, lambda *answered: begun.extend(answered[:2]))
            text = b"".join(content)
            close(content)
        response = HttpResponse(text, status=int(begun[0][:3]))
        del response["Content-Type"]
        for name, value in begun[1]:
            response[name] = value
        return response
