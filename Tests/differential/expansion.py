#!/usr/bin/env python3
"""Expansion beside PyLD's, on small documents whose contexts and members are changed at random.

What differs and is explained stands in expansion-differences.txt, with its reason.

Usage: expansion.py PROGRAM COUNT SEED FOLDER
"""
import collections
import copy
import json
import pathlib
import random
import re
import sys

from pyld import jsonld

from partner import Partner, finish

BASE = "https://example.org/base/document"
EXPLAINED = pathlib.Path(__file__).with_name("expansion-differences.txt")

DOCUMENTS = [json.loads(text) for text in [
    """{"@context": {"name": "urn:n", "x": "urn:x:", "age": {"@id": "x:age", "@type": "x:int"}},
        "@id": "a", "@type": "x:T", "name": "N", "age": 3, "x:other": {"name": ["a", "b"]}}""",
    """{"@context": {"@vocab": "urn:v:", "list": {"@container": "@list"}, "set": {"@container":
        "@set"}, "ref": {"@type": "@id"}, "kind": {"@type": "@vocab"}},
        "list": [1, true, "a"], "set": "s", "ref": "r", "kind": "name", "name": null}""",
    """{"@context": {"@version": 1.1, "@vocab": "urn:v:", "by": {"@container": "@index"},
        "lang": {"@container": "@language"}, "ids": {"@container": "@id"}, "types": {"@container":
        "@type"}, "prop": {"@container": "@index", "@index": "key"}},
        "by": {"a": 1, "b": [2]}, "lang": {"en": "x", "de": ["y", null]}, "ids": {"i": {"p": 1}},
        "types": {"T": {"p": 2}}, "prop": {"k": {"p": 3}}}""",
    """{"@context": {"@version": 1.1, "@vocab": "urn:v:", "T": {"@context": {"p": "urn:t:p"}},
        "q": {"@context": {"p": {"@id": "urn:q:p", "@type": "@id"}}}, "n": "@nest",
        "S": {"@context": {"@propagate": true, "p": "urn:s:p"}}},
        "@type": ["T", "S"], "p": "v", "q": {"p": "w", "r": {"p": "x"}}, "n": {"p": "y"}}""",
    """{"@context": {"@version": 1.1, "@protected": true, "p": "urn:p", "g": {"@id": "urn:g",
        "@container": ["@graph", "@id"]}, "h": {"@id": "urn:h", "@container": "@graph"},
        "gi": {"@id": "urn:gi", "@container": ["@graph", "@index"]}},
        "g": {"urn:one": {"p": 1}}, "h": {"p": 2}, "gi": {"a": {"p": 3}},
        "c": {"@context": {"p": "urn:other"}, "p": 4}}""",
    """{"@context": {"@vocab": "urn:v:", "back": {"@reverse": "x"}, "id": "@id", "type": "@type",
        "@language": "en", "@direction": "rtl", "plain": {"@language": null},
        "ltr": {"@direction": "ltr"}, "j": {"@type": "@json"}},
        "id": "_:b", "type": "T", "back": {"id": "c"}, "plain": "p", "ltr": "l",
        "j": {"a": [1, null]}, "t": "text", "@reverse": {"y": [{"id": "d"}]}}""",
    """[{"@id": "a", "urn:p": [{"@value": "v", "@language": "en"}, {"@value": 1, "@type": "urn:t"},
        {"@list": [{"@id": "b"}, [1, [2]]]}, {"@set": ["s"]}, {"@value": null}]},
        {"@graph": [{"@id": "c", "urn:q": false}], "@id": "g", "@included": [{"@id": "i"}]}]""",
    """{"@context": [{"@base": "https://other.example/a/", "@vocab": "#", "t": "rel"},
        {"u": {"@id": "t", "@prefix": true}, "w": null}, null, {"@vocab": "", "z": "z"}],
        "@id": "../x", "t": 1, "u:y": 2, "w": 3, "z": 4, "https://z.example/": 5}""",
    """{"@context": {"v": {"@id": "@value"}, "l": "@language", "t": "@type", "i": "@index",
        "urn:p": {"@id": "urn:p", "@type": "@none"}, "d": "@direction", "s": "@set"},
        "urn:p": {"v": "x", "l": "en", "i": "k", "d": "ltr"}, "urn:q": {"s": [{"t": "urn:T"}]}}""",
]]

