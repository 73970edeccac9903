#!/bin/bash
# What no tracked file may hold: paths of one machine, work left for later, and in the sources
# what ends the program, and files too long to be read. Exceptions, each with its reason, stand
# in allowed.txt beside this script.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "${1:-$here/../..}"

status=0

# Every hit is "PATH:LINE:TEXT" or "PATH: MESSAGE"; allowed.txt has "PATH | RULE | REASON".
report() {
    rule=$1
    while IFS= read -r hit; do
        if ! cut -d '|' -f 1,2 "$here/allowed.txt" | grep -qxF "${hit%%:*} | $rule "; then
            echo "$rule: $hit" >&2
            status=1
        fi
    done
}

# The brackets keep the patterns from finding themselves.
report path < <(git grep -InE '(^|[^A-Za-z0-9_.])/(wor[k]|roo[t]|tm[p]/h|hom[e]/[a-z]+)(/|$)' || true)
report later < <(git grep -InwE 'TOD[O]|FIXM[E]|XX[X]|HAC[K]' || true)
report ending < <(git grep -nE '\b(fatalErro[r]|preconditionFailur[e])\(|\btry!|\bas!' \
    -- Sources Benchmarks || true)
report length < <(git ls-files -- 'Sources/*.swift' | while IFS= read -r path; do
    [ -e "$path" ] || continue
    lines=$(wc -l <"$path")
    [ "$lines" -le 500 ] || echo "$path: $lines lines, at most 500"
done)
exit "$status"
