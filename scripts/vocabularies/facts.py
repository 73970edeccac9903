#!/usr/bin/env python3
"""Prints the facts of the official files as term tables in this project's own line notation.

    facts.py --standards DIR [--requirements FILE] MODULE      a module's tables
    facts.py --standards DIR --used                            which contexts the samples name

DIR holds the official files (contexts/, schemas/, catalog.json). FILE is the digest of the
requirements: where it is given, each property carries the id of its requirement.
The output is read, checked and curated by hand into Sources/Data/Vocabularies; the tests there
prove that what was kept is still equal to the official files. The notation: docs/vocabularies.md.
"""

import argparse
import collections
import json
import os
import re
import sys

OB = "https://purl.imsglobal.org/spec/ob/v3p0/"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/"
W3ID = "https://w3id.org/security/"

ABBREVIATIONS = {
    "ob": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
    "clr": "https://purl.imsglobal.org/spec/vc/clr/vocab.html#",
    "obi": "https://purl.imsglobal.org/spec/vc/ob/vocab.html#",
    "schema": "https://schema.org/",
    "xsds": "https://www.w3.org/2001/XMLSchema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dc": "http://purl.org/dc/terms/",
    "cred": "https://www.w3.org/2018/credentials#",
    "sec": "https://w3id.org/security#",
    "status": "https://www.w3.org/ns/credentials/status#",
    "list2021": "https://w3id.org/vc/status-list#",
    "jwt": "https://www.iana.org/assignments/jwt#",
    "jose": "https://www.iana.org/assignments/jose#",
    "did": "https://www.w3.org/ns/did#",
}

# Module -> its contexts, newest first: version, URLs, the copies whose union it is, base version.
MODULES = {
    "ob3": [
        ("3.0.3", [OB + "context-3.0.3.json"],
         ["1edtech/ob-v3p0-context-3.0.3.json",
          "variants/ob-v3p0-context-3.0.3--validator.json"], None),
        ("3.0.2", [OB + "context-3.0.2.json"], ["1edtech/ob-v3p0-context-3.0.2.json"], "3.0.3"),
        ("3.0.1", [OB + "context-3.0.1.json"], ["1edtech/ob-v3p0-context-3.0.1.json"], "3.0.2"),
        ("3.0", [OB + "context.json", OB + "context/ob_v3p0.jsonld"],
         ["1edtech/ob-v3p0-context.json"], "3.0.1"),
        ("extensions", [OB + "extensions.json"], ["1edtech/ob-v3p0-extensions.json"], None),
    ],
    "clr1": [
        ("1.0", ["https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld"],
         ["1edtech/clr-v1p0.jsonld"], None),
    ],
    "ob2": [
        ("2.0", ["https://w3id.org/openbadges/v2", "https://openbadgespec.org/v2/context.json"],
         ["1edtech/ob-v2p0.json"], None),
    ],
    "clr2": [
        ("2.0.1", [CLR + "context-2.0.1.json"], ["1edtech/clr-v2p0-context-2.0.1.json"], None),
        ("2.0", [CLR + "context.json"], ["1edtech/clr-v2p0-context.json"], "2.0.1"),
    ],
    "vcdm2": [
        ("2.0", ["https://www.w3.org/ns/credentials/v2"], ["w3c/credentials-v2.jsonld"], None),
        ("status", ["https://www.w3.org/ns/credentials/status/v1"],
         ["w3c/credentials-status-v1.jsonld"], None),
        ("data-integrity-v2", [W3ID + "data-integrity/v2"], ["w3c/data-integrity-v2.jsonld"],
         None),
        ("data-integrity-v1", [W3ID + "data-integrity/v1"], ["w3c/data-integrity-v1.jsonld"],
         "data-integrity-v2"),
        ("multikey", [W3ID + "multikey/v1"], ["w3c/multikey-v1.jsonld"], None),
        ("ed25519-2020", [W3ID + "suites/ed25519-2020/v1"],
         ["security/ed25519-2020-v1.jsonld"], None),
        ("jws-2020", [W3ID + "suites/jws-2020/v1"], ["security/jws-2020-v1.jsonld"], None),
        ("status-list-2021", ["https://w3id.org/vc/status-list/2021/v1"],
         ["w3c/status-list-2021-v1.jsonld"], None),
        ("did-1", ["https://www.w3.org/ns/did/v1"], ["w3c/did-v1.jsonld"], None),
        ("cid-1", ["https://www.w3.org/ns/cid/v1"], ["w3c/cid-v1.jsonld"], "did-1"),
    ],
    "vcdm1": [
        ("1.1", ["https://www.w3.org/2018/credentials/v1"], ["w3c/credentials-v1.jsonld"], None),
    ],
}

