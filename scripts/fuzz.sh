#!/bin/bash
# Fuzzes every target, or one of them, with libFuzzer and the address sanitizer.
#
# Usage: scripts/fuzz.sh [SECONDS FOR EACH TARGET] [TARGET]
#
# The corpus stays in .build/fuzz/corpus, what was found in .build/fuzz/crashes, the logs in
# .build/fuzz/logs. CLR_FUZZ_PROGRAM names a program that was built before.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
only=${2:-}
folder=.build/fuzz
program=${CLR_FUZZ_PROGRAM:-}

if [ -z "$program" ]; then
    scripts/require-swift.sh
    scripts/install-packages.sh zlib1g-dev
    swift build -c release --product clr-fuzz --scratch-path .build/fuzz-build \
        -Xswiftc -sanitize=fuzzer,address -Xswiftc -DFUZZING >&2
    program=.build/fuzz-build/release/clr-fuzz
fi

# The backtracer waits forever for a process that crashed under the fuzzer; leaks are the runtime's.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1

status=0
for target in ${only:-$("$program" list)}; do
    corpus=$folder/corpus/$target crashes=$folder/crashes/$target log=$folder/logs/$target.log
    mkdir -p "$corpus" "$crashes" "$folder/logs"
    "$program" seeds "$target" "$folder/seeds/$target"
    echo "$target: $seconds seconds"
    timeout -k 10 $((seconds + 120)) "$program" fuzz "$target" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -detect_leaks=0 \
        -dict="$folder/seeds/$target.dict" -artifact_prefix="$crashes/" -print_final_stats=1 \
        "$corpus" "$folder/seeds/$target" >>"$log" 2>&1 || {
        status=1
        echo "$target: a finding in $crashes; the end of $log says more" >&2
    }
    grep -a 'number_of_executed_units' "$log" | tail -n 1 || true
done
exit "$status"
