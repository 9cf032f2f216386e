"""Every setting, and the only file that reads the environment.

The README has the table an operator reads. `SITE_URL` is the one mode switch: `https://…` is
production, `http://127.0.0.1…` is the embedded paper on somebody's own machine.
"""

import ipaddress
import re
import secrets
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import environ
from django.core.exceptions import ImproperlyConfigured

from articles import database
from newsroom.logs import logging_settings

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

VAR = Path(env.str("VAR", "") or BASE_DIR / "var")
try:
    VAR.mkdir(parents=True, exist_ok=True)
except OSError as error:
    raise ImproperlyConfigured(f"VAR is {str(VAR)!r}; there can be no such folder: {error.strerror}.") from None


def chosen(name, choices, default):
    """The value that the environment's word stands for; a sentence when the word is unknown."""
    word = env.str(name, default)
    if word not in choices:
        raise ImproperlyConfigured(f"{name} is {word!r}; it must be one of {', '.join(choices)}.")
    return choices[word]


def spelled(name, pattern, default, example):
    """The environment's word; a sentence when it is not written as it must be."""
    word = env.str(name, default)
    if not re.fullmatch(pattern, word):
        raise ImproperlyConfigured(f"{name} is {word!r}; it must be written as {example}.")
    return word


def is_number(host):
    """Whether a host is an address of numbers, such as 127.0.0.1."""
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return False


def mail_server(address):
    """What django-environ reads in an address, nothing for none. The sentence leaves it out: it may hold a password."""
    try:
        return env.email_url_config(address) if address else {}
    except (ValueError, ImproperlyConfigured):
        example = "smtp+tls://user:password@mail.paper.example:587"
        raise ImproperlyConfigured(f"EMAIL_URL is no address of a mail server, such as {example}.") from None


