#!/usr/bin/env python3
"""The model beside the official JSON Schemas, run by this project and by jsonschema, on the
samples of the standards and on changes of them.

Where the model and a schema go apart on purpose stands in shape-differences.txt, with its reason.

Usage: shape.py PROGRAM COUNT SEED FOLDER
"""
import base64
import collections
import copy
import json
import multiprocessing
import os
import pathlib
import random
import re
import sys

import jsonschema

from partner import Partner, finish

HERE = pathlib.Path(__file__).resolve()
LISTED = HERE.with_name("shape-differences.txt")
STANDARDS = pathlib.Path(os.environ.get(
    "CLR_STANDARDS", HERE.parents[3] / "shared" / "standards"))

RECORD = "clr-v1p0/clrv1p0-"
CLR = "clr-v2p0/clr_v2p0_"
BADGE = "ob-v3p0/ob_v3p0_"

# Every published schema that is at hand, with the class of the model that it describes.
SCHEMAS = {
    ("clr-2.0", "ClrCredential"): [CLR + "clrcredential_schema.json"],
    ("clr-2.0", "AchievementCredential"): [
        BADGE + "achievementcredential_schema.json", CLR + "achievementcredential_schema.json"],
    ("clr-2.0", "EndorsementCredential"): [
        BADGE + "endorsementcredential_schema.json", CLR + "endorsementcredential_schema.json"],
    ("clr-2.0", "Profile"): [CLR + "profile_schema.json", BADGE + "profile_schema.json"],
    ("clr-2.0", "GetClrCredentialsResponse"): [CLR + "getclrcredentialsresponse_schema.json"],
    ("clr-2.0", "GetOpenBadgeCredentialsResponse"): [
        BADGE + "getopenbadgecredentialsresponse_schema.json"],
    ("clr-2.0", "Imsx_StatusInfo"): [
        CLR + "imsx_statusinfo_schema.json", BADGE + "imsx_statusinfo_schema.json"],
    ("clr-1.0", "ClrSet"): [RECORD + "getclrs-200-responsepayload-schemav2p0.json"],
    ("clr-1.0", "ClrDocument"): [RECORD + "getclr-200-responsepayload-schemav2p0.json"],
    ("clr-1.0-candidate", "AssertionDocument"): [RECORD + "assertion.json"],
    ("clr-1.0-candidate", "EndorsementDocument"): [RECORD + "endorsement.json"],
    ("clr-1.0-candidate", "CryptographicKeyDocument"): [RECORD + "cryptographickey.json"],
    ("clr-1.0-candidate", "RevocationList"): [RECORD + "revocationlist.json"],
    ("clr-1.0-candidate", "DiscoveryDocument"): [RECORD + "getdiscoverydocument-200-responsepayload-schemav2p0.json"],
    ("clr-1.0-candidate", "ClrPayload"): [RECORD + "postclr-requestpayload-schemav2p0.json"],
}
VALIDATORS = {
    "http://json-schema.org/draft-04/schema#": jsonschema.Draft4Validator,
    "https://json-schema.org/draft/2019-09/schema#": jsonschema.Draft201909Validator,
}
CONTEXT1 = "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld"


# What documents are changed into.
def load(path):
    return json.loads((STANDARDS / path).read_text(encoding="utf-8"))


def types(value):
    found = value.get("type", []) if isinstance(value, dict) else []
    return found if isinstance(found, list) else [found]


def inside(value, found):
    """Every object of a document, the document among them."""
    if isinstance(value, dict):
        found.append(value)
        for each in value.values():
            inside(each, found)
    elif isinstance(value, list):
        for each in value:
            inside(each, found)
    return found


