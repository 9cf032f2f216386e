from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from articles.models import navigation
from articles.paper import paper as the_paper


def paper(request):
    """What masthead and footer print. The links are fetched only where they are printed."""
    return {
        "paper": the_paper(),
        "navigation": SimpleLazyObject(navigation),
        "today": timezone.localdate(),
    }
