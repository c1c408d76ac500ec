"""Settings of the portal: one file for every installation; only the environment differs (see `.env.example`).

The defaults are those of production; anything weaker must be set. A missing secret or a doubtful value stops the start.
"""

import os
from email.utils import formataddr
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from django.utils.translation import to_locale

from .installation import Installation
from .services import cache

BASE_DIR = Path(__file__).resolve().parent.parent

# What this installation set, all of it checked; where anything is doubtful, the program ends here and says so.
here = Installation.read_or_stop(os.environ, var=BASE_DIR / "var")

# What the running portal writes: the SQLite file, the generated key, collected static files.
VAR_DIR = here.var
SECRET_KEY = here.secret_key
# Those before it: they still open and find what they made, and make nothing new (docs/operators.md).
SECRET_KEY_FALLBACKS = here.secret_key_fallbacks

DEBUG = here.debug
# The day on which advice is given, for demonstrations and to look back; without it, today.
FIXED_DAY = here.fixed_day
# Where "Leave this site" ends; without it, an empty page of our own that says nothing.
QUICK_EXIT_URL = here.quick_exit_url
# Whether a second person must approve before facts are published.
TWO_PERSON_PUBLISHING = here.two_person_publishing
# Whether the portal itself reads public pages of the UN for proposals of facts. Visitors are never part of such a request.
FETCH = here.fetch
# What mails, authenticator apps and passkeys call the portal: a name that tells nothing to somebody who looks over a
# shoulder.
NEUTRAL_NAME = here.neutral_name
ALLOWED_HOSTS = here.allowed_hosts
HTTPS = here.https
# The address for links in reminders, since there is no visitor's request to take it from.
PUBLIC_URL = here.public_url
# Whom to tell of a fault, and until which day that holds: /.well-known/security.txt.
SECURITY_CONTACT, SECURITY_EXPIRES = here.security_contact, here.security_expires

INSTALLED_APPS = [
    "portal.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "crispy_forms",
    "django_htmx",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "accounts",
    "mechanisms",
    "advisor",
]
MIDDLEWARE = [
    "portal.logs.numbered",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    # Static files are answered here: they get the headers above and may be cached, pages below may not.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.Compression",
    "portal.middleware.discretion",
    "portal.middleware.Sessions",
    "advisor.questions.middleware.OwnDraft",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.back.nothing_behind",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.preferences",
    "accounts.middleware.SignedInRules",
    "accounts.visits.short",
    "advisor.saved.middleware.rights",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.lost.Lost",
    "portal.answered.answered",
    "portal.limits.Limits",
    "portal.once.once",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "portal.middleware.whole_text",
    "advisor.editions.middleware.Unpublished",
]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # Each subject brings its own; the names are those that templates load.
            "libraries": {
                "advice": "advisor.advice.tags",
                "drafts": "advisor.drafts.tags",
                "people": "accounts.tags",
                "experience": "advisor.experience.tags",
                "facts_admin": "mechanisms.admin.tags",
                "forms": "portal.form_tags",
                "guests": "advisor.sharing.tags",
                "navigation": "portal.navigation",
                "pictures": "advisor.advice.picture_tags",
                "plans": "advisor.plans.tags",
                "preview": "advisor.advice.preview_tags",
                "reference": "mechanisms.reference.tags",
                "routes": "advisor.words.tags",
                "publishing": "advisor.publishing.tags",
                "saved": "advisor.saved.tags",
                "sheets": "portal.static_files",
                "words": "mechanisms.tags",
            },
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
# The folder of templates by which crispy draws every form.
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "forms"