SCHEMAS = {
    "ob3": ["ob-v3p0/ob_v3p0_achievementcredential_schema.json",
            "ob-v3p0/ob_v3p0_endorsementcredential_schema.json",
            "ob-v3p0/ob_v3p0_getopenbadgecredentialsresponse_schema.json",
            "ob-v3p0/ob_v3p0_imsx_statusinfo_schema.json"],
    "clr2": ["clr-v2p0/clr_v2p0_clrcredential_schema.json",
             "clr-v2p0/clr_v2p0_getclrcredentialsresponse_schema.json"],
}
CLR_CLASSES = {"ClrCredential", "ClrSubject", "Association", "VerifiableCredential",
               "CredentialSubject", "GetClrCredentialsResponse"}
COMPACTABLE = {"proof", "credentialSchema", "termsOfUse"}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def union(contexts):
    """The union of the dated copies of one context."""
    whole = {}
    for context in contexts:
        for key, value in context.items():
            whole.setdefault(key, value)
    return whole


class Scope:
    """One context object, its prefixes resolved and its terms in the notation's words."""

    def __init__(self, context, prefixes):
        self.preamble, self.terms = [], {}
        self.prefixes = dict(prefixes)
        for name, value in context.items():
            if isinstance(value, str) and value[-1:] in "#/" and not name.startswith("@"):
                self.prefixes[name] = value
                self.preamble.append(name)
        for name, value in context.items():
            if name in self.preamble:
                continue
            if name.startswith("@") or value in ("@id", "@type"):
                self.preamble.append(name if value is not None else name + "=null")
                continue
            if isinstance(value, str):
                value = {"@id": value}
            self.terms[name] = self.term(value, context)

    def term(self, value, context):
        nested = value.get("@context", Scope)
        if isinstance(nested, dict):
            nested = Scope(nested, self.prefixes)
        container = value.get("@container", [])
        known = {"@id", "@type", "@container", "@context"}
        if set(value) - known:
            raise SystemExit(f"the notation has no word for {set(value) - known}")
        return {
            "iri": self.iri(value["@id"], context),
            "type": self.iri(value["@type"], context) if "@type" in value else None,
            "container": [container] if isinstance(container, str) else container,
            "scope": nested,
        }

    def iri(self, text, context):
        if text.startswith("@"):
            return text
        if text in context:
            other = context[text]
            return self.iri(other if isinstance(other, str) else other["@id"], context)
        head, colon, tail = text.partition(":")
        if colon and head in self.prefixes and not tail.startswith("//"):
            text = self.prefixes[head] + tail
        best = max((a for a, whole in ABBREVIATIONS.items() if text.startswith(whole)),
                   key=lambda a: len(ABBREVIATIONS[a]), default=None)
        return best + ":" + text[len(ABBREVIATIONS[best]):] if best else f"<{text}>"

    def flat(self):
        return {n: (t["iri"], t["type"], tuple(t["container"]),
                    t["scope"].flat() if isinstance(t["scope"], Scope) else t["scope"])
                for n, t in self.terms.items()} | {"": sorted(self.preamble)}


def definition(name, term):
    words = ["=", term["iri"]]
    if term["type"]:
        words.append("^" + term["type"])
    words += term["container"]
    if isinstance(term["scope"], Scope):
        words.append(">" + name[0].upper() + name[1:])
    elif term["scope"] is None:
        words.append(">null")
    return " ".join(words)


