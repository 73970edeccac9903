#!/usr/bin/env python3
"""Expansion beside PyLD's, on small documents whose contexts and members are changed at random.

What differs is explained in pyld_repairs.py: each reason is a change of PyLD that makes it answer
as this project does. A difference that all of them together leave fails.

Usage: expansion.py PROGRAM COUNT SEED FOLDER
"""
import collections
import copy
import json
import pathlib
import random
import sys

import pyld_repairs
from partner import Partner, finish
from pyld_repairs import jsonld

BASE = "https://example.org/base/document"

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
    """{"@context": {"@vocab": "urn:v:", "n": {"@id": "@nest", "@context": {"p": "urn:n:p"}}, "m":
        "@nest", "in": "@included", "p": {"@nest": "n"}, "T": {"@context": {"q": "urn:T:q"}}},
        "n": [{"p": 1, "m": {"p": [2], "@type": "T", "q": 3}}, {"p": null}], "m": {"q": {"p": 4}},
        "in": [{"@id": "i", "p": 5, "in": {"q": 6}}, {"@type": "T", "q": 7}]}""",
    """{"@context": {"@vocab": "urn:v:", "p": "urn:p", "T": {"@context": {"@propagate": true, "p":
        "urn:T:p", "U": {"@context": {"p": "urn:U:p"}}}}, "U": {"@context": {"q": {"@id": "urn:U:q",
        "@type": "@id"}}}, "s": {"@context": {"@propagate": false, "p": "urn:s:p"}}, "ids":
        {"@container": "@id"}, "types": {"@container": "@type"}},
        "@type": ["U", "T"], "p": 1, "q": "x", "s": {"p": 2, "r": {"p": 3}}, "r": [{"@id": "x"},
        {"p": 4, "@type": "U", "q": "y"}, {"@context": {"@propagate": false, "p": "urn:in:p"}, "p":
        5, "r": {"p": 6}}], "ids": {"a": {"p": 7}}, "types": {"U": {"q": "z", "r": {"q": "w"}}}}""",
    """{"@context": [{"@version": 1.1, "@protected": true, "a": "urn:a", "b": {"@id": "urn:b",
        "@protected": false}, "T": {"@id": "urn:T", "@context": {"a": "urn:a", "b": "urn:T:b"}}, "s":
        {"@id": "urn:s", "@context": {"a": {"@id": "urn:s:a", "@protected": true}}}}, {"a":
        "urn:a"}],
        "a": 1, "b": {"@context": {"b": "urn:c"}, "b": 2}, "s": {"a": 3, "s": {"@context": null,
        "a": 4}}, "c": {"@type": "T", "b": 5}}""",
    """{"@context": ["https://c.example/one", {"@import": "https://c.example/two", "q": "urn:own:q"}],
        "p": "x", "q": [1], "T": {"p": "y"}, "list": [[1], []], "@type": "T"}""",
    """{"@context": [{"@import": "../c/two", "@protected": true}, "https://c.example/list",
        "https://c.example/base", "https://c.example/relative"], "@type": "S", "p": {"@id": "r"}, "q": "y", "r": {"@id": "../s"}, "l": "x"}""",
    """{"@context": {"@vocab": "urn:v:", "gx": {"@container": ["@graph", "@index", "@set"]}, "gd":
        {"@container": ["@graph", "@id", "@set"]}, "gs": {"@container": ["@set", "@graph"]}, "ls":
        {"@container": ["@language", "@set"], "@direction": "rtl"}, "pi": {"@container": ["@index",
        "@set"], "@index": "urn:k"}, "gp": {"@container": ["@graph", "@index"], "@index": "key"},
        "key": {"@type": "@id"}, "none": "@none", "js": {"@type": "@json", "@container": "@set"}, "vt":
        {"@type": "@vocab", "@container": "@type"}, "lt": {"@container": "@list", "@type": "@id"}},
        "gx": {"a": [{"p": 1}, {"@graph": {"p": 2}}], "none": {"p": 3}}, "gd": {"@none": {"p": 4},
        "x": {"@id": "own", "p": 5}}, "gs": [{"p": 6}, {"@graph": []}], "ls": {"en": ["a"], "none":
        "b"}, "pi": {"k": [{"p": 7, "urn:k": "was"}], "none": "v"}, "gp": {"i": {"p": 8}}, "js":
        [{"@id": 1}, [null]], "vt": {"T": ["a", {"p": 9}], "none": {"@type": "U"}}, "lt": ["a",
        ["b", ["c"]], null]}""",
    """{"@context": {"@vocab": "urn:v:", "back": {"@reverse": "p", "@container": "@index"}, "to":
        {"@reverse": "q", "@type": "@id", "@container": "@set"}, "rev": "@reverse"},
        "back": {"a": {"@id": "x"}, "b": [{"r": 1}]}, "to": ["y", "z"], "rev": {"back": {"c": {"@id":
        "w"}}, "p": [{"@id": "v"}, {"rev": {"q": {"@id": "u"}}}]}, "list": {"@list": [{"to": "t"}]}}""",
    """{"@context": {"@base": "b/c?d#e", "@vocab": "../v/", "@language": "EN-us", "id": {"@type":
        "@id"}, "T": "T/"}, "@id": "", "@type": ["T", "./U", "#V"], "id": ["", ".", "..", "../../../x",
        "?q", "#f", "/r", "//h", "g;x=1/../y", "http:g", "./../g", "g/./h/../i", "a b", "é"], "a/b": 1,
        "c:d": {"@language": "De-x-1", "@value": "s"}}""",
    """{"@context": {"@vocab": "urn:v:", "d": {"@type": "urn:double"}, "n": {"@type": "@none"}},
        "a": [0, -0.0, 1e21, 1e20, 5e-324, 1.7976931348623157e308, 12345678901234567890, 1.0, 100.0,
        0.1, 1e-7, 4294967296, -9007199254740993], "d": [1, true, 1.5], "n": [1e21, false, ""], "":
        "empty", "e": "", "deep": [[[[[[[[[[1], []]]]], {"@list": [[[[]]]]}]]]]]}""",
]]

