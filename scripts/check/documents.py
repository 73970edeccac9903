#!/usr/bin/env python3
"""What the documents say of the sources is so: docs/limits.md has every limit with its value and
no other, a test names each of them, the tests that SECURITY.md names are there, links lead to files, and the Swift that
README.md and the articles show stands in the examples, which are built and run.

Usage: scripts/check/documents.py [PACKAGE-FOLDER]
"""
import pathlib
import re
import sys

TABLES = {"Limits", "NQuadsLimits", "Effort", "SchemaLimits", "FetchLimits", "StorageLimits", "YAMLLimits",
          "DocumentLimits"}
SCOPE = re.compile(r"(?:public |package )?(?:enum|struct|extension) (\w+)")
LIMIT = re.compile(r"\s+(?:public |package )?(?:static let|var) (\w+)(?:: Int| = ([\d_< ]+))$")
ROW = re.compile(r"^\| `(\w+\.\w+)` \| ([\d,]+)( [KM]iB)? \|", re.MULTILINE)
UNITS = {"": 0, " KiB": 10, " MiB": 20}
TEST = re.compile(r"`(Tests/[\w/+.-]+\.(?:swift|py))`((?:(?!`Tests/)[^|\n])*)")
SENTENCE = re.compile(r"“([^”]+)”")
# Tables whose limits are given to what they bound: a test says them with a label or sets them.
GIVEN = {"NQuadsLimits", "Effort", "FetchLimits"}
COMMENT = re.compile(r"^\s*///?.*$|\s//\s.*$", re.MULTILINE)
# What begins a member of a suite, or of a file: a test, a helper, a table of cases.
MEMBER = re.compile(r"^(?: {4})?(?=@Test|(?:\w+ )*(?:func|static let|let|var) [\w`])", re.MULTILINE)
HELPER = re.compile(r"(?:func|let|var) (\w+)")
EXPECTATION = re.compile(r"#expect|#require|Issue\.record")
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SWIFT = re.compile(r"^```swift\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def limits(root):
    for path in sorted((root / "Sources").rglob("*.swift")):
        table = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line[0].isspace():
                scope = SCOPE.match(line)
                table = scope.group(1) if scope and scope.group(1) in TABLES else None
            elif table and (found := LIMIT.fullmatch(line)):
                # A number, a number with a shift, or none where an initialiser has it.
                value, *shift = (found.group(2) or "-1").replace("_", "").split("<<")
                yield f"{table}.{found.group(1)}", int(value) << int(*shift or [0])


def limit_problems(root):
    known = dict(limits(root))
    text = (root / "docs/limits.md").read_text(encoding="utf-8")
    told = {name: int(value.replace(",", "")) << UNITS[unit]
            for name, value, unit in ROW.findall(text)}
    for name in sorted(known.keys() | told.keys()):
        if name not in told:
            yield f"docs/limits.md: {name} is missing"
        elif name not in known:
            yield f"docs/limits.md: the sources have no {name}"
        elif known[name] not in (-1, told[name]):
            yield f"docs/limits.md: {name} is {known[name]}"


def expectations(path):
    """What each test of a file says that expects something, with the helpers that it uses."""
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    parts, helpers = [], {}
    for part in MEMBER.split(text)[1:]:
        # The arguments of a test stand on lines before its function.
        if parts and parts[-1].startswith("@Test") and "func " not in parts[-1]:
            parts[-1] += part
        else:
            parts.append(part)
    for part in parts:
        if not part.startswith("@Test") and (found := HELPER.search(part)):
            helpers.setdefault(found.group(1), []).append(part)
    for part in parts:
        if not part.startswith("@Test"):
            continue
        known, said = set(), part
        while new := {name for name in helpers if re.search(rf"\b{name}\b", said)} - known:
            known |= new
            said += "".join(part for name in sorted(new) for part in helpers[name])
        if EXPECTATION.search(said):
            yield said


def untested_limits(root):
    """A test that merely mentions a limit, in a comment or where nothing is expected, does not
    hold it."""
    texts = [said for path in (root / "Tests").rglob("*.swift") for said in expectations(path)]
    for name, _ in limits(root):
        table, limit = name.split(".")
        words = [rf"\b{table}\.{limit}\b"]
        if table in GIVEN:
            words += [rf"(?:\$0|[Ll]imits(?:\(\))?|standard)\.{limit}\b",
                      rf"\b{table}\([^()]*\b{limit}:"]
            inside = [text for text in texts if table in text or "testLimits" in text]
        else:
            inside = texts
        if not any(re.search(word, text) for text in inside for word in words):
            yield f"Tests: no test that expects something names {name}"


def test_problems(root):
    for path, names in TEST.findall((root / "SECURITY.md").read_text(encoding="utf-8")):
        if not (root / path).is_file():
            yield f"SECURITY.md: there is no {path}"
            continue
        text = (root / path).read_text(encoding="utf-8")
        for name in SENTENCE.findall(names):
            if f"`{name}`" not in text:
                yield f"SECURITY.md: {path} has no test “{name}”"


def link_problems(root):
    for page in [*root.glob("*.md"), *(root / "docs").rglob("*.md")]:
        for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
            if not (page.parent / target).exists():
                yield f"{page.relative_to(root)}: there is no {target}"


def unindented(text):
    return [line for each in text.splitlines() if (line := each.strip())]


def code_problems(root):
    examples = ["\n".join(unindented(path.read_text(encoding="utf-8")))
                for path in (root / "Examples/Sources").rglob("*.swift")]
    for page in [root / "README.md", *(root / "Sources").rglob("*.docc/*.md")]:
        for block in SWIFT.findall(page.read_text(encoding="utf-8")):
            lines = unindented(block)
            if not any("\n".join(lines) in each for each in examples):
                yield f"{page.relative_to(root)}: no example has the code from \"{lines[0]}\" on"


def main():
    default = pathlib.Path(__file__).resolve().parents[2]
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    found = [*limit_problems(root), *untested_limits(root), *test_problems(root), *link_problems(root), *code_problems(root)]
    for problem in found:
        print(problem, file=sys.stderr)
    sys.exit(1 if found else 0)


main()