def schema_classes(standards, module):
    found = {}

    def walk(node):
        if isinstance(node, dict):
            for name, value in node.get("$defs", {}).items():
                found.setdefault(name, value)
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    for path in SCHEMAS.get(module, []):
        schema = load(os.path.join(standards, "schemas", path))
        walk(schema)
        title = re.search(r"the (\w+) class", schema["title"])
        found.setdefault(title.group(1) if title else path, schema)
    keep = {n: c for n, c in found.items() if "properties" in c}
    if module == "clr2":
        keep = {n: c for n, c in keep.items() if n in CLR_CLASSES}
    return keep


def range_of(schema):
    """The range (the model's own name for it) and whether the property is multiple."""
    many = schema.get("type") == "array"
    for branch in schema.get("oneOf", []) + schema.get("allOf", []):
        inner = branch.get("allOf", [branch])[0]
        if inner.get("type") == "array":
            many, schema = True, inner
    item = schema.get("items", schema)
    if isinstance(item, list):
        return "Context", True
    if "$ref" in item:
        return item["$ref"].split("/")[-1], many
    origin = re.match(r"Origin: (\w+)", item.get("$comment", ""))
    return origin.group(1) if origin else "?", many


def model(schema, requirements, class_name):
    lines = {}
    for name, value in schema["properties"].items():
        kind, many = range_of(value)
        needed = name in schema.get("required", [])
        least = max((b.get("minItems", 1) for b in value.get("oneOf", []) if b), default=1)
        times = f"{least if needed else 0}..*" if many else ("1" if needed else "0..1")
        if many and (name == "type" or name in COMPACTABLE):
            times += "c"
        lines[name] = [times, kind, requirements.get((class_name, name), "-")]
    return lines


def requirement_ids(path):
    """(class, property) -> requirement id, read from the tables of the digest."""
    ids, current = {}, None
    if not path:
        return ids
    with open(path, encoding="utf-8") as file:
        for line in file:
            heading = re.match(r"### 1\.\d+ (\w+)", line)
            if heading:
                current = heading.group(1)
            row = re.match(r"\| ((?:CLR2|OB3)-M-\d+) \| (.*)", line)
            if not row:
                continue
            cells = row.group(2).split(" | ")
            whole = re.match(r"(\w+) \((?:ext|closed)\)", cells[0])
            if whole:
                for name in re.findall(r"`([\w@]+)`", cells[1]):
                    ids.setdefault((whole.group(1), name), row.group(1))
                ids[(whole.group(1), "")] = row.group(1)
            else:
                for name in re.findall(r"`([\w@]+)`", cells[0]):
                    ids.setdefault((current, name), row.group(1))
    return ids


def print_class(name, term, schema, requirements):
    scope = term["scope"] if term and isinstance(term["scope"], Scope) else None
    lines = model(schema, requirements, name) if schema else {}
    scoped = scope.terms if scope else {}
    openness = "-" if not schema else (
        "closed" if schema.get("additionalProperties") is False else "open")
    head = ["class", name, term["iri"] if term else "-", openness,
            requirements.get((name, ""), "")]
    if scope:
        head.append("with " + ",".join(sorted(scope.preamble)))
    print(" ".join(x for x in head if x))
    for member in sorted(set(lines) | set(scoped)):
        words = [f"  {member}"] + lines.get(member, [])
        if member in scoped:
            words.append(definition(member, scoped[member]))
        print(" ".join(words))
    print_nested(scope)


def print_nested(scope):
    for name, term in (scope.terms if scope else {}).items():
        if isinstance(term["scope"], Scope):
            print("scope " + name[0].upper() + name[1:], "with",
                  ",".join(sorted(term["scope"].preamble)))
            for inner, value in term["scope"].terms.items():
                print("  " + inner, definition(inner, value))
            print_nested(term["scope"])


def is_class(name, schemas):
    return name in schemas or name[0].isupper()


