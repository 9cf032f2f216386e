import django.db.models.deletion
from django.db import migrations, models

from articles.fields import LineField, ProseField


def photo(verbose_name, related_name):
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name=related_name,
        to="articles.photo",
        verbose_name=verbose_name,
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_days")]
    operations = [
        migrations.AddField(
            "tag",
            "description",
            ProseField(
                blank=True,
                default="",
                help_text="For readers, above the articles: some sentences.",
                verbose_name="description",
            ),
            preserve_default=False,
        ),
        migrations.AddField("tag", "photo", photo("picture", "topics")),
        migrations.AddField("author", "portrait", photo("portrait", "portrayed")),
        migrations.CreateModel(
            name="TagAlias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", LineField(max_length=100, verbose_name="name")),
                ("slug", models.SlugField(max_length=100, unique=True, verbose_name="address")),
                ("was", models.PositiveBigIntegerField(editable=False, null=True)),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="articles.tag",
                        verbose_name="tag",
                    ),
                ),
            ],
            options={
                "verbose_name": "other name of a tag",
                "verbose_name_plural": "other names of tags",
                "ordering": ["slug"],
            },
        ),
    ]
