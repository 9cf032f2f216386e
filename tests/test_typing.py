"""Two people on one article, in any order of typing, keeping, saving and restoring: whatever a server acknowledged is
in the article, its draft or its history, and no word that was not saved is public."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from articles.models import EDITOR_IN_CHIEF, Article, Draft, Revision, contents, perform
from tests.conftest import ReadersClient
from tests.making import make_article, make_person
from tests.reading import filled_in, read

FIELDS = ("headline", "standfirst")
PEOPLE = ("camille", "ahmed")


class Window:
    """One person's open form: what stands in it, and what its script sends."""

    def __init__(self, form):
        self.sent = filled_in(form)
        self.tab = self.sent["_tab"]
        # The window whose words these are, when it was opened with somebody's unsaved changes.
        self.follows = self.sent["_follows"].rpartition(":")[0]

    @property
    def words(self):
        return tuple(self.sent[name] for name in FIELDS)


class TwoWriters(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.article = make_article("w0", standfirst="w0", body="<p>Oui.</p>")
        self.browsers = {name: ReadersClient() for name in PEOPLE}
        self.users = {name: make_person(EDITOR_IN_CHIEF) for name in PEOPLE}
        for name, browser in self.browsers.items():
            browser.force_login(self.users[name])
        self.windows = {}
        self.typed = 0
        # What must be found again: of each window the words that were kept last, and everything that was saved.
        self.kept, self.saved = {}, set()
        self.reader = ReadersClient()
        for name in PEOPLE:
            self.open(name)

    def page(self, name):
        return reverse(f"admin:articles_article_{name}", args=[self.article.pk])

    def open(self, name, asked=""):
        response = self.browsers[name].get(self.page("change") + asked, follow=True)
        if form := read(response).all("form", id="article_form"):
            self.windows[name] = Window(form[0])

    def supersede(self, window):
        """These words were seen, and changed, by whoever typed here."""
        self.kept.pop(window.follows, None)
        self.kept.pop(window.tab, None)

    @rule(name=st.sampled_from(PEOPLE))
    def somebody_opens_the_form_anew(self, name):
        self.open(name)

    @rule(name=st.sampled_from(PEOPLE))
    def somebody_takes_up_the_unsaved_changes(self, name):
        self.open(name, "?from=draft")

    def type(self, name, field, instead):
        self.typed += 1
        sent = self.windows[name].sent
        before = "" if instead or len(sent[field]) > 100 else f"{sent[field]} "
        sent[field] = f"{before}w{self.typed}"

    @rule(name=st.sampled_from(PEOPLE), field=st.sampled_from(FIELDS), instead=st.booleans())
    def somebody_types_and_the_script_keeps_it(self, name, field, instead):
        self.type(name, field, instead)
        window = self.windows[name]
        window.sent["_turn"] = str(int(window.sent["_turn"]) + 1)
        Draft.objects.update(saved_at=timezone.now() - timedelta(seconds=10))
        answer = self.browsers[name].post(self.page("draft"), window.sent)
        assert answer.status_code in (200, 409)
        if answer.status_code == 200:
            self.supersede(window)
            self.kept[window.tab] = window.words

    @rule(name=st.sampled_from(PEOPLE), field=st.sampled_from(FIELDS), side=st.sampled_from(["mine", "theirs", ""]))
    def somebody_types_and_saves(self, name, field, side):
        self.type(name, field, instead=False)
        browser, window = self.browsers[name], self.windows[name]
        change = {"change": "typo"} if "change" in window.sent or self.is_public() else {}
        response = browser.post(self.page("change"), window.sent | change, follow=True)
        if not response.redirect_chain:
            # Refused for what was typed, such as a missing kind of change: it stands in the form again.
            self.windows[name] = Window(read(response).one("form", id="article_form"))
            return
        self.supersede(window)
        self.saved.add(window.words)
        if forms := read(response).all("form", css="merge"):
            chosen = {field.get("name"): side for field in forms[0].all("input", type="radio")} if side else {}
            address = response.redirect_chain[-1][0].partition("?")[0]
            response = browser.post(address, filled_in(forms[0], **chosen), follow=True)
        if form := read(response).all("form", id="article_form"):
            self.windows[name] = Window(form[0])
        else:
            self.open(name)

    @rule(name=st.sampled_from(PEOPLE), data=st.data())
    @precondition(lambda self: Revision.objects.exists())
    def somebody_takes_up_a_revision(self, name, data):
        pks = list(Revision.objects.order_by("pk").values_list("pk", flat=True))
        self.open(name, f"?from={data.draw(st.sampled_from(pks))}")

    @rule(name=st.sampled_from(PEOPLE))
    def somebody_abandons_the_unsaved_changes(self, name):
        draft = Draft.objects.first()
        if draft:
            self.browsers[name].post(self.page("abandon"), {"mark": draft.mark})
            assert not Draft.objects.exists()

    @rule(step=st.sampled_from(["publish", "unpublish", "withdraw", "bring_back"]))
    def somebody_takes_a_step(self, step):
        try:
            perform(step, Article.objects.get(pk=self.article.pk), self.users["ahmed"])
        except ValidationError:
            pass

    def is_public(self):
        return Article.objects.get(pk=self.article.pk).is_known_to_readers()

    @invariant()
    def every_acknowledged_text_is_found_again(self):
        places = [contents(Article.objects.get(pk=self.article.pk))]
        places += [*Draft.objects.values_list("data", flat=True), *Revision.objects.values_list("data", flat=True)]
        found = {tuple(data.get(name) for name in FIELDS) for data in places}
        assert self.saved | set(self.kept.values()) <= found

    @invariant()
    def no_word_that_is_not_saved_is_public(self):
        article = Article.objects.get(pk=self.article.pk)
        if not article.is_published():
            assert self.reader.get(article.get_absolute_url()).status_code in (404, 410)
            return
        stored = {word for name in FIELDS for word in getattr(article, name).split()}
        for address in (article.get_absolute_url(), "/latest/feed.json"):
            told = set(re.findall(r"\bw\d+\b", self.reader.get(address).content.decode()))
            assert told & {f"w{number}" for number in range(1, self.typed + 1)} <= stored, address


@pytest.mark.django_db
def test_whatever_two_people_do_no_acknowledged_word_is_lost_and_none_leaks():
    run_state_machine_as_test(
        lambda: clean(TwoWriters),
        # A day that fails is told as it was: making it shorter takes minutes. `make long` tries many more.
        settings=settings(max_examples=settings().max_examples // 10, stateful_step_count=14, phases=[Phase.generate]),
    )


def clean(machine):
    Article.objects.update(published_at=None, unpublished_at=None, updated_at=None, withdrawn_at=None)
    Article.objects.all().delete()
    return machine()
