#!/usr/bin/env python3
"""Compares context documents with the official ones, term by term.

    compare.py --standards DIR FILE

FILE has a URL on one line and the context document of that URL on the next, and so on. The
official documents are found by DIR/catalog.json. Two documents are equal where their terms are
defined equally once compact IRIs and aliases are resolved; layout and order do not count. Where
several dated copies of one URL are known, the union of them is what counts.
"""

import argparse
import json
import os
import sys

DELIMITERS = ":/?#[]@"
MORE_COPIES = {
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": [
        "contexts/variants/ob-v3p0-context-3.0.3--validator.json",
        "contexts/variants/dcc-context-3.0.3.json",
    ],
}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


class Definitions:
    """The terms of a context object, resolved with what is known around it."""

    def __init__(self, context, around):
        self.context, self.around = context, around

    def find(self, name):
        if name in self.context:
            value = self.context[name]
            return value if isinstance(value, dict) else {"@id": value}
        return self.around.find(name) if self.around else None

    def is_prefix(self, name):
        value = self.context.get(name)
        if name not in self.context:
            return bool(self.around) and self.around.is_prefix(name)
        if isinstance(value, dict):
            return value.get("@prefix", False)
        return isinstance(value, str) and self.expand(value)[-1:] in DELIMITERS

    def expand(self, text, vocabulary=True):
        if text is None or text.startswith("@"):
            return text
        if vocabulary and (found := self.find(text)) is not None and found["@id"] != text:
            return self.expand(found["@id"])
        head, colon, tail = text.partition(":")
        if colon and not tail.startswith("//") and self.is_prefix(head):
            return self.expand(self.find(head)["@id"]) + tail
        return text

    def normalized(self):
        out = {}
        for name, value in self.context.items():
            if name.startswith("@"):
                out[name] = value
            elif value is None:
                out[name] = None
            else:
                out[name] = self.term(name, value)
        return out

    def term(self, name, value):
        simple = isinstance(value, str)
        value = {"@id": value} if simple else value
        term = {k: v for k, v in value.items() if k not in ("@id", "@type", "@context")}
        term["@id"] = self.expand(value["@id"])
        term["@prefix"] = self.is_prefix(name)
        if "@type" in value:
            term["@type"] = self.expand(value["@type"])
        if isinstance(term.get("@container"), list):
            term["@container"] = sorted(term["@container"])
        elif "@container" in term:
            term["@container"] = [term["@container"]]
        if "@context" in value:
            nested = value["@context"]
            term["@context"] = (
                nested if nested is None else Definitions(nested, self).normalized())
        return term


def differences(ours, theirs, path=""):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(set(ours) | set(theirs)):
            if key not in ours:
                yield f"{path}/{key}: absent here"
            elif key not in theirs:
                yield f"{path}/{key}: absent there"
            else:
                yield from differences(ours[key], theirs[key], f"{path}/{key}")
    elif ours != theirs:
        yield f"{path}: {ours!r} here, {theirs!r} there"


def merge(into, other):
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            merge(into[key], value)
        else:
            into.setdefault(key, value)


def official(standards, url, catalog):
    paths = [entry["file"] for entry in catalog if entry["url"] == url]
    paths += MORE_COPIES.get(url, [])
    whole = {}
    for path in paths:
        merge(whole, load(os.path.join(standards, path))["@context"])
    return whole if paths else None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--standards", required=True)
    parser.add_argument("file")
    options = parser.parse_args()
    catalog = load(os.path.join(options.standards, "catalog.json"))
    with open(options.file, encoding="utf-8") as file:
        lines = file.read().splitlines()
    worst = 0
    for url, text in zip(lines[::2], lines[1::2]):
        theirs = official(options.standards, url, catalog)
        if theirs is None:
            print("unknown ", url)
            worst = 1
            continue
        ours = Definitions(json.loads(text)["@context"], None).normalized()
        found = list(differences(ours, Definitions(theirs, None).normalized()))
        print("equal   " if not found else "DIFFERS ", url)
        for line in found:
            print("   ", line)
            worst = 1
    return worst


if __name__ == "__main__":
    sys.exit(main())
