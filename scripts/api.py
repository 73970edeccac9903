#!/usr/bin/env python3
"""The public interface of the libraries, one declaration a line, in docs/api: a change to it shows
itself as a change to these files.

Usage: scripts/api.py [--check]    after swift build
"""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
SYMBOLS = ROOT / ".build/symbols"
LISTS = ROOT / "docs/api"


def line(symbol):
    text = "".join(part["spelling"] for part in symbol["declarationFragments"])
    # Every requirement and every case is as public as what it belongs to.
    return ".".join(symbol["pathComponents"][:-1] or ["-"]) + "\t" + " ".join(text.split())


def conformances(graph, names):
    for relation in graph["relationships"]:
        target = relation.get("targetFallback", names.get(relation["target"], ""))
        if relation["kind"] == "conformsTo" and relation["source"] in names and not any(
                target.endswith(each) for each in ("Copyable", "Escapable", "SendableMetatype")):
            yield f"{names[relation['source']]}\t: {target.removeprefix('Swift.')}"


def listing(path):
    graph = json.loads(path.read_text(encoding="utf-8"))
    names = {s["identifier"]["precise"]: ".".join(s["pathComponents"]) for s in graph["symbols"]}
    lines = {line(symbol) for symbol in graph["symbols"]} | set(conformances(graph, names))
    return "".join(f"{each}\n" for each in sorted(lines))


def main():
    subprocess.run([ROOT / "scripts/docs.sh", "--symbols-only"], check=True)
    lists = {path.parent.name + ".txt": listing(path)
             for path in SYMBOLS.glob("*/*.symbols.json") if "@" not in path.name}
    lists = {name: text for name, text in lists.items() if text}
    if sys.argv[1:] != ["--check"]:
        LISTS.mkdir(exist_ok=True)
        for old in LISTS.glob("*.txt"):
            old.unlink()
        for name, text in lists.items():
            (LISTS / name).write_text(text, encoding="utf-8")
        return
    kept = {path.name: path.read_text(encoding="utf-8") for path in LISTS.glob("*.txt")}
    differing = sorted(name for name in kept.keys() | lists.keys()
                       if kept.get(name) != lists.get(name))
    for name in differing:
        print(f"docs/api/{name}: the public interface is another; if that is meant, make api",
              file=sys.stderr)
    sys.exit(1 if differing else 0)


main()
