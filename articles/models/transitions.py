"""Each step of an article at the desk: who may take it, when it is offered, and what it does.

Buttons, list actions and forged requests all come through `perform`; nothing else moves an article.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models.article import Article
from articles.models.authority import Authority
from articles.models.contents import DESK_STATE
from articles.models.genre import Stage
from articles.models.readiness import blocking
from articles.models.revision import StaleSave, next_version, record_version
from articles.models.sharing import end_all_sharing


@dataclass(frozen=True)
class Transition:
    """`asks` is what the form asks for beside the button: "", "moment" or "words"."""

    name: str
    label: str
    done: str
    may: Callable[[Authority], bool]
    stands: Callable[[Article], bool]
    run: Callable
    asks: str = ""

    def is_open(self, authority):
        return self.stands(authority.article) and self.may(authority)


def open_transitions(user, article):
    """What this person may do now, in the order of the column."""
    authority = Authority(user, article)
    return [transition for transition in TRANSITIONS.values() if transition.is_open(authority)]


def perform(name, article, user, moment=None, words="", seen=None):
    """Take one step, which makes a version; what somebody else did meanwhile counts. `seen` is the version that
    somebody has before them: if there is a newer one, `StaleSave` is raised.

    Raises `PermissionDenied`, and `ValidationError` with what stands against it; then nothing has changed.
    """
    transition = TRANSITIONS[name]
    with transaction.atomic():
        article.refresh_from_db(fields=(*DESK_STATE, "version"), from_queryset=Article.objects.select_for_update())
        if seen not in (None, article.version):
            raise StaleSave
        if not transition.may(Authority(user, article)):
            raise PermissionDenied(_("You may not do this with this article."))
        if not transition.stands(article):
            raise ValidationError(_("“%(step)s” is not possible any more: look again.") % {"step": transition.label})
        next_version(article, article.version)
        transition.run(article, moment=moment, words=words)
        record_version(article, user, name)


def set_stage(stage):
    def run(article, words="", **_given):
        article.stage, article.review_note, article.changed_since_ready = stage, words, False
        article.save(update_fields=["stage", "review_note", "changed_since_ready"])

    return run


def send_back(article, words="", **_given):
    if not words.strip():
        raise ValidationError({"words": _("Say what is missing, so that the author can go on.")})
    set_stage(Stage.DRAFT)(article, words=words)


def publish(article, **_given):
    refuse_unready(article, timezone.now())
    article.publish()


def schedule(article, moment=None, **_given):
    if moment is None or moment <= timezone.now():
        raise ValidationError({"moment": _("Give a day and an hour to come.")})
    refuse_unready(article, moment)
    article.publish(at=moment)


def take_from_readers(article, **_given):
    article.unpublish()
    end_all_sharing(article)


def withdraw(article, words="", **_given):
    article.withdraw(words)
    end_all_sharing(article)


def refuse_unready(article, at):
    if errors := blocking(article, at):
        raise ValidationError(errors)


def put_under_embargo(article, moment=None, **_given):
    if moment is None or moment <= timezone.now():
        raise ValidationError({"moment": _("Give a day and an hour to come.")})
    article.embargo_until = moment
    # The database's own rule says when it is scheduled for an earlier hour.
    article.full_clean(exclude=["slug"])
    article.save(update_fields=["embargo_until"])


def lift_embargo(article, **_given):
    article.embargo_until = None
    article.save(update_fields=["embargo_until"])


def is_private(article):
    """Neither public nor about to be."""
    return article.published_at is None


def is_under_embargo(article):
    return article.embargo_until is not None and article.embargo_until > timezone.now()


def at_stage(*stages):
    return lambda article: is_private(article) and article.stage in stages


TRANSITIONS = {
    transition.name: transition
    for transition in (
        Transition(
            "send",
            gettext_lazy("Send to review"),
            gettext_lazy("“%(article)s” is in review."),
            lambda authority: authority.may_edit,
            at_stage(Stage.DRAFT),
            set_stage(Stage.REVIEW),
        ),
        Transition(
            "ready",
            gettext_lazy("Mark as ready to publish"),
            gettext_lazy("“%(article)s” is ready to publish."),
            lambda authority: authority.may_review,
            at_stage(Stage.DRAFT, Stage.REVIEW),
            set_stage(Stage.READY),
        ),
        Transition(
            "publish",
            gettext_lazy("Publish now"),
            gettext_lazy("“%(article)s” is published."),
            lambda authority: authority.may_publish,
            lambda article: not article.is_known_to_readers(),
            publish,
        ),
        Transition(
            "schedule",
            gettext_lazy("Schedule"),
            gettext_lazy("“%(article)s” is scheduled."),
            lambda authority: authority.may_publish,
            lambda article: not article.is_known_to_readers(),
            schedule,
            "moment",
        ),
        Transition(
            "send_back",
            gettext_lazy("Send back with a note"),
            gettext_lazy("“%(article)s” is sent back."),
            lambda authority: authority.may_review,
            at_stage(Stage.REVIEW, Stage.READY),
            send_back,
            "words",
        ),
        Transition(
            "unschedule",
            gettext_lazy("Take back the schedule"),
            gettext_lazy("“%(article)s” is no longer scheduled."),
            lambda authority: authority.may_publish,
            lambda article: article.is_scheduled(),
            lambda article, **_given: article.unpublish(),
        ),
        Transition(
            "embargo",
            gettext_lazy("Put under embargo"),
            gettext_lazy("“%(article)s” is under embargo."),
            lambda authority: authority.may_edit,
            lambda article: not article.was_ever_published() and not is_under_embargo(article),
            put_under_embargo,
            "moment",
        ),
        Transition(
            "lift_embargo",
            gettext_lazy("Lift the embargo"),
            gettext_lazy("The embargo of “%(article)s” is lifted."),
            lambda authority: authority.may_lift_embargo,
            is_under_embargo,
            lift_embargo,
        ),
        Transition(
            "unpublish",
            gettext_lazy("Published by mistake? Unpublish"),
            gettext_lazy("“%(article)s” is taken back: its address answers as if it had never been."),
            lambda authority: authority.may_publish,
            lambda article: article.is_published(),
            take_from_readers,
        ),
        Transition(
            "withdraw",
            gettext_lazy("Withdraw"),
            gettext_lazy("“%(article)s” is withdrawn."),
            lambda authority: authority.may_withdraw,
            lambda article: article.is_published(),
            withdraw,
            "words",
        ),
        Transition(
            "bring_back",
            gettext_lazy("Publish again"),
            gettext_lazy("“%(article)s” is public again, as an update."),
            lambda authority: authority.may_withdraw,
            lambda article: article.withdrawn_at is not None,
            publish,
        ),
    )
}
