import django.db.models.deletion
from django.db import migrations, models

from articles.models.search_entry import index
from articles.models.searched_name import KINDS, record_names

# The words lie where each database searches best.
MAKE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE articles_words USING fts5(words, columnsize=0, tokenize=\"ascii tokenchars '_'\")",
        "CREATE TRIGGER articles_searchentry_words AFTER DELETE ON articles_searchentry "
        "BEGIN DELETE FROM articles_words WHERE rowid = old.place; END",
    ],
    "postgresql": [
        "ALTER TABLE articles_searchentry ADD COLUMN words tsvector",
        "CREATE INDEX articles_words ON articles_searchentry USING gin (words) WITH (fastupdate = off)",
    ],
}
UNMAKE = {
    "sqlite": ["DROP TRIGGER articles_searchentry_words", "DROP TABLE articles_words"],
    "postgresql": ["DROP INDEX articles_words", "ALTER TABLE articles_searchentry DROP COLUMN words"],
}
BATCH = 500


def make(apps, schema_editor):
    for statement in MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    for statement in UNMAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def fill(apps, schema_editor):
    alias = schema_editor.connection.alias
    articles = apps.get_model("articles", "Article").objects.using(alias)
    last = 0
    while numbers := list(articles.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        index(articles.filter(pk__in=numbers))
        last = numbers[-1]
    for kind, (model, column) in KINDS.items():
        rows = apps.get_model("articles", model).objects.using(alias).values_list("pk", column)
        record_names({f"{kind}_{pk}": [words] for pk, words in rows})


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_archive_indexes")]
    operations = [
        migrations.CreateModel(
            "SearchEntry",
            [
                (
                    "article",
                    models.OneToOneField(
                        "articles.Article",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                    ),
                ),
                ("place", models.BigIntegerField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            "SearchedName",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stem", models.CharField(max_length=60)),
                ("token", models.CharField(db_index=True, max_length=24)),
                ("place", models.PositiveSmallIntegerField()),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["stem", "token", "place"], name="names_by_stem")],
            },
        ),
        migrations.RemoveField("article", "searched"),
        migrations.RunPython(make, unmake),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
