"""Nothing unpublished is ever public: every address of the site is walked, and none of the words,
ids, photos or files of what readers may not know is found.

An address that is added to the site must be added to `WALK`, or the walk fails."""

from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from articles import renditions
from articles.dates import day_bounds
from articles.models import LETTERS, Article, Draft, Placement, UncreditedPicture, share
from articles.models.search_entry import place_of
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    make_article,
    make_author,
    make_correction,
    make_page,
    make_photo,
    make_placement,
    make_section,
    make_tag,
    picture_file,
)

pytestmark = pytest.mark.django_db

# Ids that stand nowhere else on a page by chance.
IDS = 770001000
SECRET = "zqzq"
VIDEO = "https://youtu.be/{:z>11}"
# Where the photos of an article, of its tag and of its author stand.
PLACES = ("lead", "inside", "front", "topic", "portrait")


class Hidden:
    """An article that readers may not know, with everything that only it leads to."""

    def __init__(self, state, number, shared_tag, **facts):
        word = self.word = f"{SECRET}{state}"
        first = IDS + number * 10
        self.photos = [
            make_photo(
                pk=first + place, photographer=f"{word} {name}", caption=f"{word}{name}own", alt=f"{word}{name}alt"
            )
            for place, name in enumerate(PLACES)
        ]
        lead, inside, front, topic, portrait = self.photos
        self.alias = f"{word}alias"
        self.tag = make_tag(f"{word}tag", [self.alias], description=f"{word}description", photo=topic)
        self.author = make_author(f"{word}author", role=f"{word}role", bio=f"{word}bio", portrait=portrait)
        self.video = VIDEO.format(state)
        self.article = make_article(
            pk=first,
            kicker=f"{word}kicker",
            headline=f"{word}headline",
            short_headline=f"{word}short",
            standfirst=f"{word}standfirst",
            summary=f"{word}summary",
            source=f"{word}source",
            body=f"<p>{word}body</p>{figure(inside, f'{word}caption', f'{word}alternative')}"
            f'<figure data-embed="{self.video}"><figcaption>{word}video</figcaption></figure>',
            photo=lead,
            lead_caption=f"{word}leadcaption",
            lead_alt=f"{word}leadalternative",
            authors=[self.author],
            tags=[self.tag, shared_tag],
            **facts,
        )
        self.correction = make_correction(self.article, pk=first, text=f"{word}correction", made_at=timezone.now())
        self.placement = make_placement(self.article, headline=f"{word}placement", photo=front)

    @property
    def traces(self):
        """Whatever would tell a reader of it. Words in small letters, as they are looked for."""
        parts = (
            "kicker headline short standfirst summary source body caption alternative video leadcaption "
            "leadalternative tag description author role bio correction placement frontalt topicalt portraitalt"
        )
        words = {f"{self.word}{part}" for part in parts.split()}
        ids = {f"/articles/{self.article.pk}/", f"correction-{self.correction.pk}"}
        photos = {photo.rendition_key for photo in self.photos} | {f"/photos/{photo.pk}/" for photo in self.photos}
        return words | ids | photos | {f"{self.word} {place}" for place in PLACES}


