"""How a copy is sent: whole, as 304, or without its text."""

import os

from newsroom.page_cache.copies import Copy
from newsroom.page_cache.encodings import IDENTITY, best_encoding

# RFC 9110, section 15.4.5; a script of another site reads a 304 of a feed too.
TOLD_AGAIN = {"ETag", "Vary", "Last-Modified", "Access-Control-Allow-Origin", "Cache-Control", "Server-Timing"}


def answer(copy: Copy, environ, start_response, now, timing="hit"):
    encoding = best_encoding(environ.get("HTTP_ACCEPT_ENCODING", "")) if copy.is_packed else IDENTITY
    headers, body = copy.form(encoding, now) if timing == "hit" else copy.written(encoding, now, timing)
    if is_conditional(environ) and copy.status.startswith("200") and copy.is_known_to(environ):
        start_response("304 Not Modified", [header for header in headers if header[0] in TOLD_AGAIN])
        return []
    if copy.file:
        return sent_file(copy, environ, start_response, headers)
    start_response(copy.status, headers)
    return [body] if environ["REQUEST_METHOD"] == "GET" else []


def is_conditional(environ):
    return "HTTP_IF_NONE_MATCH" in environ or "HTTP_IF_MODIFIED_SINCE" in environ


def sent_file(copy, environ, start_response, headers):
    """By the server itself, where it can."""
    file = open(copy.file, "rb")  # noqa: SIM115 – the server closes it
    start_response(copy.status, [*headers, ("Content-Length", str(os.fstat(file.fileno()).st_size))])
    if environ["REQUEST_METHOD"] == "HEAD":
        file.close()
        return []
    return environ["wsgi.file_wrapper"](file)


def file_of(content):
    """The path of the file that Django would send, or nothing."""
    name = getattr(getattr(content, "filelike", None), "name", "")
    return os.fspath(name) if name and not isinstance(name, int) else ""


def close(content):
    """As a server must when it has sent an answer: it ends Django's request."""
    if hasattr(content, "close"):
        content.close()
