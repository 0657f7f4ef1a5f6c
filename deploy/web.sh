#!/bin/sh
# The web process of a container: this version's database and files first, then serve.
set -eu
cd "$(dirname "$0")/.."
python manage.py prepare
exec gunicorn pug_portal.wsgi --bind=0.0.0.0:8000 --worker-class=gthread \
    --workers="${WEB_WORKERS:-2}" --threads="${WEB_THREADS:-8}" \
    --worker-tmp-dir=/dev/shm --no-control-socket --graceful-timeout=30 --access-logfile=- \
    --logger-class=deploy.access_log.AccessLog
