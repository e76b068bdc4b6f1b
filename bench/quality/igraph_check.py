#!/usr/bin/env python3
"""Compare answers on random multigraphs with python-igraph: path lengths, PageRank, betweenness.

usage: bench/quality/igraph_check.py PROGRAM [GRAPHS]     (default: 1000; skips where igraph is not installed)
"""
import json
import random
import subprocess
import sys
import tempfile

try:
    import igraph
except ImportError:
    print("skipped: python-igraph is not installed")
    sys.exit(0)

MARGIN = 1e-6


def write_graph(path, count, pairs):
    evidence = [{"document": "a.txt", "quote": "So it is said."}]
    json.dump({"nodes": [{"id": f"person:{i}", "name": f"P{i}", "type": "person"} for i in range(count)],
               "edges": [{"source": f"person:{a}", "target": f"person:{b}", "relation": "met_with", "sources": 1,
                          "evidence": evidence} for a, b in pairs]}, open(path, "w"))


def ask(program, *words):
    done = subprocess.run([program, *words, "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return json.loads(done.stdout) if done.stdout else None


def number(actor_id):
    return int(actor_id.split(":")[1])


def is_near(found, expected):
    return len(found) == len(expected) and all(abs(a - b) <= MARGIN * max(1, abs(b)) for a, b in zip(found, expected))


def measured(program, path, count, by):
    rows = ask(program, "top", path, "--by", by, "-n", str(count))["top"]
    values = {number(row["id"]): row[by] for row in rows}
    return [values[i] for i in range(count)]


def faults_of(program, path, count, pairs):
    graph = igraph.Graph(n=count, edges=pairs)
    simple = graph.copy().simplify()
    faults = []
    if not is_near(measured(program, path, count, "pagerank"), without_loops(graph).pagerank(directed=False)):
        faults.append("PageRank")
    if not is_near(measured(program, path, count, "betweenness"), simple.betweenness(directed=False)):
        faults.append("betweenness")
    for to in (1, count - 1):
        steps = simple.distances(0, to)[0][0]
        answer = ask(program, "path", path, "person:0", f"person:{to}")
        length = answer["paths"][0]["length"] if answer and answer["paths"] else float("inf")
        if length != steps:
            faults.append(f"path to {to}: {length} for {steps}")
    return faults


def without_loops(graph):
    copy = graph.copy()
    copy.simplify(multiple=False, loops=True)
    return copy


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    dice = random.Random(1)
    wrong = 0
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        for round_number in range(rounds):
            count = dice.randint(3, 40)
            pairs = [(dice.randrange(count), dice.randrange(count)) for _ in range(dice.randint(1, 3 * count))]
            pairs = [(a, b) for a, b in pairs if a != b]
            write_graph(file.name, count, pairs)
            faults = faults_of(program, file.name, count, pairs)
            wrong += bool(faults)
            if faults:
                print(f"graph {round_number}: {'; '.join(faults)}")
    print(f"{rounds} graphs, {rounds - wrong} alike")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
