"""The portal's settings with what holds for every test: set once, not for each of them."""

from pug_portal.settings import *  # noqa: TID251
from pug_portal.settings import CACHES, STORAGES  # noqa: TID251

# Plain static names: nothing has to be collected first.
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
    }
    for name in CACHES
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PORTAL_NOW = None
