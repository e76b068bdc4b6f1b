#!/usr/bin/env python3
"""Print what igraph makes of a GraphML file. usage: read_igraph.py FILE"""
import json
import sys

try:
    import igraph
except ImportError:
    sys.exit(77)

graph = igraph.Graph.Read_GraphML(sys.argv[1])
ids = graph.vs['id']
edges = [(ids[one.source], ids[one.target], one['kind'], one['quote'], one['first_reported']) for one in graph.es]
json.dump({'nodes': list(zip(ids, graph.vs['label'])), 'edges': edges}, sys.stdout)
