#!/bin/sh
# Installs those of the named Debian packages that are missing, and says which.
#
# Usage: scripts/install-packages.sh PACKAGE…
set -eu

if ! command -v dpkg >/dev/null 2>&1; then
    echo "This is no Debian: please see to it yourself that there is: $*" >&2
    exit 0
fi

missing=
for package in "$@"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
else
    echo "Please install as root: apt-get install$missing" >&2
    exit 1
fi

echo "Installing$missing" >&2
install() {
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends $missing >/dev/null
}
# Without the lists of packages, or with old ones, the first try fails.
install 2>/dev/null || { $as_root apt-get update -qq && install; }
