from django.core.management.base import BaseCommand, CommandError

from articles.keeping.files import remove_orphans
from articles.keeping.mending import mend
from articles.models import UncreditedPicture


class Command(BaseCommand):
    help = (
        "Makes the smaller copies of pictures that are missing, and those again whose credit has changed since; "
        "removes files that no picture needs. May be stopped with Ctrl-C and started again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="read every copy too, and make the broken ones again")

    def handle(self, *, check, **options):
        try:
            failed = mend(self.stdout.write, thorough=check)
        except KeyboardInterrupt:
            raise CommandError("Stopped. What is made is made; the next run goes on.") from None
        UncreditedPicture.objects.unclaimed().throw_away()
        self.stdout.write(f"{len(remove_orphans())} files that no picture needed are gone.")
        if failed:
            raise CommandError("\n".join(["The smaller copies of these pictures could not be made:", *failed]))
