from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _

from articles.checks import accents_can_be_read


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self):
        register(accents_can_be_read)
