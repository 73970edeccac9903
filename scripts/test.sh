#!/bin/bash
# Every check and every test. The last line is the test runner's own closing line.
#
# Usage: scripts/test.sh [OPTION FOR swift build AND swift test…]
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/require-swift.sh
scripts/install-packages.sh \
    libsqlite3-dev zlib1g-dev chromium fonts-noto-core libpangocairo-1.0-0 libpango1.0-dev \
    pkg-config poppler-utils qpdf python3 python3-venv

make --no-print-directory check
scripts/check/pango.sh

# Dependencies are fetched first, so that a network that fails is told apart from a test that fails.
swift package resolve
swift build --build-tests "$@"
scripts/api.py --check
scripts/docs.sh
scripts/examples.sh

log=.build/tests.log
close() {
    status=$?
    # The closing line comes last, whatever else has been said since.
    grep 'Test run with' "$log" | tail -n 1 || true
    exit "$status"
}
: >"$log"
trap close EXIT

swift test "$@" 2>&1 | tee "$log"
grep -q 'Test run with' "$log" || {
    echo "The test runner did not come to its end." >&2
    exit 1
}
CLR_FUZZ_PROGRAM=.build/debug/clr-fuzz scripts/tamper.sh
Tests/browser/run.sh .build/debug/clr
