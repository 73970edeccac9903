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
LITERALS = ['"x"', '"x"@en', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"é\\n\\"\\\\\\u0001"']
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


SHAPES = [scattered, scattered, ring, complete, twice, lists, tree, graphs, graphs, graphs]


def graph(r):
    lines = list(r.choice(SHAPES)(r))
    lines += r.sample(lines, min(len(lines), r.choice([0, 0, 1, 2])))
    r.shuffle(lines)
    return "\n".join(lines) + "\n"


def canonical(text):
    """pyoxigraph's own, with the lines in the order of the standard."""
    dataset = pyoxigraph.Dataset(
        pyoxigraph.parse(input=text, format=pyoxigraph.RdfFormat.N_QUADS))
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
        len(set(re.findall(r"_:\w+", line))) == 3 or re.search(r"_:\w+ \.$", line)
        and len(re.findall(r"_:\w+", line)) > 1
        for line in text.splitlines())


def forms(text, write):
    """The canonical forms of the same dataset under other labels and in other orders."""
    r, found = random.Random(0), set()
    labels = sorted(set(re.findall(r"_:\w+", text)))
    for _ in range(48):
        names = [f"_:z{number}" for number in range(len(labels))]
        r.shuffle(names)
        names = dict(zip(labels, names))
        lines = [re.sub(r"_:\w+", lambda label: names[label.group()], line)
                 for line in text.splitlines()]
        r.shuffle(lines)
        found.add(tuple(write("\n".join(lines) + "\n")))
    return found


UNDECIDED = "RDFC-1.0 leaves the dataset several canonical forms; both find the same ones"


def main():
    program, count, seed, folder = sys.argv[1:]
    count, seed = int(count), int(seed)
    partner, found, split, piece = Partner(program, "canonical"), [], 0, 1000
    explained = collections.Counter()
    for start in range(0, count, piece):
        graphs = [graph(random.Random(f"{seed}/{number}"))
                  for number in range(start, min(start + piece, count))]
        answers = {reading: partner.ask([{"nquads": text, "reading": reading} for text in graphs])
                   for reading in ("set", "list")}
        for offset, text in enumerate(graphs):
            own, other = answers["set"][offset], canonical(text)
            split += own != answers["list"][offset]
            if "canonical" not in own or normal(own["canonical"]) != other:
                def ours(relabelled):
                    said = partner.ask([{"nquads": relabelled, "reading": "set"}])[0]
                    return normal(said.get("canonical", ""))
                if may_leave_a_tie(text):
                    one, two = forms(text, ours), forms(text, canonical)
                    if one == two and len(one) > 1:
                        explained[UNDECIDED] += 1
                        continue
                found.append({"seed": f"{seed}/{start + offset}", "nquads": text, "own": own,
                              "other": b"\n".join(other).decode()})
    partner.close()
    print(f"canonical: in {split} graphs the two readings differ")
    return finish("canonical", count, found, explained, pathlib.Path(folder))


sys.exit(main())
