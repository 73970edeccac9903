#!/bin/sh
# Fails with one line where there is no Swift 6.3 or newer.
set -eu

found=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' |
    head -n 1) || found=
# shellcheck disable=SC2086
set -- $found
if [ $# -lt 2 ] || [ "$1" -lt 6 ] || { [ "$1" -eq 6 ] && [ "$2" -lt 3 ]; }; then
    echo "Swift 6.3 or newer is needed: install it from https://www.swift.org/install" >&2
    exit 1
fi