class Paper:
    """A paper with one article that everybody may read, and one of each kind that nobody may."""

    # Whether lists are asked from every entry on, or at their beginning only.
    to_the_end = True

    def __init__(self):
        self.tag = make_tag("port")
        self.author = make_author("Inès Marchetti")
        self.section = make_section("Ville")
        self.page = make_page("Mentions légales")
        self.photo = make_photo()
        self.public = [self.make_public() for _ in range(3)]
        self.tomorrow = in_an_hour() + timedelta(days=1)
        self.photo_to_come = self.show_photo("photo to come", 70, "secondary-1", publishable_from=self.tomorrow)
        self.photo_ended = self.show_photo("photo ended", 80, "secondary-2", publishable_until=an_hour_ago())
        self.tag.photo, self.author.portrait = self.photo_to_come, self.photo_ended
        self.tag.save()
        self.author.save()
        self.hidden = [
            self.hide("draft", 1),
            self.hide("scheduled", 2, published_at=in_an_hour()),
            self.hide("embargoed", 3, embargo_until=in_an_hour() + timedelta(days=2)),
            self.hide("withdrawn", 4, published_at=an_hour_ago()),
            self.hide("unpublished", 5, published_at=an_hour_ago()),
        ]
        self.draft, _, _, self.withdrawn, unpublished = self.hidden
        self.withdrawn.article.withdraw("Reason for everybody")
        unpublished.article.unpublish()
        for article in self.public:
            article.picks.add(*(hidden.article for hidden in self.hidden))
        self.placed_photos = [
            self.place("tocome", 8, self.tomorrow, None),
            self.place("over", 9, an_hour_ago(), an_hour_ago()),
        ]
        UncreditedPicture.objects.create(
            original=picture_file(name=f"{SECRET}.jpg"),
            name=f"{SECRET}waiting.jpg",
            found={"caption": f"{SECRET}found"},
        )
        unsaved = {"headline": f"{SECRET}typed", "body": f"<p>{SECRET}typed</p>", "tags": f"{SECRET}typed"}
        Draft.objects.create(
            article=self.public[0], data=unsaved, version=0, tab=SECRET, turn=1, saved_at=timezone.now()
        )
        self.shared = share(self.public[0], None, unsaved | {"lead_photo": str(self.draft.photos[0].pk)})
        make_correction(self.public[0], pk=IDS + 7, text=f"{SECRET}correctiontocome", made_at=self.tomorrow)

    def make_public(self, **facts):
        facts = {"photo": self.photo, "tags": [self.tag], "authors": [self.author], "section": self.section} | facts
        article = make_article(published_at=an_hour_ago(), **facts)
        make_correction(article, made_at=an_hour_ago())
        return article

    def hide(self, state, number, **facts):
        return Hidden(state, number, self.tag, section=self.section, **facts)

    def place(self, word, number, starts_at, ended_at):
        """A place on the front for a public article, whose time has not come or is over."""
        photo = make_photo(pk=IDS + number, photographer=f"{SECRET}{word}")
        starts_at, ends_at = (starts_at, None) if ended_at is None else (starts_at - timedelta(hours=1), ended_at)
        make_placement(self.public[0], headline=f"{SECRET}{word}", photo=photo, starts_at=starts_at, ends_at=ends_at)
        return photo

    def show_photo(self, word, number, slot, **rights):
        """A photo outside its rights, everywhere in a public article."""
        photo = make_photo(
            pk=IDS + number, photographer=f"{SECRET}{word}", caption=f"{SECRET}{word}", alt=f"{SECRET}{word}", **rights
        )
        article = self.make_public(photo=photo, body=figure(photo))
        make_placement(article, slot, photo=photo)
        return photo

    @property
    def hidden_photos(self):
        of_articles = [photo for hidden in self.hidden for photo in hidden.photos]
        return [*of_articles, *self.placed_photos, self.photo_to_come]

    @property
    def guesses(self):
        return [str(self.shared.pk), f"{self.shared.pk}.{'A' * 43}", f"{self.shared.pk}."]

    @property
    def cursors(self):
        """What may be asked of a list: the entries before and after every id there is."""
        if not self.to_the_end:
            return [""]
        ids = [article.pk for article in self.public] + [hidden.article.pk for hidden in self.hidden]
        return ["", *(f"?{way}={pk}" for way in ("before", "after") for pk in ids)]

    @property
    def topics(self):
        """What may be asked of the topics of the letters, of those that have one with every cursor."""
        tags = [self.tag, *(hidden.tag for hidden in self.hidden)]
        cursors = [f"?{way}={tag.pk}" for way in ("before", "after") for tag in tags if self.to_the_end]
        used = sorted({tag.slug[0] for tag in tags})
        return [reverse("letter", args=[letter]) for letter in LETTERS] + [
            reverse("letter", args=[letter]) + cursor for letter in used for cursor in cursors
        ]

    @property
    def days(self):
        moments = [timezone.now(), an_hour_ago(), self.tomorrow]
        moments += [in_an_hour(), in_an_hour() + timedelta(days=2)]
        return {timezone.localdate(moment) for moment in moments}