KEYWORDS = [
    "@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included",
    "@index", "@json", "@language", "@list", "@nest", "@none", "@prefix", "@propagate",
    "@protected", "@reverse", "@set", "@type", "@value", "@version", "@vocab",
]
WORDS = KEYWORDS + [
    "name", "p", "x", "x:y", "urn:p", "_:b", "", "a", "b:c:d", "../up", "#frag", "//host/path",
    "https://example.org/", "T", "en", "ltr", "@unknown", "@Keyword1", "a b", "urn:v:name", "?q",
    ":", "x:", "x://y", "./x", "id", "type",
]


def value(r):
    return r.choice([
        lambda: r.choice(WORDS), lambda: None, lambda: r.choice([0, 1, 1.1, -2.5, 1e21]),
        lambda: r.random() < 0.5, lambda: [], lambda: {}, lambda: [r.choice(WORDS)],
        lambda: {r.choice(WORDS): r.choice(WORDS)}, lambda: {r.choice(KEYWORDS): [r.choice(WORDS)]},
        lambda: {"@id": r.choice(WORDS), r.choice(KEYWORDS): r.choice(WORDS)},
        lambda: [[r.choice(WORDS)], 1, None], lambda: {"@value": r.choice(WORDS + [1, True])},
        lambda: {"@list": [r.choice(WORDS)]},
    ])()


def places(container, found):
    """Every container of the document with the keys in it."""
    keys = list(container) if isinstance(container, dict) else range(len(container))
    for key in keys:
        found.append((container, key))
        if isinstance(container[key], (dict, list)):
            places(container[key], found)
    return found


def change(r, document):
    found = places(document, [])
    if not found:
        return
    container, key = r.choice(found)
    kind = r.randrange(8)
    if kind < 2:
        container[key] = value(r)
    elif kind == 2:
        del container[key]
    elif kind == 3 and isinstance(container, dict):
        container[r.choice(WORDS)] = container.pop(key)
    elif kind == 4 and isinstance(container, dict):
        container[r.choice(WORDS)] = value(r)
    elif kind == 5:
        container[key] = r.choice([
            lambda v: [v], lambda v: [v, copy.deepcopy(v)], lambda v: {"@set": v},
            lambda v: {"@list": v}, lambda v: {"@graph": v}, lambda v: {"@id": v},
            lambda v: {"@value": v}, lambda v: {"@context": v}, lambda v: [None, v],
        ])(container[key])
    elif kind == 6:
        other, place = r.choice(found)
        container[key] = copy.deepcopy(other.get(place) if isinstance(other, dict)
                                       else other[place] if place < len(other) else None)
    elif isinstance(container[key], dict):
        container[key][r.choice(KEYWORDS)] = r.choice([value(r), r.choice(WORDS), True, None])


def document(r):
    result = [copy.deepcopy(r.choice(DOCUMENTS))]
    for _ in range(r.choice([1, 1, 1, 2, 2, 3])):
        change(r, result)
    # PyLD takes a text for the URL of a document.
    return result[0] if result and isinstance(result[0], (dict, list)) else {}


def refuse(url, options):
    raise jsonld.JsonLdError(
        "not loaded", "jsonld.LoadDocumentError", code="loading document failed")


def expanded(value):
    """PyLD's answer in the form of this project's."""
    try:
        return {"expanded": jsonld.expand(value, {"base": BASE, "documentLoader": refuse})}
    except jsonld.JsonLdError as error:
        while error.code is None and isinstance(error.cause, jsonld.JsonLdError):
            error = error.cause
        return {"error": error.code or str(error)}
    except RecursionError:
        return {"error": "RecursionError"}
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        return {"error": f"Python: {type(error).__name__}"}


def explanations():
    """The lines of the file; its head says what they are made of."""
    for line in EXPLAINED.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            own, other, pattern, reason = [each.strip() for each in line.split(" | ")]
            names = [".*" if name == "*" else name for name in (own, other)]
            yield *names, re.compile(pattern), reason


SILENT = {"@language", "@direction", "@version", "@base", "@import", "@protected", "@json",
          "@vocab", "@none", "@nest", "@propagate", "@prefix", "@container", "@context", "@list",
          "@set", "@value"}


