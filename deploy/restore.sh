#!/bin/sh
# Brings back an archive of backup.sh. The portal must be stopped; what is there now is
# replaced, and the database of before is kept beside it (SQLite) or dropped (PostgreSQL).
#   deploy/restore.sh ARCHIVE --yes
#   deploy/restore.sh - --yes        reads the archive from standard input (containers)
set -eu
cd "$(dirname "$0")/.."
umask 077
source=${1:?Sebutkan berkas cadangan, misalnya: deploy/restore.sh cadangan.tar.gz --yes}
if [ "${2:-}" != --yes ]; then
    echo "Data yang ada sekarang akan diganti seluruhnya. Bila yakin: deploy/restore.sh $source --yes" >&2
    exit 1
fi
python=.venv/bin/python
[ -x "$python" ] || python=python3
facts=$("$python" -m deploy.database_env)
eval "$facts"
if [ -e "$DATA_DIR/portal.lock" ] && ! flock --nonblock "$DATA_DIR/portal.lock" true; then
    echo "Portal masih berjalan. Hentikan dahulu, lalu ulangi." >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
tar -xzf "$source" -C "$work"
(cd "$work" && sha256sum --quiet --check SHA256SUMS) \
    || { echo "Cadangan rusak: isinya tidak sama dengan ketika disimpan." >&2; exit 1; }
echo "Cadangan utuh, dari versi $(cat "$work/version.txt"); portal ini versi $VERSION."

stamp=$(date +%Y%m%d-%H%M%S)
if [ "$ENGINE" = sqlite3 ]; then
    [ -f "$work/database.sqlite3" ] \
        || { echo "Cadangan ini dari PostgreSQL; DATABASE_URL di sini SQLite." >&2; exit 1; }
    mkdir -p "$(dirname "$DATABASE_FILE")"
    for end in "" -wal -shm; do
        [ ! -e "$DATABASE_FILE$end" ] || mv "$DATABASE_FILE$end" "$DATABASE_FILE.sebelum-$stamp$end"
    done
    mv "$work/database.sqlite3" "$DATABASE_FILE"
else
    [ -f "$work/database.dump" ] \
        || { echo "Cadangan ini dari SQLite; DATABASE_URL di sini PostgreSQL." >&2; exit 1; }
    # One transaction: a dump that does not fit leaves the database as it was.
    {
        echo "SET client_min_messages = warning; DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
        pg_restore --no-owner --file=- "$work/database.dump"
    } > "$work/database.sql"
    psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --single-transaction \
        --output=/dev/null --file="$work/database.sql"
fi
mkdir -p "$FILES"
if [ -n "$(ls -A "$FILES")" ]; then
    mv "$FILES" "$FILES.sebelum-$stamp"
    mkdir -p "$FILES"
fi
cp -R "$work/files/." "$FILES/"
"$python" manage.py migrate --no-input --verbosity 0
echo "Data sudah pulih. Jalankan portal lagi, lalu masuk untuk memeriksa."
