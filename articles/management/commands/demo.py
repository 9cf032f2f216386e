from django.core.management.base import BaseCommand, CommandError

from articles.demo import loader
from articles.models import Article


class Command(BaseCommand):
    help = "Fills an empty paper with the demo newsroom, or takes it away again."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="take the demo away again")
        parser.add_argument("--if-empty", action="store_true", help="do nothing when there are articles")

    def handle(self, *, remove, if_empty, **options):
        if remove:
            loader.remove()
            self.stdout.write("The demo newsroom is gone.")
            return
        if if_empty and Article.objects.exists():
            return
        try:
            loader.load(say=self.stdout.write)
        except loader.DatabaseInUse:
            raise CommandError("There are articles already; the demo newsroom is only for an empty paper.") from None
