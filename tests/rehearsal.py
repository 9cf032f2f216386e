"""A rehearsal of the server: `python -m tests.rehearsal` starts the real nginx with deploy/nginx.conf, TLS and all, in
front of gunicorn on a small paper, reads through it as the internet would, and restarts the site under load.

A folder of static files that have been collected may be named: it takes a while to compress them.
It prints what it saw and ends with status 1 when something is not as docs/operations.md promises."""

import gzip
import http.client
import os
import re
import secrets
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path

import brotli

from tests.hand import ROOT
from tests.places import GUNICORN, Place, make_small_paper

HOST = "paper.example"
SECRET_KEY = secrets.token_urlsafe(50)
LOAD_SECONDS = 20
BETWEEN_RESTARTS = 30


class Server(Place):
    """A paper as deploy/newsroom.env describes it."""

    @property
    def environment(self):
        return super().environment | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "SITE_URL": f"https://{HOST}",
            "SECRET_KEY": SECRET_KEY,
            "RENDITIONS_BY_NGINX": "/_renditions/",
            "WEB_CONCURRENCY": "2",
        }


class Site:
    """gunicorn behind a socket that stays open, as systemd keeps it."""

    def __init__(self, server, listener):
        self.server, self.listener = server, listener
        self.start()

    def start(self):
        # As systemd hands it over: open as number 3, named in the environment. Given a socket in any other way,
        # gunicorn takes it away when it stops.
        handed = f"exec 3<&{self.listener.fileno()}; LISTEN_FDS=1 LISTEN_PID=$$ exec {GUNICORN}"
        self.process = subprocess.Popen(
            ["bash", "-c", handed],
            cwd=ROOT,
            env=self.server.environment,
            pass_fds=[self.listener.fileno()],
            stderr=subprocess.DEVNULL,
        )

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=60)


def main():
    # Short, since the path of a socket must be.
    folder = Path(tempfile.mkdtemp(prefix="paper"))
    folder.chmod(0o755)
    try:
        server = make_small_paper(Server(folder / "var", f"sqlite:///{folder / 'var' / 'newsroom.sqlite3'}"))
        if sys.argv[1:]:
            shutil.copytree(sys.argv[1], server.var / "static")
        else:
            server.manage("collectstatic", "--no-input", "--verbosity", "0")
        facts = eval(server.manage("shell", "--no-imports", "--command", FACTS))
        with closing(socket.socket(socket.AF_UNIX)) as listener:
            listener.bind(str(folder / "newsroom.sock"))
            listener.listen(2048)
            site = Site(server, listener)
            try:
                with nginx(folder) as (port, plain_port):
                    failures = read_through(port, plain_port, facts)
                    failures += end_rights(server, port, facts)
                    failures += without_site(server, site, port, facts) + under_load(site, port)
            finally:
                site.stop()
    finally:
        shutil.rmtree(folder)
    print(f"{failures} failed" if failures else "Everything is as promised.")
    return 1 if failures else 0


# Asked inside the site: addresses of each kind.
FACTS = """
from articles.models import Article, Photo
published = Article.objects.published().latest_first()
article = published.exclude(lead_photo=None)[0]
hidden = Photo.objects.exclude(pk=article.lead_photo_id).first()
print({
    "article": article.get_absolute_url(),
    "other": published.exclude(pk=article.pk)[0].get_absolute_url(),
    "withdrawn": Article.objects.known_to_readers().exclude(pk__in=published)[0].get_absolute_url(),
    "draft": Article.objects.filter(published_at=None)[0].get_absolute_url(),
    "photo": article.lead_photo.address("3x2-320", "jpg"),
    "photo_id": article.lead_photo_id,
    "file": "/_renditions/" + article.lead_photo.rendition_key[:2] + "/" + article.lead_photo.rendition_key
        + "/3x2-320.jpg",
})
"""


