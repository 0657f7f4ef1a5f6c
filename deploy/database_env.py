"""Print the database of the settings as shell variables, for backup.sh and restore.sh."""

import os
import shlex

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pug_portal.settings")
django.setup()

database = settings.DATABASES["default"]
values = {
    "ENGINE": database["ENGINE"].rpartition(".")[2],
    "DATABASE_FILE": database["NAME"],
    "PGDATABASE": database["NAME"],
    "PGHOST": database.get("HOST", ""),
    "PGPORT": database.get("PORT", ""),
    "PGUSER": database.get("USER", ""),
    "PGPASSWORD": database.get("PASSWORD", ""),
    "DATA_DIR": settings.DATA_DIR,
    "FILES": settings.MEDIA_ROOT,
    "VERSION": settings.VERSION,
}
for name, value in values.items():
    print(f"export {name}={shlex.quote(str(value))}")
