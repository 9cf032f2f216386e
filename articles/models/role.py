"""What somebody is in the newsroom: a group with a rule of its own. `ROLES` is what each may do."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

WRITING = ["add_article", "change_article", "view_article", "add_photo", "change_photo", "view_photo"]
WRITING += ["view_section", "view_author", "view_tag", "view_agency", "view_photocredit"]
JOURNALISM = [*WRITING, "edit_sent_article", "read_every_article"]
LIBRARY = ["add_photo", "change_photo", "view_photo", "delete_photo", "edit_every_photo"]
LIBRARY += [f"{verb}_{noun}" for noun in ("agency", "photocredit") for verb in ("add", "change", "view")]
EDITING = ["edit_every_article", "review_article", "publish_article", "delete_article"]
EDITING += [f"{verb}_{noun}" for noun in ("author", "tag", "correction") for verb in ("add", "change", "view")]
EDITING += [f"{verb}_placement" for verb in ("add", "change", "view", "delete")]
LEADING = ["lift_embargo", "withdraw_article", "publish_right_of_reply", "delete_correction", "delete_tag"]
# Whoever leads may allow it to others, and nobody gives what they lack.
LEADING += ["publish_unreviewed_article"]
LEADING += [f"{verb}_{noun}" for noun in ("page", "section") for verb in ("add", "change", "view", "delete")]
PEOPLE = ["add_user", "change_user", "view_user", "view_role", "change_role"]

# By the name under which the paper's people know them: groups have no translation.
ROLES = {
    "Correspondant": WRITING,
    "Journaliste": JOURNALISM,
    "Photo": ["read_every_article", "view_article", *LIBRARY],
    "Secrétaire de rédaction": [*JOURNALISM, *EDITING, *LIBRARY],
    "Rédaction en chef": [*JOURNALISM, *EDITING, *LIBRARY, *LEADING, *PEOPLE],
}
CORRESPONDENT, JOURNALIST, PHOTO_EDITOR, SUB_EDITOR, EDITOR_IN_CHIEF = ROLES


class Role(Group):
    needs_second_factor = models.BooleanField(
        _("second factor required"),
        default=False,
        help_text=_("Whoever has this role logs in with a passkey or a code as well as the password."),
    )

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