def classed(value):
    """The class of the model that an object of a sample is, where a schema is published for it."""
    names = types(value)
    if "https://www.w3.org/ns/credentials/v2" in value.get("@context", []):
        for name in ("ClrCredential", "AchievementCredential", "EndorsementCredential"):
            if name in names or name == "AchievementCredential" and "OpenBadgeCredential" in names:
                yield "clr-2.0", name
    if "Profile" in names and "@context" not in value and "id" in value:
        yield "clr-2.0", "Profile"
    if "clrs" in value:
        yield "clr-1.0", "ClrSet"
    elif "learner" in value and "publisher" in value:
        yield "clr-1.0", "ClrDocument"
    elif "achievement" in value and "recipient" in value:
        yield "clr-1.0-candidate", "AssertionDocument"
    elif "claim" in value and "verification" in value:
        yield "clr-1.0-candidate", "EndorsementDocument"
    elif "publicKeyPem" in value:
        yield "clr-1.0-candidate", "CryptographicKeyDocument"


MADE = [
    ("clr-1.0-candidate", "CryptographicKeyDocument", {
        "@context": CONTEXT1, "id": "https://uni.example/key", "type": "CryptographicKey",
        "owner": "https://uni.example/", "publicKeyPem": "-----BEGIN PUBLIC KEY-----"}),
    ("clr-1.0-candidate", "RevocationList", {
        "@context": CONTEXT1, "id": "https://uni.example/revoked", "type": "RevocationList",
        "issuer": "https://uni.example/", "revokedAssertions": ["urn:uuid:1", "urn:uuid:2"]}),
    ("clr-1.0-candidate", "DiscoveryDocument", {
        "@context": CONTEXT1, "type": "DiscoveryDocument", "name": "Hollin",
        "authorizationUrl": "https://a.example/", "image": "https://a.example/logo.png",
        "privacyPolicyUrl": "https://a.example/p", "registrationUrl": "https://a.example/r",
        "scopesOffered": ["https://purl.imsglobal.org/spec/clr/v1p0/scope/clr.readonly"],
        "termsOfServiceUrl": "https://a.example/t", "tokenUrl": "https://a.example/token"}),
    ("clr-1.0-candidate", "EndorsementDocument", {
        "@context": CONTEXT1, "id": "urn:uuid:3", "type": "Endorsement",
        "claim": {"id": "urn:uuid:4", "type": "EndorsementClaim", "endorsementComment": "Good."},
        "issuedOn": "2026-03-01T12:00:00Z", "issuer": {"id": "https://b.example/", "type": "Profile", "name": "B"},
        "verification": {"type": "Hosted"}}),
    ("clr-2.0", "Imsx_StatusInfo", {
        "imsx_codeMajor": "failure", "imsx_severity": "error", "imsx_description": "No.",
        "imsx_codeMinor": {"imsx_codeMinorField": [
            {"imsx_codeMinorFieldName": "TargetEndSystem", "imsx_codeMinorFieldValue": "forbidden"}]}}),
    ("clr-2.0", "EndorsementCredential", {
        "@context": ["https://www.w3.org/ns/credentials/v2",
                     "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:5", "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": "Praise", "issuer": {"id": "https://b.example/", "type": ["Profile"]},
        "validFrom": "2026-03-01T12:00:00Z",
        "credentialSubject": {"id": "urn:uuid:6", "type": ["EndorsementSubject"],
                              "endorsementComment": "Good."}}),
]


TOKEN = re.compile(rb"eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]*")


def contents(octets):
    """What a file holds: JSON, and what is signed in the tokens that stand in it, be it a picture."""
    found = []
    try:
        found.append(json.loads(octets))
    except (ValueError, UnicodeDecodeError):
        pass
    for payload in TOKEN.findall(octets):
        try:
            payload = json.loads(base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)))
        except (ValueError, UnicodeDecodeError):
            continue
        found.append(payload.get("vc", payload.get("vp", payload)))
    return found


