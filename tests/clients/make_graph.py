#!/usr/bin/env python3
"""Print a node-link graph that tries what importers are known to stumble over: hostile names, parallel edges of many
kinds, mutual edges, a loop, denied and planned claims, missing dates. Same bytes each time.

usage: make_graph.py > graph.json
"""
import json
import sys

NAMES = ['Ana Reyes', 'O\u2019Brien & Söhne <GmbH>', '"Quoted" \\ back', "it's", '=1+1', '@handle', 'INFOWARS', 'NaN', 'null',
         'true', '__proto__', 'constructor', 'a|b;c,d\te', 'Ünal Çelik', '王小明', 'محمد علي', 'Ω\u0301mega', '\U0001F600 Smile',
         '<script>alert(1)</script>', "'); DROP TABLE actors;--", '${jndi:ldap://x.example/a}', '\u202eright to left',
         '  blanks  inside  ', '-1e999', '0x1F', '007', 'x' * 300, ']]>', '<!-- comment -->', '&amp;', '%s%n', '../../etc/passwd']
KINDS = ['met_with', 'paid', 'employed_by', 'accused', 'spouse_of']
STATUS = [('affirmed', 'reported'), ('affirmed', 'alleged'), ('affirmed', 'planned'), ('affirmed', 'denied')]


def evidence(number, quote):
    return [{'document': f'd{number}.txt', 'outlet': 'The Post & Mail', 'date': f'2021-03-{number % 28 + 1:02}', 'quote': quote,
             'start': 3, 'end': 3 + len(quote), 'rule': 'made.up', 'speaker': '', 'polarity': 'affirmed', 'modality': 'reported'}]


def edge(source, target, number):
    relation = KINDS[number % len(KINDS)]
    polarity, modality = STATUS[number // len(KINDS) % len(STATUS)]
    quote = f'{NAMES[source].strip()} & {NAMES[target].strip()} <{number}>'
    return {'source': f'person:n{source}', 'target': f'person:n{target}',
            'key': relation if modality == 'reported' else f'{relation} [{modality}]',
            'relation': relation, 'symmetric': relation in ('met_with', 'spouse_of'),
            'polarity': polarity, 'modality': modality, 'sources': number % 3 + 1, 'denials': 0,
            'documents': [f'd{number}.txt'], 'first_reported': f'2021-03-{number % 28 + 1:02}',
            'last_reported': f'2021-03-{number % 28 + 1:02}', 'evidence': evidence(number, quote)}


def main():
    nodes = [{'id': f'person:n{i}', 'name': name, 'type': 'person', 'subtype': '', 'aliases': [], 'account': None,
              'documents': ['d0.txt'], 'mentions': i + 1} for i, name in enumerate(NAMES)]
    edges = {}
    number = 0
    for source in range(len(NAMES)):
        for step in (1, 1, 1, 2, 5, 0 if source == 0 else 7, -1):
            one = edge(source, (source + step) % len(NAMES), number)
            edges[one['source'], one['target'], one['key']] = one
            number += 1
    graph = {'directed': True, 'multigraph': True, 'graph': {}, 'nodes': nodes, 'edges': list(edges.values())}
    json.dump(graph, sys.stdout, ensure_ascii=False)


if __name__ == '__main__':
    main()
