"""All settings, in one file. A fresh clone runs as it is; production refuses to start without secrets."""

from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from driehoek.base.core import postgresql, sqlite
from driehoek.base.core.engines import kind_of

ROOT = Path(__file__).resolve().parents[2]
env = environ.Env()


def setting(name: str) -> str:
    return f"DRIEHOEK_{name}"


# What kind of installation this is -----------------------------------------------------------------
DEMO = env.bool(setting("DEMO"), default=False)
DEBUG = env.bool(setting("DEBUG"), default=False)
PRODUCTION = env.bool(setting("PRODUCTION"), default=False)
VAR = Path(env.str(setting("VAR"), default=str(ROOT / "var")))  # database, media, mail: all that is kept

SECRET_KEY = env.str(setting("SECRET_KEY"), default="" if PRODUCTION else "only-for-development-" + "x" * 40)
SECRET_KEY_FALLBACKS = env.list(setting("SECRET_KEY_FALLBACKS"), default=[])
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("DRIEHOEK_SECRET_KEY must be set, with 50 characters or more.")

for other, chosen in {"DEMO": DEMO, "DEBUG": DEBUG}.items():
    if PRODUCTION and chosen:  # the demo signs anybody in and shows all mail; a debug page shows what it had
        raise ImproperlyConfigured(f"DRIEHOEK_{other} and DRIEHOEK_PRODUCTION exclude each other.")

HOST = env.str(setting("HOST"), default="localhost:8000")  # where people find this installation
ALLOWED_HOSTS = env.list(
    setting("ALLOWED_HOSTS"), default=["localhost", "127.0.0.1", "[::1]", HOST.split(":")[0]]
)
SITE_URL = env.str(setting("SITE_URL"), default=f"{'https' if PRODUCTION else 'http'}://{HOST}")

# The parts -------------------------------------------------------------------------------------------
OURS = [
    "base.core", "base.shell",
    "facts.people", "facts.schools", "facts.consent", "facts.looking",
    "backbone.access", "backbone.journal", "backbone.translation", "backbone.media", "backbone.speech",
    "backbone.sms", "backbone.notifications", "backbone.index", "backbone.letterbox", "backbone.texting",
    "backbone.moderation",
    "features.entry", "features.feed", "features.consents", "features.rosters", "features.profile",
    "features.portraits", "features.guardianships", "features.unreached", "features.languages",
    "features.conversations", "features.following",
    "features.dayreports", "features.tips", "features.kitchen", "features.timeline", "features.timetable",
    "features.absences", "features.corrections", "features.talks", "features.portfolio",
    "features.stories", "features.introductions", "features.questions", "features.holidays",
    "features.choices", "features.paper", "features.alerts", "features.newsletters", "features.retention",
    "features.results", "features.career", "features.noticing", "features.pulse",
    "surfaces.home", "surfaces.children", "surfaces.search", "surfaces.publishing", "surfaces.agreed",
    "surfaces.brought", "surfaces.discussed", "surfaces.inviting", "surfaces.shifted",
    "surfaces.learned",
    *(["surfaces.demo"] if DEMO else []),
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    *(f"driehoek.{app}" for app in OURS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "driehoek.base.shell.keeping.NobodyKeepsMiddleware",
    "csp.middleware.CSPMiddleware",
    "driehoek.base.shell.packing.QuickGZipMiddleware",
    "driehoek.features.alerts.middleware.PublicPageMiddleware",  # before the session: it needs no database
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "driehoek.base.shell.upwards.UpwardsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "driehoek.features.entry.middleware.PersonMiddleware",
    "driehoek.features.entry.middleware.SignedInMiddleware",
    "driehoek.backbone.access.viewer.ViewerMiddleware",
    "driehoek.backbone.journal.reading.ReadingMiddleware",
    "driehoek.features.entry.middleware.DeviceMiddleware",
    "driehoek.base.shell.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "driehoek.config.urls"
WSGI_APPLICATION = "driehoek.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "driehoek.base.shell.context.shell",
            ],
            "builtins": ["driehoek.base.shell.templatetags.shell"],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Where it is kept ------------------------------------------------------------------------------------
DATABASES = {"default": env.db(setting("DATABASE_URL"), default=f"sqlite:///{VAR / 'driehoek.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = sqlite.connection_options()
else:
    POOLER = env.bool(setting("POOLER"), default=False)  # one that lends by transaction
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = POOLER
    own = DATABASES["default"].get("OPTIONS", {})
    DATABASES["default"]["OPTIONS"] = own | postgresql.connection_options(pooled=POOLER)
DATABASES["default"]["CONN_MAX_AGE"] = 600  # seconds; opening one, and reading its tables, costs half a page
MEDIA_ROOT = VAR / "media"
PUBLIC_PAGES = VAR / "dringend"  # of each school the page that anybody may read
ACCEL = env.bool(setting("ACCEL"), default=False)  # the web server in front sends photos, from /protected/
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 5000}}
}
LANES = ["urgent", "default", "bulk", "media"]  # a queue each, and somebody who keeps it
JOBS = kind_of(env.str(setting("JOBS"), default="database"), DATABASES)  # or "distributed": guides/queues.md
TASKS = {"default": {"BACKEND": JOBS.backend, "QUEUES": LANES}}
INSTALLED_APPS += JOBS.apps
RECURRING = "driehoek.config.recurring.RECURRING"  # what comes back by the clock

