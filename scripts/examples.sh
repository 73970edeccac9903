#!/bin/bash
# Builds the examples, which see of this package what anybody sees, and runs each: every one ends
# with an error where something is not as it should be.
set -euo pipefail
cd "$(dirname "$0")/.."

# A build folder of its own, because it is another package; the checkouts that both need come
# from the cache of the package manager.
build() { swift build --package-path Examples --scratch-path .build/examples "$@"; }

# The examples stand on the versions that this package was tested with.
[ ! -e Package.resolved ] || cp Package.resolved Examples/Package.resolved
build

programs=$(build --show-bin-path)
cd Examples
for folder in Sources/*/; do
    name=$(basename "$folder")
    "$programs/$name" >/dev/null || {
        echo "Examples/Sources/$name: ended with an error" >&2
        exit 1
    }
done
echo "The examples do what they say."
