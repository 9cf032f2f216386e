"""Makes the first editor-in-chief, who makes all others at the desk."""

import sys
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.models import EDITOR_IN_CHIEF, Role, User


class Command(BaseCommand):
    help = "Makes an editor-in-chief, who makes all other logins at the desk."

    def add_arguments(self, parser):
        parser.add_argument("name", help="with which the editor logs in")
        parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")

    def handle(self, *, name, password_stdin, **options):
        editor = User(username=User.normalize_username(name), is_staff=True)
        role = role_of_editors()
        refuse(lambda: editor.full_clean(exclude=["password"]))
        password = sys.stdin.readline().rstrip("\r\n") if password_stdin else asked_password()
        refuse(lambda: validate_password(password, editor))
        editor.set_password(password)
        with transaction.atomic():
            editor.save()
            editor.groups.add(role)
        self.stdout.write(f"{name} is editor-in-chief, and logs in at the desk.")


def role_of_editors():
    role = Role.objects.filter(name=EDITOR_IN_CHIEF).first()
    if role is None:
        raise CommandError(f"There is no role “{EDITOR_IN_CHIEF}”. Run manage.py migrate first.")
    return role


def refuse(check):
    """In sentences, what a rule has against it."""
    try:
        check()
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from None


def asked_password():
    if not sys.stdin.isatty():
        raise CommandError("There is nobody to ask for a password; give it with --password-stdin.")
    password = getpass("Password: ")
    if getpass("Password, once more: ") != password:
        raise CommandError("The two passwords differ. Nobody was made.")
    return password
