from django.contrib import admin
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

from articles.admin.home import home
from newsroom import health, speculation

urlpatterns = [
    path("", include("articles.urls")),
    # Before Django's own login, whose address it takes.
    path("admin/", include("newsroom.door.urls")),
    # Before Django's list of models, whose name it keeps.
    path("admin/", admin.site.admin_view(home)),
    path("admin/", admin.site.urls),
    path("speculation-rules.json", csrf_exempt(speculation.speculation_rules), name="speculation_rules"),
    path("healthz", csrf_exempt(health.healthz), name="healthz"),
    path("readyz", csrf_exempt(health.readyz), name="readyz"),
]

# Asked for by allauth.
handler429 = "newsroom.door.views.too_many"
handler500 = "newsroom.errors.server_error"
