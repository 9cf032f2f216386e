"""« Nouvelle dépêche »: paste once, and go on in the article's form."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import dispatch
from articles.models import Article, Author, Byline

LONGEST_HEADLINE = Article._meta.get_field("headline").max_length


class DispatchForm(forms.Form):
    pasted = forms.CharField(
        label=gettext_lazy("The dispatch, as it came"),
        widget=forms.Textarea(attrs={"rows": 20, "autofocus": True}),
        help_text=gettext_lazy("Its first line becomes the headline; “(AFP)” at the end becomes the byline."),
    )

    def clean_pasted(self):
        read = dispatch.read(self.cleaned_data["pasted"])
        if len(read.headline) > LONGEST_HEADLINE:
            raise forms.ValidationError(_("The first line is too long for a headline: put a line break after it."))
        return read


class Dispatches:
    """Of the admin of articles; goes before `ModelAdmin`."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.dispatch_view)
        return [path("dispatch/", view, name="articles_article_dispatch"), *super().get_urls()]

    def dispatch_view(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = DispatchForm(request.POST or None)
        if form.is_valid():
            article = article_of(form.cleaned_data["pasted"], request.user)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
        context = self.admin_site.each_context(request) | {
            "title": _("New dispatch"),
            "opts": self.opts,
            "form": form,
        }
        return render(request, "admin/articles/article/dispatch.html", context)


def article_of(read, user):
    article = Article.objects.create(headline=read.headline, body=read.body, created_by=user)
    if read.agency:
        Byline.objects.create(article=article, author=Author.objects.agency(read.agency))
    return article
