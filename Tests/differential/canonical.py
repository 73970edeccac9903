#!/usr/bin/env python3
"""The canonical form in the set reading, beside pyoxigraph's, on random graphs.

Usage: canonical.py PROGRAM COUNT SEED FOLDER
"""
import collections
import pathlib
import random
import re
import sys

import pyoxigraph

from partner import Partner, finish

PREDICATES = ["<urn:p>", "<urn:q>", "<http://example.org/r>"]
LITERALS = [
    '"x"', '"x"@en', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"é\\n\\"\\\\\\u0001"',
]
# Spellings that mean the same, and what is nearly the same.
ODD_LITERALS = [
    r'"\t\b\n\r\f\"\'\\"', r'"\u0000\u001F\u007F\u0080\u009F"', r'"\u00e9"', '"é"', r'"e\u0301"',
    r'"\uD7FF\uE000\uFFFD\uFFFE\uFFFF"', r'"\U0001F600\U0010FFFF"', '"😀"', '"\u2028\u2029\u0085"', '""',
    '"\t"', '"\x0b\x7f"', '"x"@EN', '"x"@en-US', '"x"@en-us', '"x"@de-1996-x-a1', '" x"', '"x "',
    '"x"^^<http://www.w3.org/2001/XMLSchema#string>', '"01"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"x"^^<urn:t>', '"x"^^<urn:é>', '"_:n0"', '"<urn:p>"', '"_:c14n0"', '"_:a"', '"' + "x" * 200 + '"',
]
ODD_IRIS = [
    "<urn:é>", r"<urn:\u00e9>", r"<urn:\U0001F600>", "<urn:😀>", "<urn:e\u0301>", "<urn:%C3%A9>", "<urn:%c3%a9>",
    "<http://example.org>", "<http://example.org/>", "<http://EXAMPLE.org/>", "<urn:a#b>", "<urn:a?b>",
    "<urn:_:n0>", "<urn:a'b(c)*!$&,;=@~>", "<urn:\u200d\u00a0>", "<urn:n0>", "<urn:_:a>", "<urn:_:z>",
]
# What is no N-Quad, in the place of an object.
BAD = ["<rel>", "<urn:a b>", "<urn:{}>", '"x"@1', '"x"@en-', '"x"@', r'"\x"', r'"\u12"', r'"\U00110000"',
       r'"\uD800"', '"a\nb"', "_:", "_:-a", '"x"^^x', "'x'", "<>", "1", '"x"^^_:a', '"x"@en@de']
LABELS = ["_:c14n0", "_:c14n1", "_:a", "_:z", "_:b0", "_:0", "_:A.b", "_:x-y", "_:é", "_:_", "_:a·", "_:c14n"]
LABEL = r"(?<![\w<\":])_:[\w.·-]*[\w·-]"
FIRST = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#first>"
REST = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest>"
NIL = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>"


def nodes(count):
    return [f"_:n{number}" for number in range(count)]


def graph_name(r, blanks):
    kind = r.random()
    if kind < 0.75:
        return ""
    return " " + (r.choice(blanks) if kind < 0.85 else r.choice(["<urn:g>", "<urn:h>"]))


def scattered(r):
    """Edges at random, literals here and there."""
    blanks = nodes(r.randint(1, 12))
    predicates = PREDICATES[:r.randint(1, 3)]
    for _ in range(r.randint(1, 2 * len(blanks) + 2)):
        subject = r.choice(blanks) if r.random() < 0.85 else "<urn:s>"
        object = r.choice(blanks) if r.random() < 0.75 else r.choice(LITERALS + ["<urn:o>"])
        yield f"{subject} {r.choice(predicates)} {object}{graph_name(r, blanks)} ."


def ring(r):
    """Rings, one or several alike, perhaps with one mark or a chord."""
    blanks = []
    for number in range(r.randint(1, 3)):
        size = r.randint(1, 4)
        own = [f"_:r{number}x{place}" for place in range(size)]
        for place, node in enumerate(own):
            yield f"{node} <urn:p> {own[(place + 1) % size]} ."
            if r.random() < 0.3:
                yield f"{own[(place + 1) % size]} <urn:p> {node} ."
        blanks += own
    if r.random() < 0.4:
        yield f"{r.choice(blanks)} <urn:q> {r.choice(blanks + LITERALS)} ."


