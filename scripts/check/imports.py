#!/usr/bin/env python3
"""Nothing looks up: a room imports rooms on the floors below, or before it on its own floor in
Package.swift, and only what it declares there itself. And the libraries stand on no other packages
than those that are named here.

Usage: scripts/check/imports.py [PACKAGE-FOLDER]
"""
import json
import pathlib
import re
import subprocess
import sys

FLOORS = ["Data", "Proof", "Record", "Service", "Tool"]
# What comes with the toolchain needs no declaration.
TOOLCHAIN = {
    "Darwin", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Swift",
    "Synchronization", "Testing",
}
# What an app on any device can verify with stands on nothing but the language.
WITHOUT_FOUNDATION = {"Data", "Proof", "Record"}
# The packages that a library product may stand on, with all that its rooms use.
PACKAGES = {
    "JSONLD": {"swift-crypto", "swift-collections"},
    "RDFCanonicalization": {"swift-crypto", "swift-collections"},
    "DataIntegrity": {"swift-crypto", "swift-collections"},
    # A trust policy may be written in YAML.
    "LearnerRecord": {"swift-crypto", "swift-collections", "Yams"},
}

TEXT = re.compile(r'"""(?:\\.|[^\\])*?"""', re.DOTALL)
REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|typealias|let|var)\s+)?(\w+)",
    re.MULTILINE)


def manifest(root):
    command = ["swift", "package", "--package-path", str(root), "dump-package"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def declared(target):
    """The names of what a target declares: rooms, and modules of other packages."""
    return {next(iter(each.values()))[0] for each in target["dependencies"]}


def folder(root, target):
    return root / (target.get("path") or "Tests/" + target["name"])


def floor(target):
    parts = pathlib.PurePath(target.get("path") or "").parts
    return FLOORS.index(parts[1]) if parts[:1] == ("Sources",) else None


def imports(path):
    blank = lambda found: "\n" * found.group().count("\n")
    source = REMARK.sub(blank, TEXT.sub(blank, path.read_text(encoding="utf-8")))
    for found in IMPORT.finditer(source):
        yield source.count("\n", 0, found.start(1)) + 1, found.group(1)


def packages(target, targets):
    """The packages that a target needs, itself or through the targets that it needs."""
    for each in target["dependencies"]:
        kind, (name, *package) = next(iter(each.items()))
        if kind == "product":
            yield package[0]
        elif name in targets:
            yield from packages(targets[name], targets)


def library_problems(described):
    targets = {t["name"]: t for t in described["targets"]}
    libraries = {p["name"]: p for p in described["products"] if "library" in p["type"]}
    for name in sorted(libraries.keys() | PACKAGES.keys()):
        if name not in libraries or name not in PACKAGES:
            yield f"Package.swift: the library {name} is in one of the manifest and imports.py"
            continue
        needed = {p for t in libraries[name]["targets"] for p in packages(targets[t], targets)}
        for package in sorted(needed - PACKAGES[name]):
            yield f"Package.swift: the library {name} stands on {package}"


def problems(root):
    described = manifest(root)
    yield from library_problems(described)
    targets = described["targets"]
    rooms = {t["name"]: (floor(t), place) for place, t in enumerate(targets)}

    for target in targets:
        name, own = target["name"], declared(target)
        level, place = rooms[name]
        below = lambda other: (rooms[other][0] is not None
                               and rooms[other][0] <= level and rooms[other][1] < place)
        if level is not None:
            for other in sorted(own & rooms.keys()):
                if not below(other):
                    yield f"Package.swift: {name} looks up to {other}"
        for path in sorted(folder(root, target).rglob("*.swift")):
            for line, module in imports(path):
                at = f"{path.relative_to(root)}:{line}"
                if level is not None and module in rooms and not below(module):
                    yield f"{at}: {name} looks up to {module}"
                elif module not in own and module not in TOOLCHAIN:
                    yield f"{at}: {name} imports {module} and does not declare it"
                elif (module == "Foundation" and level is not None
                      and FLOORS[level] in WITHOUT_FOUNDATION):
                    yield f"{at}: {name} imports Foundation, which its floor does without"


def main():
    default = pathlib.Path(__file__).resolve().parents[2]
    root = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else default
    found = list(problems(root))
    for problem in found:
        print(problem, file=sys.stderr)
    sys.exit(1 if found else 0)


main()