def article_addresses(paper):
    everyone = paper.public + [hidden.article for hidden in paper.hidden]
    for article in everyone:
        for slug in (article.slug, "wrong", "article"):
            yield reverse("article", args=[article.pk, slug])


def photo_addresses(paper):
    for photo in [paper.photo, paper.photo_ended, *paper.hidden_photos]:
        made = {
            (rendition.recipe, extension)
            for rendition in renditions.all_of(64, 48)
            for extension in rendition.extensions
        }
        for recipe, extension in sorted(made) + [("full-9999", "jpg"), ("full-480", "png")]:
            yield reverse("photo", args=[photo.pk, photo.rendition_key, recipe, extension])
        for recipe, extension in (("full-480", "jpg"), ("full-9999", "jpg")):
            yield reverse("photo", args=[photo.pk, paper.photo.rendition_key, recipe, extension])


def searches(paper):
    """For what everybody may read, and for what only hidden articles say; the page repeats the question."""
    yield from ("/search/", "/search/?q=headline", "/search/?q=port&sort=date")
    for hidden in paper.hidden:
        yield f"/search/?q=headline&author={hidden.author.pk}"
        yield f"/search/?q=headline+OR+%22port%22&before={place_of(hidden.article)}"


KINDS = ("rss", "atom", "json")


def feeds(addresses):
    """The feeds beside each of these addresses of lists."""

    def beside(paper):
        for address in addresses(paper):
            path, _, query = address.partition("?")
            # The kinds are written from the same entries: the pages of one tell about all.
            yield from (f"{path}feed.{kind}?{query}" for kind in (KINDS[:1] if query else KINDS))

    return beside


def aliases(paper):
    return [reverse("tag", args=[hidden.alias]) for hidden in paper.hidden]


def lists(name):
    """The list of what is public with every cursor, and those that only hidden articles are in."""

    def addresses(paper):
        public = reverse(name, args=[getattr(paper, name).slug])
        yield from (public + cursor for cursor in paper.cursors)
        for hidden in paper.hidden:
            own = reverse(name, args=[getattr(hidden, name).slug])
            yield from (own, f"{own}?before={hidden.article.pk}", f"{own}?after={hidden.article.pk}")

    return addresses


# The pages through which one comes to the desk.
DOOR = [
    f"admin/{page}/"
    for page in (
        "login login/code login/passkey logout back inactive confirm confirm/code confirm/passkey "
        "password/change password_change password/set password/reset password/reset/sent password/reset/done "
        "security security/app/add security/app/remove security/codes security/codes/new security/codes/download "
        "security/passkeys security/passkeys/add"
    ).split()
]

