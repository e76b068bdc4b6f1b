#!/usr/bin/env python3
"""Print what NetworkX makes of FILE (.graphml, .gexf or node-link .json). usage: read_networkx.py FILE"""
import json
import sys

try:
    import networkx
    from networkx.readwrite import json_graph
except ImportError:
    sys.exit(77)


def load(path):
    if path.endswith('.graphml'):
        return networkx.read_graphml(path, force_multigraph=True), 'label'
    if path.endswith('.gexf'):
        return networkx.read_gexf(path, version='1.3' if '1.3' in networkx.readwrite.gexf.GEXF.versions else '1.2draft'), 'label'
    with open(path, encoding='utf-8') as file:
        return json_graph.node_link_graph(json.load(file), edges='edges'), 'name'


def quote_of(data):
    return data['quote'] if 'quote' in data else data['evidence'][0]['quote']


def main():
    graph, name = load(sys.argv[1])
    nodes = [(id_, data[name]) for id_, data in graph.nodes(data=True)]
    edges = [(source, target, data['kind'] if 'kind' in data else key, quote_of(data), data.get('first_reported'))
             for source, target, key, data in graph.edges(keys=True, data=True)]
    json.dump({'nodes': nodes, 'edges': edges}, sys.stdout)


if __name__ == '__main__':
    main()
