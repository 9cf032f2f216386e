"""The words of names that are found by the search: of tags, authors, agencies and photographers.

The index of articles knows these by id alone. So a new name is found at once, however many articles carry it.
"""

from collections import defaultdict

from django.db import models

from articles.stems import stems

# By the first letter of its tokens: each noun, and the column of its name.
KINDS = {"t": ("Tag", "name"), "u": ("Author", "name"), "p": ("PhotoCredit", "photographer"), "g": ("Agency", "name")}
# A word of so many tags says nothing of any of them.
MOST = 300


class SearchedName(models.Model):
    """One stem of one name, at its place in the name; `token` as the index of articles has it."""

    stem = models.CharField(max_length=60)
    token = models.CharField(max_length=24, db_index=True)
    place = models.PositiveSmallIntegerField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["stem", "token", "place"], name="names_by_stem")]

    def __str__(self):
        return f"{self.stem} – {self.token}"


class Named(models.Model):
    """A noun that is found by its name."""

    search_kind = ""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.record_name()

    def record_name(self):
        record_names(self.names_by_token())

    def names_by_token(self):
        _noun, column = KINDS[self.search_kind]
        return {f"{self.search_kind}_{self.pk}": [getattr(self, column)]}


def record_names(names_by_token):
    """Replace what is known of these tokens. Each has a list of names."""
    SearchedName.objects.filter(token__in=list(names_by_token)).delete()
    SearchedName.objects.bulk_create(
        SearchedName(token=token, stem=stem, place=place)
        for token, names in names_by_token.items()
        for place, stem in placed(names)
    )


def placed(names):
    """The stems of several names, with a gap between two of them."""
    place = 0
    for name in names:
        for stem in stems(name):
            yield place, stem
            place += 1
        place += 1


def tokens_named(phrases):
    """For each of some tuples of stems, the tokens of the names in which these stand side by side."""
    wanted = {stem for phrase in phrases for stem in phrase}
    standing = defaultdict(set)
    for stem, token, place in SearchedName.objects.filter(stem__in=wanted).values_list("stem", "token", "place"):
        standing[stem].add((token, place))
    return {phrase: sorted(tokens_of(phrase, standing))[:MOST] for phrase in phrases}


def tokens_of(phrase, standing):
    return {
        token
        for token, place in standing[phrase[0]]
        if all((token, place + further) in standing[stem] for further, stem in enumerate(phrase))
    }