# What `https://c.example/` and the folder beside the base have.
CONTEXTS = {
    "https://c.example/one": {"@context": {
        "@vocab": "urn:one:", "p": {"@type": "@id"}, "T": {"@context": "https://c.example/two"}, "list": {
            "@container": "@list"}}},
    "https://c.example/two": {"@context": {
        "q": {"@id": "urn:two:q", "@container": "@set"}, "p": "urn:two:p", "r": {"@type": "@id",
            "@id": "urn:two:r"}}},
    "https://example.org/c/two": {"@context": {"q": "urn:rel:q", "r": "urn:rel:r", "l": {
        "@id": "urn:rel:l", "@language": "fr"}}},
    "https://c.example/list": {"@context": [{"x": "urn:list:"}, {"l": {"@id": "x:l", "@type":
        "@vocab"}, "p": "x:p"}]},
    "https://c.example/base": {"@context": {"@base": "https://not.example/", "@language": "it",
        "@direction": "rtl"}},
    "https://c.example/relative": {"@context": {"S": {"@id": "urn:S", "@context": "two"}}},
    "https://c.example/scoped": {"@context": {"@propagate": False, "p": "urn:scoped:p"}},
    "https://c.example/nothing": {"context": {}},
}

# Documents that are judged as they stand: each meets a reason that changes at random seldom meet.
WITNESSES = [json.loads(text) for text in [
    """{"@context": {"@base": "https://h"}, "@id": ".", "urn:p": 1}""",
    """{"urn:p": {"@value": "a", "@type": "urn:<"}}""",
    """{"@context": {"i": "@type"}, "urn:p": {"@id": "i"}}""",
    """{"@context": {"p": {"@id": null, "@prefix": true}}, "p:a": 1}""",
    """{"@context": {"@vocab": "urn:v:", "T": {"@context": null}}, "@type": "T", "q": 1,
        "urn:p": {"q": 1}}""",
    """{"@context": [{"@propagate": false, "p": "urn:p"}], "urn:q": {"p": 1}}""",
    """{"@context": {"@protected": true, "p": "urn:p", "s": {"@id": "urn:s", "@context": {"p":
        "urn:q"}}}, "s": {"p": 1}, "urn:t": {"@context": {"p": "urn:q"}, "p": 2}}""",
    """{"@context": {"@vocab": null}, "urn:p": 1}""",
    """{"@context": {"p": {"@id": "urn:p", "@context": {"q": {"@id": "urn:q", "@context": {"r":
        3}}}}}, "urn:x": 1}""",
    """{"@context": {"@type": {"@id": "urn:x"}}, "urn:p": 1}""",
    """{"@context": {"@protected": true, "x": "urn:x:", "s": {"@id": "urn:s", "@context": {"a":
        "x:a", "x": "urn:y:"}}}, "s": {"a": 1}}""",
    """{"@context": {"@vocab": "urn:", "a/": "urn:a/"}, "a/:x": 1}""",
    """{"@context": {"p": null, "p:a": {"@type": "@id"}}, "p:a": "x"}""",
    """{"@context": {"j": "@json", "p": {"@id": "urn:p", "@type": "j"}}, "p": {"a": 1}}""",
    """{"@context": {"p": {"@id": "urn:p", "@container": "@index", "@index": "k"}}, "urn:q": 1}""",
    """{"@context": {"t": {"@id": "@type", "@prefix": false}}, "t": "urn:T", "urn:p": 1}""",
    """{"@context": [{"p": {"@id": "urn:p", "@container": ["@set", "@index"], "@protected": true}},
        {"p": {"@id": "urn:p", "@container": ["@index", "@set"]}}], "p": {"a": 1}}""",
    """{"@context": {"T": {"@id": "urn:T", "@context": {"v": "@value", "l": "@language", "i":
        "@index"}}}, "@type": "T", "urn:p": {"v": "a", "l": "en", "i": "x"}}""",
    """{"urn:p": {"@value": "a", "@type": null}}""",
    """{"urn:p": {"@value": "a", "@type": []}}""",
    """{"@context": {"p": {"@id": "urn:p", "@type": "@json", "@container": "@index"}}, "p": {"a": 1}}""",
    """{"@context": [{"@base": null}, {"@base": "a"}], "urn:p": 1}""",
    """{"@context": {"@base": "_:"}, "@id": "a", "urn:p": 1}""",
    """{"@context": "https://c.example/nothing", "urn:p": 1}""",
    """{"@context": {"@vocab": "urn:v:", "p": {"@container": "@index", "@context": {"n": "@none"}}},
        "p": {"n": "a"}}""",
    """{"@type": "@unknown", "urn:p": 1}""",
    """{"@context": {":a": "urn:a"}, ":a": 1}""",
    """{"@context": {":a:b": {"@type": "@id"}}, "urn:p": 1}""",
    """{"@context": {"@vocab": "urn:v:", "T": {"@context": {"p": "urn:T:p"}}, "m": {"@container":
        "@id"}}, "@type": "T", "m": {"a": {"p": 1}}}""",
    """{"@context": {"@protected": true, "p": "urn:p", "s": {"@id": "urn:s", "@context":
        "https://c.example/two"}}, "s": {"p": 1}}""",
    """{"@context": {"p": {"@id": "urn:p", "@nest": "@foo"}}, "p": 1}""",
    """{"@context": {"p": {"@reverse": "urn:p", "@container": ["@set"]}}, "p": {"@id": "urn:a"}}""",
    """{"@context": {"p": {"@id": "urn:p", "@direction": false}}, "p": "a"}""",
    """{"@context": {"p": {"@id": "@foo", "@other": 1}}, "urn:p": 1}""",
    """{"@context": {"@vocab": "@type"}, "urn:p": 1}""",
    """{"@context": {"@direction": null}, "urn:p": 1}""",
    """{"@context": {"@language": null}, "urn:p": 1}""",
    """{"@context": {"@protected": false, "p": "urn:p"}, "p": 1}""",
    """{"@context": {"@vocab": "urn:v:", "T": {"@context": null}}, "@type": "T", "p": 1}""",
    """{"@context": {"p": {"@id": "urn:p", "@container": []}}, "p": 1}""",
    """{"@context": {"i": "@included"}, "urn:p": {"i": {"@id": "urn:a"}}}""",
    """{"urn:p": [{"@value": []}, {"@list": null}]}""",
]]