DATABASES = {"default": here.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

AUTHENTICATION_BACKENDS = ["accounts.signing_in.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "advisor:saved-list"

# Signing up and in, by allauth: an e-mail address and a password, a second factor for those who want one.
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
# A code, not a link: the mail does not name the site, and no page's address holds a secret.
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
# Time enough to fetch the mail on another device.
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
# A sign-in ends with the browser, like the answers.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_USER_DISPLAY = "accounts.people.display"
ACCOUNT_RATE_LIMITS = {
    "invite": "20/h/user",
    # Many share a network, such as an exit of Tor: what is counted by network is much and lapses within minutes. `key` is an account
    # as seen from one network: nobody elsewhere shuts its owner out (docs/decisions/0076).
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    # Guests: answers kept under new codes, and tries of a code, right or wrong. A code has 51 bits.
    "guest_keep": "20/5m/ip",
    "guest_code": "60/m/ip",
}
ACCOUNT_FORMS = {
    "login": "accounts.forms.SignInForm",
    "signup": "accounts.forms.SignUpForm",
    "confirm_email_verification_code": "accounts.forms.ConfirmAddressForm",
    "add_email": "accounts.forms.ChangeAddressForm",
    "reset_password": "accounts.forms.ForgottenPasswordForm",
    "confirm_password_reset_code": "accounts.forms.ConfirmResetForm",
    "reset_password_from_key": "accounts.forms.NewPasswordForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "reauthenticate": "accounts.forms.ProveForm",
}
MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Nobody is signed in before they confirmed their address, but staff by name, who must not be kept from a factor by one that reaches nobody.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "accounts.forms.SecondFactorForm",
    "reauthenticate": "accounts.forms.ProveBySecondFactorForm",
    "activate_totp": "accounts.forms.ActivateCodesForm",
    "add_webauthn": "accounts.forms.AddKeyForm",
    "edit_webauthn": "accounts.forms.RenameKeyForm",
    "generate_recovery_codes": "accounts.forms.NewRecoveryCodesForm",
}
# Whether approvers, administrators and superusers get nowhere before they have set up a second factor.
STAFF_SECOND_FACTOR = here.staff_second_factor
# The longest that somebody stays signed in, whatever they do.
SIGN_IN_HOURS = 12

# Drafts of the questionnaire are kept in the session: on the server, sealed, for one working day after the last answer,
# gone with the browser.
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
# With this prefix browsers take them from this host alone, over https: no other name below the domain can set or read them.
OWN_HOST = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{OWN_HOST}sessionid"
CSRF_COOKIE_NAME = f"{OWN_HOST}csrftoken"
LANGUAGE_COOKIE_NAME = f"{OWN_HOST}django_language"
# Lax, not Strict: a link from a mail or another site must find the visitor's own draft.
SESSION_COOKIE_SAMESITE = "Lax"
# No cookie outlives the browser: whoever looks at the telephone later would see the name of the site.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "portal.views.csrf_failure"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"

SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
# A probe speaks to the process itself, inside the machine, without a certificate.
SECURE_REDIRECT_EXEMPT = [r"^health/(live|ready)$"]
# Browsers make passkeys without https only for one's own machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
# Attempts are counted by network: the last entry of X-Forwarded-For is the proxy's own.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if here.behind_proxy else 0
if here.behind_proxy:
    # Only behind a proxy that sets this header itself and strips it from what visitors send.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# No other site learns where its visitor comes from. Not `no-referrer`: under it browsers send `Origin: null` with our own
# forms, and the protection against forged forms must refuse them all.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the portal's mark, inside each page: no request of its own
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

LANGUAGE_CODE = "en"
LOCALE_PATHS = [BASE_DIR / "locale"]
UN_LANGUAGES = [
    ("ar", _("Arabic")),
    ("zh-hans", _("Chinese")),
    ("en", _("English")),
    ("fr", _("French")),
    ("ru", _("Russian")),
    ("es", _("Spanish")),
]
# A language is offered once it has a catalogue: English words laid out from right to left would help nobody.
LANGUAGES = [
    (code, name)
    for code, name in UN_LANGUAGES
    if code == "en" or (LOCALE_PATHS[0] / to_locale(code) / "LC_MESSAGES").is_dir()
]
USE_I18N = True
FORMAT_MODULE_PATH = ["portal.formats"]
USE_TZ = True
# Time limits of the UN end in Geneva, and all members of a matter read one day (`mechanisms.clock`).
TIME_ZONE = "Europe/Zurich"

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.static_files.JoinedStaticFiles"},
}

# Work for later: by a broker if there is one, otherwise at once by the process that asks.
CELERY_BROKER_URL = here.broker_url
CELERY_TASK_ALWAYS_EAGER = CELERY_BROKER_URL is None
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"
# The portal's own log, which quotes no exception; one task at a time, so that a dead worker blocks no others.
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# The time of the last run is not kept: an extra round finds nothing to do.
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")

# How often a minute one network, or one person who is signed in, may ask one process for what costs much (`portal.limits`).
LIMITS_PER_MINUTE = {
    kind: number * here.limits_factor
    for kind, number in {"api": 60, "advice": 120, "paper": 30, "calendar": 60, "invitation": 30}.items()
}
# Counts of attempts, shared by all workers: in Redis if there is one, otherwise in a table (`manage.py
# createcachetable`).
CACHES = {"default": cache(CELERY_BROKER_URL)}

# Mails: through a server; without one, as files that the operator can read.
vars().update(here.mail)
DEFAULT_FROM_EMAIL = formataddr((NEUTRAL_NAME, here.email_from))
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# No log holds what people tell the portal: requests are logged without their body, exceptions without their message.
DEFAULT_EXCEPTION_REPORTER_FILTER = "portal.logs.EverythingHidden"
ADMINS: list[str] = []
LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "portal.logs.DiscreetFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # Django's own handlers (a mail to the admins, a second console) are replaced: everything goes through the root's.
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
    },
}
