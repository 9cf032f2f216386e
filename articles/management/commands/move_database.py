from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.keeping import Trouble
from articles.keeping.move import move, unmoved_tables


class Command(BaseCommand):
    help = "Copies every row of the paper into an empty PostgreSQL database and proves it. Stop the paper first."

    def add_arguments(self, parser):
        parser.add_argument("address", help="as DATABASE_URL will be: postgres://user:password@host:5432/name")

    def handle(self, *, address, **options):
        try:
            moved = move(address, say=self.stdout.write)
        except Trouble as trouble:
            raise CommandError(trouble) from trouble
        for table in moved:
            self.stdout.write(f"{table.rows:>9}  {table.digest[:16]}  {table.table}")
        for table in unmoved_tables():
            self.stdout.write(f"Not moved, no model stands for it: {table}")
        self.stdout.write("Every row is the same on both sides. The pictures stay where they are.")
        call_command("verify", stdout=self.stdout)
        self.stdout.write("Set DATABASE_URL to the new address and start the paper again.")