KEYWORDS = [
    "@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included",
    "@index", "@json", "@language", "@list", "@nest", "@none", "@prefix", "@propagate",
    "@protected", "@reverse", "@set", "@type", "@value", "@version", "@vocab",
]
WORDS = KEYWORDS + [
    "name", "p", "x", "x:y", "urn:p", "_:b", "", "a", "b:c:d", "../up", "#frag", "//host/path",
    "https://example.org/", "T", "en", "ltr", "@unknown", "@Keyword1", "a b", "urn:v:name", "?q",
    ":", "x:", "x://y", "./x", "id", "type", "@default", "@preserve", "none", "n", "q", "T/", "//",
    "a/b", ":a", "a:", ":a:b", "a::b", "_:", "_", "@", "@1", "@a:b", "EN-us", "http:", "mailto:a@b",
    "https://c.example/one", "https://c.example/two", "https://c.example/list", "rtl",
    "https://c.example/base", "https://c.example/scoped", "https://c.example/nothing", "../c/two",
    "urn:a b", "urn:<", "urn:#a#", "\u00e9:x", "1:x", "a,b:c", "x:\u00a0", "\u2028", "x:y\n",
]
CONTAINERS = ["@graph", "@id", "@index", "@language", "@list", "@set", "@type"]


def value(r):
    return r.choice([
        lambda: r.choice(WORDS), lambda: None, lambda: r.choice([0, 1, 1.1, -2.5, 1e21]),
        lambda: r.random() < 0.5, lambda: [], lambda: {}, lambda: [r.choice(WORDS)],
        lambda: {r.choice(WORDS): r.choice(WORDS)}, lambda: {r.choice(KEYWORDS): [r.choice(WORDS)]},
        lambda: {"@id": r.choice(WORDS), r.choice(KEYWORDS): r.choice(WORDS)},
        lambda: [[r.choice(WORDS)], 1, None], lambda: {"@value": r.choice(WORDS + [1, True])},
        lambda: {"@list": [r.choice(WORDS)]},
    ])()


