from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody with a login. Who signs articles is an `Author`, with or without one."""
