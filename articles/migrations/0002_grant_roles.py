from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.contrib.contenttypes.management import create_contenttypes
from django.db import migrations

from articles.models import ROLES


def grant(apps, schema_editor):
    # Permissions are rows that Django makes after all migrations; these are needed now.
    for label in ("auth", "articles"):
        config = installed.get_app_config(label)
        create_contenttypes(config, verbosity=0, using=schema_editor.connection.alias)
        create_permissions(config, verbosity=0, using=schema_editor.connection.alias)
    Role, Permission = apps.get_model("articles", "Role"), apps.get_model("auth", "Permission")
    for name, codenames in ROLES.items():
        role, _made = Role.objects.get_or_create(name=name)
        role.permissions.set(Permission.objects.filter(content_type__app_label="articles", codename__in=codenames))


def take_back(apps, schema_editor):
    apps.get_model("articles", "Role").objects.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_newsroom"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(grant, take_back)]
