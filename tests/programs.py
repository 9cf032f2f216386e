"""The programs that some tests need beside Python; .ci/install-debian installs them."""

import os
import shutil

import pytest


def program(*names):
    """The path of the first that is installed. Without any the test skips, and on CI it fails."""
    for name in names:
        # Servers stand where an ordinary user's PATH does not lead.
        if path := shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin"):
            return path
    lack = f"{' or '.join(names)} is not installed"
    if os.environ.get("CI"):
        pytest.fail(lack)
    pytest.skip(lack)
