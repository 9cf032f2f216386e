"""A photo as one place prints it. No model: a preview prints the same."""

from dataclasses import dataclass

from django.utils.text import capfirst

from articles import renditions


@dataclass(frozen=True)
class PhotoUse:
    """Words, label, credit and the addresses of the files, from the one record of the photo."""

    photo: object
    own_caption: str
    alt: str

    @property
    def label(self):
        # Most have none, and Django would go through all the words to find that out.
        return capfirst(self.photo.get_label_display()) if self.photo.label else ""

    @property
    def caption(self):
        """The label first: « Archives. Le port en 1987. »"""
        return ". ".join(words for words in (self.label, self.own_caption) if words)

    @property
    def credit(self):
        return str(self.photo.credit)

    @property
    def copyright(self):
        """The file's own notice; else whoever is credited by name has it."""
        by_name = self.photo.credit.names_a_photographer or self.photo.agency
        return self.photo.copyright or (f"© {self.credit}" if by_name else "")

    @property
    def line(self):
        """`caption. | PHOTOGRAPHER / AGENCY`, as figure and label say it."""
        return " | ".join(words for words in (self.caption, self.credit) if words)

    @property
    def short_line(self):
        """Where there is no room for a caption; the label is never left out."""
        return " | ".join(words for words in (self.label, self.credit) if words)

    @property
    def is_portrait(self):
        return self.photo.height > self.photo.width

    @property
    def full(self):
        return Sources(self.photo, "full")

    @property
    def wide(self):
        return Sources(self.photo, "3x2")

    @property
    def square(self):
        return Sources(self.photo, "1x1")


@dataclass(frozen=True)
class Sources:
    """The files of a photo in one shape, as `<picture>` wants them."""

    photo: object
    shape: str

    @property
    def renditions(self):
        return renditions.of_shape(self.shape, self.photo.width, self.photo.height)

    @property
    def avif(self):
        return self.srcset("avif")

    @property
    def jpeg(self):
        return self.srcset("jpg")

    @property
    def largest(self):
        return self.renditions[-1]

    @property
    def middle(self):
        """For browsers that choose none themselves."""
        return self.renditions[min(1, len(self.renditions) - 1)]

    @property
    def address(self):
        return self.photo.address(self.middle.recipe, "jpg")

    @property
    def largest_address(self):
        return self.photo.address(self.largest.recipe, "jpg")

    def srcset(self, extension):
        return ", ".join(f"{self.photo.address(made.recipe, extension)} {made.width}w" for made in self.renditions)
