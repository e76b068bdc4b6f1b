#!/usr/bin/env python3
"""Compare what a program made of a file with the graph that was written into it.

usage: compare.py GRAPH.json READ.json [gephi]
GRAPH.json is node-link; READ.json is {"nodes": [[id, name]], "edges": [[source, target, kind, quote, first_reported]]}.
With `gephi` quotes are expected as Gephi 0.10.1 spoils them: it reads INF inside any attribute as Infinity. Leaves with 1 and the first differences when anything is missing, doubled or changed.
"""
import collections
import json
import sys


def written(path):
    with open(path, encoding='utf-8') as file:
        graph = json.load(file)
    nodes = [(one['id'], one['name']) for one in graph['nodes']]
    edges = [(one['source'], one['target'], one['key'], one['evidence'][0]['quote'], one['first_reported'] or '')
             for one in graph['edges']]
    return nodes, edges


def read(path):
    with open(path, encoding='utf-8') as file:
        graph = json.load(file)
    return [tuple(one) for one in graph['nodes']], [tuple(value or '' for value in one) for one in graph['edges']]


def main():
    fault = 0
    nodes, edges = written(sys.argv[1])
    if 'gephi' in sys.argv[3:]:
        edges = [(*ends, quote.replace('INF', 'Infinity'), date) for *ends, quote, date in edges]
    for what, given, got in zip(('nodes', 'edges'), (nodes, edges), read(sys.argv[2])):
        given, got = collections.Counter(given), collections.Counter(got)
        for word, difference in (('lost', given - got), ('made up', got - given)):
            for one in list(difference)[:3]:
                print(f'{sum(difference.values())} {what} {word}, as {one}')
                fault = 1
        if not given:
            print(f'no {what} were written')
            fault = 1
        print(f'{sum(got.values())} {what} read')
    sys.exit(fault)


if __name__ == '__main__':
    main()
