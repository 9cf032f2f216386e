"""What the paper writes into its log: problems, one to a line. JSON in production, plain words on
somebody's own machine.

Only the fields named here are written. python-json-logger was tried: it adds whatever a record
carries, and Django's carry the request, with what somebody searched for in its address.
"""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime

# Of the request that this thread is busy with.
request_id = ContextVar("request_id", default="")

# gunicorn's words about a request that is none.
ADDRESS = re.compile(r" from ip=\S+(?=:)")

FIELDS = ("request_id", "method", "path", "status", "milliseconds")


class RequestId(logging.Filter):
    """Gives every line written meanwhile the id of its request."""

    def filter(self, record):
        record.request_id = request_id.get()
        return True


class NoAddress(logging.Filter):
    """Takes the address of whoever asked out of a line."""

    def filter(self, record):
        record.msg = ADDRESS.sub("", str(record.msg))
        return True


class JsonLines(logging.Formatter):
    def format(self, record):
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: getattr(record, name) for name in FIELDS if getattr(record, name, "") != ""}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_settings(production):
    """Django's `LOGGING`."""
    to_console = {"handlers": ["console"], "level": "INFO", "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": RequestId}, "no_address": {"()": NoAddress}},
        "formatters": {
            "json": {"()": JsonLines},
            "plain": {"format": "%(asctime)s %(levelname)s %(message)s"},
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "filters": ["request_id", "no_address"],
                "formatter": "json" if production else "plain",
            },
            "nowhere": {"class": "logging.NullHandler"},
        },
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
            # `RequestLog` says the same, with an id and a duration.
            "django.request": {"handlers": ["nowhere"], "propagate": False},
            # Anybody can claim to have come for another site; the request's own line is enough.
            "django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False},
            "newsroom": to_console,
            "gunicorn.error": to_console,
        },
    }
