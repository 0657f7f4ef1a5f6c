#!/bin/sh
# Saves database and uploaded files into one archive. The portal may stay running.
#   deploy/backup.sh FOLDER     writes FOLDER/pug-portal-<time>.tar.gz
#   deploy/backup.sh -          writes the archive to standard output (containers)
set -eu
cd "$(dirname "$0")/.."
umask 077
target=${1:?Sebutkan map tujuan, misalnya: deploy/backup.sh /media/cadangan}
python=.venv/bin/python
[ -x "$python" ] || python=python3
facts=$("$python" -m deploy.database_env)
eval "$facts"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
mkdir "$work/files"

# The database first: a file that arrives in between is one too many, never one too few.
if [ "$ENGINE" = sqlite3 ]; then
    "$python" - "$DATABASE_FILE" "$work/database.sqlite3" <<'PYTHON'
import pathlib, sqlite3, sys
source, target = sys.argv[1:]
if not pathlib.Path(source).exists():
    sys.exit(f"Basis data {source} tidak ada.")
with sqlite3.connect(source) as old, sqlite3.connect(target) as new:
    old.backup(new)
PYTHON
else
    pg_dump --format=custom --no-owner --file="$work/database.dump"
fi
if [ -d "$FILES" ]; then cp -R "$FILES/." "$work/files/"; fi
printf '%s\n' "$VERSION" > "$work/version.txt"
(cd "$work" && find . -type f ! -name SHA256SUMS -exec sha256sum {} + > SHA256SUMS)

if [ "$target" = - ]; then
    tar -czf - -C "$work" .
else
    mkdir -p "$target"
    name=$target/pug-portal-$(date +%Y%m%d-%H%M%S).tar.gz
    tar -czf "$name.part" -C "$work" .
    mv "$name.part" "$name"
    echo "Cadangan tersimpan: $name ($(du -h "$name" | cut -f1))"
fi