def kept_secret_key(path):
    """The embedded paper's own key: made at the first start, then always the same."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


# Where the paper lives

_port = spelled("PORT", r"\d{1,5}", "8000", "8000")
SITE_URL = env.str("SITE_URL", f"http://127.0.0.1:{_port}").rstrip("/")
_site = urlsplit(SITE_URL)
if _site.scheme not in ("http", "https") or not _site.hostname or _site.path:
    raise ImproperlyConfigured(f"SITE_URL is {SITE_URL!r}; it must be an address such as https://www.lefanal.example.")
PRODUCTION = _site.scheme == "https"
if not PRODUCTION and _site.hostname not in ("127.0.0.1", "localhost", "::1"):
    raise ImproperlyConfigured(f"SITE_URL is {SITE_URL!r}; a paper on the internet must be served over https://.")
ALLOWED_HOSTS = [_site.hostname]

# Part of the ids of every feed's entries: changing it shows all readers all stories again.
FEED_DOMAIN = env.str("FEED_DOMAIN", "") or _site.hostname
FEED_FULL_TEXT = chosen("FEED_CONTENT", {"full": True, "summary": False}, "full")
WEBSUB_HUB = env.str("WEBSUB_HUB", "")
if WEBSUB_HUB and urlsplit(WEBSUB_HUB).scheme not in ("http", "https"):
    raise ImproperlyConfigured(f"WEBSUB_HUB is {WEBSUB_HUB!r}; it must be the address of a hub, or empty.")

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", "")
if PRODUCTION and len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY is missing or shorter than 50 signs; in production it must be given.")
if PRODUCTION and (SECRET_KEY.startswith("django-insecure-") or len(set(SECRET_KEY)) < 20):
    raise ImproperlyConfigured("SECRET_KEY can be guessed; make one as deploy/newsroom.env says.")
SECRET_KEY = SECRET_KEY or kept_secret_key(VAR / "secret-key")

if PRODUCTION:
    SECURE_SSL_REDIRECT = True
    # The monitor asks gunicorn itself, without TLS.
    SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]
    SECURE_HSTS_SECONDS = 31536000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# The paper: what a customer makes its own

PAPER = {
    "name": env.str("PAPER_NAME", "Le Fanal"),
    "tagline": env.str("PAPER_TAGLINE", "le quotidien de la côte"),
    "logo": env.str("PAPER_LOGO", ""),
    "accent": spelled("PAPER_ACCENT", r"#[0-9A-Fa-f]{6}", "#0F4C5C", "#0F4C5C"),
    "accent_dark": spelled("PAPER_ACCENT_DARK", r"#[0-9A-Fa-f]{6}", "#8FC7D6", "#8FC7D6"),
}
if PAPER["logo"] and not (VAR / "brand" / PAPER["logo"]).is_file():
    raise ImproperlyConfigured(f"PAPER_LOGO is {PAPER['logo']!r}; there is no such file in {VAR / 'brand'}.")
LANGUAGE_CODE = spelled("LANGUAGE_CODE", r"(?:fr|en)(?:-[a-z]+)?", "fr", "fr, en, or a variety such as en-gb")
TIME_ZONE = env.str("TIME_ZONE", "Europe/Paris")
if TIME_ZONE not in available_timezones():
    raise ImproperlyConfigured(f"TIME_ZONE is {TIME_ZONE!r}; it must be a name such as Europe/Paris.")
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]

# The spaces French sources disagree about
_SPACES = {"narrow": "\u202f", "wide": "\u00a0", "none": ""}
TYPOGRAPHY = {
    "language": LANGUAGE_CODE.lower(),
    "high": chosen("TYPOGRAPHY_HIGH", _SPACES, "narrow"),
    "colon": chosen("TYPOGRAPHY_COLON", _SPACES, "wide"),
    "guillemets": chosen("TYPOGRAPHY_GUILLEMETS", _SPACES, "narrow"),
    "thousands": chosen("TYPOGRAPHY_THOUSANDS", _SPACES, "narrow"),
}

# What programs may do with what we publish. Everything that says so is made from this: see `articles/ai_policy.py`.
AI_POLICY = chosen(
    "AI_POLICY",
    {
        "search": {"search": True, "training": False},
        "all": {"search": True, "training": True},
        "none": {"search": False, "training": False},
    },
    "search",
)

# Applications

INSTALLED_APPS = [
    # Before ours, which takes what these bring to the desk, and nobody uses there, out again.
    "taggit",
    # Of it, its script alone is used: Tiptap, which static/admin/body-editor.js makes our editor of.
    "django_prose_editor",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "articles",
    # Django's admin, with our own site.
    "newsroom.apps.Desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Before staticfiles: in development too, whitenoise answers for /static/.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
AUTH_USER_MODEL = "articles.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TAGGIT_TAGS_FROM_STRING = "articles.models.tag.parse_tags"
TAGGIT_STRING_FROM_TAGS = "articles.models.tag.join_tags"

MIDDLEWARE = [
    "newsroom.request_log.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.delivery.Delivery",
    "newsroom.security_policy.SecurityPolicy",
    "newsroom.usage_policy.UsagePolicy",
    "newsroom.speculation.Speculation",
    # Before all that may ask the database.
    "newsroom.unavailable.Unavailable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "newsroom.door.second_factor.SecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.context_processors.paper",
            ],
            "builtins": ["django.templatetags.i18n", "articles.templatetags.newsroom", "articles.templatetags.photos"],
        },
    }
]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# The door of the desk: see docs/architecture.md

AUTHENTICATION_BACKENDS = ["newsroom.door.adapters.StaffBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "newsroom.door.adapters.AccountAdapter"
ACCOUNT_SIGNUP_ENABLED = False
ACCOUNT_SESSION_REMEMBER = True
# Addresses are typed by whoever makes the login, and nobody has to prove one.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"{PAPER['name']} – "
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
# By the login that is tried, never by who asks: behind our nginx we are not told, and all would be one.
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "5/5m/key",
    "reset_password": "5/m/key",
    "reset_password_from_key": None,
}
MFA_ADAPTER = "newsroom.door.adapters.MFAAdapter"
# A browser makes no passkey for an address of numbers.
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", *([] if is_number(_site.hostname) else ["webauthn"])]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RATE_LIMITS = {"webauthn_login": None}
MFA_TOTP_ISSUER = PAPER["name"]
# A telephone's clock may be half a minute off.
MFA_TOTP_TOLERANCE = 1

# Readers never carry these: the desk alone sets and is sent them.
DESK = "/admin/"
SESSION_COOKIE_NAME = "desk_session"
SESSION_COOKIE_PATH = DESK
CSRF_COOKIE_NAME = "desk_csrf"
CSRF_COOKIE_PATH = DESK
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Passwords are sent anew by mail only where mail can be sent
_mail = mail_server(env.str("EMAIL_URL", ""))
MAIL_IS_SENT = bool(_mail)
if MAIL_IS_SENT:
    EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
    EMAIL_HOST = _mail["EMAIL_HOST"]
    EMAIL_PORT = _mail["EMAIL_PORT"]
    EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"]
    EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
    EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
    EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", "") or f"noreply@{_site.hostname}"

# State: one database, and files below VAR

DATABASES = {"default": database.named(env.str("DATABASE_URL", "") or f"sqlite:///{VAR / 'newsroom.sqlite3'}")}

# Attempts at the door are counted here, so all workers must share it.
REDIS_URL = env.str("REDIS_URL", "")
if REDIS_URL and urlsplit(REDIS_URL).scheme not in ("redis", "rediss", "unix"):
    raise ImproperlyConfigured("REDIS_URL must be written as redis://127.0.0.1:6379/0.")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": database.CACHE_TABLE,
        # Beyond it even what still counts is thrown away: nobody may get there by trying logins.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
# The customer's own logo, kept apart from our files.
if (VAR / "brand").is_dir():
    STATICFILES_DIRS.append(("brand", VAR / "brand"))

STORAGES = {
    # Private and byte-identical to what was uploaded.
    "originals": {
        "BACKEND": "articles.originals.Originals",
        "OPTIONS": {"location": VAR / "originals"},
    },
    "renditions": {
        "BACKEND": "articles.originals.WholeFiles",
        "OPTIONS": {"location": VAR / "renditions"},
    },
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Of one picture; a worker's memory is measured for these.
PHOTO_MOST_MEGAPIXELS = int(spelled("PHOTO_MOST_MEGAPIXELS", r"[1-9]\d{0,3}", "50", "50"))
PHOTO_MOST_MEGABYTES = int(spelled("PHOTO_MOST_MEGABYTES", r"[1-9]\d{0,3}", "40", "40"))
# Where nginx finds the renditions, `/_renditions/` with deploy/nginx.conf; empty: we send them.
RENDITIONS_BY_NGINX = env.str("RENDITIONS_BY_NGINX", "")
MEDIA_URL = "/nothing-is-served-from-here/"

# What a browser is told

SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

# What is written down

LOGGING = logging_settings(PRODUCTION)
