"""The site's own settings for a server that a test starts, on the folder and database of its environment."""

from newsroom.settings import *  # noqa: F403
from newsroom.settings import STORAGES

# The addresses of static files as they are written: nothing needs collecting first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