@contextmanager
def nginx(folder):
    """nginx with deploy/nginx.conf, but for ports, paths and certificate; the ports of TLS and of plain HTTP."""
    port, plain_port = free_port(), free_port()
    certificate(folder)
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    for ours, theirs in {
        "listen 80;": f"listen 127.0.0.1:{plain_port};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        "/run/newsroom/newsroom.sock": f"{folder}/newsroom.sock",
        "/etc/letsencrypt/live/paper.example/": f"{folder}/",
        "/var/lib/newsroom/": f"{folder}/var/",
        "/var/cache/newsroom": f"{folder}/cache",
        "/var/log/nginx/newsroom.error.log": f"{folder}/error.log",
    }.items():
        assert ours in site, f"deploy/nginx.conf no longer says {ours}"
        site = site.replace(ours, theirs)
    site = re.sub(r"listen \[::\].*", "", site)
    paths = "\n".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}\npid {folder}/nginx.pid;\ndaemon off;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\n{paths}\n{site}\n}}\n"
    )
    path = os.environ["PATH"] + os.pathsep + "/usr/sbin"
    process = subprocess.Popen(
        [shutil.which("nginx", path=path), "-c", folder / "nginx.conf", "-e", folder / "error.log"]
    )
    try:
        wait_for(port)
        yield port, plain_port
    finally:
        process.terminate()
        process.wait(timeout=30)
        print("".join((folder / "error.log").read_text().splitlines(keepends=True)[:5]), end="")


def free_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return listener.getsockname()[1]


def certificate(folder):
    subprocess.run(
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN={HOST} "
        f"-keyout {folder}/privkey.pem -out {folder}/fullchain.pem".split(),
        check=True,
        stderr=subprocess.DEVNULL,
    )


def wait_for(port):
    for _ in range(200):
        with closing(socket.socket()) as caller:
            caller.settimeout(0.1)
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
            time.sleep(0.05)
    raise SystemExit("nginx does not answer")