# Who is let in ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["driehoek.features.entry.backends.PersonBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "entry:signin"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"
SESSION_ENGINE = "driehoek.features.entry.sessions"  # a session is a device that can be seen and ended
SESSION_COOKIE_AGE = 180 * 24 * 3600  # a known device of a guardian stays signed in this long
SESSION_COOKIE_NAME = "__Host-sid" if PRODUCTION else "sid"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 63072000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
PROXY = env.bool(setting("PROXY"), default=False)  # one of ours stands in front
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE_PROXY_SSL_HEADER else 0  # whose word on a visitor's address counts
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],  # blob: listening back before it is sent
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# What the shell asks of the parts above it -----------------------------------------------------------
SHELL_NAVIGATION = "driehoek.config.navigation.places_for"
SHELL_CONTACTS = "driehoek.config.navigation.contacts_for"
SHELL_QUESTIONS = "driehoek.config.navigation.questions_for"
SHELL_OWN_PAGE = "profile:settings"  # url name behind your own face
CSRF_FAILURE_VIEW = "driehoek.base.shell.errors.expired_form"

# Password, passkey and second factor: for who works at a school
ACCOUNT_ADAPTER = "driehoek.features.entry.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login_name"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # a parent at home signs in again for school
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "100/m/ip,10/5m/key"}  # ours are in entry.limits
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}  # a whole school sits behind one address
MFA_ADAPTER = "driehoek.features.entry.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # telephones run up to half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
SIGN_ON_PLACES = env.list(setting("SIGN_ON_PLACES"), default=[SITE_URL] if DEMO else [])  # openid/places.py
ONEROSTER_PLACES = env.list(setting("ONEROSTER_PLACES"), default=[SITE_URL] if DEMO else [])  # whom we ask
PUSH_KEY = env.str(setting("PUSH_KEY"), default="")  # of bin/manage push_keys; without it nothing rings
PUSH_KEY_FALLBACKS = env.list(setting("PUSH_KEY_FALLBACKS"), default=[])  # former ones, until all changed
PUSH_CONTACT = env.str(setting("PUSH_CONTACT"), default="")  # whom a push service may call
if PUSH_KEY and not PUSH_CONTACT.startswith(("mailto:", "https://")):
    raise ImproperlyConfigured("DRIEHOEK_PUSH_CONTACT must be set: mailto:... or https://...")