def samples():
    """The documents that are judged: (standard, class, where from, document)."""
    yield from ((standard, name, "made", document) for standard, name, document in MADE)
    for folder in ("clr20", "ob30", "clr10", "ob20", "vc", "vc-ed", "documents"):
        for path in sorted((STANDARDS / "samples" / folder).rglob("*")):
            place = str(path.relative_to(STANDARDS / "samples"))
            documents = contents(path.read_bytes()) if path.is_file() else []
            seen = collections.Counter()
            for document, value in ((each, value) for each in documents
                                    for value in inside(each, [])):
                for standard, name in classed(value):
                    seen[name] += 1
                    if seen[name] > 6 and value is not document:
                        continue
                    if name.endswith("Document") and "@context" not in value:
                        value = {"@context": CONTEXT1, **value}
                    yield standard, name, place, value
                    if value.get("@context") is not None and seen[name] == 1:
                        if name == "ClrCredential":
                            yield standard, "GetClrCredentialsResponse", place, {
                                "credential": [value], "compactJwsString": ["aaaa.bbbb.cccc"]}
                        elif name == "AchievementCredential":
                            yield standard, "GetOpenBadgeCredentialsResponse", place, {
                                "credential": [value], "compactJwsString": []}
                        elif name == "ClrDocument":
                            inner = {key: each for key, each in value.items() if key != "@context"}
                            yield "clr-1.0-candidate", "ClrPayload", place, {
                                "@context": CONTEXT1, "clr": inner}


def witnesses(seeds):
    """Samples changed so that they meet reasons that changes at random seldom meet."""
    def sample(standard, name, *wanted):
        for place, document in seeds[standard, name]:
            if all(each in json.dumps(document) for each in wanted):
                return copy.deepcopy(document)
        return None

    record = sample("clr-2.0", "ClrCredential", "verifiableCredential")
    subject = record["credentialSubject"]
    for inner in ("aaaa.bbbb.cccc", {
            "@context": ["https://www.w3.org/2018/credentials/v1"], "id": "urn:uuid:7",
            "type": ["VerifiableCredential"], "issuer": "did:example:a",
            "issuanceDate": "2026-03-01T12:00:00Z", "credentialSubject": {"id": "did:example:b"}}):
        subject["verifiableCredential"] = [inner]
        yield "clr-2.0", "ClrCredential", "made", copy.deepcopy(record)
    badge = sample("clr-2.0", "AchievementCredential", '"achievement"')
    if isinstance(badge["credentialSubject"], dict):
        badge["credentialSubject"].pop("id", None)
        badge["credentialSubject"]["identifier"] = []
    yield "clr-2.0", "AchievementCredential", "made", badge
    record = sample("clr-1.0", "ClrDocument")
    yield "clr-1.0", "ClrDocument", "made", {**record, "@context": []}
    for name, each in record.items():
        for extension in ({"ext:number": 1}, {"ext:nothing": None}):
            if isinstance(each, dict):
                yield "clr-1.0", "ClrDocument", "made", {**record, name: {**each, **extension}}
    assertion = sample("clr-1.0-candidate", "AssertionDocument", '"results"')
    for result in inside(assertion, []):
        if "resultDescription" in result and "value" in result:
            del result["value"]
    yield "clr-1.0-candidate", "AssertionDocument", "made", assertion


# So many changes and the witnesses meet every reason, but one that no schema at hand can meet: the
# members that it is about are those of Open Badges 2.0 and of status entries.
LARGE = 20_000
UNMET = {"number-for-text"}


