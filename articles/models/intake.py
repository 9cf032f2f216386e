"""How a picture comes in: judged, read for what it says of itself, and kept as a photo, or in the tray when nobody is
named."""

from django.utils.translation import gettext as _
from PIL import Image

from articles import photo_metadata, picture_files, renditions
from articles.models.found import credit_found, photo_facts
from articles.models.photo import Photo
from articles.models.uncredited import UncreditedPicture


class AlreadyThere(ValueError):
    """The very same file came before; `photo` or `waiting` is what it became."""

    def __init__(self, words, photo=None, waiting=None):
        super().__init__(words)
        self.photo, self.waiting = photo, waiting


def take_in(file, user, credit=None):
    """The photo or the picture in the tray that an uploaded file becomes, and notes to show with it.

    `credit` is for a file that names nobody. Raises
    `UnreadablePicture`, `PictureNotKept` (see `articles/refusals.py`) and `AlreadyThere`; then nothing is kept.
    """
    UncreditedPicture.objects.unclaimed().throw_away()
    look = picture_files.look(file)
    digest = renditions.digest(file)
    if photo := Photo.objects.filter(original_digest=digest).first():
        raise AlreadyThere(_("This picture is in the library already."), photo=photo)
    if waiting := UncreditedPicture.objects.waiting().filter(original_digest=digest).first():
        if credit is None:
            raise AlreadyThere(_("This picture is waiting for its credit already."), waiting=waiting)
        return waiting.credited(credit), look.notes
    metadata = metadata_of(file)
    credit = credit_found(metadata) or credit or own_credit(user)
    file.name = look.named(file.name)
    common = {"original": file, "found": metadata.as_json(), "uploaded_by": user}
    if credit is None:
        return keep_waiting(file, digest, common), look.notes
    photo = Photo(credit=credit, **common, **photo_facts(metadata))
    photo.save()
    return photo, look.notes


def keep_waiting(file, digest, facts):
    picture = UncreditedPicture(
        name=file.name[-200:],
        original_digest=digest,
        thumbnail=renditions.thumbnail(file),
        **facts,
    )
    file.seek(0)
    picture.save()
    return picture


def metadata_of(file):
    file.seek(0)
    with Image.open(file) as image:
        return photo_metadata.read(image)


def own_credit(user):
    """A correspondent's own name, for pictures that name nobody."""
    author = getattr(user, "author", None)
    return author.own_credit() if author and author.signs_own_pictures else None
