from django.core.management.base import BaseCommand, CommandError

from articles.keeping import indexing


class Command(BaseCommand):
    help = (
        "Writes the index of the search and the counts of the archives anew, while the site runs. Needed after rows "
        "were changed by hand, for another LANGUAGE_CODE or TIME_ZONE, or when a release says so. May be stopped with "
        "Ctrl-C and started again."
    )

    def handle(self, **options):
        try:
            count = indexing.reindex(self.stdout.write)
        except KeyboardInterrupt:
            raise CommandError("Stopped. What is written stays; what is not is found as before.") from None
        self.stdout.write(f"{count} articles are in the index.")
