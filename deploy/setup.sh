#!/usr/bin/env bash
# Prepares this machine: a supported Python, the system libraries, .venv with the pinned
# packages. Does nothing that is already done, so a second start takes a blink.
#   deploy/setup.sh          what running needs
#   deploy/setup.sh --dev    and the development tools
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$@" >&2; }
stop() { say "" "$@"; exit 1; }

# --- Python -------------------------------------------------------------------
# 3.14 is refused until requirements.txt is resolved and tested for it.
supported='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
python=""
for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
    if "$candidate" -c "$supported" 2>/dev/null; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
    found=$(python3 --version 2>/dev/null || echo "tidak ada Python")
    stop "PUG Portal berjalan dengan Python 3.11, 3.12, atau 3.13. Di komputer ini: $found." \
        "Pasang salah satunya, lalu ulangi. Bila letaknya lain: make run PYTHON=/jalur/ke/python3.12"
fi

# --- system packages ------------------------------------------------------------
has_libraries() {
    "$python" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "$@" 2>/dev/null
}
missing=()
"$python" -c 'import ensurepip, venv' 2>/dev/null \
    || missing+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
# What WeasyPrint draws text with. apt skips the ones that are there.
if ! has_libraries libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0 libfontconfig.so.1; then
    missing+=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig)
fi
if [ ${#missing[@]} -gt 0 ]; then
    bash deploy/apt.sh "${missing[@]}" || exit 1
fi

# --- .venv ----------------------------------------------------------------------
if ! .venv/bin/python -c "$supported" 2>/dev/null || [ ! -x .venv/bin/pip ]; then
    rm -rf .venv
    "$python" -m venv .venv
fi

install() { # $1 = requirements file; its hash in a stamp tells whether it is installed
    local stamp hash
    stamp=".venv/$(printf '%s' "$1" | tr '/.' '__').stamp"
    hash=$(sha256sum "$1" | cut -d' ' -f1)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ]; then return; fi
    say "Memasang paket Python dari $1 (sekali saja, sekitar satu menit) …"
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --require-hashes -r "$1" \
        || stop "Paket Python tidak terpasang. Periksa sambungan internet, lalu ulangi perintah yang sama."
    printf '%s' "$hash" > "$stamp"
}
install requirements.txt
if [ "${1:-}" = "--dev" ]; then install .ci/requirements.txt; fi
