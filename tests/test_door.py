"""The door of the desk: who comes in, with what, and who may let others in."""

import io
import os
import re
import secrets
import subprocess
import sys
import time
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import Permission
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.database import CACHE_TABLE
from articles.models import CORRESPONDENT, EDITOR_IN_CHIEF, JOURNALIST, Article, Role, User
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parent.parent
LOGIN = "/admin/login/"
SECURITY = "/admin/security/"
PASSWORD = "une longue phrase"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_person(name="ines", role=JOURNALIST, **facts):
    person = User.objects.create_user(name, password=PASSWORD, **{"is_staff": True} | facts)
    person.groups.add(Role.objects.get(name=role))
    return person


def log_in(client, name="ines", password=PASSWORD, **more):
    return client.post(LOGIN, {"login": name, "password": password, **more})


def is_in(client):
    return client.get("/admin/").status_code == 200


def said(page):
    return read(page).one("main").text


def demand_second_factor(role=JOURNALIST):
    Role.objects.filter(name=role).update(needs_second_factor=True)


def code_of(secret, at=None):
    return format_hotp_value(hotp_value(secret, int(at or time.time()) // 30))


def browser_of(person):
    client = Client()
    client.force_login(person)
    return client


# Coming in


def test_whoever_logs_in_goes_where_they_were_going(client):
    make_person()
    asked = client.get("/admin/articles/article/")
    assert (asked.status_code, asked["Location"]) == (302, f"{LOGIN}?next=/admin/articles/article/")
    form = read(client.get(asked["Location"])).one("form", action=LOGIN)
    answer = client.post(LOGIN, filled_in(form, login="ines", password=PASSWORD))
    assert answer["Location"] == "/admin/articles/article/"
    assert is_in(client)
    client.post("/admin/logout/")
    assert not is_in(client)


def test_nobody_is_sent_to_another_site(client):
    make_person()
    assert log_in(client, next="https://elsewhere.example/")["Location"] == "/admin/"


def test_a_wrong_password_is_told_in_french(client):
    make_person()
    for name in ("ines", "nobody"):
        assert "Nom d’utilisateur ou mot de passe incorrect." in said(log_in(client, name, "wrong"))
    assert not is_in(client)


def test_the_sixth_attempt_is_refused_even_with_the_right_password(client):
    make_person()
    make_person("bob")
    for _ in range(5):
        log_in(client, password="wrong")
    assert "Trop d’essais" in said(log_in(Client()))
    log_in(client)
    assert not is_in(client)
    log_in(client, "bob")
    assert is_in(client)


def test_attempts_are_counted_where_every_worker_looks(client):
    make_person()
    log_in(client, password="wrong")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {CACHE_TABLE}")
        assert cursor.fetchone()[0] == 1


@pytest.mark.parametrize("facts", [{"is_staff": False}, {"is_active": False}])
def test_whoever_has_left_stays_out(client, facts):
    person = make_person(**facts)
    assert log_in(client)["Location"] == "/admin/inactive/"
    assert "Ce compte est désactivé" in said(client.get("/admin/inactive/"))
    assert not is_in(client)
    User.objects.update(is_staff=True, is_active=True)
    browser = browser_of(person)
    assert is_in(browser)
    User.objects.update(**facts)
    assert not is_in(browser)


@pytest.mark.parametrize("address", ["/admin/signup/", "/admin/email/", "/accounts/signup/", "/accounts/login/"])
def test_there_is_no_sign_up_and_nothing_else_of_allauth(client, address):
    assert client.get(address).status_code == (302 if address.startswith("/admin/") else 404)
    assert browser_of(make_person()).get(address).status_code == 404


def test_the_cookies_are_the_desks_alone(client):
    make_person()
    client.get(LOGIN)
    log_in(client)
    assert set(client.cookies) == {"desk_session", "desk_csrf"}
    for cookie in client.cookies.values():
        assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/admin/", True, "Lax")
    assert not client.get("/").cookies


def test_in_production_the_cookies_are_sent_over_tls_alone():
    tell = "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE)"
    production = {"SITE_URL": "https://paper.example", "SECRET_KEY": secrets.token_urlsafe(64)}
    start = [sys.executable, "manage.py", "shell", "--no-imports", "--command", tell]
    own = {"PATH": os.environ["PATH"], "VAR": os.environ["VAR"], **production}
    assert subprocess.run(start, cwd=ROOT, check=True, env=own, stdout=subprocess.PIPE).stdout == b"True True\n"


def test_no_page_of_the_door_is_kept_or_names_scripts_inside(client):
    for browser, addresses in {client: [LOGIN], browser_of(make_person()): [SECURITY, "/admin/confirm/"]}.items():
        for address in addresses:
            page = browser.get(address)
            assert page.status_code == 200 and "no-store" in page["Cache-Control"]
            scripts = read(page).all("script")
            assert not [script for script in scripts if "src" not in script.attributes and not script.get("type")]


# Second factors


def test_a_code_is_asked_after_the_password_and_is_good_once(client):
    TOTP.activate(make_person(), SECRET)
    assert log_in(client)["Location"] == "/admin/login/code/"
    assert not is_in(client)
    log_in(client)
    assert "n’est pas bon" in said(client.post("/admin/login/code/", {"code": "000000"}))
    code = code_of(SECRET)
    client.post("/admin/login/code/", {"code": code})
    assert is_in(client)
    other = Client()
    log_in(other)
    other.post("/admin/login/code/", {"code": code})
    assert not is_in(other)


def test_a_recovery_code_lets_in_once(client):
    person = make_person()
    TOTP.activate(person, SECRET)
    code = RecoveryCodes.activate(person).generate_codes()[0]
    for browser, lets_in in ((client, True), (Client(), False)):
        log_in(browser)
        browser.post("/admin/login/code/", {"code": code})
        assert is_in(browser) == lets_in


def test_codes_cannot_be_guessed_for_ever(client):
    TOTP.activate(make_person(), SECRET)
    log_in(client)
    for _ in range(5):
        client.post("/admin/login/code/", {"code": "000000"})
    client.post("/admin/login/code/", {"code": code_of(SECRET)})
    assert not is_in(client)


def test_a_second_factor_is_set_up_with_the_password_and_its_codes_are_shown(client):
    make_person()
    log_in(client)
    asked = client.get("/admin/security/app/add/")
    assert asked["Location"] == "/admin/confirm/?next=%2Fadmin%2Fsecurity%2Fapp%2Fadd%2F"
    assert client.post(asked["Location"], {"password": "wrong"}).status_code == 200
    client.post(asked["Location"], {"password": PASSWORD})
    page = read(client.get("/admin/security/app/add/"))
    assert page.one("svg", css="door__qr").one("path")["d"].startswith("M4 4h1v1h-1z")
    secret = page.one("code", css="door__secret").text
    added = client.post("/admin/security/app/add/", {"code": code_of(secret)})
    assert added["Location"] == "/admin/security/codes/"
    assert len(read(client.get("/admin/security/codes/")).one("ul", css="door__codes").all("code")) == 10
    assert "no-store" in client.get("/admin/security/codes/download/")["Cache-Control"]


def test_a_role_demands_a_second_factor_before_any_other_page(client):
    demand_second_factor()
    person = make_person()
    log_in(client)
    for address in ("/admin/", "/admin/articles/article/", "/admin/articles/photo/picker/", "/admin/jsi18n/"):
        assert client.get(address)["Location"] == SECURITY, address
    assert "demande un second facteur" in said(client.get(SECURITY))
    TOTP.activate(person, SECRET)
    assert is_in(client)


def test_a_forged_post_is_stopped_by_the_demand_too(client):
    demand_second_factor()
    person = make_person()
    log_in(client)
    for address in (reverse("admin:articles_article_add"), "/admin/password/change/", LOGIN):
        client.post(address, {"headline": "Forged"})
    assert not Article.objects.exists()
    TOTP.activate(person, SECRET)
    client.post(reverse("admin:articles_article_add"))
    assert Article.objects.exists()


def test_recovery_codes_alone_are_no_second_factor(client):
    demand_second_factor()
    RecoveryCodes.activate(make_person())
    log_in(client)
    assert client.get("/admin/")["Location"] == SECURITY


def test_other_roles_are_not_asked(client):
    demand_second_factor(EDITOR_IN_CHIEF)
    make_person()
    log_in(client)
    assert is_in(client)


# Passwords by mail


def test_without_mail_no_link_is_offered_and_none_is_sent(client):
    assert not re.search("password/reset", client.get(LOGIN).content.decode())
    assert client.post("/admin/password/reset/", {"email": "ines@paper.example"}).status_code == 404


def test_a_link_by_mail_sets_a_new_password(client, settings):
    settings.MAIL_IS_SENT = True
    make_person(email="ines@paper.example")
    assert "/admin/password/reset/" in client.get(LOGIN).content.decode()
    for address in ("stranger@paper.example", "INES@paper.example"):
        sent = client.post("/admin/password/reset/", {"email": address})
        assert sent["Location"] == "/admin/password/reset/sent/"
    (message,) = mail.outbox
    assert message.subject == "Le Fanal – votre nouveau mot de passe"
    assert "« ines »".replace("« ", "«\u202f").replace(" »", "\u202f»") in message.body
    link = re.search(r"http://testserver(/admin/password/reset/\S+)", message.body)[1]
    form = client.get(link)["Location"]
    assert "trop court" in said(client.post(form, {"password1": "short", "password2": "short"}))
    new = {"password1": "une autre longue phrase", "password2": "une autre longue phrase"}
    assert client.post(form, new)["Location"] == "/admin/password/reset/done/"
    log_in(client, password="une autre longue phrase")
    assert is_in(client)
    assert "déjà servi" in said(Client().get(link))


# People


def edit_page(person):
    return reverse("admin:articles_user_change", args=[person.pk])


def save_person(browser, person, **changes):
    """As the form stands, but for the changes, even those that it does not offer."""
    return browser.post(
        edit_page(person), filled_in(read(browser.get(edit_page(person))).one("form", id="user_form"), **changes)
    )


def offered_roles(browser, person):
    return {box.parent.text for box in read(browser.get(edit_page(person))).all("input", name="roles")}


def test_an_editor_in_chief_makes_a_login_and_gives_it_a_role(client):
    chief = browser_of(make_person("chief", EDITOR_IN_CHIEF))
    facts = {"username": "ana", "password1": PASSWORD, "password2": PASSWORD}
    chief.post(reverse("admin:articles_user_add"), facts)
    ana = User.objects.get(username="ana")
    assert ana.is_staff and not ana.is_superuser and not ana.groups.exists()
    role = Role.objects.get(name=CORRESPONDENT)
    assert save_person(chief, ana, roles=[role.pk], publishes_unreviewed="on").status_code == 302
    assert list(ana.groups.all()) == [role.group_ptr]
    assert User.objects.get(pk=ana.pk).has_perm("articles.publish_unreviewed_article")
    save_person(chief, ana, roles=[])
    assert not ana.groups.exists()
    log_in(client, "ana")
    assert is_in(client)


def keeper_of_logins():
    """A journalist who also keeps the logins, and may do less than a chief."""
    keeper = make_person("keeper")
    keeper.user_permissions.set(Permission.objects.filter(codename__in=["add_user", "change_user", "view_user"]))
    return keeper


def test_nobody_gives_what_they_lack():
    keeper, ana = browser_of(keeper_of_logins()), make_person("ana", CORRESPONDENT)
    assert offered_roles(keeper, ana) == {CORRESPONDENT, JOURNALIST}
    chief = Role.objects.get(name=EDITOR_IN_CHIEF)
    assert "errorlist" in save_person(keeper, ana, roles=[chief.pk]).content.decode()
    save_person(keeper, ana, publishes_unreviewed="on", is_superuser="on", user_permissions=["1"], is_staff="")
    ana.refresh_from_db()
    assert [group.name for group in ana.groups.all()] == [CORRESPONDENT]
    assert ana.is_staff and not ana.is_superuser and not ana.user_permissions.exists()


def test_nobody_edits_those_who_may_do_more():
    keeper = browser_of(keeper_of_logins())
    above = [
        make_person("chief", EDITOR_IN_CHIEF),
        make_person("former", EDITOR_IN_CHIEF, is_active=False),
        User.objects.create_superuser("root", password=PASSWORD),
    ]
    for person in above:
        TOTP.activate(person, SECRET)
        assert not read(keeper.get(edit_page(person))).all("input", name="username")
        forged = {"username": "taken", "password1": "une autre phrase", "password2": "une autre phrase"}
        for address in ("change", "remove_second_factor"):
            assert keeper.post(reverse(f"admin:articles_user_{address}", args=[person.pk]), forged).status_code == 403
        assert keeper.post(f"/admin/articles/user/{person.pk}/password/", forged).status_code == 403
        kept = User.objects.get(pk=person.pk)
        assert kept.username == person.username and kept.check_password(PASSWORD) and kept.has_second_factor()


def test_only_a_superuser_edits_a_superuser():
    root = User.objects.create_superuser("root", password=PASSWORD)
    chief = browser_of(make_person("chief", EDITOR_IN_CHIEF))
    assert chief.post(edit_page(root), {"username": "taken"}).status_code == 403
    assert save_person(browser_of(root), root, first_name="Inès").status_code == 302
    assert User.objects.get(first_name="Inès") == root


def test_a_lost_telephone_is_forgotten_with_a_button():
    person, chief = make_person(), browser_of(make_person("chief", EDITOR_IN_CHIEF))
    assert not read(chief.get(edit_page(person))).all("button", formnovalidate=None, css="button")
    TOTP.activate(person, SECRET)
    RecoveryCodes.activate(person)
    button = read(chief.get(edit_page(person))).one("button", css="button")
    assert chief.get(button["formaction"]).status_code == 405
    assert chief.post(button["formaction"])["Location"] == edit_page(person)
    assert not Authenticator.objects.exists()


def test_the_list_of_people_costs_the_same_for_any_number(django_assert_max_num_queries):
    chief = browser_of(make_person("chief", EDITOR_IN_CHIEF))
    for number in range(20):
        make_person(f"person-{number}")
    with django_assert_max_num_queries(14):
        chief.get(reverse("admin:articles_user_changelist"))


def test_a_role_keeps_its_name_and_may_demand_a_second_factor():
    chief = browser_of(make_person("chief", EDITOR_IN_CHIEF))
    role = Role.objects.get(name=JOURNALIST)
    chief.post(reverse("admin:articles_role_change", args=[role.pk]), {"name": "x", "needs_second_factor": "on"})
    role.refresh_from_db()
    assert (role.name, role.needs_second_factor) == (JOURNALIST, True)
    assert chief.get("/admin/auth/group/").status_code == chief.get("/admin/mfa/authenticator/").status_code == 404


# The first editor-in-chief


def make_editor(monkeypatch, name, password):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    call_command("make_editor", name, "--password-stdin", stdout=io.StringIO())


def test_make_editor_makes_the_first_editor_in_chief(client, monkeypatch):
    make_editor(monkeypatch, "claire", PASSWORD)
    claire = User.objects.get()
    assert claire.is_staff and not claire.is_superuser
    assert [group.name for group in claire.groups.all()] == [EDITOR_IN_CHIEF]
    log_in(client, "claire")
    assert is_in(client)


@pytest.mark.parametrize(
    ("name", "password", "sentence"),
    [
        ("ines", PASSWORD, "existe déjà"),
        ("in es", PASSWORD, "nom d’utilisateur valide"),
        ("claire", "short", "trop court"),
        ("claire", "claire12", "trop semblable"),
    ],
)
def test_make_editor_says_what_is_wrong(monkeypatch, name, password, sentence):
    make_person()
    with pytest.raises(CommandError, match=sentence):
        make_editor(monkeypatch, name, password)
    assert User.objects.count() == 1


def test_make_editor_needs_somebody_to_ask(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(CommandError, match="nobody to ask"):
        call_command("make_editor", "claire")
    Role.objects.filter(name=EDITOR_IN_CHIEF).delete()
    with pytest.raises(CommandError, match="no role"):
        call_command("make_editor", "claire")
