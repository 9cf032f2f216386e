"""What gunicorn serves. A wrong setting stops it with one sentence instead of a traceback."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection

from articles import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
try:
    site = get_wsgi_application()
except ImproperlyConfigured as error:
    sys.exit(f"Settings: {error}")

# It reads settings and models, which are there only now.
from newsroom.page_cache.paper import page_cache  # noqa: E402

application = page_cache(site)
try:
    connection.ensure_connection()
except OperationalError as error:
    if not application.disk.has_copies():
        sys.exit(database.sentence(error))
    sys.stderr.write(f"{database.sentence(error)} Readers get the pages that are kept on disk.\n")
# Workers are copies of this process, and must not share what it has open.
connection.close()
