#!/bin/bash
# Runs a command in the foreground of make, and ends it when make is told to end.
#
# A terminal sends Ctrl-C to both, and make hands SIGTERM on. But SIGINT sent to make alone is not
# handed on: make stops catching it and waits. That is seen in /proc, and told to the command.
#
# Usage: scripts/foreground.sh COMMAND [ARGUMENT…]
set -euo pipefail

catches_interrupt() {
    local mask
    mask=$(sed -n 's/^SigCgt:[[:space:]]*//p' "/proc/$1/status" 2>/dev/null) || return 1
    [ -n "$mask" ] && ((0x$mask & 2))
}

command=$$ make=$PPID
if catches_interrupt "$make"; then
    (
        while sleep 0.5 && kill -0 "$command" 2>/dev/null; do
            catches_interrupt "$make" && continue
            kill -INT "$command" 2>/dev/null
            break
        done
    ) </dev/null >/dev/null 2>&1 &
fi
exec "$@"
