"""A wrong setting stops the start with one sentence that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.once

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "http://paper.example"),
        ("SITE_URL", "paper.example"),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "changeme" * 8),
        ("SECRET_KEY", "django-insecure-0123456789abcdefghijklmnopqrstuvwxyz"),
        ("PORT", "http"),
        ("LANGUAGE_CODE", "de"),
        ("TIME_ZONE", "Paris"),
        ("TYPOGRAPHY_HIGH", "thin"),
        ("PAPER_ACCENT", "red"),
        ("PAPER_LOGO", "missing.svg"),
        ("DATABASE_URL", "nonsense"),
        ("REDIS_URL", "nonsense"),
        ("EMAIL_URL", "nonsense"),
        ("VAR", "/dev/null/newsroom"),
    ],
)
def test_a_wrong_setting_is_told_in_one_sentence(name, value):
    production = {"SITE_URL": "https://paper.example"} if name == "SECRET_KEY" else {}
    started = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        check=False,
        env={"PATH": os.environ["PATH"], "VAR": os.environ["VAR"], **production, name: value},
        capture_output=True,
        text=True,
    )
    assert started.returncode == 1
    assert started.stderr.startswith(f"Settings: {name} ")
    assert started.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["DATABASE_URL", "FEED_DOMAIN"])
def test_a_setting_left_empty_is_as_if_it_were_not_there(name):
    start = [sys.executable, "manage.py", "shell", "--command"]
    tell = "from django.conf import settings; print(settings.DATABASES, settings.FEED_DOMAIN)"
    plain = {"PATH": os.environ["PATH"], "VAR": os.environ["VAR"]}
    without, empty = (
        subprocess.run([*start, tell], cwd=ROOT, check=True, env=plain | more, capture_output=True).stdout
        for more in ({}, {name: ""})
    )
    assert empty == without


def test_a_host_left_empty_is_this_machine_alone():
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "--print-config"],
        cwd=ROOT,
        check=True,
        env={"PATH": os.environ["PATH"], "VAR": os.environ["VAR"], "HOST": ""},
        capture_output=True,
        text=True,
    )
    assert "'127.0.0.1:8000'" in done.stdout
