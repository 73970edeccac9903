#!/usr/bin/env python3
"""Fails where a document that is ten times as long takes more than 10.5 times the instructions.

Usage: scripts/growth.py WORKLOAD PROGRAM

Instructions are counted by valgrind and not timed: the same on a busy machine as on a quiet one, and
blind to what misses a cache. A run of one round beside one of five leaves the work of four.
"""
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

TASKS = ["parse", "to_rdf", "canon", "normalize", "sign", "verify", "verify_all"]
SMALL, LARGE = "clr-100", "clr-1000"
AT_MOST = 10.5


def instructions(program, work, task, document, cap):
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no",
               "--cachegrind-out-file=/dev/null", program, "peer", "--work", work,
               "--task", task, "--doc", document, "--seconds", "0", "--cap", str(cap)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    counted = re.search(r"I +refs: +([\d,]+)", run.stderr)
    if run.returncode != 0 or not counted or '"agrees": false' in run.stdout:
        sys.exit(f"growth: {task} {document} failed:\n{run.stderr[-2000:]}")
    return int(counted[1].replace(",", ""))


def of_four_rounds(place):
    first, all_ = (instructions(*place, cap) for cap in (0, 1_000_000))
    return (all_ - first) / 4


def main():
    work, program = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        # valgrind does not read all that the compiler writes for debuggers.
        bare = f"{folder}/program"
        subprocess.run(["strip", "--strip-debug", "-o", bare, program], check=True)
        places = [(bare, work, task, document) for task in TASKS for document in (SMALL, LARGE)]
        with ThreadPoolExecutor(2) as pool:
            counts = list(pool.map(of_four_rounds, places))
    lost = 0
    for task, small, large in zip(TASKS, counts[::2], counts[1::2]):
        growth = large / small
        lost += growth > AT_MOST
        print(f"{task:10} {small / 1e6:8.2f} {large / 1e6:9.2f} million instructions, ×{growth:.2f}"
              f"{'   TOO MUCH' if growth > AT_MOST else ''}", flush=True)
    if lost:
        sys.exit(f"growth: {lost} of {len(TASKS)} tasks grow by more than {AT_MOST}")


main()
