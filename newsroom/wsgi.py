"""What gunicorn serves. A wrong setting stops it with one sentence instead of a traceback."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection

from articles import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
try:
    application = get_wsgi_application()
    connection.ensure_connection()
except ImproperlyConfigured as error:
    sys.exit(f"Settings: {error}")
except OperationalError as error:
    sys.exit(database.sentence(error))
# Workers are copies of this process, and must not share what it has open.
connection.close()
