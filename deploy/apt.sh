#!/usr/bin/env bash
# Installs the named system packages when it may; otherwise names them and fails.
set -euo pipefail

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null; then
        as_root=(sudo -n)
    else
        printf '\n%s\n%s\n\n    sudo apt-get install %s\n\n%s\n' \
            "Paket sistem ini belum ada: $*." \
            "Memasangnya perlu hak administrator. Jalankan:" "$*" \
            "lalu ulangi perintah yang sama." >&2
        exit 1
    fi
fi
if ! command -v apt-get >/dev/null; then
    echo "Paket sistem ini belum ada dan apt-get tidak tersedia: $*. Pasang dengan cara sistem Anda." >&2
    exit 1
fi
echo "Memasang paket sistem: $* …" >&2
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >&2