def definition(r):
    """A definition of a term: mostly of what it may be made of."""
    word = lambda: r.choice(WORDS)
    if r.random() < 0.3:
        return r.choice([word(), word(), None])
    parts = {
        "@id": lambda: r.choice([word(), "urn:" + word(), None]), "@reverse": word,
        "@type": lambda: r.choice(["@id", "@vocab", "@json", "@none", word()]),
        "@container": lambda: r.choice([
            r.choice(CONTAINERS), r.sample(CONTAINERS, r.choice([1, 2, 2, 3])), None, []]),
        "@language": lambda: r.choice(["en", "EN-us", None]), "@index": word, "@nest": word,
        "@direction": lambda: r.choice(["ltr", "rtl", None]), "@prefix": lambda: r.random() < 0.7,
        "@protected": lambda: r.random() < 0.7, "@context": lambda: context(r),
    }
    return {name: parts[name]() if r.random() < 0.95 else value(r)
            for name in r.sample(sorted(parts), r.choice([1, 1, 2, 2, 3]))}


def context(r):
    kind = r.random()
    if kind < 0.15:
        return r.choice([None, r.choice(sorted(CONTEXTS)), "../c/two", [], value(r)])
    if kind < 0.25:
        return [context(r) for _ in range(r.choice([1, 2]))]
    parts = {
        "@base": lambda: r.choice(BASES), "@vocab": lambda: r.choice(["urn:v:", "", "#", None] + WORDS),
        "@language": lambda: r.choice(["en", None]), "@direction": lambda: r.choice(["rtl", None]),
        "@propagate": lambda: r.random() < 0.3, "@protected": lambda: r.random() < 0.8,
        "@version": lambda: r.choice([1.1, 1.1, 1, "1.1"]),
        # What an imported context refers to is relative to the one that imports: PyLD cannot.
        "@import": lambda: r.choice(sorted(set(CONTEXTS) - {"https://c.example/relative"})),
    }
    result = {name: parts[name]() for name in r.sample(sorted(parts), r.choice([0, 0, 1, 1, 2]))}
    for _ in range(r.choice([0, 1, 1, 2, 3])):
        result[r.choice(WORDS)] = definition(r)
    return result


BASES = [None, "", "b/c", "../x/", "?q", "#f", "/r", "//h", "https://h", "https://h/a/b/../c/.",
         "mailto:a@b", "urn:x:y", "file:///a", "http:", "x:", "_:b", "a b", ":", 1]


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
    kind = r.randrange(10)
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
    elif kind == 7:
        # A context, or one more term in one.
        contexts = [each[place] for each, place in found if place == "@context"]
        contexts = [each for each in contexts if isinstance(each, dict)]
        if contexts and r.random() < 0.7:
            one = r.choice(contexts)
            one[r.choice(WORDS + list(one) * 3)] = definition(r)
        elif isinstance(container[key], dict):
            container[key]["@context"] = context(r)
    elif kind == 8:
        # What a name that is defined somewhere may stand for.
        names = [name for each, place in found if place == "@context"
                 and isinstance(each[place], dict) for name in each[place]]
        nodes = [each[place] for each, place in found if isinstance(each[place], dict)]
        if names and nodes:
            r.choice(nodes)[r.choice(names)] = r.choice([
                lambda: value(r), lambda: {r.choice(names): value(r)}, lambda: [value(r), value(r)],
                lambda: {r.choice(WORDS): value(r), r.choice(WORDS): value(r)},
                lambda: {"@id": r.choice(BASES), r.choice(names): value(r)}])()
    elif isinstance(container[key], dict):
        container[key][r.choice(KEYWORDS)] = r.choice([value(r), r.choice(WORDS), True, None])


