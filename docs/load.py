"""Servers for measuring, and the load that `wrk` puts on them."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import IPPROTO_TCP, TCP_NODELAY, create_connection, create_server
from urllib.parse import urlsplit

from tests.rehearsal import certificate

ROOT = Path(__file__).resolve().parent.parent
SECONDS, CONNECTIONS = 1, 16
BROWSERS_HEAD = "Accept-Encoding: gzip, deflate, br, zstd"
UNITS = {"us": 0.001, "ms": 1, "s": 1000}


def load(address, seconds=SECONDS):
    """Requests a second, and the milliseconds that the slowest of a hundred takes. Raises when one fails."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-H", BROWSERS_HEAD, address]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    if "Non-2xx" in printed or "Socket errors" in printed:
        raise RuntimeError(printed)
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", printed).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", printed)[1]), float(number) * UNITS[unit]


@contextmanager
def on_gunicorn(application, environment):
    """The address of an application on gunicorn as gunicorn.conf.py has it."""
    with closing(create_server(("127.0.0.1", 0))) as listener:
        # As gunicorn does with a socket of its own: else half of an answer waits 40 ms for the other's receipt.
        listener.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "--bind",
                f"fd://{listener.fileno()}",
                "--log-level",
                "error",
                application,
            ],
            cwd=ROOT,
            env=environment,
            pass_fds=[listener.fileno()],
            stderr=subprocess.DEVNULL,
        )
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            process.terminate()
            process.wait(timeout=60)


@contextmanager
def behind_nginx(folder, address, answers):
    """The address of nginx in front of a paper, with deploy/nginx.conf, TLS and all; at `/floor-0` and so on it sends
    the same headers and bytes from files. `answers` has both by path."""
    with closing(create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    floor = "".join(location(folder, number, *given) for number, given in enumerate(answers.values()))
    conf = (ROOT / "deploy" / "nginx.conf").read_text()
    conf = re.sub(r"^server \{\n    listen 80;.*?^\}\n", "", conf, flags=re.M | re.S)
    conf = re.sub(r"^ +(listen \[|error_log).*\n", "", conf, flags=re.M)
    conf = conf.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;\n{floor}")
    certificate(folder)
    conf = conf.replace("/etc/letsencrypt/live/paper.example", str(folder))
    conf = conf.replace("unix:/run/newsroom/newsroom.sock", urlsplit(address).netloc)
    conf = conf.replace("/var/cache/newsroom", f"{folder}/cache").replace("/var/lib/newsroom", f"{folder}/var")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}\npid {folder}/nginx.pid;\ndaemon off;\nerror_log {folder}/error.log;\nevents {{}}\n"
        # The first two as Debian has them.
        f"http {{\nsendfile on;\ntcp_nopush on;\nproxy_temp_path {folder}/proxy;\n"
        f"client_body_temp_path {folder}/body;\n{conf}\n}}\n"
    )
    process = subprocess.Popen([program("nginx"), "-c", folder / "nginx.conf", "-e", folder / "error.log"])
    try:
        wait_for(port)
        yield f"https://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=60)


def location(folder, number, headers, body):
    """Of a file that is sent with the headers of a page."""
    file = folder / f"floor-{number}"
    file.write_bytes(body)
    own = {"content-length", "content-type", "etag", "last-modified"}
    # Opened for each reader, as nginx does unless it is told otherwise.
    lines = ["open_file_cache off;"]
    lines += [f"add_header {name} {quoted(value)};" for name, value in headers if name.lower() not in own]
    kind = dict(headers)["Content-Type"]
    return f"location = /floor-{number} {{ alias {file}; default_type '{kind}'; {' '.join(lines)} }}\n"


def quoted(value):
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def wait_for(port):
    for _ in range(200):
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("nginx does not answer")


def program(name):
    """Also where servers are, which an ordinary user's PATH leaves out."""
    return shutil.which(name, path=os.environ["PATH"] + os.pathsep + "/usr/sbin")


def answer(address, path):
    """Headers and body of the second answer: the first one may have had to be made."""
    with closing(HTTPConnection(urlsplit(address).netloc, timeout=60)) as connection:
        for _ in range(2):
            connection.request("GET", path, headers={"Accept-Encoding": "br"})
            response = connection.getresponse()
            body = response.read()
        return [header for header in response.getheaders() if header[0].lower() not in SERVERS_OWN], body


# What a server writes by itself.
SERVERS_OWN = {"server", "date", "connection", "transfer-encoding"}
