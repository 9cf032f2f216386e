"""The cache in front of this paper, as its settings and gunicorn.conf.py have it."""

from django.conf import settings

from newsroom.page_cache.addresses import Addresses
from newsroom.page_cache.disk import Disk
from newsroom.page_cache.layer import PageCache
from newsroom.page_cache.memory import Memory
from newsroom.page_cache.removals import RemovalsFolder
from newsroom.page_cache.watch import Watch

# One less than gunicorn's threads.
AT_ONCE = 3


def page_cache(application):
    disk = Disk(settings.VAR / "copies")
    return PageCache(
        application,
        addresses=Addresses(settings.ALLOWED_HOSTS[0], only_https=settings.PRODUCTION),
        watch=Watch(RemovalsFolder(settings.VAR / "removed"), when_unsafe=disk.clear),
        memory=Memory(),
        disk=disk,
        at_once=AT_ONCE,
    )