def document(r):
    result = [copy.deepcopy(r.choice(DOCUMENTS))]
    for _ in range(r.choice([1, 1, 1, 2, 2, 3])):
        change(r, result)
    # What an imported context refers to is relative to the one that imports: PyLD cannot.
    result = json.loads(json.dumps(result).replace(
        '"@import": "https://c.example/relative"', '"@import": "https://c.example/two"'))
    # PyLD takes a text for the URL of a document.
    return result[0] if result and isinstance(result[0], (dict, list)) else {}


def load(url, options):
    if url in CONTEXTS:
        return {"contextUrl": None, "documentUrl": url, "document": copy.deepcopy(CONTEXTS[url]),
                "contentType": "application/ld+json"}
    raise jsonld.JsonLdError(
        "not loaded", "jsonld.LoadDocumentError", code="loading document failed")


def expanded(value, repairs):
    """PyLD's answer with some repairs, in the form of this project's."""
    pyld_repairs.ON.clear()
    pyld_repairs.ON.update(repairs)
    options = {"base": BASE, "documentLoader": load,
               "contextResolver": pyld_repairs.ContextResolver({}, load)}
    try:
        return {"expanded": jsonld.expand(copy.deepcopy(value), options)}
    except jsonld.JsonLdError as error:
        while error.code is None and isinstance(error.cause, jsonld.JsonLdError):
            error = error.cause
        return {"error": error.code or str(error)}
    except RecursionError:
        return {"error": "RecursionError"}
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        return {"error": f"Python: {type(error).__name__}", "sentence": str(error)}


def outcome(answer):
    """What is compared: true and 1 are not the same here, nor 1 and 1.0."""
    if "expanded" not in answer:
        return "refused"
    return json.dumps(answer["expanded"], sort_keys=True)


def needed(document, own):
    """Repairs without any of which PyLD would answer otherwise than this project."""
    names = list(REASONS)
    for name in list(names):
        fewer = [each for each in names if each != name]
        if outcome(expanded(document, fewer)) == own:
            names = fewer
    return names


REASONS = {name: reason for name, reason, _ in pyld_repairs.REPAIRS}
# So many documents meet every reason: one that none needs any more is struck out.
LARGE = 10_000


def main():
    program, count, seed, folder = sys.argv[1:]
    count, folder = int(count), pathlib.Path(folder)
    for old in folder.glob("expansion-*.json"):
        old.unlink()
    partner, found, known = Partner(program, "expanded"), [], collections.Counter()
    values = explained = crashes = 0
    for start in range(0, count, 1000):
        documents = [WITNESSES[number] if number < len(WITNESSES)
                     else document(random.Random(f"{seed}/{number}"))
                     for number in range(start, min(start + 1000, count))]
        answers = partner.ask(
            [{"document": each, "base": BASE, "contexts": CONTEXTS} for each in documents])
        for offset, each in enumerate(documents):
            own, plain, repaired = answers[offset], expanded(each, []), expanded(each, REASONS)
            values += "expanded" in own
            crashes += str(plain.get("error")).startswith("Python")
            if outcome(own) != outcome(repaired):
                found.append({"seed": f"{seed}/{start + offset}", "document": each, "own": own,
                              "repaired": repaired, "other": plain})
            elif outcome(own) != outcome(plain):
                explained += 1
                known.update(f"{name}: {REASONS[name]}" for name in needed(each, outcome(own)))
    partner.close()
    print(f"expansion: {values} of {count} documents have an expanded form; PyLD answers {explained} "
          f"otherwise, all of them as this project once repaired where the reasons say; it ends in "
          f"{crashes} with an exception of Python's")
    idle = [name for name in REASONS if f"{name}: {REASONS[name]}" not in known]
    if count >= LARGE and idle:
        print(f"expansion: no document needs {', '.join(idle)}")
    kinds = collections.Counter(
        (each["own"].get("error", "value"), each["repaired"].get("error", "value")) for each in found)
    for (own, other), times in kinds.most_common():
        print(f"expansion: {times} where this project says {own!r}, PyLD repaired {other!r}")
    return finish("expansion", count, found, known, folder) or (count >= LARGE and bool(idle))


sys.exit(main())
