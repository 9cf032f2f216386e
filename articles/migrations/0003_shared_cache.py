from django.core.management import call_command
from django.db import migrations

from articles.database import CACHE_TABLE


def make(apps, schema_editor):
    call_command("createcachetable", CACHE_TABLE, database=schema_editor.connection.alias, verbosity=0)


def drop(apps, schema_editor):
    schema_editor.execute(f"DROP TABLE {schema_editor.quote_name(CACHE_TABLE)}")


class Migration(migrations.Migration):
    """The table of Django's DatabaseCache, also where Redis stands in for it: a setting may change."""

    dependencies = [("articles", "0002_grant_roles")]
    operations = [migrations.RunPython(make, drop)]
