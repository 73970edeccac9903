#!/usr/bin/env python3
"""Makes Markdown tables of measurements, one JSON object a line: {peer, task, doc, ms_per_doc, …}.

Usage: scripts/ratios.py [FILE…]      several measurements of one thing: their median counts
"""
import fileinput
import json
import statistics

OURS, FLOOR, TURNS = "learner-record", "limit", "in turns"
COLUMNS = ["pyoxigraph", "didkit", "orjson", "pyld", "jsonld.js", "node-rdf-canonize"]


def read():
    times, walls, memory, remarks = {}, {}, {}, []
    for line in fileinput.input(encoding="utf-8"):
        if not line.startswith("{"):
            continue
        each = json.loads(line)
        place = each["peer"], each["task"], each["doc"]
        if "ms_per_doc" in each:
            times.setdefault(place, []).append(each["ms_per_doc"])
            walls.setdefault(place, []).append(each["wall_ms"])
            memory[place] = each["rss_mb"]
        if "left_out" in each:
            remarks.append("{} {} {}: left out, {}".format(*place, each["left_out"]))
        elif each.get("agrees") is False:
            remarks.append("{} {} {}: the result is another one".format(*place))
    turns = {place[1:]: times.pop(place) for place in list(times) if place[0] == TURNS}
    times = {place: statistics.median(all_) for place, all_ in times.items()}
    return times, turns, walls, memory, remarks


def number(value):
    return f"{value:.3g}" if value < 100 else f"{value:.0f}"


def middle(ratios):
    """Their median, and between what they lie."""
    if not ratios:
        return ""
    return f"×{number(statistics.median(ratios))} ({number(min(ratios))} to {number(max(ratios))})"


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


def growth(turns):
    """How many times longer a document takes that is ten times as long: the median of the rounds,
    and between what they lie."""
    sizes = [1, 10, 100, 1000]
    rows = []
    for task in dict.fromkeys(task for task, _ in turns):
        row = [task]
        for small, large in zip(sizes, sizes[1:]):
            pair = (turns.get((task, f"clr-{n}"), []) for n in (small, large))
            found = [much / little for little, much in zip(*pair)]
            row.append(middle(found))
        rows.append(row)
    if rows:
        table(["growth"] + [f"{a} to {b}" for a, b in zip(sizes, sizes[1:])], rows)


def contents(times, walls):
    """What the credentials inside cost beyond the record, in floors of theirs; and how much faster
    all cores are than one."""
    rows = []
    for size in (1, 10, 100, 1000):
        doc = f"clr-{size}"
        every, outer = (times.get((OURS, task, doc)) for task in ("verify_all", "verify"))
        floor = times.get((FLOOR, "floor_verify", f"part-{size}"))
        if not (every and outer and floor):
            continue
        one, all_ = (walls.get((cores, "verify_all", doc), [])
                     for cores in ("one core", "all cores"))
        faster = [alone / shared for alone, shared in zip(one, all_)]
        rows.append([doc, number(every), number(outer), number(size * floor),
                     number((every - outer) / (size * floor)), middle(faster)])
    if rows:
        table(["verify_all", "ms", "verify", "floors of the contents", "floors beyond verify",
               "on all cores"], rows)


def peaks(memory):
    rows = [[doc, f"{own:.0f}"] for (peer, task, doc), own in memory.items()
            if peer == OURS and task == "verify" and doc in ("clr-1", "clr-100", "clr-1000")]
    if rows:
        table(["peak memory of verify", "MB"], rows)


def main():
    times, turns, walls, memory, remarks = read()
    comparison(times)
    growth(turns)
    contents(times, walls)
    peaks(memory)
    for remark in remarks:
        print("- " + remark)


main()
