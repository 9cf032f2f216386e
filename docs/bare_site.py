"""The floor of `docs.bench`: an application that does nothing but send the headers and bytes it was given."""

import json
import os
from base64 import b64decode

with open(os.environ["ANSWERS"]) as file:
    ANSWERS = {
        path: ([tuple(header) for header in headers], [b64decode(body)])
        for path, (headers, body) in json.load(file).items()
    }


def application(environ, start_response):
    headers, body = ANSWERS[environ["PATH_INFO"]]
    start_response("200 OK", headers)
    return body
