"""Every type of page as gunicorn sends it, kept for the HTML checker of .ci/run."""

import os
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.browser.pages import PAGES

STATUS = {"404": 404, "410": 410}


@pytest.mark.parametrize("name", PAGES)
def test_every_type_of_page_answers(site, addresses, tmp_path, name):
    try:
        answer = urlopen(site.address + addresses[name])
    except HTTPError as error:
        answer = error
    with answer:
        assert answer.status == STATUS.get(name, 200)
        save(name, answer.read(), Path(os.environ.get("SAVED_PAGES", tmp_path)))


def save(name, html, folder):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"demo-{name}.html").write_bytes(html)
