"""The map of the public site. The id finds, the slug decorates."""

from datetime import date

from django.urls import path, register_converter

from articles import views


class DayConverter:
    """A day of the calendar; in the year 1 or 9999 its first or last moment would have no time in UTC."""

    regex = r"(?:19|20)\d{2}/\d{2}/\d{2}"

    def to_python(self, value):
        return date(*map(int, value.split("/")))

    def to_url(self, value):
        return f"{value:%Y/%m/%d}"


register_converter(DayConverter, "day")

urlpatterns = [
    path("", views.front, name="front"),
    path("latest/", views.latest, name="latest"),
    path("latest/<day:day>/", views.latest_day, name="latest_day"),
    path("articles/<int:pk>/<slug:slug>/", views.article, name="article"),
    path("sections/<slug:slug>/", views.section, name="section"),
    path("tags/<slug:slug>/", views.tag, name="tag"),
    path("authors/<slug:slug>/", views.author, name="author"),
    path("pages/<slug:slug>/", views.page, name="page"),
    path("corrections/", views.corrections, name="corrections"),
    path("photos/<int:pk>/<slug:key>/<slug:recipe>.<slug:extension>", views.photo, name="photo"),
]
