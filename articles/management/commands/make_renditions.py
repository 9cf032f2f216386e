from django.core.management.base import BaseCommand, CommandError

from articles.keeping.files import make_missing_renditions


class Command(BaseCommand):
    help = "Makes the smaller copies of pictures that are missing, of the newest photos first."

    def handle(self, **options):
        failed = make_missing_renditions(say=self.stdout.write)
        if failed:
            raise CommandError("\n".join(["The smaller copies of these pictures could not be made:", *failed]))
