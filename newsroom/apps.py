from django.contrib.admin.apps import AdminConfig


class Desk(AdminConfig):
    default_site = "newsroom.desk.Desk"
