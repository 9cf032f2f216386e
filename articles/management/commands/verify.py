from django.core.management.base import BaseCommand, CommandError

from articles.keeping.verify import verify


class Command(BaseCommand):
    help = "Looks for missing files, files that nobody needs, and links to nowhere."

    def add_arguments(self, parser):
        parser.add_argument("--deep", action="store_true", help="read every original and compare its checksum")

    def handle(self, *, deep, **options):
        found = verify(deep)
        for heading, faults in found.items():
            self.stdout.write(f"{heading}: {len(faults)}")
            for fault in faults:
                self.stdout.write(f"  {fault}")
        if found:
            raise CommandError("The paper has faults; they are listed above.")
        self.stdout.write("The paper is whole.")
