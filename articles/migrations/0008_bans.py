from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_search")]
    operations = [
        migrations.AlterField(
            "article",
            "picks",
            models.ManyToManyField(
                "articles.Article", blank=True, related_name="picked_by", verbose_name="read also, always"
            ),
        ),
        migrations.AddField(
            "article",
            "bans",
            models.ManyToManyField(
                "articles.Article", blank=True, related_name="banned_by", verbose_name="read also, never"
            ),
        ),
    ]