def complete(r):
    """Each with each: nothing tells the nodes apart."""
    blanks = nodes(r.randint(2, 5))
    both = r.random() < 0.5
    for number, one in enumerate(blanks):
        for other in blanks[number + 1:]:
            yield f"{one} <urn:p> {other} ."
            if both:
                yield f"{other} <urn:p> {one} ."
    if r.random() < 0.3:
        yield f"{r.choice(blanks)} <urn:q> \"x\" ."


def twice(r):
    """Nodes that are related by two predicates or in two graphs: where the readings part."""
    blanks = nodes(r.randint(2, 7))
    for _ in range(r.randint(1, len(blanks))):
        one, other = r.choice(blanks), r.choice(blanks)
        for predicate in r.sample(PREDICATES, r.randint(1, 3)):
            yield f"{one} {predicate} {other} ."
            if r.random() < 0.4:
                yield f"{one} {predicate} {other} {r.choice(['<urn:g>', r.choice(blanks)])} ."
            if r.random() < 0.3:
                yield f"{other} {predicate} {one} ."


def lists(r):
    """RDF lists, some alike, some that share a tail."""
    tail = NIL
    for number in range(r.randint(1, 4)):
        size = r.randint(1, 3)
        cells = [f"_:l{number}x{place}" for place in range(size)]
        end = tail if r.random() < 0.3 else NIL
        for place, cell in enumerate(cells):
            value = r.choice(['"a"', '"a"', "_:v", f"_:v{number}", '"b"'])
            yield f"{cell} {FIRST} {value} ."
            yield f"{cell} {REST} {cells[place + 1] if place + 1 < size else end} ."
        yield f"{r.choice(['<urn:s>', f'_:s{number}', '_:v'])} <urn:p> {cells[0]} ."
        tail = cells[0]


