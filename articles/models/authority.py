"""Who may do what with an article: asked by forms, lists, buttons and forged requests alike."""

from django.db.models import Q

from articles.models.article import Article
from articles.models.byline import Byline
from articles.models.genre import Stage


def readable_articles(user):
    """The articles whose words the desk shows to somebody."""
    if any(map(user.has_perm, ("articles.read_every_article", "articles.edit_every_article"))):
        return Article.objects.all()
    return own_articles(user)


def own_articles(user):
    """Those that somebody began, or signs."""
    signed = Byline.objects.filter(author__user=user)
    return Article.objects.filter(Q(created_by=user) | Q(pk__in=signed.values("article")))


class Authority:
    """What one person may do with one article as it stands."""

    def __init__(self, user, article):
        self.user, self.article = user, article
        self._owns = None

    def has(self, codename):
        return self.user.has_perm(f"articles.{codename}")

    @property
    def owns(self):
        if self._owns is None:
            began = self.article.created_by_id == self.user.pk
            self._owns = began or self.article.bylines.filter(author__user=self.user).exists()
        return self._owns

    @property
    def may_read(self):
        return self.has("view_article") and (
            self.has("read_every_article") or self.has("edit_every_article") or self.owns
        )

    @property
    def may_edit(self):
        """One's own until it leaves one's hands: a draft, then what is sent, and never what the public
        sees or will see, unless one answers for it."""
        if not self.has("change_article"):
            return False
        if self.has("edit_every_article") or (self.owns and self.has("publish_unreviewed_article")):
            return True
        if not self.owns or self.article.published_at is not None:
            return False
        return self.article.stage == Stage.DRAFT or self.has("edit_sent_article")

    @property
    def may_review(self):
        return self.may_edit and self.has("review_article")

    @property
    def may_publish(self):
        answers_for_it = self.has("publish_article") or (self.owns and self.has("publish_unreviewed_article"))
        return self.may_edit and answers_for_it

    @property
    def may_withdraw(self):
        return self.may_edit and self.has("withdraw_article")

    @property
    def may_lift_embargo(self):
        return self.may_edit and self.has("lift_embargo")

    @property
    def may_publish_replies(self):
        return self.may_edit and self.has("publish_right_of_reply")
