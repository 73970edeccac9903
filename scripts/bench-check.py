#!/usr/bin/env python3
"""Fails where the speed beside the other implementations, or beside the floor, has lost a quarter.

Usage: scripts/bench-check.py WORKLOAD PROGRAM

Benchmarks/thresholds.json has the ratios of a quiet machine: how often the peer's time is ours,
or how often the floor goes into ours. All are ratios of CPU time within one run, and a ratio that
seems lost is measured again, twice at the most: a busy machine is no loss.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.environ.get("CLR_PEERS", "../shared/peers")
OURS = "learner-record"


def measured(work, program, peer, task, doc):
    """CPU milliseconds; the fastest round, which other work disturbs least."""
    command = [".build/peers/venv/bin/python", f"{PEERS}/peers.py", "--work", work,
               "--external", f"{OURS}={program} peer", "--peers", peer, "--tasks", task,
               "--docs", doc, "--seconds", "0.8", "--cap", "20"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    result = json.loads(answer.strip().splitlines()[-1])
    if "ms_min" not in result or result.get("agrees") is False:
        sys.exit(f"bench-check: {peer} {task} {doc}: {result.get('left_out', 'a wrong result')}")
    return result["ms_min"]


def ratio(row, work, program):
    own = measured(work, program, OURS, row["task"], row["doc"])
    if row["peer"] == "floor":
        return measured(work, program, "limit", "floor_verify", row["doc"]) / own
    return measured(work, program, row["peer"], row["task"], row["doc"]) / own


def main():
    work, program = sys.argv[1:3]
    with open(os.path.join(HERE, "../Benchmarks/thresholds.json"), encoding="utf-8") as file:
        rows = json.load(file)
    lost = []
    for row in rows:
        least = row["ratio"] * 0.75
        found = 0.0
        for _ in range(3):
            found = max(found, ratio(row, work, program))
            if found >= least:
                break
        verdict = "" if found >= least else "   LOST"
        print(f"{row['task']:10} {row['doc']:12} {row['peer']:11} ×{found:.3g}"
              f" (at least ×{least:.3g}){verdict}", flush=True)
        if found < least:
            lost.append(row)
    if lost:
        sys.exit(f"bench-check: {len(lost)} of {len(rows)} ratios have lost more than a quarter")


main()