def ask(port, address, tls=True, **headers):
    """Status, headers and body of one answer."""
    connection = (
        http.client.HTTPSConnection("127.0.0.1", port, context=ssl._create_unverified_context(), timeout=60)
        if tls
        else http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    )
    with closing(connection):
        connection.request("GET", address, headers={"Host": HOST} | headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


def read_through(port, plain_port, facts):
    """The number of promises that do not hold."""
    failures = 0

    def promise(words, holds):
        nonlocal failures
        failures += not holds
        print(f"{'ok' if holds else 'NOT'}\t{words}")

    status, headers, body = ask(port, facts["article"], **{"Accept-Encoding": "br"})
    promise("an article: 200", status == 200)
    promise("it arrives as the site compressed it", headers["Content-Encoding"] == "br" and brotli.decompress(body))
    promise(
        "with its policy, HSTS and no cookie",
        headers["Content-Security-Policy"] and headers["Strict-Transport-Security"] and not headers["Set-Cookie"],
    )
    promise("nginx does not tell its version", "/" not in headers["Server"])
    promise(
        "asked again with its ETag: 304", ask(port, facts["article"], **{"If-None-Match": headers["ETag"]})[0] == 304
    )
    promise("a draft: 404", ask(port, facts["draft"])[0] == 404)
    promise("a withdrawn article: 410", ask(port, facts["withdrawn"])[0] == 410)

    status, headers, body = ask(port, facts["photo"])
    promise(
        "a picture: 200, sent by nginx",
        status == 200 and body[:2] == b"\xff\xd8" and headers["Accept-Ranges"] == "bytes",
    )
    promise(
        "with its type, its lifetime and nosniff",
        headers["Content-Type"] == "image/jpeg"
        and "max-age" in headers["Cache-Control"]
        and headers["X-Content-Type-Options"] == "nosniff",
    )
    promise("its file, asked for directly: 404", ask(port, facts["file"])[0] == 404)
    promise("the desk asks for a login", ask(port, "/admin/")[0] == 302)
    promise(
        "plain HTTP leads to TLS", ask(plain_port, "/latest/", tls=False)[1]["Location"] == f"https://{HOST}/latest/"
    )
    promise("/readyz: 200", ask(port, "/readyz")[0] == 200)
    return failures


def a_second_passes(port):
    """What was changed is everywhere by then."""
    until = time.monotonic() + 1
    while time.monotonic() < until:
        ask(port, "/healthz")


def end_rights(server, port, facts):
    """1 when a picture is still delivered a second after its rights have ended."""
    server.manage("shell", "--no-imports", "--command", END_RIGHTS.format(**facts))
    a_second_passes(port)
    status, headers, _body = ask(port, facts["photo"])
    gone = status == 410 and headers["Cache-Control"] == "no-store"
    print(f"{'ok' if gone else 'NOT'}\trights that ended a moment ago: 410")
    # nginx keeps pages for five seconds.
    asked = time.monotonic()
    while facts["photo"].rpartition("/")[0] in ask(port, "/")[2].decode() and time.monotonic() < asked + 60:
        time.sleep(0.1)
    seconds = time.monotonic() - asked
    print(f"{'ok' if seconds < 7 else 'NOT'}\tno page names the picture after {seconds:.1f} s")
    return (not gone) + (seconds >= 7)


def without_site(server, site, port, facts):
    """The number of promises on nginx's own copies that do not hold."""
    failures = 0

    def promise(words, holds):
        nonlocal failures
        failures += not holds
        print(f"{'ok' if holds else 'NOT'}\t{words}")

    plain = {"": bytes, "br": brotli.decompress, "gzip": gzip.decompress}
    pages = [
        unpacked(ask(port, "/", **{"Accept-Encoding": encoding})[2])
        for encoding, unpacked in plain.items()
        for _ in range(2)
    ]
    promise("each encoding is kept by itself, and is the same page", len(set(pages)) == 1)
    told = ask(port, facts["other"])
    server.manage("shell", "--no-imports", "--command", WITHDRAW.format(pk=facts["other"].split("/")[2]))
    a_second_passes(port)
    # The site hears of it with the next request that reaches it, whatever is asked.
    ask(port, "/not-there/")
    promise(
        "withdrawn a moment ago: 410, though nginx had a copy", (told[0], ask(port, facts["other"])[0]) == (200, 410)
    )
    # It showed a picture whose rights have ended: the copy from before may stand in no more.
    ask(port, facts["article"])
    site.stop()
    promise(
        "the site is away: its pages can be read", ask(port, "/")[0] == 200 and ask(port, facts["article"])[0] == 200
    )
    promise("and what was withdrawn cannot", ask(port, facts["other"])[0] not in (200, 304))
    promise("nor what nobody has read before", ask(port, "/corrections/?before=1")[0] >= 500)
    site.start()
    promise("it is back: everything can be read", ask(port, "/corrections/")[0] == 200)
    return failures


WITHDRAW = """
from articles.models import Article, Edition
Article.objects.get(pk={pk}).withdraw()
Edition.end()
"""
END_RIGHTS = """
from django.utils import timezone
from articles.models import Edition, Photo
photo = Photo.objects.get(pk={photo_id})
photo.publishable_until = timezone.now()
photo.save()
Edition.end()
"""


def under_load(site, port):
    """The number of requests that failed while the site was restarted."""
    load = subprocess.Popen(
        [
            "wrk",
            "-t1",
            "-c8",
            f"-d{LOAD_SECONDS}s",
            "--timeout",
            "20s",
            "-H",
            f"Host: {HOST}",
            f"https://127.0.0.1:{port}/latest/",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    restarts = 0
    while load.poll() is None:
        for _ in range(BETWEEN_RESTARTS):
            # Of the site itself: nginx keeps no copy of it.
            ask(port, "/healthz")
        began = time.monotonic()
        site.stop()
        print(f"stopped in {time.monotonic() - began:.1f} s")
        site.start()
        restarts += 1
    printed = load.communicate(timeout=120)[0]
    answered = int(re.search(r"(\d+) requests in", printed)[1])
    refused = sum(map(int, re.findall(r"(?:Non-2xx or 3xx responses: |connect |read |write |timeout )(\d+)", printed)))
    print(f"{restarts} restarts under load: {answered} requests answered, {refused} failed")
    return refused + (not answered)


if __name__ == "__main__":
    sys.exit(main())
