"""The log has a line for each request that went wrong, and nobody's name on it."""

import io
import json
import logging

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path

from newsroom import request_log
from newsroom.logs import JsonLines, NoAddress, RequestId, logging_settings

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

READER = {"REMOTE_ADDR": "203.0.113.77", "HTTP_X_FORWARDED_FOR": "203.0.113.78", "HTTP_USER_AGENT": "Secret browser"}


def broken(request):
    raise ValueError("This is what happened")


def remarking(request):
    logging.getLogger("newsroom.remark").warning("In the middle")
    return HttpResponse("done")


urlpatterns = [path("broken/", broken), path("remarking/", remarking), path("", include("newsroom.urls"))]
handler500 = "newsroom.errors.server_error"


@pytest.fixture
def log():
    """The lines written meanwhile, as production writes them."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    for own in (RequestId(), NoAddress()):
        handler.addFilter(own)
    loggers = [logging.getLogger(name) for name in ("newsroom", "django", "gunicorn.error")]
    for logger in loggers:
        logger.addHandler(handler)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture
def reader():
    return Client(raise_request_exception=False, **READER)


def test_a_page_that_is_found_writes_nothing(reader, log):
    response = reader.get("/latest/")
    assert response.status_code == 200
    assert log() == [] and "X-Request-ID" not in response


def test_a_refused_request_is_one_line_with_an_id_and_its_answer_is_like_any_other(reader, log):
    response = reader.get("/nowhere/")
    (line,) = log()
    assert len(line["request_id"]) == 16 and "X-Request-ID" not in response
    assert (line["method"], line["path"], line["status"], line["level"]) == ("GET", "/nowhere/", 404, "warning")


def test_an_unhandled_error_is_one_line_with_its_traceback_and_the_page_names_it(reader, log):
    response = reader.get("/broken/")
    (line,) = log()
    assert (line["status"], line["level"]) == (500, "error")
    assert "ValueError: This is what happened" in line["traceback"]
    assert line["request_id"] == response["X-Request-ID"]
    assert line["request_id"] in response.content.decode()
    assert "no-cache" in response["Cache-Control"]


def test_no_line_tells_who_asked_nor_what_they_searched_for(reader, log):
    for address in ("/nowhere/?q=geheim", "/broken/?q=geheim"):
        reader.get(address, headers={"Referer": "https://elsewhere.example/geheim", "Cookie": "a=geheim"})
    reader.get("/nowhere/", headers={"Host": "evil.example"})
    text = json.dumps(log())
    assert len(log()) == 3
    for word in ("203.0.113", "geheim", "Secret browser"):
        assert word not in text


def test_the_servers_own_complaint_names_no_address(log):
    logging.getLogger("gunicorn.error").warning("Invalid request from ip=2001:db8::7: Invalid HTTP request line")
    assert [line["message"] for line in log()] == ["Invalid request: Invalid HTTP request line"]


def test_a_slow_page_is_told(reader, log, monkeypatch):
    monkeypatch.setattr(request_log, "SLOW_MILLISECONDS", 0)
    reader.get("/latest/")
    (line,) = log()
    assert line["status"] == 200 and line["milliseconds"] >= 0


def test_whatever_is_written_meanwhile_has_the_id(reader, log, settings):
    settings.PRODUCTION = True
    reader.get("/remarking/", headers={"X-Request-ID": "0123456789abcdef"})
    assert [(line["message"], line["request_id"]) for line in log()] == [("In the middle", "0123456789abcdef")]
    logging.getLogger("newsroom").warning("Afterwards")
    assert "request_id" not in log()[1]


@pytest.mark.parametrize("given", ["short", "x" * 65, 'a"b,c{d}efgh', "line\nbreak0"])
def test_an_id_of_another_shape_is_not_taken_over(reader, log, settings, given):
    settings.PRODUCTION = True
    reader.get("/nowhere/", headers={"X-Request-ID": given})
    assert log()[0]["request_id"] != given


def test_without_a_proxy_before_us_no_id_is_taken_over(reader, log):
    reader.get("/nowhere/", headers={"X-Request-ID": "0123456789abcdef"})
    assert log()[0]["request_id"] != "0123456789abcdef"


def test_production_writes_json_and_ones_own_machine_plain_words():
    formatters = [logging_settings(production)["handlers"]["console"]["formatter"] for production in (True, False)]
    assert formatters == ["json", "plain"]
