"""What stands in « Lire aussi » beside an article, and why, for whoever would pin or ban one."""

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Tag, chosen

SIZE = 6
MOST_TAGS = 3


def beside(article):
    """Pairs of article and reason as they stand now, the most fitting first."""
    shown = chosen(article, timezone.now())[:SIZE]
    names = dict(Tag.objects.filter(pk__in={tag for other in shown for tag in other.tags}).values_list("pk", "name"))
    return [(other.article, reason(other, [names[tag] for tag in other.by_rarity if tag in names])) for other in shown]


def reason(other, tags):
    reasons = [
        _("pinned") if other.is_pinned else "",
        _("in common: %(tags)s") % {"tags": ", ".join(tags[:MOST_TAGS])} if tags else "",
        _("the same words") if other.is_close else "",
        _("same section") if other.same_section else "",
    ]
    return " · ".join(filter(None, reasons)) or _("among the newest")
