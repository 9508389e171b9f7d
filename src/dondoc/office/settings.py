"""Settings of the office. An installation states what is its own by environment variables:

``DONDOC_DATA`` data folder · ``DATABASE_URL`` PostgreSQL instead of the embedded database · ``DONDOC_HOSTS`` names the
server answers to, by comma · ``DONDOC_HTTPS=1`` behind https · ``DONDOC_DEBUG=1`` development ·
``DONDOC_STATIC=collected`` static files collected and compressed (``dondoc up`` sets it) · ``DONDOC_ADDRESS`` how
people reach the office, for links in letters · ``DONDOC_SMTP`` host:port of the mail server, with ``DONDOC_SMTP_USER``,
``DONDOC_SMTP_PASSWORD``, ``DONDOC_SMTP_TLS`` (1 or ssl), ``DONDOC_MAIL_FROM``; without it letters go to the console ·
``DONDOC_SESSION_HOURS`` (12) and ``DONDOC_MAX_SESSIONS`` (5) bound a sign-in · ``DONDOC_OIDC_URL``,
``DONDOC_OIDC_CLIENT``, ``DONDOC_OIDC_SECRET``, ``DONDOC_OIDC_NAME`` the province's single sign-on (OpenID Connect).
"""

import os
from pathlib import Path

from dondoc.office import datafolder, openid, stated

OFFICE = Path(__file__).resolve().parent
DATA = datafolder.locate()
DEBUG = os.environ.get("DONDOC_DEBUG") == "1"
HTTPS = os.environ.get("DONDOC_HTTPS") == "1"
SECRET_KEY = datafolder.secret_key(DATA)
ALLOWED_HOSTS = [host for host in os.environ.get("DONDOC_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "dondoc.office.look",
    "dondoc.office.accounts",
    "dondoc.office.audit",
    "dondoc.office.agencies",
    "dondoc.office.rules",
    "dondoc.office.documents",
    "dondoc.office.tasks",
    "dondoc.office.indicators",
    "dondoc.office.overview",
    "dondoc.office.answering",
    "dondoc.office.administration",
    "dondoc.office.proofing",
    "dondoc.office.reminders",
    "dondoc.office.exports",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "dondoc.office.security.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "dondoc.office.asked_once.AskedOnceMiddleware",
    "dondoc.office.accounts.gate.EntryMiddleware",
]

ROOT_URLCONF = "dondoc.office.urls"
WSGI_APPLICATION = "dondoc.office.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [OFFICE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": stated.database(os.environ, DATA)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A write lock is taken when a transaction begins, not at its first write: two writers wait, neither fails half-way.
    # FULL: what was acknowledged survives a power cut, not only a killed process.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # The file is read through memory, not copied page by page: with many tasks that is most of the work.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA cache_size=-16000; PRAGMA mmap_size=1073741824; PRAGMA temp_store=MEMORY;",
    }
else:
    # Every question of a page is a short one: compiling it or starting helpers for it takes longer than answering it.
    # What it reads lies in memory or on a disk without arms: a page elsewhere costs hardly more than the next one.
    DATABASES["default"]["OPTIONS"] = {
        "options": "-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1 -c work_mem=16MB"
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "dondoc.office.accounts.adapter.ClosedAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
SOCIALACCOUNT_ADAPTER = "dondoc.office.accounts.adapter.KnownPeopleAdapter"
# Our policy lets a form answer only to ourselves, and a browser holds that against the way on to the provider too:
# the way there is a link. ``state`` and ``nonce`` guard it.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": openid.apps(os.environ)}}
MFA_ADAPTER = "dondoc.office.accounts.adapter.SecretMFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Đôn Đốc"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # keys work on http only where the browser allows it: localhost
USERSESSIONS_TRACK_ACTIVITY = False
DONDOC_MAX_SESSIONS = stated.whole_number(os.environ, "DONDOC_MAX_SESSIONS", 5)
MAIL_SERVER = stated.mail_server(os.environ)
EMAIL_BACKEND = MAIL_SERVER.backend
EMAIL_HOST, EMAIL_PORT = MAIL_SERVER.host, MAIL_SERVER.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL_SERVER.user, MAIL_SERVER.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_SERVER.secrecy == "1", MAIL_SERVER.secrecy == "ssl"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("DONDOC_MAIL_FROM", "dondoc@localhost")
DONDOC_ADDRESS = os.environ.get("DONDOC_ADDRESS", "http://127.0.0.1:8000").rstrip("/")

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
LOCALE_PATHS = [OFFICE / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_COLLECTED = os.environ.get("DONDOC_STATIC") == "collected"
STATIC_ROOT = DATA / "static" if STATIC_COLLECTED else None
STATICFILES_DIRS = [OFFICE / "static"]
WHITENOISE_USE_FINDERS = not STATIC_COLLECTED
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MANIFEST_STRICT = False
MEDIA_ROOT = DATA / "files"
MEDIA_URL = "/khong-phuc-vu/"  # files of documents go out through a view that knows who may see them
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

DONDOC_MAX_UPLOAD = 50 * 1024 * 1024
DONDOC_MAX_FILES = 100
FILE_UPLOAD_HANDLERS = ["dondoc.office.documents.receiving.BoundedUploadHandler"]
FILE_UPLOAD_TEMP_DIR = DATA / "uploads" if (DATA / "uploads").is_dir() else None
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_NUMBER_FILES = DONDOC_MAX_FILES

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "scans", "exports"]}}

SESSION_COOKIE_AGE = stated.whole_number(os.environ, "DONDOC_SESSION_HOURS", 12) * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "dondoc": {"level": "INFO"},
        # The queue logs each look at its table; what a task does is logged by dondoc itself.
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
    },
}
