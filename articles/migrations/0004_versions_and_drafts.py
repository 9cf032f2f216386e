import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0003_shared_cache"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="version",
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("data", models.JSONField()),
                ("version", models.PositiveIntegerField(verbose_name="version that was changed")),
                ("saved_at", models.DateTimeField(verbose_name="saved at")),
                ("tab", models.CharField(max_length=40)),
                ("turn", models.PositiveIntegerField()),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="draft",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="saved by",
                    ),
                ),
            ],
            options={
                "verbose_name": "unsaved changes",
                "verbose_name_plural": "unsaved changes",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Presence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField()),
                ("seen_at", models.DateTimeField(db_index=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.article"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("article", "user"), name="presence_is_one_row")],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(null=True, verbose_name="version")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("begun", "begun"),
                            ("saved", "saved"),
                            ("restored", "earlier version restored"),
                            ("typo", "typo"),
                            ("update", "update"),
                            ("clarification", "clarification"),
                            ("correction", "correction"),
                            ("right_of_reply", "right of reply"),
                            ("send", "sent to review"),
                            ("ready", "marked ready to publish"),
                            ("publish", "published"),
                            ("schedule", "scheduled"),
                            ("send_back", "sent back"),
                            ("unschedule", "schedule taken back"),
                            ("embargo", "put under embargo"),
                            ("lift_embargo", "embargo lifted"),
                            ("unpublish", "unpublished"),
                            ("withdraw", "withdrawn"),
                            ("bring_back", "published again"),
                            ("refused", "kept when a save was refused"),
                            ("abandoned", "unsaved changes, set aside"),
                            ("kept", "found in a browser"),
                            ("merged", "put together from two texts"),
                            ("shared", "shown to somebody outside"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="made at")),
                ("base", models.PositiveIntegerField(null=True)),
                ("shared_until", models.DateTimeField(null=True)),
                ("data", models.JSONField()),
                ("state", models.JSONField(default=dict)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
            ],
            options={
                "verbose_name": "version",
                "verbose_name_plural": "versions",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("article", "number"), name="version_has_a_number_once")
                ],
            },
        ),
    ]