def print_base(heading, scope, schemas, requirements):
    print(heading, "with", ",".join(sorted(scope.preamble)))
    for name, term in scope.terms.items():
        if not is_class(name, schemas):
            print("  " + name, definition(name, term))
    print_nested(Scope({}, {}) if not scope else scope_without_classes(scope, schemas))
    for name in sorted(set(schemas) | {n for n in scope.terms if is_class(n, schemas)}):
        print_class(name, scope.terms.get(name), schemas.get(name), requirements)


def scope_without_classes(scope, schemas):
    rest = Scope({}, {})
    rest.terms = {n: t for n, t in scope.terms.items() if not is_class(n, schemas)}
    return rest


def print_difference(heading, scope, base):
    print(heading, "with", ",".join(sorted(scope.preamble)))
    print_changes(scope, base, lambda n: not n[0].isupper())
    for name in sorted(set(scope.terms) | set(base.terms)):
        if not name[0].isupper():
            continue
        now, was = scope.terms.get(name), base.terms.get(name)
        if now is None or was is None:
            print("class", name, now["iri"] if now else "absent")
            if was is None and isinstance(now["scope"], Scope):
                print("  # with", ",".join(sorted(now["scope"].preamble)))
                print_changes(now["scope"], Scope({}, {}), lambda n: True)
            continue
        a, b = now["scope"], was["scope"]
        same_scope = not isinstance(a, Scope) or a.flat() == b.flat()
        if same_scope and now["iri"] == was["iri"]:
            continue
        print("class", name, now["iri"] if now["iri"] != was["iri"] else "")
        if not same_scope:
            if sorted(a.preamble) != sorted(b.preamble):
                print("  # with", ",".join(sorted(a.preamble)))
            print_changes(a, b, lambda n: True)


def print_changes(scope, base, wanted):
    coerced = collections.defaultdict(list)
    for name in sorted(filter(wanted, set(scope.terms) | set(base.terms))):
        now, was = scope.terms.get(name), base.terms.get(name)
        if now is None:
            print(f"  {name} = -")
        elif was is None:
            print("  " + name, definition(name, now))
        elif definition(name, now) != definition(name, was):
            if now["type"] and {**now, "type": 0} == {**was, "type": 0}:
                coerced[now["type"]].append(name)
            else:
                print("  " + name, definition(name, now))
    for kind, names in coerced.items():
        print(f"  ^{kind} " + " ".join(names))


def print_module(standards, name, requirements):
    schemas, scopes = schema_classes(standards, name), {}
    for version, urls, files, base in MODULES[name]:
        copies = [load(os.path.join(standards, "contexts", f))["@context"] for f in files]
        scopes[version] = Scope(union(copies), {})
        heading = " ".join(["context", version] + urls + ([f"from {base}"] if base else []))
        if base:
            print_difference(heading, scopes[version], scopes[base])
        else:
            print_base(heading, scopes[version], schemas, requirements)
            schemas = {}
        print()


def print_used(standards):
    """How many sample files name each context."""
    files = collections.defaultdict(set)

    def walk(node, path):
        if isinstance(node, dict):
            for key, value in node.items():
                if key == "@context":
                    for item in value if isinstance(value, list) else [value]:
                        files[item if isinstance(item, str) else "(inline)"].add(path)
                else:
                    walk(value, path)
        elif isinstance(node, list):
            for value in node:
                walk(value, path)

    for top in ("samples/clr20", "samples/ob30", "samples/documents",
                "suites/1edtech-linked-data-proof", "suites/vc-di-eddsa"):
        for folder, _, names in os.walk(os.path.join(standards, top)):
            for name in names:
                try:
                    walk(load(os.path.join(folder, name)), os.path.join(folder, name))
                except ValueError:
                    continue
    for url, paths in sorted(files.items(), key=lambda x: -len(x[1])):
        print(len(paths), url)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--standards", required=True)
    parser.add_argument("--requirements")
    parser.add_argument("--used", action="store_true")
    parser.add_argument("module", nargs="?", choices=sorted(MODULES))
    options = parser.parse_args()
    if options.used:
        print_used(options.standards)
    elif options.module:
        print_module(options.standards, options.module, requirement_ids(options.requirements))
    else:
        parser.error("name a module, or --used")
    return 0


if __name__ == "__main__":
    sys.exit(main())