def tree(r):
    """A record's shape: nodes below nodes, many alike, and a reference across."""
    blanks = nodes(r.randint(3, 12))
    for number, node in enumerate(blanks[1:], 1):
        parent = blanks[(number - 1) // r.randint(1, 3)]
        yield f"{parent} <urn:p> {node} ."
        if r.random() < 0.4:
            yield f"{node} <urn:q> {r.choice(LITERALS[:2])} ."
    if r.random() < 0.5:
        yield f"{r.choice(blanks)} <urn:q> {r.choice(blanks)}{graph_name(r, blanks)} ."


def graphs(r):
    """Blank nodes that name graphs and have several quads in them, as embedded proofs do: only
    here can the readings part."""
    names, inside = [f"_:g{n}" for n in range(r.randint(1, 3))], nodes(r.randint(2, 6))
    for _ in range(r.randint(3, 9)):
        object = r.choice(inside + ["<urn:o>", "<urn:o>", "<urn:o>"])
        graph = r.choice(names) if r.random() < 0.9 else ""
        yield f"{r.choice(inside)} {r.choice(PREDICATES[:1 + (r.random() < 0.3)])} {object} {graph} ."
    for name in names:
        if r.random() < 0.4:
            yield f"{r.choice(inside + ['<urn:s>'])} <urn:proof> {name} ."


def odd(r):
    """What may be spelled in several ways, labels that stand in the algorithm's own work, graphs that
    are named by what stands in them."""
    blanks = r.sample(LABELS, r.randint(1, 5))
    iris, literals = r.sample(ODD_IRIS, r.randint(1, 4)), r.sample(ODD_LITERALS, r.randint(1, 6))
    for _ in range(r.randint(1, 8)):
        subject = r.choice(blanks + iris)
        object = r.choice(blanks + iris + literals * 2)
        if r.random() < 0.005:
            object = r.choice(BAD)
        graph = r.choice(["", "", "", r.choice(iris), r.choice(blanks), subject])
        space = r.choice([" ", " ", "\t", "  "])
        yield space.join([subject, r.choice(PREDICATES + iris), object, *([graph] if graph else []), "."])


def alike(r):
    """The same small graph several times, in one graph or in several, perhaps with one mark."""
    size, times = r.randint(1, 3), r.randint(2, 3)
    pattern = [(r.randrange(size), r.choice(PREDICATES), r.choice([*range(size), '"x"', "<urn:o>"]))
               for _ in range(r.randint(1, 3))]
    apart = r.random()
    for copy in range(times):
        graph = "" if apart < 0.4 else f" <urn:g{copy}>" if apart < 0.7 else f" _:g{copy}"
        for one, predicate, other in pattern:
            other = f"_:k{copy}x{other}" if isinstance(other, int) else other
            yield f"_:k{copy}x{one} {predicate} {other}{graph} ."
    if r.random() < 0.4:
        yield f"_:k0x0 <urn:mark> {r.choice(['_:k1x0', LITERALS[0], '_:g0'])} ."


SHAPES = [odd, odd, alike, scattered, scattered, ring, complete, twice, lists, tree, graphs, graphs, graphs]


def graph(r):
    lines = list(r.choice(SHAPES)(r))
    if r.random() < 0.1:
        lines += list(r.choice(SHAPES)(r))
    lines += r.sample(lines, min(len(lines), r.choice([0, 0, 1, 2])))
    r.shuffle(lines)
    return "\n".join(lines) + "\n"


def canonical(text):
    """pyoxigraph's own, with the lines in the order of the standard; None where it refuses."""
    try:
        dataset = pyoxigraph.Dataset(
            pyoxigraph.parse(input=text, format=pyoxigraph.RdfFormat.N_QUADS))
    except SyntaxError:
        return None
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(pyoxigraph.serialize(dataset, format=pyoxigraph.RdfFormat.N_QUADS).splitlines())


def normal(text):
    """The same lines as the other side would write them: spellings of a literal do not count."""
    return sorted(pyoxigraph.serialize(
        pyoxigraph.parse(input=text, format=pyoxigraph.RdfFormat.N_QUADS),
        format=pyoxigraph.RdfFormat.N_QUADS).splitlines())


def may_leave_a_tie(text):
    """Whether a quad has three different blank nodes, or a blank node names its graph. The hash of a
    related node says where it stands, and not beside which other one, and of the name of a graph
    not even with which predicate: only here can RDFC-1.0 itself leave a tie undecided, so that a
    dataset has several canonical forms, by the order in which it is read."""
    return any(
        len(set(re.findall(LABEL, line))) == 3 or re.search(LABEL + r" \.$", line)
        and len(re.findall(LABEL, line)) > 1
        for line in text.split("\n"))


def forms(text, write):
    """The canonical forms of the same dataset under other labels and in other orders."""
    r, found = random.Random(0), set()
    labels = sorted(set(re.findall(LABEL, text)))
    for _ in range(48):
        names = [f"_:z{number}" for number in range(len(labels))]
        r.shuffle(names)
        names = dict(zip(labels, names))
        lines = [re.sub(LABEL, lambda label: names[label.group()], line)
                 for line in text.rstrip("\n").split("\n")]
        r.shuffle(lines)
        found.add(tuple(write("\n".join(lines) + "\n")))
    return found


def small_tags(text):
    """The text with its language tags made small, as pyoxigraph reads it."""
    return re.sub(r'("@)([A-Za-z][A-Za-z0-9-]*)', lambda found: found[1] + found[2].lower(), text)


TAGS = "pyoxigraph makes language tags small (RDF 1.1 leaves it open): with small tags both agree"
UNDECIDED = "RDFC-1.0 leaves the dataset several canonical forms; both find the same ones"


def main():
    program, count, seed, folder = sys.argv[1:]
    count, seed = int(count), int(seed)
    partner, found, split, piece = Partner(program, "canonical"), [], 0, 1000
    refused = 0
    explained = collections.Counter()
    for start in range(0, count, piece):
        graphs = [graph(random.Random(f"{seed}/{number}"))
                  for number in range(start, min(start + piece, count))]
        answers = {reading: partner.ask([{"nquads": text, "reading": reading} for text in graphs])
                   for reading in ("set", "list")}
        for offset, text in enumerate(graphs):
            own, other = answers["set"][offset], canonical(text)
            split += own != answers["list"][offset]
            refused += other is None
            if other is None and "error" in own:
                continue
            if other is None or "canonical" not in own or normal(own["canonical"]) != other:
                def ours(relabelled):
                    said = partner.ask([{"nquads": relabelled, "reading": "set"}])[0]
                    return normal(said.get("canonical", ""))
                small = small_tags(text)
                if other is not None and small != text:
                    own = partner.ask([{"nquads": small, "reading": "set"}])[0]
                    if normal(own.get("canonical", "")) == other:
                        explained[TAGS] += 1
                        continue
                if other is not None and may_leave_a_tie(small):
                    one, two = forms(small, ours), forms(small, canonical)
                    if one == two and len(one) > 1:
                        explained[UNDECIDED] += 1
                        continue
                found.append({"seed": f"{seed}/{start + offset}", "nquads": text, "own": own,
                              "other": other and b"\n".join(other).decode()})
    partner.close()
    print(f"canonical: in {split} graphs the two readings differ; both refuse {refused}")
    return finish("canonical", count, found, explained, pathlib.Path(folder))


sys.exit(main())