# Every address of the site but the desk's, with what must be asked of it.
WALK = {
    "": lambda paper: ["/"],
    "latest/": lambda paper: [f"/latest/{cursor}" for cursor in paper.cursors],
    "latest/feed.<feed:kind>": feeds(lambda paper: [f"/latest/{cursor}" for cursor in paper.cursors]),
    "latest/<day:day>/": lambda paper: [
        reverse("latest_day", args=[day]) + cursor for day in paper.days for cursor in paper.cursors
    ],
    "latest/<month_of_year:month>/": lambda paper: [reverse("latest_month", args=[day]) for day in paper.days],
    "latest/<year:year>/": lambda paper: [reverse("latest_year", args=[day]) for day in paper.days],
    "articles/<int:pk>/<slug:slug>/": article_addresses,
    "sections/<slug:slug>/": lambda paper: [f"/sections/ville/{cursor}" for cursor in paper.cursors],
    "sections/<slug:slug>/feed.<feed:kind>": feeds(lambda paper: [f"/sections/ville/{at}" for at in paper.cursors]),
    "tags/": lambda paper: ["/tags/"],
    "tags/letters/<letter:letter>/": lambda paper: paper.topics,
    "tags/<slug:slug>/": lambda paper: [*lists("tag")(paper), *aliases(paper)],
    "tags/<slug:slug>/feed.<feed:kind>": feeds(lambda paper: [*lists("tag")(paper), *aliases(paper)]),
    "authors/<slug:slug>/": lists("author"),
    "authors/<slug:slug>/feed.<feed:kind>": feeds(lists("author")),
    "pages/<slug:slug>/": lambda paper: [paper.page.get_absolute_url()],
    "corrections/": lambda paper: [f"/corrections/{cursor}" for cursor in paper.cursors],
    "corrections/feed.<feed:kind>": feeds(lambda paper: [f"/corrections/{cursor}" for cursor in paper.cursors]),
    "feeds/": lambda paper: ["/feeds/"],
    "search/": searches,
    "sitemap.xml": lambda paper: ["/sitemap.xml"],
    "sitemap-pages.xml": lambda paper: ["/sitemap-pages.xml"],
    "sitemap-news.xml": lambda paper: ["/sitemap-news.xml"],
    "sitemap-<month:month>.xml": lambda paper: [f"/sitemap-{day:%Y-%m}.xml" for day in paper.days],
    "robots.txt": lambda paper: ["/robots.txt"],
    "trust.txt": lambda paper: ["/trust.txt"],
    ".well-known/trust.txt": lambda paper: ["/.well-known/trust.txt"],
    ".well-known/tdmrep.json": lambda paper: ["/.well-known/tdmrep.json"],
    # Of a text that was shown to somebody, to whoever guesses at its address.
    "preview/<str:token>/": lambda paper: [f"/preview/{token}/" for token in paper.guesses],
    "preview/<str:token>/<int:pk>/<slug:recipe>.<slug:extension>": lambda paper: [
        f"/preview/{token}/{photo.pk}/full-480.jpg" for token in paper.guesses for photo in paper.hidden_photos
    ],
    "photos/<int:pk>/<slug:key>/<slug:recipe>.<slug:extension>": photo_addresses,
    "admin/": lambda paper: ["/admin/"],
    **{route: lambda paper, route=route: [f"/{route}"] for route in DOOR},
    "admin/^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": lambda paper: [
        "/admin/password/reset/1-set-password/"
    ],
    "admin/security/passkeys/<int:pk>/": lambda paper: ["/admin/security/passkeys/1/"],
    "admin/security/passkeys/<int:pk>/remove/": lambda paper: ["/admin/security/passkeys/1/remove/"],
    "speculation-rules.json": lambda paper: ["/speculation-rules.json"],
    "healthz": lambda paper: ["/healthz"],
    "readyz": lambda paper: ["/readyz"],
}


