"""What stands in « Lire aussi » beside an article, and why, for whoever would pin or ban one."""

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Tag, chosen, newest_first

SIZE = 6
MOST_TAGS = 3


def beside(article):
    """Pairs of article and reason, as they stand on the page now."""
    shown = {other.article: other for other in chosen(article, timezone.now())[:SIZE]}
    tags = {tag for other in shown.values() for tag in other.tags}
    names = dict(Tag.objects.filter(pk__in=tags).values_list("pk", "name"))
    return [(article, reason(shown[article], names)) for article in newest_first(shown)]


def reason(other, names):
    """`names`: of tags, by id."""
    tags = [names[tag] for tag in other.by_rarity if tag in names]
    reasons = [
        _("pinned") if other.is_pinned else "",
        _("in common: %(tags)s") % {"tags": ", ".join(tags[:MOST_TAGS])} if tags else "",
        _("the same words") if other.is_close else "",
        _("same section") if other.same_section else "",
    ]
    return " · ".join(filter(None, reasons)) or _("among the newest")
