import subprocess
import sys

import pytest
from django.db import connection

from tests.hand import ROOT
from tests.programs import program

pytestmark = pytest.mark.once


@pytest.mark.slow
def test_the_server_of_deploy_keeps_its_promises_and_restarts_without_a_failed_request(demo):
    if connection.vendor != "sqlite":
        pytest.skip("the rehearsal brings its own database")
    for name in ("nginx", "wrk", "openssl"):
        program(name)
    done = subprocess.run(
        [sys.executable, "-m", "tests.rehearsal", demo.var / "static"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
