"""Any day at the desk: steps by anybody in any order, while the clock goes on. The clock is real; what moves is the
article's own hours."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import F
from django.utils import timezone
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from articles.models import ROLES, TRANSITIONS, Article, Correction, perform
from tests.conftest import ReadersClient
from tests.making import make_article, make_person, make_section
from tests.test_authority import STEPS

HOURS = ("published_at", "unpublished_at", "updated_at", "withdrawn_at", "embargo_until")
WORDS = "Fuite au conseil"


class Day(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.people = {role: make_person(role) for role in ROLES}
        self.author = self.people["Journaliste"]
        self.section = make_section()
        self.article = make_article(WORDS, section=self.section, created_by=self.author)
        self.reader = ReadersClient()

    def stored(self):
        return Article.objects.get(pk=self.article.pk)

    def hours(self):
        return Article.objects.filter(pk=self.article.pk).values_list(*HOURS, "stage").get()

    @rule(data=st.data(), role=st.sampled_from(list(ROLES)), hours=st.integers(-2, 30))
    def somebody_takes_a_step_that_is_open_then(self, data, role, hours):
        article = self.stored()
        open_now = [name for name, transition in TRANSITIONS.items() if transition.stands(article)]
        self.take(data.draw(st.sampled_from(open_now)), role, hours)

    @rule(name=st.sampled_from(list(TRANSITIONS)), role=st.sampled_from(list(ROLES)), hours=st.integers(-2, 30))
    def somebody_tries_any_step(self, name, role, hours):
        self.take(name, role, hours)

    def take(self, name, role, hours):
        before, public_before = self.hours(), self.stored().is_known_to_readers()
        moment = timezone.now() + timedelta(hours=hours)
        try:
            perform(name, self.stored(), self.people[role], moment=moment, words="Une note.")
        except (PermissionDenied, ValidationError):
            assert self.hours() == before
            return
        _facts, own, others = STEPS[name]
        assert role in (own if self.people[role] == self.author else others)
        moved = public_before and self.hours()[0] != before[0]
        assert not moved or name == "unpublish"

    @rule(hours=st.integers(1, 12))
    def hours_pass(self, hours):
        past = {column: F(column) - timedelta(hours=hours) for column in HOURS}
        Article.objects.filter(pk=self.article.pk).update(**past)

    @rule()
    def somebody_tries_to_delete_it(self):
        article = self.stored()
        if article.was_ever_published():
            with pytest.raises(Exception, match="supprimé"):
                article.delete()

    @invariant()
    def readers_see_what_is_published_and_nothing_else(self):
        article, now = self.stored(), timezone.now()
        is_due = article.published_at is not None and article.published_at <= now
        visible = is_due and article.withdrawn_at is None
        assert not (is_due and article.embargo_until and article.embargo_until > now)
        status = self.reader.get(article.get_absolute_url()).status_code
        assert status == (200 if visible else 410 if is_due else 404)
        for address in ("/", "/latest/", "/latest/feed.rss", self.section.get_absolute_url()):
            assert self.is_told_at(address) == visible, address
        # Which forgets what is older than two days.
        assert visible or not self.is_told_at("/sitemap-news.xml")

    def is_told_at(self, address):
        return WORDS in self.reader.get(address).content.decode()


@pytest.mark.django_db
def test_no_day_at_the_desk_shows_what_is_not_published():
    run_state_machine_as_test(
        # A day that fails is told as it was: making it shorter takes minutes.
        lambda: clean(Day),
        settings=settings(max_examples=settings().max_examples // 10, stateful_step_count=18, phases=[Phase.generate]),
    )


def clean(machine):
    """Each day has the paper to itself."""
    Correction.objects.all().delete()
    Article.objects.all().update(published_at=None, unpublished_at=None, updated_at=None, withdrawn_at=None)
    Article.objects.all().delete()
    return machine()
