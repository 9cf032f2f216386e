from django.core.management.base import BaseCommand, CommandError

from articles.demo import loader
from articles.models import Article, Section


class Command(BaseCommand):
    help = "Fills an empty paper with the demo newsroom, or takes it away again."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="take the demo away again")
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are articles or sections")

    def handle(self, *, remove, if_empty, **options):
        if remove:
            loader.remove()
            self.stdout.write("The demo newsroom is gone.")
            return
        # Sections alone are what `--remove` leaves: it must not be undone at the next start.
        if if_empty and (Article.objects.exists() or Section.objects.exists()):
            return
        try:
            loader.load(say=self.stdout.write)
        except loader.DatabaseInUse:
            raise CommandError("There are articles already; the demo newsroom is only for an empty paper.") from None
