from django.db import migrations, models
from django.db.models import OuterRef, Subquery

from articles.fields import CopiedMomentField


def copy(apps, schema_editor):
    article = apps.get_model("articles", "Article").objects
    for name, of in (("Byline", "article"), ("TaggedArticle", "content_object")):
        moment = Subquery(article.filter(pk=OuterRef(of)).values("published_at"))
        apps.get_model("articles", name).objects.update(stands_at=moment)


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_edition")]
    operations = [
        migrations.AddField("byline", "stands_at", CopiedMomentField(of="article")),
        migrations.AddField("taggedarticle", "stands_at", CopiedMomentField(of="content_object")),
        migrations.RunPython(copy, migrations.RunPython.noop),
        migrations.AddIndex(
            "byline", models.Index(fields=["author", "-stands_at", "-article"], name="articles_of_author")
        ),
        migrations.AddIndex(
            "taggedarticle",
            models.Index(fields=["tag", "-stands_at", "-content_object"], name="articles_of_tag"),
        ),
    ]
