"""A paper with a little of everything, made in the folder and database of the environment:
`python -m tests.small_paper`."""

from datetime import timedelta

import django
from django.core.management import call_command

django.setup()

from django.contrib.admin.models import ADDITION, LogEntry  # noqa: E402
from django.contrib.auth.models import Group, Permission  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402

from articles.models import Article, Tag  # noqa: E402
from tests import making  # noqa: E402


def make():
    sections = [making.make_section(name) for name in ("Ville", "Littoral")]
    authors = [making.make_author(name) for name in ("Inès Marchetti", "Yann Le Goff")]
    tags = [Tag.objects.create(name=name) for name in ("Œuvre d'art", "port")]
    photos = [making.make_photo(size, agency="AFP") for size in ((90, 60), (60, 90))]
    tags[0].description, tags[0].photo, authors[0].portrait = "L'art d'ici.", photos[0], photos[1]
    for noun in (tags[0], authors[0]):
        noun.save()
    tags[0].add_alias("Chef-d'œuvre")
    articles = [
        making.make_article(
            f"L'été no {number} : « déjà » l'automne ?",
            published_at=making.minutes_ago(600 + number),
            section=sections[number % 2],
            authors=authors[: 1 + number % 2],
            tags=tags,
            photo=photos[number % 2],
            body=f"<p>Un texte, {number}.</p>{making.figure(photos[0], 'Une légende')}",
        )
        for number in range(5)
    ]
    first = articles[0]
    first.body = f'<p><a href="{articles[1].get_absolute_url()}">À lire</a></p>{first.body}'
    first.save(update_fields=["body"])
    first.picks.add(articles[3])
    articles[4].withdraw("À la demande du tribunal")
    making.make_correction(first, made_at=making.minutes_ago(500))
    making.make_placement(first, photo=photos[1], headline="À la une")
    making.make_page("Mentions légales", footer="legal")
    making.make_article("Demain", published_at=making.in_an_hour() + timedelta(days=2))
    making.make_article("Un brouillon")
    make_desk(first)


def make_desk(article):
    editor = making.make_editor("rédactrice")
    group = Group.objects.create(name="Desk")
    group.permissions.set(Permission.objects.filter(content_type__model="article"))
    editor.groups.add(group)
    LogEntry.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(Article),
        object_id=article.pk,
        object_repr=str(article),
        action_flag=ADDITION,
    )


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    make()
