#!/usr/bin/env python3
"""Runs a verifier over the corpus and tells where it answers otherwise than the index says.

    Corpus/check.py clr
    Corpus/check.py .build/release/clr --only status/
"""
import argparse
import json
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

FOLDER = pathlib.Path(__file__).resolve().parent
STATUS = {"verified": 0, "failed": 1, "undetermined": 2}
OPTIONS = {
    "now": "--now", "recipient": "--recipient", "recipientType": "--recipient-type",
    "domain": "--domain", "challenge": "--challenge",
}


def answer(program, record):
    """The exit status and the verdict of the program."""
    command = [program, "verify", str(FOLDER / record["file"]), "--json"]
    for name, option in OPTIONS.items():
        if name in record:
            command.append(f"{option}={record[name]}")
    for name in ("documents", "trust"):
        if name in record:
            command.append(f"--{name}={FOLDER / record[name]}")
    if record.get("online"):
        command.append("--online")
    run = subprocess.run(command, capture_output=True, text=True)
    try:
        return run.returncode, json.loads(run.stdout)
    except json.JSONDecodeError:
        return run.returncode, None


def expectation(verdict):
    """A verdict in the words of the index."""
    words = {name: verdict[name] for name in ("at", "verdict") if name in verdict}
    if "at" not in verdict:
        words["aggregate"] = verdict["aggregate"]
    for outcome in ("failed", "undetermined", "warning"):
        codes = {check["code"] for check in verdict["checks"] if check["outcome"] == outcome}
        if codes:
            words[outcome] = sorted(codes)
    if verdict["contents"]:
        words["contents"] = [expectation(part) for part in verdict["contents"]]
    return words


def difference(program, record):
    status, verdict = answer(program, record)
    if verdict is None:
        return f"no verdict, exit status {status}"
    if status != STATUS[record["expect"]["verdict"]]:
        return f"exit status {status}, verdict {verdict['verdict']}"
    given = expectation(verdict)
    if given != record["expect"]:
        return f"answered {json.dumps(given)}\n    expected {json.dumps(record['expect'])}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the program to run")
    parser.add_argument("--only", default="", help="records whose name begins so")
    arguments = parser.parse_args()
    records = json.loads((FOLDER / "corpus.json").read_text(encoding="utf-8"))["records"]
    records = [record for record in records if record["name"].startswith(arguments.only)]
    with ThreadPoolExecutor() as pool:
        told = list(pool.map(lambda record: difference(arguments.program, record), records))
    for record, words in zip(records, told):
        if words:
            print(f"{record['name']}: {words}")
    wrong = sum(1 for words in told if words)
    print(f"{len(records)} records, {wrong} answered otherwise")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
