from collections import Counter

from django.db import migrations, models
from django.utils import timezone

from articles import dates


def count(apps, schema_editor):
    """In the paper's own time zone, which the database need not know. Of the database that is being migrated: a paper
    that moves has two."""
    database = schema_editor.connection.alias
    article = apps.get_model("articles", "Article").objects.using(database)
    moments = article.filter(withdrawn_at=None, published_at__gte=dates.FIRST, published_at__lt=dates.LAST)
    days = Counter(map(timezone.localdate, moments.values_list("published_at", flat=True).iterator(chunk_size=2000)))
    day = apps.get_model("articles", "Day")
    day.objects.using(database).bulk_create(
        (day(date=date, articles=number) for date, number in days.items()), batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_bans")]
    operations = [
        migrations.CreateModel(
            "Day",
            [
                ("date", models.DateField(primary_key=True, serialize=False)),
                ("articles", models.PositiveIntegerField()),
            ],
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