def pruned(r, value, depth=0):
    """A part of a large document: short lists, short texts."""
    if isinstance(value, dict):
        return {key: pruned(r, each, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        keep = value if len(value) < 4 else [value[i] for i in sorted(r.sample(range(len(value)), 2))]
        return [pruned(r, each, depth + 1) for each in keep]
    return value[:300] if isinstance(value, str) else value


# How they are changed.
class Words:
    """The names and terms of the schemas, for changes that come close."""

    def __init__(self, schemas):
        names, terms = set(), set()

        def walk(value):
            if isinstance(value, dict):
                for key, each in value.items():
                    if key == "properties" and isinstance(each, dict):
                        names.update(each)
                    elif key == "enum" and isinstance(each, list):
                        terms.update(term for term in each if isinstance(term, str))
                    walk(each)
            elif isinstance(value, list):
                for each in value:
                    walk(each)
        for schema in schemas:
            walk(schema)
        self.names, self.terms = sorted(names), sorted(terms)


NAMES = ["extra", "ext:thing", "x:y", "a:b:c", ":a", "a:", "@id", "@type", "@foo", "", "Name"]
TEXTS = ["", "a", "ext:Own.1", "xext:a", "ext:", "ext:a b", "EXT:a", "en", "en-US", "EN", "zh-Hant-TW",
         "2026-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01", "urn:uuid:1", "a.b.c",
         "aaaa.bbbb.cccc", "aa..bb", "true", "https://a.example/", "did:example:a", "\u00e9",
         "https://www.w3.org/ns/credentials/v2",
         "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
         "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
         "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
         "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3-3.0.2.json"]

TOKENS = ["zzz", "", "a.b", "a.b.c", "aaaa.bbbb.cccc", "aaaa..cccc", "aaaa.bbbb.", "aaaa.bb=b.cccc",
          "aaaa.bbbb.cccc.dddd", "aaaa.bbbb.cccc~dddd~", "zzz~dddd~", "https://a.example/"]


def text(r, words):
    return r.choice(words.terms if r.random() < 0.4 else TEXTS)


def value(r, words):
    return r.choice([
        lambda: text(r, words), lambda: text(r, words), lambda: r.choice([0, 1, -3, 2.5, 1e300]),
        lambda: r.random() < 0.5, lambda: None, lambda: [], lambda: {}, lambda: [text(r, words)],
        lambda: {"en": text(r, words)}, lambda: {"en": 1}, lambda: {"english": "a"},
        lambda: {"de-DE": "a", "en": "b"}, lambda: {"id": "urn:uuid:9"}, lambda: [None], lambda: [[]],
        lambda: {"id": "urn:uuid:9", "type": [r.choice(words.names)]}, lambda: [{}], lambda: [1, "a"],
        lambda: {"type": ["Profile"], "id": "did:example:a"}, lambda: {"type": "Profile"},
    ])()


def places(container, found):
    """Every place of a document: a container and the key in it."""
    for key in list(container) if isinstance(container, dict) else range(len(container)):
        found.append((container, key))
        if isinstance(container[key], (dict, list)):
            places(container[key], found)
    return found


def objects(document):
    return inside(document, [])


def change(r, words, document):
    found = places(document, [])
    if not found:
        return "nothing"
    container, key = r.choice(found)
    kind = r.choice(["dropped", "dropped", "added", "added", "retyped", "retyped", "renamed",
                     "vocabulary", "wrapped", "moved", "typed", "doubled", "flattened"])
    if kind == "dropped":
        del container[key]
    elif kind == "added":
        name = r.choice(words.names if r.random() < 0.7 else NAMES)
        r.choice(objects(document))[name] = value(r, words)
    elif kind == "retyped":
        container[key] = value(r, words)
    elif kind == "renamed":
        members = [place for place in found if isinstance(place[0], dict)]
        if members:
            container, key = r.choice(members)
            name = r.choice([lambda: key.capitalize(), lambda: key + "s", lambda: "ext:" + key,
                             lambda: r.choice(words.names), lambda: key[:-1]])()
            container[name] = container.pop(key)
    elif kind == "vocabulary":
        texts = [place for place in found if isinstance(place[0][place[1]], str)]
        terms = [place for place in texts if place[0][place[1]] in words.terms]
        choice = terms if terms and r.random() < 0.7 else texts
        if choice:
            container, key = r.choice(choice)
            old = container[key]
            container[key] = r.choice([text(r, words), old.lower(), old + " ", "ext:" + old,
                                       "my ext:" + old, old[::-1], r.choice(words.terms)])
    elif kind == "wrapped":
        old = container[key]
        container[key] = r.choice([
            lambda: [old], lambda: {"en": old}, lambda: {"id": old}, lambda: old[0],
            lambda: [old, copy.deepcopy(old)], lambda: old["id"], lambda: str(old)[:99],
        ] if isinstance(old, (list, dict)) and old and (0 in old if isinstance(old, dict) else True)
            else [lambda: [old], lambda: {"en": old}, lambda: {"id": old}, lambda: [old, old],
                  lambda: str(old)[:99], lambda: {"id": old, "type": "Profile"}])() \
            if not (isinstance(old, list) and old) else r.choice([old[0], [old], old + old[:1], old[:1]])
    elif kind == "moved":
        other, place = r.choice(found)
        try:
            container[key] = copy.deepcopy(other[place])
        except (KeyError, IndexError):
            pass
    elif kind == "typed":
        holders = [each for each in objects(document) if "type" in each]
        if holders:
            holder = r.choice(holders)
            old = holder["type"] if isinstance(holder["type"], list) else [holder["type"]]
            holder["type"] = r.choice([
                lambda: old[::-1], lambda: old[:1], lambda: old[1:], lambda: old + ["Other"],
                lambda: old[0] if old else "", lambda: old + [r.choice(words.names)],
                lambda: [str(each).lower() for each in old], lambda: {"en": str(old[:1])},
                lambda: ["Other"], lambda: old + old])()
    elif kind == "flattened":
        # A text where an object was, or a list of them: a token, nearly one, or none.
        held = [place for place in found if isinstance(place[0][place[1]], dict)
                or isinstance(place[0][place[1]], list)
                and any(isinstance(each, dict) for each in place[0][place[1]])]
        if held:
            container, key = r.choice(held)
            container[key] = r.choice(TOKENS)
    elif kind == "doubled":
        lists = [each[key] for each, key in found if isinstance(each[key], list) and each[key]]
        if lists:
            one = r.choice(lists)
            one.insert(r.randrange(len(one) + 1), copy.deepcopy(r.choice(one)))
    return kind


def case(seed, number, seeds, words):
    """Document number so many: a sample with one to three changes."""
    r = random.Random(f"{seed}/{number}")
    groups = sorted(seeds)
    # The records and badges more often than what is small.
    weights = [5 if key[1] in ("ClrCredential", "AchievementCredential", "ClrDocument", "ClrSet")
               else 2 for key in groups]
    key = r.choices(groups, weights)[0]
    place, sample = r.choice(seeds[key])
    document = pruned(r, copy.deepcopy(sample))
    kinds = [change(r, words, document) for _ in range(r.choice([1, 1, 1, 2, 2, 3]))]
    return key, place, kinds, document


class Judge:
    """jsonschema, each schema compiled once."""

    def __init__(self):
        self.known = {}

    def accepts(self, path, document):
        if path not in self.known:
            schema = load("schemas/" + path)
            self.known[path] = VALIDATORS[schema["$schema"]](schema)
        try:
            return self.known[path].is_valid(document)
        except RecursionError:
            return None


JUDGE = Judge()


def other(question):
    return JUDGE.accepts(*question)


def listed():
    """The lines of the file: its head says what they are made of."""
    for line in LISTED.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [each.strip() for each in line.split(" | ")]


def errors(path, document):
    JUDGE.accepts(path, document)
    return [each.message for each in JUDGE.known[path].iter_errors(document)]


class Comparison:
    def __init__(self, program):
        # First, so that its processes do not hold the pipe to the partner open.
        self.pool = multiprocessing.Pool(os.cpu_count())
        self.partner = Partner(program, "shape")
        lines = list(listed())
        self.listed = {line[0]: line[1] for line in lines if len(line) == 2}
        self.editions = [line for line in lines if len(line) == 3]
        self.explained, self.found = collections.Counter(), []
        self.figures = collections.Counter()

    def judge(self, cases):
        """Cases: (seed or file, standard, class, document). Every schema of the class is run."""
        asked = [(label, standard, name, path, document)
                 for label, standard, name, document in cases
                 for path in SCHEMAS[standard, name]]
        others = self.pool.map_async(
            other, [(path, document) for *_, path, document in asked], chunksize=8)
        answers = self.partner.ask([
            {"document": document, "standard": standard, "class": name,
             "schema": str(STANDARDS / "schemas" / path)}
            for _, standard, name, path, document in asked], at_once=1)
        for (label, standard, name, path, document), own, theirs in zip(
                asked, answers, others.get()):
            self.compare(label, f"{standard} {name}", path, document, own, theirs)

    def compare(self, label, name, path, document, own, theirs):
        self.figures["accepted" if theirs else "refused"] += 1
        departures = own.get("departures", [])
        agrees = own.get("schema") == theirs and own.get("accepted") == theirs
        unknown = [each for each in departures if each not in self.listed]
        if agrees and own["valid"] != theirs:
            if departures and not unknown:
                for each in departures:
                    self.explained[f"{each}: {self.listed[each]}"] += 1
                return
        elif agrees:
            return
        elif own.get("schema") == theirs and self.is_of_edition(path, document, own, theirs):
            return
        self.found.append({"seed": label, "class": name, "schema": path, "own": own,
                           "jsonschema": theirs, "document": document})


    def is_of_edition(self, path, document, own, theirs):
        """Whether all that one side finds is what this schema alone has otherwise."""
        told = own["problems"] if theirs else errors(path, document)
        for schema, pattern, reason in self.editions:
            if schema in path and told and all(re.search(pattern, each) for each in told):
                self.explained[f"{schema}: {reason}"] += 1
                return True
        return False


def main():
    program, count, seed, folder = sys.argv[1:]
    count, folder = int(count), pathlib.Path(folder)
    if not (STANDARDS / "schemas").is_dir():
        print("shape: the official schemas are not at hand; CLR_STANDARDS names their folder")
        return 1
    for old in folder.glob("shape-*.json"):
        old.unlink()
    words = Words(load("schemas/" + path) for paths in SCHEMAS.values() for path in paths)
    comparison, seeds, whole = Comparison(program), collections.defaultdict(list), []
    for standard, name, place, document in samples():
        seeds[standard, name].append((place, document))
        whole.append((place, standard, name, document))
    for standard, name, place, document in witnesses(seeds):
        whole.append((place, standard, name, document))
    seeds = {key: each for key, each in seeds.items()}
    comparison.judge(whole)
    print(f"shape: {len(whole)} documents of the samples: {dict(comparison.figures)}, "
          f"{len(comparison.found)} differ")
    for start in range(0, count, 500):
        cases = [case(seed, number, seeds, words)
                 for number in range(start, min(start + 500, count))]
        comparison.judge([(f"{seed}/{start + offset} {place} {' '.join(kinds)}", *key, document)
                          for offset, (key, place, kinds, document) in enumerate(cases)])
    comparison.partner.close()
    comparison.pool.terminate()
    print(f"shape: {len(whole)} documents and {count} changes, the schemas' answers: "
          f"{dict(comparison.figures)}")
    for name, times in collections.Counter(each["class"] for each in comparison.found).most_common():
        print(f"shape: {times} differ as {name}")
    reasons = [f"{name}: {reason}" for name, reason in comparison.listed.items()]
    reasons += [f"{line[0]}: {line[2]}" for line in comparison.editions]
    idle = [each.split(": ")[0] for each in reasons if each not in comparison.explained]
    idle = [each for each in idle if each not in UNMET]
    if count >= LARGE and idle:
        print(f"shape: no document needs {', '.join(idle)}")
    return finish("shape", len(whole) + count, comparison.found, comparison.explained, folder) \
        or (count >= LARGE and bool(idle))


if __name__ == "__main__":
    sys.exit(main())