def routes(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if not isinstance(pattern, URLResolver):
            yield route
        elif pattern.app_name != "admin":
            yield from routes(pattern.url_patterns, route)


def walked(client, paper):
    for addresses in WALK.values():
        for address in addresses(paper):
            response = client.get(address)
            yield address, response, response.getvalue()


def found_in(response, body, traces):
    """Those that head or body of a response tell."""
    told = str(response.headers).lower().encode() + body.lower()
    return {trace for trace in traces if trace.encode() in told}


def files_of(photo):
    storage = storages["renditions"]
    for path in renditions.paths(photo.rendition_key, photo.width, photo.height):
        with storage.open(path) as file:
            yield file.read()


@pytest.fixture
def paper():
    return Paper()


def test_every_address_is_walked():
    assert set(routes(get_resolver().url_patterns)) == set(WALK), "Tell the walk which addresses to ask for."


def test_nothing_hidden_is_told_anywhere(client, paper):
    traces = {SECRET, str(IDS)[:-3]} | {trace for hidden in paper.hidden for trace in hidden.traces}
    hidden_photos = [*paper.hidden_photos, paper.photo_ended]
    traces |= {photo.rendition_key for photo in hidden_photos}
    files = {file for photo in hidden_photos for file in files_of(photo)}
    for address, response, body in walked(client, paper):
        assert response.status_code in (200, 301, 302, 404, 410), address
        assert not found_in(response, body, traces), address
        assert body not in files, address


@pytest.mark.once
def test_the_walk_finds_every_trace_of_an_article_once_it_is_published(client, paper):
    draft, paper.to_the_end = paper.draft, False
    files = {file for photo in draft.photos for file in files_of(photo)}
    draft.article.publish(at=timezone.now())
    found, found_files = set(), set()
    for _, response, body in walked(client, paper):
        found |= found_in(response, body, draft.traces)
        found_files |= files & {body}
    assert found == draft.traces
    assert found_files == files


def test_the_walk_finds_a_headline_of_the_front_once_its_time_has_come(client, paper):
    Placement.objects.filter(headline=f"{SECRET}tocome").update(starts_at=timezone.now())
    front = client.get("/")
    assert found_in(front, front.content, {f"{SECRET}tocome"})


@pytest.mark.parametrize("state", ["draft", "scheduled", "embargoed", "unpublished"])
def test_a_hidden_article_answers_as_one_that_never_existed(client, paper, state):
    never = client.get("/articles/999999999/anything/")
    article = next(hidden.article for hidden in paper.hidden if hidden.word.endswith(state))
    for slug in (article.slug, "anything"):
        asked = client.get(reverse("article", args=[article.pk, slug]))
        assert (asked.status_code, asked.content, asked.headers) == (404, never.content, never.headers)


@pytest.mark.parametrize("kind", ["tag", "author"])
def test_what_only_hidden_articles_lead_to_answers_as_if_it_never_existed(client, paper, kind):
    never = client.get(reverse(kind, args=["never-heard-of"]))
    for hidden in paper.hidden:
        for address in (getattr(hidden, kind).get_absolute_url(), reverse("tag", args=[hidden.alias])):
            asked = client.get(address)
            assert (asked.status_code, asked.content, asked.headers) == (404, never.content, never.headers)


def test_a_hidden_photo_answers_as_one_that_never_existed(client, paper):
    never = client.get(reverse("photo", args=[999999999, "0" * 16, "full-480", "jpg"]))
    for photo in paper.hidden_photos:
        asked = client.get(photo.address("full-480", "jpg"))
        assert (asked.status_code, asked.content, asked.headers) == (404, never.content, never.headers)


def test_a_photo_is_delivered_while_one_public_article_shows_it(client, paper):
    paper.draft.article.lead_photo = paper.photo
    paper.draft.article.save()
    assert client.get(paper.photo.address("full-480", "jpg")).status_code == 200
    Article.objects.published().update(lead_photo=None)
    assert client.get(paper.photo.address("full-480", "jpg")).status_code == 404


def test_a_withdrawn_article_tells_its_day_and_reason_and_none_of_its_words(client, paper):
    article = paper.withdrawn.article
    for slug in (article.slug, "wrong"):
        response = client.get(reverse("article", args=[article.pk, slug]))
        assert response.status_code == 410
        assert "Reason for everybody" in response.content.decode()
        assert not found_in(response, response.content, paper.withdrawn.traces | {SECRET})


def test_a_day_to_come_answers_as_a_day_without_a_page(client, paper):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert day_bounds(tomorrow)[0] > timezone.now()
    never = client.get("/latest/9999/12/30/")
    asked = client.get(reverse("latest_day", args=[tomorrow]))
    assert (asked.status_code, asked.content) == (404, never.content)
