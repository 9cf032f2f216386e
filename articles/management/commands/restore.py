from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.keeping import Trouble
from articles.keeping.restore import check, chosen_snapshot, restore


class Command(BaseCommand):
    help = "Makes the paper again from a backup, in an empty place only, and verifies it."

    def add_arguments(self, parser):
        parser.add_argument("folder", help="where the backup is")
        parser.add_argument("--snapshot", metavar="NAME", help="another snapshot than the newest")
        parser.add_argument("--check", action="store_true", help="only read every byte, and say whether it is whole")

    def handle(self, *, folder, snapshot, **options):
        try:
            chosen = chosen_snapshot(folder, snapshot, say=self.stdout.write)
            if options["check"]:
                check(chosen)
                self.stdout.write(f"{chosen.name} is whole.")
                return
            faults = restore(chosen, say=self.stdout.write)
        except Trouble as trouble:
            raise CommandError(trouble) from trouble
        except OSError as error:
            raise CommandError(f"The backup cannot be read: {error.strerror}: {error.filename}") from error
        for fault in faults:
            self.stderr.write(f"{fault} was missing or changed when the backup was made.")
        self.stdout.write("The paper is back and can be started. Its pictures are made again, the newest first.")
        call_command("renditions", stdout=self.stdout)
        call_command("verify", deep=True, stdout=self.stdout)