PUSH_SERVICES = [  # the only computers that are ever sent a notice: an address comes from a browser
    "https://fcm.googleapis.com", "https://*.push.services.mozilla.com", "https://*.notify.windows.com",
    "https://*.push.apple.com",
]  # fmt: skip
SECRET_AFTER = [  # addresses that are a secret themselves; tests/test_logs.py finds one that is missing
    "/w/", "/k/", "/school/start/", "/school/inloggen/met/", "/ik/telefoons/", "/demo/postbus/",
    "/meldingen/uit/overzicht/", "/meldingen/uit/", "/antwoord/", "/lees/", "/vraag/", "/keukentafel/mail/",
    "/brief/", "/foto/", "/bijlage/", "/gezicht/", "/werk/pakket/",
]  # fmt: skip
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "driehoek.base.core.logs.Discreet", "secret_after": SECRET_AFTER}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}

# Words and clocks ------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [
    ("nl", "Nederlands"),
    ("en", "English"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
    ("pl", "Polski"),
    ("uk", "Українська"),
]
LOCALE_PATHS = [ROOT / "driehoek" / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# What is served as it is -----------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_FINDERS = [
    "driehoek.base.shell.stylesheet.StylesheetFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "driehoek.base.shell.static_files.StaticFiles"},
}

# What is forgotten when --------------------------------------------------------------------------------
ABSENCES_KEPT_DAYS = env.int(setting("ABSENCES_KEPT_DAYS"), default=400)  # the school's register keeps longer

# Mail ------------------------------------------------------------------------------------------------
mail = env.email(setting("EMAIL_URL"), default="consolemail://")
if mail["EMAIL_BACKEND"].endswith("smtp.EmailBackend"):
    mail["EMAIL_BACKEND"] = "driehoek.backbone.notifications.channels.pipelining.Backend"
vars().update(mail)
DEFAULT_FROM_EMAIL = env.str(setting("MAIL_FROM"), default="Driehoek <school@driehoek.example>")
MAIL_DOMAIN = DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >")
EMAIL_TIMEOUT = 20
REPLY_ADDRESS = env.str(setting("REPLY_ADDRESS"), default="")  # a mailbox of ours; empty: nobody can reply
IMAP_URL = env.str(setting("IMAP_URL"), default="")  # where replies lie, if our own listener takes none
RECEIVE_AT = env.str(setting("RECEIVE_AT"), default="127.0.0.1:2525")  # where `receive_mail` listens

# Text messages: docs/guides/sms.md -------------------------------------------------------------------
SMS_URL = env.str(setting("SMS_URL"), default="")  # where the gateway takes messages
SMS = env.str(  # a class with text(number, words, reference): without one there are no text messages
    setting("SMS"), default="driehoek.backbone.sms.gateway.HttpGateway" if SMS_URL else ""
)
SMS_KEY = env.str(setting("SMS_KEY"), default="")
SMS_FROM = env.str(setting("SMS_FROM"), default="")  # the number people answer to
SMS_SECRET = env.str(setting("SMS_SECRET"), default="")  # with which the gateway signs what it brings
SMS_COUNTRIES = env.list(  # where parents' telephones are from; others cost a fortune
    setting("SMS_COUNTRIES"),
    default="+31 +32 +33 +34 +39 +40 +43 +44 +45 +46 +47 +48 +49 +90 +212 +359 +380".split(),
)
SMS_A_DAY = env.int(setting("SMS_A_DAY"), default=500)  # of one school; three times that if urgent

# Translating -----------------------------------------------------------------------------------------
TRANSLATOR = env.str(setting("TRANSLATOR"), default="")  # libretranslate or deepl; empty: by hand only
TRANSLATOR_URL = env.str(setting("TRANSLATOR_URL"), default="")
TRANSLATOR_KEY = env.str(setting("TRANSLATOR_KEY"), default="")

# Uploads ---------------------------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_PERMISSIONS = 0o640
SPEECH = env.str(setting("SPEECH"), default="driehoek.backbone.speech.engines.Espeak")  # who reads aloud
SPEECH_TEXTS = "driehoek.backbone.translation.spoken.spoken_in"  # what is read aloud, translated
SCAN = env.str(setting("SCAN"), default="")  # the school's virus scanner: see backbone/media/scanning.py
