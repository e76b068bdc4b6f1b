#!/usr/bin/env python3
"""Time python-igraph and NetworkX on the graph of `actorgraph_graph_bench --write EDGES.tsv`, those that are installed.

usage: bench/graph_peers.py EDGES.tsv [--networkx]

Prints the same rows as the bench. NetworkX is slow on a million edges and is asked only with --networkx.
"""
import random
import sys
import time


def row(what, value, unit):
    print(f"{what:<34}{value:>12.3f} {unit}", flush=True)


def timed(what, unit, scale, repeat, work):
    start = time.process_time()
    for _ in range(repeat):
        work()
    row(what, (time.process_time() - start) / repeat * scale, unit)


def read_edges(path):
    edges, costs = [], []
    with open(path) as lines:
        for line in lines:
            a, b, cost = map(int, line.split("\t"))
            edges.append((a, b))
            costs.append(cost)
    return edges, costs


def ask_igraph(edges, costs):
    import igraph
    dice = random.Random(7)
    count = 1 + max(max(pair) for pair in edges)
    graph = igraph.Graph(n=count, edges=edges)
    graph.es["cost"] = costs
    pair = lambda: (dice.randrange(count), dice.randrange(count))
    print("python-igraph", igraph.__version__)
    timed("fewest steps, a pair", "us", 1e6, 50, lambda: graph.get_shortest_path(*pair()))
    timed("cheapest, a pair", "ms", 1e3, 20, lambda: graph.get_shortest_path(*pair(), weights="cost"))
    timed("5 cheapest, a pair", "ms", 1e3, 1, lambda: graph.get_k_shortest_paths(*pair(), k=5, weights="cost"))
    timed("PageRank", "s", 1, 1, lambda: graph.pagerank(directed=False))
    simple = graph.copy()
    simple.es["weight"] = 1
    simple.simplify(combine_edges="sum")
    timed("communities (Louvain)", "s", 1, 1, lambda: found.append(simple.community_multilevel(weights="weight")))
    row("  their modularity", found[-1].modularity, "")
    timed("components", "s", 1, 1, lambda: graph.connected_components())


def ask_networkx(edges, costs):
    import networkx
    dice = random.Random(7)
    graph = networkx.Graph()
    for (a, b), cost in zip(edges, costs):
        known = graph.get_edge_data(a, b)
        graph.add_edge(a, b, cost=min(cost, known["cost"]) if known else cost)
    main = sorted(max(networkx.connected_components(graph), key=len))
    pair = lambda: (dice.choice(main), dice.choice(main))
    print("NetworkX", networkx.__version__)
    timed("fewest steps, a pair", "us", 1e6, 100, lambda: networkx.bidirectional_shortest_path(graph, *pair()))
    timed("cheapest, a pair", "ms", 1e3, 10, lambda: networkx.bidirectional_dijkstra(graph, *pair(), weight="cost"))


found = []


def main():
    edges, costs = read_edges(sys.argv[1])
    peers = [ask_igraph] + ([ask_networkx] if "--networkx" in sys.argv else [])
    for ask in peers:
        try:
            ask(edges, costs)
        except ImportError as missing:
            print(f"skipped: {missing}")


if __name__ == "__main__":
    main()
