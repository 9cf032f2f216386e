"""The programs that some tests need beside Python; .ci/install-debian installs them."""

import os
import shutil

import pytest


def program(*names):
    """The path of the first that is installed. Without any the test skips, and on CI it fails."""
    for name in names:
        if path := shutil.which(name):
            return path
    lack = f"{' or '.join(names)} is not installed"
    if os.environ.get("CI"):
        pytest.fail(lack)
    pytest.skip(lack)
