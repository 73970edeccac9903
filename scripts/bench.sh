#!/bin/bash
# The speed of this project beside other implementations, measured in one run and told as ratios.
# The peers and the workload come from a folder beside the project (CLR_PEERS, or
# ../shared/peers), the official contexts and samples from CLR_STANDARDS, or ../shared/standards.
#
# BENCH_DOCS, BENCH_TASKS, BENCH_PEERS, BENCH_SIZES, BENCH_SECONDS, BENCH_CAP narrow or widen it.
# Leaves .build/bench.jsonl (every measurement) and .build/bench.md (the tables, printed too).
set -euo pipefail
cd "$(dirname "$0")/.."

peers=${CLR_PEERS:-../shared/peers}
standards=${CLR_STANDARDS:-../shared/standards}
docs=${BENCH_DOCS:-clr20-simple,ob30-complete,clr-1,clr-10,clr-100,clr-1000,clrv1-1,clrv1-10,clrv1-100}
tasks=${BENCH_TASKS:-floor_verify,parse,to_rdf,canon,normalize,sign,verify,verify_all}
names=${BENCH_PEERS:-learner-record,pyoxigraph,didkit,orjson,limit}
program=.build/release/clr-benchmarks

for path in "$peers/peers.py" "$standards/catalog.json"; do
    [ -r "$path" ] || {
        echo "There is no $path: without it there is nothing to compare with." >&2
        exit 1
    }
done
[ -x "$program" ] || {
    echo "There is no $program: run make build." >&2
    exit 1
}

scripts/install-packages.sh python3 python3-venv
sh "$peers/setup.sh" .build/peers >&2
python=.build/peers/venv/bin/python

if [ ! -e .build/workload/manifest.json ]; then
    samples=.build/workload-samples
    mkdir -p "$samples"
    cp "$standards/samples/clr20/validator/simple.json" "$samples/clr20-simple.json"
    cp "$standards/samples/ob30/validator/complete.json" "$samples/ob30-complete.json"
    "$python" "$peers/make_workload.py" --out .build/workload \
        --catalog "$standards/catalog.json" --samples "$samples"/*.json \
        --rdfc "$standards/suites/rdf-canon/tests/rdfc10" --sizes "${BENCH_SIZES:-1,10,100,1000}" >&2
fi

"$python" "$peers/peers.py" --work .build/workload --node-modules .build/peers/node_modules \
    --external "learner-record=$program peer" --peers "$names" --tasks "$tasks" --docs "$docs" \
    --seconds "${BENCH_SECONDS:-2}" --cap "${BENCH_CAP:-30}" | tee .build/bench.jsonl >&2
python3 scripts/ratios.py .build/bench.jsonl | tee .build/bench.md
