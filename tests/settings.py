"""The site's own settings in surroundings that a test may soil: no file of `var/` is touched, and
what is exported on the machine (`PAPER_NAME`, `SITE_URL` …) decides nothing. Only `DATABASE_URL` does."""

import atexit
import os
import shutil
import tempfile

for name in (
    "SITE_URL SECRET_KEY PORT HOST LANGUAGE_CODE TIME_ZONE PAPER_NAME PAPER_TAGLINE PAPER_LOGO PAPER_ACCENT "
    "PAPER_ACCENT_DARK TYPOGRAPHY_HIGH TYPOGRAPHY_COLON TYPOGRAPHY_GUILLEMETS TYPOGRAPHY_THOUSANDS "
    "FEED_DOMAIN FEED_CONTENT WEBSUB_HUB AI_POLICY PHOTO_MOST_MEGAPIXELS PHOTO_MOST_MEGABYTES "
    "REDIS_URL EMAIL_URL EMAIL_FROM"
).split():
    os.environ.pop(name, None)

# Each worker of xdist loads the settings, and so has a folder of its own.
os.environ["VAR"] = tempfile.mkdtemp(prefix="newsroom-tests-")
atexit.register(shutil.rmtree, os.environ["VAR"], ignore_errors=True)

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import STORAGES, VAR  # noqa: E402

# The addresses of static files as they are written: nothing needs collecting first.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
(VAR / "static").mkdir()
# Nobody guesses passwords here, and a strong hash takes a quarter of a second.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
