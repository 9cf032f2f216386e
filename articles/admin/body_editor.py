"""A field for a body that shows the text as it will be read; without JavaScript it is the plain text.

Of django-prose-editor we take its bundle of Tiptap alone, and no widget: that one needs an import map, which is an
inline script, and sanitises by rules of its own. Ours are in `articles.body`. So the policy needs no nonce.
"""

from django.contrib.admin.widgets import AdminTextareaWidget
from django.forms import Media
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse

from articles.admin.photo_widget import PhotoWidget
from articles.body import clean


class BodyEditor(AdminTextareaWidget):
    def __init__(self, attrs=None, photos=False):
        super().__init__({"rows": 24} | (attrs or {}))
        self.photos = photos

    @property
    def media(self):
        bundle = {"data-tiptap": static("django_prose_editor/editor.js"), "defer": True}
        scripts = [Script("admin/body-editor.js", **bundle), Script("admin/link-search.js", defer=True)]
        own = Media(js=scripts, css={"all": ["admin/body-editor.css"]})
        return PhotoWidget().media + own if self.photos else own

    def format_value(self, value):
        """What a form with a mistake shows again has not been cleaned yet; the stored text is, to the byte."""
        return clean(value or "")

    def render(self, name, value, attrs=None, renderer=None):
        context = {
            "text": super().render(name, value, attrs, renderer),
            "id": (attrs or {}).get("id", name),
            "photos": self.photos,
            "search": reverse("admin:articles_article_links"),
            "facts": reverse("admin:articles_photo_facts", args=[0]),
        }
        return render_to_string("admin/articles/body/_editor.html", context)
