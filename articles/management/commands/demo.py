from django.core.management.base import BaseCommand, CommandError

from articles.demo import archive, loader, removal
from articles.models import Article, Section, User


class Command(BaseCommand):
    help = "Fills an empty paper with the demo newsroom, or takes it away again."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="take the demo away again")
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are articles or sections")
        parser.add_argument(
            "--articles",
            type=int,
            metavar="NUMBER",
            help="put an archive of so many articles behind the demo newsroom; those that are there count",
        )

    def handle(self, *, remove, if_empty, articles, **options):
        if remove:
            removal.remove(say=self.stdout.write)
            self.stdout.write("The demo newsroom is gone.")
            return
        # Sections alone are what `--remove` leaves: it must not be undone at the next start.
        if if_empty and (Article.objects.exists() or Section.objects.exists()):
            return
        if not (articles and User.objects.filter(username=loader.DEMO_USER).exists()):
            self.load()
        if articles:
            archive.fill(articles, say=self.stdout.write)

    def load(self):
        try:
            loader.load(say=self.stdout.write)
        except loader.DatabaseInUse:
            raise CommandError("There are articles already; the demo newsroom is only for an empty paper.") from None
