from django.contrib.auth.models import AbstractUser, Permission
from django.db.models import Q

from articles.models.role import Role

# Recovery codes alone are no factor: they only stand in for one of these.
FACTORS = ("totp", "webauthn")


class User(AbstractUser):
    """Somebody with a login. Who signs articles is an `Author`, with or without one."""

    @property
    def called(self):
        """As colleagues call them."""
        author = getattr(self, "author", None)
        return self.get_full_name() or (author.name if author else self.get_username())

    def has_second_factor(self):
        # In Python: a list of people fetches those of all together.
        return any(authenticator.type in FACTORS for authenticator in self.authenticator_set.all())

    def lacks_second_factor(self):
        """Whether a role asks for one that is not there."""
        asked = Role.objects.filter(user=self, needs_second_factor=True).exists()
        return asked and not self.has_second_factor()

    def remove_second_factor(self):
        self.authenticator_set.all().delete()

    def granted(self):
        """Every permission that somebody holds, even while the login is switched off."""
        return Permission.objects.filter(Q(group__user=self) | Q(user=self)).distinct()

    def may_grant(self, permissions):
        """Nobody gives what they lack."""
        return self.is_superuser or not permissions.exclude(pk__in=self.granted()).exists()

    def may_edit_person(self, person):
        """A new password is as good as all that somebody may do, so this too takes having it oneself."""
        if person.is_superuser and not self.is_superuser:
            return False
        return self.may_grant(person.granted())

    def grantable_roles(self):
        if self.is_superuser:
            return Role.objects.all()
        lacking = Permission.objects.exclude(pk__in=self.granted())
        return Role.objects.exclude(pk__in=Role.objects.filter(permissions__in=lacking))
