#!/bin/bash
# Changes every signed sample of the standards at every place: an undefined member in each
# object, each value, each context. None of them may still be called verified.
#
# Usage: scripts/tamper.sh     with the official files in CLR_STANDARDS or ../shared/standards
#
# CLR_FUZZ_PROGRAM is a program that is built already.
set -euo pipefail
cd "$(dirname "$0")/.."

standards=${CLR_STANDARDS:-../shared/standards}
program=${CLR_FUZZ_PROGRAM:-}
if [ ! -d "$standards/samples" ]; then
    # Under continuous integration they must be there.
    if [ "${CI:-}" = true ]; then
        echo "There are no official samples in $standards." >&2
        exit 1
    fi
    echo "Not run: there are no official samples in $standards."
    exit 0
fi
if [ -z "$program" ]; then
    scripts/require-swift.sh
    scripts/install-packages.sh zlib1g-dev
    swift build -c release --product clr-fuzz >&2
    program=.build/release/clr-fuzz
fi
find "$standards/samples/clr20" "$standards/samples/ob30" -type f -print0 | sort -z |
    xargs -0 "$program" tamper "$standards/samples/documents.json"
