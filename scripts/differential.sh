#!/bin/bash
# The same answers as other implementations, on input that is generated from a seed:
# the canonical form beside pyoxigraph's, expansion beside PyLD's, the model beside the official
# JSON Schemas run by jsonschema and by this project. (JSON beside Foundation's is a test:
# Tests/JSONTextTests.)
#
# Usage: scripts/differential.sh [COUNT]     100,000 graphs and 20,000 documents of each kind by
#                                            default
#
# DIFFERENTIAL_SEED chooses other cases. What differs stands in .build/differential.
set -euo pipefail
cd "$(dirname "$0")/.."

seed=${DIFFERENTIAL_SEED:-1}
folder=.build/differential
program=${CLR_FUZZ_PROGRAM:-}

if [ -z "$program" ]; then
    scripts/require-swift.sh
    scripts/install-packages.sh zlib1g-dev python3 python3-venv
    swift build -c release --product clr-fuzz >&2
    program=.build/release/clr-fuzz
fi
if ! "$folder/venv/bin/python" -c 'import jsonschema, pyld, pyoxigraph' 2>/dev/null; then
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install -q pyoxigraph==0.5.13 pyld==3.3.0 jsonschema==4.26.0
fi

status=0
for comparison in canonical:${1:-100000} expansion:${1:-20000} shape:${1:-20000}; do
    "$folder/venv/bin/python" -W ignore "Tests/differential/${comparison%:*}.py" \
        "$program" "${comparison#*:}" "$seed" "$folder" || status=1
done
exit "$status"
