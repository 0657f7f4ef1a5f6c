#!/usr/bin/env bash
# For maintainers, once per Bootstrap release: writes the subset the portal ships.
# Needs Node and npm; running and testing the portal needs neither.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
version=5.3.9
target="$here/../../static/vendor/bootstrap-$version/bootstrap.min.css"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --ignore-scripts "bootstrap@$version" sass@1.108.2
npx sass --load-path=node_modules --style=compressed --no-source-map --quiet \
  "$here/bootstrap.scss" "$work/subset.css"
{
  printf '/*! Bootstrap v%s (subset of deploy/assets/bootstrap.scss) | MIT licence, see LICENSE */\n' "$version"
  sed '1s/^\xEF\xBB\xBF//; s/^@charset "UTF-8";//' "$work/subset.css"
} >"$target"
cp node_modules/bootstrap/LICENSE "$(dirname "$target")/LICENSE"
wc -c "$target"
