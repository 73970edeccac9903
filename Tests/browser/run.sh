#!/bin/sh
# The pages in a real browser: installs what is missing, starts the demonstration on a free port
# with a data folder of its own, looks at every page, and stops what it started.
#
# Usage: Tests/browser/run.sh PATH-TO-CLR [FOLDER-FOR-SCREENSHOTS]
set -eu

clr=${1:?"usage: Tests/browser/run.sh PATH-TO-CLR [FOLDER-FOR-SCREENSHOTS]"}
shots=${2:-}
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH= cd -- "$here/../.." && pwd)
venv=$root/.build/browser-venv

install_packages() {
    if [ "$(id -u)" != 0 ]; then
        echo "run.sh: please install: $*" >&2
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

chromium=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$chromium" ]; then
    install_packages chromium fonts-noto-core
    chromium=$(command -v chromium)
fi
if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
    install_packages python3 python3-venv
fi
if [ ! -e "$venv/ready" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check playwright axe-playwright-python
    touch "$venv/ready"
fi

work=$(mktemp -d)
server=
stop() {
    status=$?
    trap - EXIT INT TERM
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
    exit "$status"
}
trap stop EXIT INT TERM

port=$(python3 -c 'import socket
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    print(s.getsockname()[1])')
# The folder is a new one both by the setting and as the working directory.
case $clr in /*) ;; *) clr=$PWD/$clr ;; esac
cd "$work"
CLR_DATA=$work/data "$clr" serve --demo --port "$port" >"$work/out" 2>"$work/err" &
server=$!

address=http://127.0.0.1:$port
waited=0
until python3 -c 'import sys, urllib.request
urllib.request.urlopen(sys.argv[1] + "/readyz", timeout=2)' "$address" 2>/dev/null; do
    if ! kill -0 "$server" 2>/dev/null || [ "$waited" -ge 60 ]; then
        echo "run.sh: the server did not come up" >&2
        cat "$work/out" "$work/err" >&2
        exit 1
    fi
    waited=$((waited + 1))
    sleep 1
done

set -- "$address" --chromium "$chromium"
[ -z "$shots" ] || set -- "$@" --shots "$shots"
sample=${CLR_STANDARDS:-$root/../shared/standards}/samples/clr20/validator/simple.json
[ ! -r "$sample" ] || set -- "$@" --file "$sample"
# The first record as a page of its own, without a server.
python3 -c 'import re, sys, urllib.request
base = sys.argv[1]
with urllib.request.urlopen(base + "/") as page:
    path = re.search(r"/records/[^\"?#]+", page.read().decode()).group()
request = urllib.request.Request(base + path, headers={"Accept": "application/vc+ld+json"})
with urllib.request.urlopen(request) as record, open(sys.argv[2], "wb") as file:
    file.write(record.read())' "$address" "$work/record.json"
"$clr" view "$work/record.json" -o "$work/record.html"
set -- "$@" --view "$work/record.html"
# Pages of the corpus, one of each kind that looks different from the others.
for name in presentations/of-three-forms.json presentations/stolen.json \
    older-generations/clr-1-signed.jwt older-generations/badge-2-hosted.json \
    pictures/png-record.png people-and-languages/in-arabic.json \
    people-and-languages/in-three-languages.json contents/record-with-a-hierarchy.json \
    contents/result-rubric.json contents/endorsed.json sense/expired-course-inside.json \
    bad-proofs/word-changed.json bad-proofs/key-nowhere.json unreadable/words.txt; do
    page=$(printf %s "$name" | tr /. --)
    [ -r "$root/Corpus/records/$name" ] || { echo "run.sh: no $name in the corpus" >&2; exit 1; }
    "$clr" view "$root/Corpus/records/$name" --now 2026-06-01T12:00:00Z -o "$work/$page.html"
    cp "$root/Corpus/records/$name" "$work/$page.original"
    set -- "$@" --view "$work/$page.html"
done
"$venv/bin/python" "$here/check_pages.py" "$@"