def without_silent(value):
    """Without the keywords that say nothing in a node: PyLD hands them on, with what they have."""
    if isinstance(value, list):
        return [each for each in map(without_silent, value) if each is not None]
    if not isinstance(value, dict) or "@value" in value:
        return value
    if "@list" in value or "@set" in value:
        return {key: without_silent(each) for key, each in value.items()}
    return {key: speaking(without_silent(each)) if key in ("@graph", "@included")
            else without_silent(each) for key, each in value.items() if key not in SILENT}


def speaking(values):
    """Without nodes of which nothing is said but who they are: they belong to nothing."""
    return [each for each in values if set(each) - {"@id"}] if isinstance(values, list) else values


def flat_lists(value):
    """With the items of a list inside a list in its place."""
    if isinstance(value, list):
        return [flat_lists(each) for each in value]
    if not isinstance(value, dict):
        return value
    value = {key: flat_lists(each) for key, each in value.items()}
    if isinstance(value.get("@list"), list):
        value["@list"] = [item for each in value["@list"] for item in (
            each["@list"] if isinstance(each, dict) and set(each) == {"@list"} else [each])]
    return value


# Ways to look away from a difference between two expanded forms, each with its reason.
def with_iris(value):
    """Without what has no absolute IRI by PyLD's pattern: it leaves such members out."""
    if isinstance(value, list):
        return [each for each in map(with_iris, value) if each not in (None, {})]
    if not isinstance(value, dict) or "@value" in value:
        return value
    value = {key: with_iris(each) for key, each in value.items()
             if key.startswith("@") or re.fullmatch(r"[A-Za-z][\w+.-]*:[^\s<>\"{}|\\^`]*", key)}
    if isinstance(value.get("@id"), str) and value["@id"].endswith(":"):
        value["@id"] = ":"
    return value


def without_empty(value):
    """Without nodes, lists and sets that hold nothing: the text leaves open what null becomes."""
    if isinstance(value, list):
        return [each for each in map(without_empty, value) if each not in (None, {}, {"@list": []})]
    if not isinstance(value, dict):
        return value
    if "@value" in value:
        return {key: each for key, each in value.items()
                if key != "@id" and not isinstance(each, list)}
    found = {key: without_empty(each) for key, each in value.items()}
    if "@list" in found:
        found = {"@list": found["@list"]}
    return {key: each for key, each in found.items() if each not in ([], {})}


TRANSFORMS = [
    ("PyLD hands on keywords that say nothing where they stand",
     lambda values: speaking(without_silent(values))),
    ("arrays inside @list: PyLD makes lists of them, the text only where a term is one", flat_lists),
    ("names and identifiers that are no absolute IRI: PyLD leaves out or leaves as they are",
     with_iris),
    ("what is left of null, and of values and lists in maps by identifier or type", without_empty),
]


def outcome(answer):
    return answer.get("error", "value")


def explained(case, lines):
    own, other = outcome(case["own"]), outcome(case["other"])
    if own == other == "value":
        one, two = case["own"]["expanded"], case["other"]["expanded"]
        for reason, transform in TRANSFORMS:
            one, two = transform(one), transform(two)
            if one == two:
                return reason
    text = json.dumps(case, ensure_ascii=False)
    for one, two, pattern, reason in lines:
        if re.fullmatch(one, own) and re.fullmatch(two, other) and pattern.search(text):
            return reason
    return None


def main():
    program, count, seed, folder = sys.argv[1:]
    count, lines = int(count), list(explanations())
    partner, found, known, values = Partner(program, "expanded"), [], collections.Counter(), 0
    for start in range(0, count, 1000):
        documents = [document(random.Random(f"{seed}/{number}"))
                     for number in range(start, min(start + 1000, count))]
        answers = partner.ask([{"document": each, "base": BASE} for each in documents])
        for offset, each in enumerate(documents):
            own, other = answers[offset], expanded(copy.deepcopy(each))
            values += "expanded" in own
            if own.get("expanded", "refused") == other.get("expanded", "refused"):
                continue
            case = {"seed": f"{seed}/{start + offset}", "document": each, "own": own,
                    "other": other}
            reason = explained(case, lines)
            if reason:
                known[reason] += 1
            else:
                found.append(case)
    partner.close()
    print(f"expansion: {values} of {count} documents have an expanded form")
    kinds = collections.Counter((outcome(each["own"]), outcome(each["other"])) for each in found)
    for (own, other), times in kinds.most_common():
        print(f"expansion: {times} where this project says {own!r}, PyLD {other!r}")
    return finish("expansion", count, found, known, pathlib.Path(folder))


sys.exit(main())
