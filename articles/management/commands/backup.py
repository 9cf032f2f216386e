from argparse import ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError

from articles.keeping import Trouble
from articles.keeping.backup import back_up


def at_least_one(typed):
    if not typed.isdecimal() or int(typed) < 1:
        raise ArgumentTypeError(f"{typed} is not a number of snapshots")
    return int(typed)


class Command(BaseCommand):
    help = "Adds a snapshot of the running paper to a backup: the database and every original picture."

    def add_arguments(self, parser):
        parser.add_argument("folder", help="where the backup is, outside the paper's own folder")
        parser.add_argument("--keep", type=at_least_one, metavar="N", help="remove all but the N newest snapshots")

    def handle(self, *, folder, keep, **options):
        try:
            faults = back_up(folder, keep, say=self.stdout.write)
        except Trouble as trouble:
            raise CommandError(trouble) from trouble
        if faults:
            told = "The backup is finished, but these files are missing or changed in the paper itself:"
            raise CommandError("\n".join([told, *faults]))
