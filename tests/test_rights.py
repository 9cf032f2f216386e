"""No picture without its credit, and none after its rights have ended: on every page, in every feed, in what machines
are told, and in the files themselves."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import renditions
from articles.models import Agency, Author, Label, Photo, PhotoCredit, Placement, Tag
from tests.making import (
    an_hour_ago,
    figure,
    in_an_hour,
    large_picture,
    make_article,
    make_author,
    make_credit,
    make_photo,
    make_placement,
    make_section,
    make_tag,
    minutes_ago,
)
from tests.reading import read

pytestmark = pytest.mark.django_db
CREDIT = "JEANNE MORVAN / AMI"
KINDS = ("rss", "atom", "json")


class OnePhotoPaper:
    """A paper that shows one photo wherever a photo can stand."""

    def __init__(self):
        self.photo = make_photo(
            original=large_picture(),
            photographer="Jeanne Morvan",
            agency="AMI",
            caption="Le quai",
            alt="Un quai",
            label=Label.ARCHIVE,
        )
        self.section = make_section()
        self.tag, self.author = make_tag(photo=self.photo), make_author(portrait=self.photo)
        for minutes, genre in enumerate(("news", "interview", "reportage", "news", "news", "news") * 3):
            self.article = make_article(
                published_at=minutes_ago(minutes + 1),
                genre=genre,
                photo=self.photo,
                body=f"<p>Words.</p>{figure(self.photo)}{figure(self.photo, 'Autre légende')}",
                section=self.section,
                tags=[self.tag],
                authors=[self.author],
            )
        make_placement(self.article, Placement.Slot.LEAD, photo=self.photo)
        make_placement(self.article, Placement.Slot.SECONDARY_1, photo=self.photo)

    @property
    def pages(self):
        lists = ["/latest/", *(noun.get_absolute_url() for noun in (self.section, self.tag, self.author))]
        return ["/", self.article.get_absolute_url(), *lists]

    @property
    def feeds(self):
        lists = ["/latest/", *(noun.get_absolute_url() for noun in (self.section, self.tag, self.author))]
        return [f"{address}feed.{kind}" for address in lists for kind in KINDS]

    @property
    def files(self):
        return [
            self.photo.address(made.recipe, extension)
            for made in renditions.all_of(self.photo.width, self.photo.height)
            for extension in made.extensions
        ]


@pytest.fixture
def paper():
    return OnePhotoPaper()


def answer(address):
    response = Client().get(address)
    # Read to its end, so that no file stays open.
    return response, response.getvalue()


def body_of(address):
    return answer(address)[1].decode()


def pictures(page):
    return [image for image in page.all("img") if "/photos/" in image["src"]]


def image_objects(thing):
    """All that JSON-LD tells of pictures, however deep."""
    if isinstance(thing, dict):
        found = [thing] if thing.get("@type") == "ImageObject" else []
        return found + [image for value in thing.values() for image in image_objects(value)]
    return [image for value in thing for image in image_objects(value)] if isinstance(thing, list) else []


def test_beside_every_picture_of_every_page_stands_its_credit(paper):
    shown = 0
    for address in paper.pages:
        page = read(body_of(address))
        for image in pictures(page):
            figure = image.inside("figure")
            assert CREDIT in figure.one("figcaption").text, address
            assert figure["aria-label"] == figure.one("figcaption").text.replace(" ,", ","), address
            shown += 1
    assert shown > 20


def test_the_label_is_printed_wherever_the_picture_is(paper):
    for address in paper.pages:
        for image in pictures(read(body_of(address))):
            assert image.inside("figure").one("figcaption").text.startswith("Archives"), address


def test_machines_are_told_the_credit_with_every_picture(paper):
    page = read(body_of(paper.article.get_absolute_url()))
    script = page.one("script", type="application/ld+json").children[0]
    told = image_objects(json.loads(script))
    assert len(told) > 3
    for image in told:
        assert (image["creditText"], image["copyrightNotice"]) == (CREDIT, f"© {CREDIT}")
    shared = [meta["content"] for meta in page.all("meta", property="og:image")]
    assert shared == [f"http://127.0.0.1:8000{paper.photo.address('16x9-1200', 'jpg')}"]


def test_the_pages_of_an_author_and_a_topic_show_theirs_until_its_rights_end():
    author = make_author(portrait=make_photo(photographer="Jeanne Morvan"))
    tag = make_tag(photo=make_photo(photographer="Jeanne Morvan"))
    make_article(published_at=an_hour_ago(), authors=[author], tags=[tag])
    for noun in (author, tag):
        photo, address = noun.picture.photo, noun.get_absolute_url()
        shared = f'<meta property="og:image" content="http://127.0.0.1:8000{photo.address("16x9-1200", "jpg")}">'
        assert read(body_of(address)).one("main").one("figcaption").text == "JEANNE MORVAN"
        assert shared in body_of(address)
        assert answer(photo.address("full-480", "jpg"))[0].status_code == 200
        photo.publishable_until = timezone.now()
        photo.save()
        assert "/photos/" not in body_of(address)
        assert answer(photo.address("full-480", "jpg"))[0].status_code == 410


def test_machines_are_told_the_credit_of_a_portrait(paper):
    script = read(body_of(paper.author.get_absolute_url())).one("script", type="application/ld+json").children[0]
    (told,) = image_objects(json.loads(script))
    assert told["creditText"] == CREDIT


def test_a_picture_of_a_topic_or_an_author_of_nothing_public_is_not_there():
    tag, author = make_tag(photo=make_photo()), make_author(portrait=make_photo())
    article = make_article(tags=[tag], authors=[author])
    files = [photo.address("full-480", "jpg") for photo in (tag.photo, author.portrait)]
    assert [answer(file)[0].status_code for file in files] == [404, 404]
    article.publish()
    assert [answer(file)[0].status_code for file in files] == [200, 200]


def test_beside_every_picture_of_every_feed_stands_its_credit(paper):
    for address in paper.feeds:
        feed = body_of(address)
        assert feed.count(CREDIT) >= feed.count("<img") + feed.count("&lt;img"), address
        assert "/photos/" in feed, address


def test_at_the_second_its_rights_end_a_picture_stands_nowhere(paper):
    paper.photo.publishable_until = timezone.now()
    paper.photo.save(update_fields=["publishable_until"])
    for address in paper.pages + paper.feeds:
        told = body_of(address)
        assert "/photos/" not in told, address
        assert CREDIT not in told, address
    for address in paper.files:
        response, _body = answer(address)
        assert (response.status_code, response["Cache-Control"]) == (410, "no-store"), address


def test_the_article_says_where_a_picture_stood_and_the_card_does_without(paper):
    Photo.objects.update(publishable_until=timezone.now())
    article = read(body_of(paper.article.get_absolute_url())).one("article", css="article")
    assert article.text.count("les droits ont pris fin") == 3
    assert not article.all("figure")
    assert read(body_of("/")).all("article", css="card")


def test_a_contract_that_ends_takes_the_agencys_pictures_away_and_one_that_is_renewed_brings_them_back(paper):
    agency = Agency.objects.get(name="AMI")
    for until, status in ((None, 200), (minutes_ago(1), 410), (in_an_hour(), 200)):
        agency.publishable_until = until
        agency.save()
        assert answer(paper.files[0])[0].status_code == status
        assert ("/photos/" in body_of("/")) == (status == 200)


def test_a_picture_whose_rights_have_not_begun_is_nowhere_yet(paper):
    Photo.objects.update(publishable_from=in_an_hour())
    for address in paper.pages + paper.feeds:
        assert "/photos/" not in body_of(address), address
    assert answer(paper.files[0])[0].status_code == 404


def test_a_browser_keeps_a_picture_for_a_day_at_most_and_never_past_the_end_of_its_rights(client, paper):
    assert client.get(paper.files[0])["Cache-Control"] == "public, max-age=86400"
    Photo.objects.update(publishable_until=timezone.now() + timedelta(seconds=100))
    seconds = int(client.get(paper.files[0])["Cache-Control"].partition("max-age=")[2])
    assert 90 <= seconds <= 100


def test_a_photo_of_nothing_public_is_not_there_whatever_its_rights(client):
    photo = make_photo(publishable_until=an_hour_ago())
    make_article(photo=photo)
    assert client.get(photo.address("full-480", "jpg")).status_code == 404


def test_an_old_address_of_a_file_leads_to_todays(client, paper):
    old = paper.files[0]
    paper.photo.focal_x = 0.2
    paper.photo.save()
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (302, paper.files[0])
    assert response["Cache-Control"] == "no-cache"


# New uses


def test_a_photo_that_may_no_longer_be_used_is_refused_with_the_reason_but_stays_where_it_stands():
    photo = make_photo(usable_until=in_an_hour())
    standing = make_article(photo=photo, body=figure(photo))
    photo.usable_until = an_hour_ago()
    photo.save()
    standing.full_clean()
    leading, showing = make_article(), make_article()
    leading.lead_photo, showing.body = photo, figure(photo)
    elsewhere = (Placement(article=standing, slot="lead", photo=photo), Tag(photo=photo), Author(portrait=photo))
    for use in (leading, showing, *elsewhere):
        with pytest.raises(ValidationError, match="Les droits de cette photo ont pris fin le"):
            use.clean()


def test_the_end_of_a_contract_names_the_agency():
    photo = make_photo(agency="AMI")
    photo.agency.usable_until = an_hour_ago()
    assert photo.why_not_usable().startswith("Le contrat avec AMI a pris fin le")
    photo.agency.usable_until = in_an_hour()
    assert photo.why_not_usable() == ""


MOMENTS = (None, an_hour_ago, in_an_hour)


@pytest.mark.parametrize("begins", MOMENTS)
@pytest.mark.parametrize("own_end", MOMENTS)
@pytest.mark.parametrize("contract_end", MOMENTS)
def test_query_and_instance_agree_on_rights(begins, own_end, contract_end):
    ends = [end and end() for end in (own_end, contract_end)]
    begins = begins and begins() - timedelta(minutes=30)
    if begins and ends[0] and begins >= ends[0]:
        return
    credit = make_credit(agency="AMI")
    Agency.objects.update(publishable_until=ends[1])
    made = make_photo(credit=credit, publishable_from=begins, publishable_until=ends[0])
    photo = Photo.objects.get(pk=made.pk)
    assert Photo.objects.publishable().exists() == photo.is_publishable()
    assert Photo.objects.ended().exists() == photo.rights_have_ended()
    Photo.objects.update(publishable_from=None, publishable_until=None, usable_until=ends[0])
    Agency.objects.update(publishable_until=None, usable_until=ends[1])
    assert Photo.objects.usable().exists() == Photo.objects.get().is_usable()


def test_the_desk_finds_what_ends_within_seven_days():
    soon = make_photo(publishable_until=timezone.now() + timedelta(days=6))
    by_contract = make_photo(agency="AMI")
    Agency.objects.filter(name="AMI").update(publishable_until=timezone.now() + timedelta(days=2))
    make_photo(publishable_until=timezone.now() + timedelta(days=8))
    make_photo(publishable_until=an_hour_ago())
    make_photo()
    assert set(Photo.objects.ending_soon()) == {soon, by_contract}


def test_what_ai_made_cannot_be_kept_without_saying_so():
    with pytest.raises(ValidationError, match="IA"):
        Photo(
            digital_source="trainedAlgorithmicMedia", credit=make_credit("Jeanne Morvan"), original="x.jpg"
        ).validate_constraints()


# Credits


def test_one_name_is_one_credit_however_it_is_spelled():
    first = make_credit("Ludovic Marin", "AFP")
    from_file = PhotoCredit.objects.named("LUDOVIC MARIN", "Afp")
    typed = PhotoCredit.objects.of_line("ludovic marin / afp")
    assert first == from_file == typed
    assert str(first) == "LUDOVIC MARIN / AFP"


def test_a_name_alone_is_an_agencys_where_there_is_such_an_agency():
    make_credit(agency="Réa")
    assert PhotoCredit.objects.of_line("REA").agency.name == "Réa"
    assert PhotoCredit.objects.of_line("Jeanne Morvan").photographer == "Jeanne Morvan"


@pytest.mark.parametrize("line", ["", " / ", "   "])
def test_a_credit_names_somebody(line):
    with pytest.raises(ValidationError, match="Nommez"):
        PhotoCredit.objects.of_line(line)


def test_a_renamed_agency_leaves_files_with_the_old_name_until_they_are_made_again():
    photo = make_photo((400, 300), agency="AMI")
    assert not Photo.objects.with_old_credit().exists()
    agency = photo.agency
    agency.name = "AMI Presse"
    agency.save()
    assert list(Photo.objects.with_old_credit()) == [photo]
    photo = Photo.objects.get()
    before = reverse("photo", args=[photo.pk, photo.rendition_key, "full-480", "jpg"])
    photo.mend_files()
    assert not Photo.objects.with_old_credit().exists()
    assert Photo.objects.get().address("full-480", "jpg") != before
