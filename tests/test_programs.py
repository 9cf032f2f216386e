"""A test that cannot run for want of a program says so, and on CI that is a failure."""

import pytest

from tests.programs import program

pytestmark = pytest.mark.once


def test_the_first_installed_program_is_found():
    assert program("no-such-browser", "sh").endswith("/sh")


def test_a_missing_program_skips_the_test_on_a_machine_of_ones_own(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no-such-browser is not installed"):
        program("no-such-browser")


def test_a_missing_program_fails_the_test_on_ci(monkeypatch):
    monkeypatch.setenv("CI", "true")
    with pytest.raises((pytest.fail.Exception, pytest.skip.Exception)) as outcome:
        program("no-such-browser")
    assert outcome.type is pytest.fail.Exception
