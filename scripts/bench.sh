#!/bin/bash
# The speed of this project beside other implementations, measured in one run and told as ratios.
#
# BENCH_DOCS, BENCH_TASKS, BENCH_PEERS, BENCH_SIZES, BENCH_SECONDS, BENCH_CAP narrow or widen it;
# scripts/bench-prepare.sh says where the peers and the documents come from.
# Leaves .build/bench.jsonl (every measurement) and .build/bench.md (the tables, printed too).
set -euo pipefail
cd "$(dirname "$0")/.."

work=.build/workload
program=.build/release/clr-benchmarks
[ -x "$program" ] || {
    echo "There is no $program: run make build." >&2
    exit 1
}
scripts/bench-prepare.sh "$work" "${BENCH_SIZES:-1,10,100,1000}"

measure() {
    .build/peers/venv/bin/python "${CLR_PEERS:-../shared/peers}/peers.py" --work "$work" \
        --node-modules .build/peers/node_modules --external "learner-record=$program peer" \
        --seconds "${BENCH_SECONDS:-2}" --cap "${BENCH_CAP:-30}" "$@" | tee -a .build/bench.jsonl >&2
}
: >.build/bench.jsonl
records=clr20-simple,ob30-complete,clr-1,clr-10,clr-100,clr-1000,clrblank-10,clrblank-100
records+=,clrv1-1,clrv1-10,clrv1-100
measure --docs "${BENCH_DOCS:-$records}" \
    --tasks "${BENCH_TASKS:-floor_verify,parse,to_rdf,canon,normalize,sign,verify,verify_all}" \
    --peers "${BENCH_PEERS:-learner-record,pyoxigraph,didkit,orjson,limit}"
if [ -z "${BENCH_DOCS:-}" ]; then
    # What is set beside itself is measured in rounds that take turns: what else the machine does is in
    # each round the same for all. That is how times grow with the document, and on one core beside all.
    turn() { # turn NAME TASK DOCUMENT [COMMAND BEFORE THE PROGRAM…]
        local name=$1 task=$2 doc=$3
        shift 3
        "$@" "$program" peer --work "$work" --task "$task" --doc "$doc" --seconds 0.4 --cap 10 |
            sed "s/^{/{\"peer\": \"$name\", \"task\": \"$task\", \"doc\": \"$doc\", /" |
            tee -a .build/bench.jsonl >&2
    }
    for _ in $(seq 11); do
        for task in parse to_rdf canon normalize sign verify verify_all; do
            for doc in clr-1 clr-10 clr-100 clr-1000; do turn "in turns" "$task" "$doc"; done
        done
        for doc in clr-10 clr-100 clr-1000; do
            turn "one core" verify_all "$doc" taskset -c 0
            turn "all cores" verify_all "$doc"
        done
    done
    # What the credentials inside cost at the least, and the hard cases of RDFC-1.0.
    measure --docs part-1,part-10,part-100,part-1000 --tasks floor_verify --peers limit
    cases=$(cd "$work/rdfc" && printf 'rdfc-%s,' *.nq | sed 's/[.]nq//g; s/,$//')
    measure --docs "$cases" --tasks canon --peers learner-record,pyoxigraph,pyld,node-rdf-canonize
fi
python3 scripts/ratios.py .build/bench.jsonl | tee .build/bench.md
