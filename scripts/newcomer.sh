#!/bin/bash
# Does what README.md says to a newcomer, in a clone of the current commit in an empty folder:
# nothing beside it, none of this folder's builds or settings. Says what it did, fails where the
# README would have failed somebody.
#
# Usage: scripts/newcomer.sh        NEWCOMER_WITHOUT_TESTS=1 leaves `make test` out
set -euo pipefail
cd "$(dirname "$0")/.."

origin=$PWD
folder=$(mktemp -d)
server=
end() {
    status=$?
    trap - EXIT INT TERM
    if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; fi
    rm -rf "$folder"
    [ "$status" = 0 ] && echo "A newcomer gets there." || echo "A newcomer is stopped here." >&2
    exit "$status"
}
trap end EXIT INT TERM
step() { printf '\n== %s\n' "$*"; }
fail() {
    echo "newcomer: $*" >&2
    exit 1
}

unset CI CLR_STANDARDS CLR_PEERS MAKEFLAGS MFLAGS MAKELEVEL
for name in $(compgen -e CLR_ || true); do unset "$name"; done

step "git clone"
git clone --quiet "$origin" "$folder/learner-record"
cd "$folder/learner-record"

step "make run"
port=$(python3 -c 'import socket
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    print(s.getsockname()[1])')
address=http://127.0.0.1:$port
make run ARGS="--port $port" >"$folder/server.log" 2>&1 &
server=$!
for ((waited = 0; ; waited += 2)); do
    curl --silent --fail --output /dev/null "$address/readyz" && break
    kill -0 "$server" 2>/dev/null || { tail -n 30 "$folder/server.log" >&2; fail "it ended"; }
    [ "$waited" -lt 1800 ] || fail "no answer in half an hour"
    sleep 2
done
grep -F "$address" "$folder/server.log" || fail "it does not say which address to open"

step "the first page, and the learner's record on it"
record=$(curl --silent --fail "$address/" | grep -o 'href="[^"]*/records/[^"]*"' | head -n 1 |
    cut -d '"' -f 2)
[ -n "$record" ] || fail "the first page leads to no record"
case $record in http*) ;; *) record=$address$record ;; esac
curl --silent --fail -H 'Accept: text/html' "$record" >"$folder/record.html"
grep -q 'Verified\.' "$folder/record.html" ||
    fail "the page of $record does not say Verified"
curl --silent --fail -H 'Accept: application/json' "$record" >"$folder/record.json"
curl --silent --fail --data-binary "@$folder/record.json" -H 'Content-Type: application/json' \
    "$address/api/verify" >"$folder/verdict.json"
python3 - "$folder/verdict.json" <<'PYTHON' || fail "the record does not verify"
import json, sys
verdict = json.load(open(sys.argv[1], encoding="utf-8"))
print(verdict["name"], "·", verdict["verdict"], "· contents", verdict["aggregate"])
sys.exit(verdict["verdict"] != "verified")
PYTHON

step "clr, as in First steps"
clr=$PWD/.build/release/clr
cd "$folder"
"$clr" key generate -o key.json
sed -n '/^cat > draft.json/,/^END$/p' "$folder/learner-record/README.md" >draft.sh
[ -s draft.sh ] || fail "README.md has no draft"
sh draft.sh
"$clr" issue draft.json --key key.json -o credential.json
drafts=learner-record/Examples/drafts
"$clr" issue "$drafts/record.yaml" --templates "$drafts/templates" --dry-run
"$clr" verify credential.json
"$clr" inspect credential.json
"$clr" json canonicalize credential.json >canonical.json
"$clr" jsonld expand credential.json >expanded.json
"$clr" jsonld to-rdf credential.json >credential.nq
"$clr" rdf canonicalize credential.nq >canonical.nq
sed 's/Introduction to Statistics/Advanced Statistics/' credential.json >changed.json
if "$clr" verify changed.json >changed.txt; then fail "a changed credential verifies"; fi
cd "$folder/learner-record"

step "the end of the server"
kill -TERM "$server"
wait "$server" || true
server=
if curl --silent --output /dev/null "$address/readyz"; then fail "the server goes on"; fi

if [ -z "${NEWCOMER_WITHOUT_TESTS:-}" ]; then
    step "make test"
    make test
fi

step "git status"
[ -z "$(git status --porcelain)" ] || { git status --short >&2; fail "files were left behind"; }
