from django.contrib import admin
from django.urls import include, path

from newsroom import health

urlpatterns = [
    path("", include("articles.urls")),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]

handler500 = "newsroom.errors.server_error"
