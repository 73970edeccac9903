#!/bin/sh
# What Sources/Service/CPango says of cairo and pango beside what their own headers say: the program
# finds their functions by name at run time, where no compiler could tell a difference any more.
set -eu
cd "$(dirname "$0")/../.."

flags=$(pkg-config --cflags pangocairo cairo-pdf) || {
    echo "The headers of pango are missing: apt-get install libpango1.0-dev pkg-config" >&2
    exit 1
}
# The compiler that Swift comes with.
compiler=$(dirname "$(realpath "$(command -v swift)")")/clang
# shellcheck disable=SC2086
"$compiler" -fsyntax-only -Wall -Werror $flags scripts/check/pango.c
