#!/usr/bin/env python3
"""Validate FollowTheMoney lines with the library itself: known schemata, no value cleaned away, no reference that leads
nowhere or to the wrong schema, and as many actors as the graph has.

usage: check_ftm.py LINES GRAPH.json      exit 77 without the library
"""
import json
import sys

try:
    from followthemoney import model
except ImportError:
    sys.exit(77)


def proxies(path):
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            data = json.loads(line)
            schema = model.get(data['schema'])
            if schema is None or schema.abstract:
                yield number, data, None
                continue
            schema.validate(data)
            yield number, data, model.get_proxy(data)


def faults_of(number, data, proxy):
    for name in proxy.schema.required:
        if not proxy.get(name):
            yield f'{number}: {proxy.schema.name} lacks {name}'
    for name, values in data['properties'].items():
        if proxy.schema.get(name) is None:
            yield f'{number}: {proxy.schema.name} has no {name}'
        elif len(proxy.get(name)) != len(values):
            yield f'{number}: {name} {values} became {proxy.get(name)}'


def main():
    faults, known, references = [], {}, []
    for number, data, proxy in proxies(sys.argv[1]):
        if proxy is None:
            faults.append(f'{number}: no schema {data["schema"]} for entities')
            continue
        if proxy.id in known:
            faults.append(f'{number}: {proxy.id} stands twice')
        known[proxy.id] = proxy.schema
        faults += faults_of(number, data, proxy)
        references += [(number, one, value) for one in proxy.iterprops() if one.type.name == 'entity'
                       for value in proxy.get(one)]
    for number, one, value in references:
        if value not in known or (one.range and not known[value].is_a(one.range)):
            faults.append(f'{number}: {one.qname} leads to {value}, which is no {one.range}')
    with open(sys.argv[2], encoding='utf-8') as file:
        actors = len(json.load(file)['nodes'])
    things = sum(not schema.edge for schema in known.values())
    if things < actors:
        faults.append(f'{things} actors of {actors}')
    print(f'{len(known)} entities', *faults[:10], sep='\n')
    sys.exit(bool(faults))


if __name__ == '__main__':
    main()
