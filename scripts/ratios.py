#!/usr/bin/env python3
"""Makes Markdown tables of measurements, one JSON object a line: {peer, task, doc, ms_per_doc, …}.

Usage: scripts/ratios.py [FILE…]      several measurements of one thing: their median counts
"""
import fileinput
import json
import statistics

OURS, FLOOR = "learner-record", "limit"
COLUMNS = ["pyoxigraph", "didkit", "orjson", "pyld", "jsonld.js", "node-rdf-canonize"]


def read():
    times, remarks = {}, []
    for line in fileinput.input(encoding="utf-8"):
        if not line.startswith("{"):
            continue
        each = json.loads(line)
        place = each["peer"], each["task"], each["doc"]
        if "ms_per_doc" in each:
            times.setdefault(place, []).append(each["ms_per_doc"])
        if "left_out" in each:
            remarks.append("{} {} {}: left out, {}".format(*place, each["left_out"]))
        elif each.get("agrees") is False:
            remarks.append("{} {} {}: the result is another one".format(*place))
    return {place: statistics.median(all_) for place, all_ in times.items()}, remarks


def number(value):
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def comparison(times):
    """Milliseconds of each, and in brackets how many times ours goes into it."""
    mine = {(task, doc): ms for (peer, task, doc), ms in times.items() if peer == OURS}
    shown = [peer for peer in COLUMNS if any(place[0] == peer for place in times)]
    rows = []
    for (task, doc), own in mine.items():
        row = [task, doc, number(own)]
        for peer in shown:
            ms = times.get((peer, task, doc))
            row.append("" if ms is None else f"{number(ms)} (×{number(ms / own)})")
        floor = times.get((FLOOR, "floor_verify", doc)) if task == "verify" else None
        row.append("" if floor is None else f"{number(floor)} (÷{number(own / floor)})")
        rows.append(row)
    # By task in the order of the measurements, not by document.
    order = list(dict.fromkeys(row[0] for row in rows))
    rows.sort(key=lambda row: order.index(row[0]))
    table(["task", "document", "ms"] + shown + ["floor"], rows)


def growth(times):
    """How many times longer a document takes that is ten times as long."""
    sizes = [1, 10, 100, 1000]
    rows = []
    for task in dict.fromkeys(task for peer, task, _ in times if peer == OURS):
        row = [task]
        for small, large in zip(sizes, sizes[1:]):
            pair = [times.get((OURS, task, f"clr-{n}")) for n in (small, large)]
            row.append(f"×{number(pair[1] / pair[0])}" if all(pair) else "")
        if any(row[1:]):
            rows.append(row)
    if rows:
        table(["growth"] + [f"{a} to {b}" for a, b in zip(sizes, sizes[1:])], rows)


def main():
    times, remarks = read()
    comparison(times)
    growth(times)
    for remark in remarks:
        print("- " + remark)


main()
