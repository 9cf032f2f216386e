"""`manage.py demo` fills an empty paper, and only an empty one."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Agency, Article, PhotoCredit, Tag
from tests.making import make_article, make_credit, make_section, make_tag

pytestmark = pytest.mark.django_db


def test_a_paper_with_articles_is_never_filled():
    make_article()
    with pytest.raises(CommandError, match="There are articles already"):
        call_command("demo")
    assert Article.objects.count() == 1


def test_a_removed_demo_does_not_come_back_at_the_next_start():
    make_section()  # what the removal leaves
    call_command("demo", if_empty=True)
    assert not Article.objects.exists()


def test_the_removal_leaves_what_is_the_papers_own():
    article, tag, credit = make_article(), make_tag("port"), make_credit(agency="AFP")
    Agency.objects.create(name="AMI")  # as the demo calls one of its own
    call_command("demo", remove=True, stdout=StringIO())
    assert (Article.objects.get(), Tag.objects.get(), PhotoCredit.objects.get()) == (article, tag, credit)
    assert Agency.objects.get().name == "AFP"
