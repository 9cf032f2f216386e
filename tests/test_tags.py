"""Tags at the desk: renamed, called otherwise, merged, counted, taken away. No address that readers had is lost, and
no article loses a subject."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import words
from articles.models import (
    EDITOR_IN_CHIEF,
    SUB_EDITOR,
    Article,
    Draft,
    Tag,
    TagAlias,
    TaggedArticle,
    contents,
    keep,
    merge_tags,
    parse_tags,
    preview,
)
from tests.making import an_hour_ago, make_article, make_person, make_photo, make_tag
from tests.reading import filled_in, read

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_tag_changelist")
MERGE = reverse("admin:articles_tag_merge")


def form_address(tag):
    return reverse("admin:articles_tag_change", args=[tag.pk])


def form_of(desk, address):
    return next(form for form in read(desk.get(address)).all("form", method="post") if form.all("input", name="seen"))


def public(*tags):
    return make_article(published_at=an_hour_ago(), tags=tags)


def names(article):
    return {tag.name for tag in article.tags.all()}


def leads_to(address):
    """Where a reader of this address ends, or the status of what is not there."""
    response = Client().get(address)
    return leads_to(response["Location"]) if response.status_code == 301 else (response.status_code, address)


# Aliases


def test_an_alias_is_written_as_its_tag():
    make_tag("budget", ["finances locales", "Comptes"])
    assert parse_tags("COMPTES, Finances Locales, port, budget") == ["budget", "port"]


def test_an_alias_leads_to_the_tag_and_is_asked_for_again_each_time(client):
    public(make_tag("budget", ["comptes"]))
    for address, target in (
        ("/tags/comptes/", "/tags/budget/"),
        ("/tags/comptes/feed.rss", "/tags/budget/feed.rss"),
    ):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address)
        assert (response.status_code, response["Location"]) == (301, target)
        assert response["Cache-Control"] == "no-cache"
        assert len(asked) <= 9


def test_a_slug_is_a_tags_or_an_aliases():
    budget, port = make_tag("budget", ["comptes"]), make_tag("port")
    for name, reason in (("Comptes", "comptes"), ("BUDGET", "budget")):
        with pytest.raises(ValidationError, match=reason):
            port.add_alias(name)
    with pytest.raises(ValidationError, match="budget"):
        make_tag("Comptes")
    port.name = "comptes"
    with pytest.raises(ValidationError, match="budget"):
        port.save()
    budget.add_alias("Budget")
    assert [alias.slug for alias in TagAlias.objects.all()] == ["comptes"]


# Renaming


def test_a_renamed_tag_leaves_its_old_address_behind(client):
    tag = make_tag("Elections")
    article = public(tag)
    tag.name = "scrutins"
    tag.save()
    assert leads_to("/tags/elections/") == (200, "/tags/scrutins/")
    assert parse_tags("élections") == ["scrutins"]
    assert names(article) == {"scrutins"}


def test_another_spelling_of_the_same_slug_leaves_nothing_behind():
    tag = make_tag("elections")
    tag.name = "Élections"
    tag.save()
    assert not tag.aliases.exists()


def test_a_tag_is_named_back():
    tag = make_tag("un")
    public(tag)
    for name in ("deux", "un"):
        tag.name = name
        tag.save()
    assert (tag.slug, [alias.slug for alias in tag.aliases.all()]) == ("un", ["deux"])
    assert leads_to("/tags/deux/") == (200, "/tags/un/")


def test_a_tag_named_as_one_merged_into_it_remembers_which_it_was():
    kept, other = make_tag("un"), make_tag("deux")
    merge_tags(kept, [other])
    kept.refresh_from_db()
    kept.name = "deux"
    kept.save()
    assert list(kept.aliases.values_list("slug", "was")) == [("un", other.pk)]


# Merging


def test_a_merged_tag_gives_its_articles_its_address_and_its_aliases():
    kept, other, third = make_tag("élections"), make_tag("scrutin", ["vote"]), make_tag("Été électoral")
    articles = [public(kept), public(other), public(kept, other), public(other, third), make_article(tags=[third])]
    merge_tags(kept, [other, third])
    assert [names(article) for article in articles] == [{"élections"}] * 5
    assert list(Tag.objects.all()) == [kept]
    assert set(kept.aliases.values_list("slug", "was")) == {
        ("scrutin", other.pk),
        ("vote", None),
        ("ete-electoral", third.pk),
    }
    for slug in ("scrutin", "vote", "ete-electoral"):
        assert leads_to(f"/tags/{slug}/") == (200, "/tags/elections/")
        assert leads_to(f"/tags/{slug}/feed.atom") == (200, "/tags/elections/feed.atom")


def test_merged_articles_stand_in_order_of_time():
    kept, other = make_tag(), make_tag()
    article = public(other)
    merge_tags(kept, [other])
    assert TaggedArticle.objects.get().stands_at == article.published_at


def test_description_and_picture_are_taken_where_there_is_none():
    photo, other_photo = make_photo(), make_photo()
    kept = make_tag(description="La sienne")
    others = [make_tag(description="Une autre", photo=photo), make_tag(photo=other_photo)]
    merge_tags(kept, others)
    kept.refresh_from_db()
    assert (kept.description, kept.photo) == ("La sienne", photo)


def test_a_merge_asks_as_little_for_a_thousand_articles_as_for_one():
    def asked(number):
        kept, other = make_tag(), make_tag()
        first = public()
        columns = ", ".join(field.column for field in Article._meta.concrete_fields if not field.primary_key)
        with connection.cursor() as cursor:
            for _ in range(number - 1):
                cursor.execute(
                    f"INSERT INTO articles_article ({columns}) SELECT {columns} FROM articles_article WHERE id = %s",
                    [first.pk],
                )
        articles = Article.objects.order_by("-pk")[:number]
        TaggedArticle.objects.bulk_create(TaggedArticle(tag=other, content_object=article) for article in articles)
        TaggedArticle.objects.bulk_create(TaggedArticle(tag=kept, content_object=article) for article in articles[::3])
        with CaptureQueriesContext(connection) as queries:
            merge_tags(kept, [other])
        assert kept.tagged.count() == number
        return len(queries)

    assert asked(1) == asked(1000) <= 20


def test_of_two_opposite_merges_the_second_is_refused():
    one, other = make_tag("quai"), make_tag("port")
    merge_tags(one, [other])
    with pytest.raises(Tag.DoesNotExist):
        merge_tags(other, [one])
    assert Tag.objects.get() == one


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("roles_afterwards")
@pytest.mark.skipif(connection.vendor == "sqlite", reason="whoever writes into SQLite waits for the other")
def test_an_article_that_is_saved_while_its_tag_is_merged_gets_the_one_that_stays():
    kept, other, article = make_tag("port"), make_tag("quai"), make_article()
    with ThreadPoolExecutor(1) as another_desk:
        with transaction.atomic():
            merge_tags(kept, [other])
            saved = another_desk.submit(tag_elsewhere, article, "quai")
            wait_until_somebody_waits_for_us()
        saved.result(timeout=30)
    assert names(article) == {"port"}


def tag_elsewhere(article, name):
    try:
        article.tags.set([name])
    finally:
        connection.close()


def wait_until_somebody_waits_for_us():
    with connection.cursor() as cursor:
        waiting = 0
        while not waiting:
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid"
            )
            (waiting,) = cursor.fetchone()


def test_kept_words_that_name_a_merged_tag_go_on_working(desk):
    kept, other = make_tag("port"), make_tag("quais")
    article = make_article("Pluie", tags=[other])
    user = make_person(SUB_EDITOR)
    version = contents(article)
    keep(article, user, version | {"headline": "Vent"}, version=0, tab="t", turn=1)
    merge_tags(kept, [other])
    assert Draft.objects.get().data["tags"] == "quais"
    assert [tag.name for tag in preview(article, version, lambda *file: "").tags] == ["port"]
    address = reverse("admin:articles_article_change", args=[article.pk])
    form = next(
        form for form in read(desk.get(f"{address}?from=draft")).all("form", method="post") if form.all("textarea")
    )
    assert desk.post(address, filled_in(form, tags=version["tags"])).status_code == 302
    assert names(article) == {"port"}
    assert not Tag.objects.filter(slug="quais").exists()


# The desk


def rows(page):
    return [
        [cell.text for cell in row.all("th", "td")][1:] for row in read(page).one("table", id="result_list").all("tr")
    ][1:]


def test_the_list_tells_articles_and_other_names(desk):
    make_article(tags=[make_tag("budget", ["comptes", "finances"]), make_tag("port")])
    public(Tag.objects.get(slug="port"))
    assert [row[:3] for row in rows(desk.get(LIST))] == [["budget", "1", "comptes, finances"], ["port", "2", "-"]]


def test_the_list_is_searched_by_name_address_and_alias_and_narrowed_to_the_unused(desk):
    make_tag("Île d’Ourl", ["la grande île"])
    make_article(tags=[make_tag("budget")])
    for asked, found in {
        "q=ILE": ["Île d’Ourl"],
        "q=grande+ile": ["Île d’Ourl"],
        "q=budg": ["budget"],
        "use=unused": ["Île d’Ourl"],
        "use=used": ["budget"],
        "use=nonsense": ["budget", "Île d’Ourl"],
    }.items():
        assert [row[0] for row in rows(desk.get(f"{LIST}?{asked}"))] == found, asked
    assert "result_list" not in desk.get(f"{LIST}?q=%E5%8C%97").content.decode()


def test_more_than_a_thousand_articles_are_not_counted(desk):
    tag, article = make_tag("budget"), make_article()
    Article.objects.bulk_create(Article() for _ in range(1000))
    others = Article.objects.exclude(pk=article.pk)
    TaggedArticle.objects.bulk_create(TaggedArticle(tag=tag, content_object=other) for other in others)
    assert rows(desk.get(LIST))[0][1] == "1000"
    article.tags.add(tag)
    counted = rows(desk.get(LIST))[0][1]
    assert counted != "1001"
    assert counted.replace("\u202f", "").replace("\u00a0", "").startswith("1000 ")


def test_the_list_asks_as_often_however_many_tags_there_are(desk):
    make_article(tags=[make_tag("a", ["b"]), make_tag("c", ["d"])])

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(LIST).status_code == 200
        return len(queries)

    few = asked()
    for number in range(150):
        make_tag(f"e {number}", [f"f {number}"])
    assert asked() == few


def test_the_form_renames_adds_and_takes_away_names(desk):
    tag = make_tag("budget", ["comptes", "finances"])
    address = form_address(tag)
    sent = filled_in(form_of(desk, address), name="argent", aliases="sous, Monnaie", dropped="comptes")
    assert desk.post(address, sent).status_code == 302
    tag.refresh_from_db()
    assert tag.slug == "argent"
    assert {alias.slug for alias in tag.aliases.all()} == {"budget", "finances", "sous", "monnaie"}


def test_a_form_that_was_opened_before_takes_no_name_away(desk):
    tag = make_tag("budget")
    sent = filled_in(form_of(desk, form_address(tag)), description="Des sous.")
    tag.add_alias("comptes")
    desk.post(form_address(tag), sent)
    tag.refresh_from_db()
    assert (tag.description, tag.aliases.count()) == ("Des sous.", 1)


@pytest.mark.parametrize("changes", [{"name": "Comptes"}, {"aliases": "port, COMPTES"}, {"aliases": "ville"}])
def test_a_name_that_leads_elsewhere_is_refused_with_the_reason(desk, changes):
    make_tag("argent", ["comptes"])
    make_tag("ville")
    tag = make_tag("budget")
    page = desk.post(form_address(tag), filled_in(form_of(desk, form_address(tag)), **changes))
    assert page.status_code == 200
    reason = read(page).one("ul", css="errorlist").text
    assert ("comptes" in reason and "argent" in reason) or "ville" in reason
    tag.refresh_from_db()
    assert (tag.name, tag.aliases.count()) == ("budget", 0)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": "île, mer"}, "virgule"),
        ({"name": "???"}, "???"),
        ({"aliases": "baie, ⚽"}, "⚽"),
        ({"aliases": f'"{"a" * 98}"'}, "100"),
    ],
)
def test_a_name_that_articles_would_lose_is_refused(desk, changes, told):
    """Articles name their tags with commas between them, and a tag is known by its address."""
    tag = make_tag("port")
    page = desk.post(form_address(tag), filled_in(form_of(desk, form_address(tag)), **changes))
    assert told in read(page).one("ul", css="errorlist").text
    tag.refresh_from_db()
    assert (tag.name, tag.aliases.count()) == ("port", 0)


@pytest.mark.parametrize("typed", ["port, 北京", "port, ???", f"port, {'y' * 101}"])
def test_a_tag_that_cannot_be_is_refused_in_an_article_with_the_reason(desk, typed):
    article = make_article(tags=[make_tag("vent")])
    address = reverse("admin:articles_article_change", args=[article.pk])
    page = read(desk.post(address, filled_in(read(desk.get(address)).one("form", id="article_form"), tags=typed)))
    assert page.one("ul", css="errorlist", id="id_tags_error").text
    assert page.one("input", name="tags")["value"] == typed
    assert names(article) == {"vent"}


def tick(desk, action, *tags, **more):
    facts = {"action": action, "_selected_action": [tag.pk for tag in tags]}
    return desk.post(LIST, facts | more, follow=True)


def test_ticked_tags_are_merged_after_a_page_that_says_what_will_happen(desk):
    kept, other = make_tag("port"), make_tag("quais", ["pontons"])
    public(kept, other)
    article = public(other)
    page = read(tick(desk, "merge", kept, other))
    choices = page.all("input", name="kept")
    assert [choice.get("value") for choice in choices if "checked" in choice.attributes] == [str(other.pk)]
    assert "pontons" in page.one("fieldset", css="merge-tags__choice").text
    assert Tag.objects.count() == 2
    answer = desk.post(MERGE, {"tag": [kept.pk, other.pk], "kept": kept.pk}, follow=True)
    assert answer.redirect_chain[-1][0] == form_address(kept)
    assert names(article) == {"port"}
    assert leads_to("/tags/pontons/") == leads_to("/tags/quais/") == (200, "/tags/port/")
    assert "quais" in str(kept.aliases.all())


def test_from_its_form_a_tag_is_merged_with_another_by_name(desk):
    kept, other = make_tag("port", ["rade"]), make_tag("quais")
    links = [link["href"] for link in read(desk.get(form_address(other))).all("a")]
    assert f"{MERGE}?tag={other.pk}" in links
    page = read(desk.post(MERGE, {"tag": other.pk, "with": "RADE", "add": 1}))
    assert {field["value"] for field in page.all("input", name="kept")} == {str(kept.pk), str(other.pk)}
    assert Tag.objects.count() == 2


@pytest.mark.parametrize(("typed", "told"), [("inconnue", "inconnue"), ("QUAIS", "quais"), (" ", "ajouter")])
def test_what_cannot_be_added_to_a_merge_is_said(desk, typed, told):
    tag = make_tag("quais")
    page = read(desk.post(MERGE, {"tag": tag.pk, "with": typed, "add": 1}))
    assert told in page.one("p", css="errornote").text
    assert not page.all("input", name="kept")


def test_adding_one_more_to_a_merge_keeps_the_choice_of_which_stays(desk):
    kept, other, third = make_tag("port"), make_tag("quais"), make_tag("rade")
    public(other)
    page = read(desk.post(MERGE, {"tag": [kept.pk, other.pk], "kept": kept.pk, "with": "rade", "add": 1}))
    choices = {field["value"]: "checked" in field.attributes for field in page.all("input", name="kept")}
    assert choices == {str(kept.pk): True, str(other.pk): False, str(third.pk): False}


@pytest.mark.parametrize("sent", [{}, {"tag": ["x", "9" * 30]}, {"tag": ["1"], "kept": "1"}, {"kept": "nonsense"}])
def test_a_merge_of_nothing_merges_nothing(desk, sent):
    tags = [make_tag(), make_tag()]
    assert desk.get(MERGE, sent).status_code == 200
    assert desk.post(MERGE, {"tag": [tag.pk for tag in tags]} | sent).status_code == 200
    assert Tag.objects.count() == 2


def test_unused_tags_are_deleted_and_used_ones_stay(desk):
    used, unused = make_tag("port"), make_tag("quais", ["pontons"])
    article = make_article(tags=[used])
    asks = tick(desk, "delete_selected", used, unused)
    assert "port" in read(asks).one("ul", css="messagelist").text
    assert Tag.objects.count() == 2
    tick(desk, "delete_selected", used, unused, post="yes")
    assert list(Tag.objects.all()) == [used]
    assert names(article) == {"port"}
    assert "port" in read(tick(desk, "delete_selected", used)).one("ul", css="messagelist").text


def test_a_used_tag_is_refused_at_its_own_page_without_a_list_of_its_articles(desk):
    tag = make_tag("port")
    make_article("Pluie", tags=[tag])
    delete = reverse("admin:articles_tag_delete", args=[tag.pk])
    page = desk.post(delete, {"post": "yes"}, follow=True)
    assert "port" in read(page).one("ul", css="messagelist").text
    assert "Pluie" not in read(page).text
    assert Tag.objects.exists()


@pytest.mark.parametrize(("role", "status"), [(EDITOR_IN_CHIEF, 200), (SUB_EDITOR, 403)])
def test_who_may_delete_tags_may_merge_them(role, status):
    browser = Client()
    browser.force_login(make_person(role))
    kept, other = make_tag(), make_tag()
    assert browser.get(MERGE, {"tag": other.pk}).status_code == status
    offered = [option.get("value") for option in read(browser.get(LIST)).all("option")]
    assert ("merge" in offered) == ("delete_selected" in offered) == (status == 200)
    browser.post(MERGE, {"tag": [kept.pk, other.pk], "kept": kept.pk})
    assert Tag.objects.count() == (1 if status == 200 else 2)


def test_the_form_leads_to_the_public_page_once_there_is_one(desk):
    tag = make_tag("port")
    for there in (False, True):
        links = [link["href"] for link in read(desk.get(form_address(tag))).all("a")]
        assert ("/tags/port/" in links) == there
        public(tag)


# Whatever is done in whatever order

NAMES = ["élections", "Elections", "scrutin", "vote", "Vote blanc", "œuvres", "oeuvres", "île"]
named = st.sampled_from(NAMES)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tag"), st.lists(named, min_size=1, max_size=3)),
        st.tuples(st.just("rename"), named, named),
        st.tuples(st.just("alias"), named, named),
        st.tuples(st.just("merge"), named, st.lists(named, min_size=1, max_size=3)),
    ),
    max_size=12,
)


class TestNothingIsLost(TestCase):
    """Whatever is refused changes nothing; whatever is done loses no address and no subject."""

    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(STEPS)
    def test_no_address_and_no_subject_is_ever_lost(self, steps):
        subjects, answered = {}, set()
        for step, *facts in steps:
            subjects |= getattr(self, step)(*facts) or {}
            answered |= {tag.get_absolute_url() for tag in Tag.objects.filter(tagged__isnull=False)}
            for address in answered:
                assert leads_to(address)[0] == 200, (step, facts, address)
            for article, slugs in subjects.items():
                assert names(article) == {Tag.objects.named(slug).name for slug in slugs}, (step, facts)

    def tag(self, typed):
        article = make_article(published_at=an_hour_ago())
        article.tags.set(parse_tags(",".join(typed)))
        return {article: {words.slug(name) for name in typed}}

    def rename(self, old, new):
        if tag := Tag.objects.named(old):
            same = Tag.objects.filter(slug=words.slug(new)).exclude(pk=tag.pk)
            if not same.exists() and not tag.why_not_called(new):
                tag.name = new
                tag.save()

    def alias(self, of, name):
        tag = Tag.objects.named(of)
        if tag and not tag.why_not_also_called(name):
            tag.add_alias(name)

    def merge(self, into, others):
        found = [Tag.objects.named(name) for name in (into, *others)]
        if found[0]:
            merge_tags(found[0], [tag for tag in found[1:] if tag and tag != found[0]])
