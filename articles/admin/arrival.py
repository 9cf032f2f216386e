"""What became of an uploaded file, as the upload page and the picker tell it."""

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.picker import desk_address
from articles.models import AlreadyThere, Photo, PhotoCredit, take_in
from articles.refusals import PictureNotKept, UnreadablePicture

REFUSALS = (UnreadablePicture, PictureNotKept)


def arrival(file, user, line=""):
    """Take the file in; `line` is the credit for one that names nobody. Never raises for what a file is like."""
    if file is None:
        return refused("", _("Choose a file."))
    try:
        credit = PhotoCredit.objects.of_line(line) if line.strip() else None
        kept, notes = take_in(file, user, credit=credit)
    except AlreadyThere as twin:
        return facts_of(twin.photo or twin.waiting, file.name) | {"state": "known", "message": str(twin)}
    except ValidationError as error:
        return refused(file.name, " ".join(error.messages))
    except REFUSALS as error:
        return refused(file.name, str(error))
    return facts_of(kept, file.name) | {"notes": [str(note) for note in notes]}


def refused(name, message):
    return {"state": "refused", "name": name, "message": message}


def facts_of(kept, name):
    if not isinstance(kept, Photo):
        return {
            "state": "uncredited",
            "name": name,
            "message": _("Nobody is named: it waits among the pictures to credit."),
            "address": reverse("admin:articles_uncreditedpicture_changelist"),
            "thumbnail": reverse("admin:articles_uncreditedpicture_thumbnail", args=[kept.pk]),
        }
    return {
        "state": "photo",
        "name": name,
        "id": kept.pk,
        "message": _("In the library."),
        "address": reverse("admin:articles_photo_change", args=[kept.pk]),
        "thumbnail": desk_address(kept, "3x2-320"),
        "caption": kept.caption,
        "credit": str(kept.credit),
        "alt": kept.alt,
    }
