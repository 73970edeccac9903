#!/usr/bin/env python3
"""Puts `unsafe` before the expressions that the compiler wants to see marked, as its own fix-its
say, and prints what is left to be done by hand. A mark is no explanation: docs/memory-safety.md has
the reasons, and a use of another kind needs one there.

Usage: scripts/mark-unsafe.py ROOM…    after swift build; then make format
"""
import collections
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
FOUND = re.compile(r"(\S+\.swift):(\d+):\d+: (?:warning|error): .*")


def command(room):
    built = ROOT / ".build/debug"
    maps = [*ROOT.glob(".build/checkouts/*/Sources/*/include/module.modulemap"),
            *built.glob("*.build/module.modulemap"), *ROOT.glob("Sources/*/*/module.modulemap")]
    [folder] = ROOT.glob(f"Sources/*/{room}")
    return ["swiftc", "-typecheck", "-strict-memory-safety", "-diagnostic-style", "llvm",
            "-swift-version", "6", "-package-name", "main", "-module-name", room,
            "-I", str(built / "Modules"),
            *(part for each in maps for part in ("-Xcc", f"-fmodule-map-file={each}")),
            *map(str, sorted(folder.rglob("*.swift")))]


def diagnostics(room):
    """The marks to set, by file, and what has no such fix-it."""
    lines = subprocess.run(command(room), capture_output=True, text=True).stderr.splitlines()
    marks, rest = collections.defaultdict(set), set()
    for at, line in enumerate(lines):
        if not (found := FOUND.fullmatch(line)):
            continue
        # The source line, the caret and what to insert stand below, each on its line.
        fix = lines[at + 3] if at + 3 < len(lines) else ""
        # swift-format takes the blank out of `for unsafe x in`: such loops are written otherwise.
        if fix.strip() == "unsafe" and "for-in" not in line:
            marks[found[1]].add((int(found[2]), len(fix) - len(fix.lstrip())))
        else:
            rest.add(line)
    return marks, rest


def mark(path, places):
    lines = pathlib.Path(path).read_bytes().split(b"\n")
    for line, column in sorted(places, reverse=True):
        text = lines[line - 1]
        lines[line - 1] = text[:column] + b"unsafe " + text[column:]
    pathlib.Path(path).write_bytes(b"\n".join(lines))


def main():
    for room in sys.argv[1:]:
        # A mark can bring out what was behind it.
        for _ in range(8):
            marks, rest = diagnostics(room)
            for path, places in marks.items():
                mark(path, places)
            if not marks:
                break
        for line in sorted(rest):
            print(line)


main()
