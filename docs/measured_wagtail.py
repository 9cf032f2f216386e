"""A page of Wagtail with the words and the picture of one of our articles, to compare ours with.

`make` puts a default Wagtail project into a folder, with a Python of its own; as a module it is the process that
answers for that project.
"""

import os
import subprocess
import venv
from pathlib import Path

WORDS = """
import json
from articles.models import Article
article = Article.objects.published().filter(article_photos__isnull=False, corrections__isnull=True).earliest("pk")
print(json.dumps([article.headline, article.standfirst, article.body, article.lead_photo.original.path]))
"""
SETTINGS = """
from .base import *
SECRET_KEY = "nothing to keep"
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
"""
MODELS = """
from django.db import models
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Page

class HomePage(Page):
    intro = models.TextField(blank=True)
    body = RichTextField(blank=True)
    photo = models.ForeignKey(get_image_model_string(), null=True, on_delete=models.PROTECT, related_name="+")
"""
TEMPLATE = """{% extends "base.html" %}{% load wagtailcore_tags wagtailimages_tags %}
{% block content %}
<h1>{{ page.title }}</h1>
<p>{{ page.intro }}</p>
{% image page.photo width-800 %}
{{ page.body|richtext }}
{% endblock %}
"""
FILL = """
import sys, json
from django.core.files.images import ImageFile
from wagtail.images.models import Image
from home.models import HomePage
title, intro, body, path = json.loads(sys.stdin.read())
page = HomePage.objects.get()
page.title, page.intro, page.body = title, intro, body
with open(path, "rb") as file:
    page.photo = Image.objects.create(title=title, file=ImageFile(file, name="photo.jpg"))
page.save()
"""


def make(folder, paper):
    """The project, with the words of an article of this paper."""
    python = folder / "python/bin/python"
    project = folder / "project"
    if not project.exists():
        venv.create(folder / "python", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "wagtail"], check=True)
        project.mkdir()
        subprocess.run([python.with_name("wagtail"), "start", "paper", project], check=True)
        (project / "paper/settings/measured.py").write_text(SETTINGS)
        (project / "home/models.py").write_text(MODELS)
        (project / "home/templates/home/home_page.html").write_text(TEMPLATE)
        for command in (["makemigrations", "home"], ["migrate", "--verbosity", "0"]):
            subprocess.run([python, "manage.py", *command], cwd=project, env=environment(), check=True)
        fill = [python, "manage.py", "shell", "--no-imports", "--command", FILL]
        words = paper.ask(WORDS).strip().splitlines()[0]
        subprocess.run(fill, cwd=project, env=environment(), input=words, text=True, check=True)
    return python, project


def environment():
    root = Path(__file__).resolve().parent.parent
    own = {"DJANGO_SETTINGS_MODULE": "paper.settings.measured", "PYTHONHASHSEED": "0", "PATH": os.environ["PATH"]}
    return own | {"PYTHONPATH": os.pathsep.join([".", str(root)])}


if __name__ == "__main__":
    from django.core.wsgi import get_wsgi_application

    site = get_wsgi_application()
    from docs.answering import answer

    answer(site, {"article": "/"})
