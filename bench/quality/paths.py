#!/usr/bin/env python3
"""Ask the path questions of a hand-made case and print which first paths a careful reader accepts. Standard library only.

usage: bench/quality/paths.py PROGRAM GRAPH.json CASE.json [-v]

GRAPH is the case made by hand (gold_graph.py) or what the program extracted from its texts. A question is right when the
first path runs over an accepted chain of actors; one that no text answers is right when the actor is unknown.
"""
import json
import subprocess
import sys
import unicodedata


def folded(name):
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalnum() or c == "@")


def ask(program, graph, source, target, count=3):
    done = subprocess.run([program, "path", graph, source, target, "-k", str(count), "--format", "json"],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return (json.loads(done.stdout)["paths"] if done.stdout.startswith("{") else []), done.stderr.strip()


def gold_ids(node, entities):
    """Ids of the hand-made actors that a node may stand for."""
    names = {folded(node["name"])}
    return {one["id"] for one in entities
            if node["id"] == one["id"] or names & {folded(name) for name in [one["name"], *one["aliases"]]}}


def node_for(entity, nodes):
    """The node of that id, else the one that bears the actor's name or an alias, else the name itself."""
    if any(node["id"] == entity["id"] for node in nodes):
        return entity["id"]
    for name in [entity["name"], *entity["aliases"]]:
        for node in nodes:
            is_named = folded(name) in {folded(n) for n in [node["name"], *node["aliases"]]}
            if is_named and node["type"] == entity["type"]:
                return node["id"]
    return entity["name"]


def is_accepted(path, accepted, entities):
    chain = [gold_ids(node, entities) for node in path["nodes"]]
    return any(len(chain) == len(want) and all(one in ids for one, ids in zip(want, chain)) for want in accepted)


def has_quotes(path):
    return all(hop["evidence"] and hop["evidence"][0]["quote"] for hop in path["hops"])


def main():
    program, graph, case_file = sys.argv[1:4]
    case = json.load(open(case_file))
    nodes = json.load(open(graph))["nodes"]
    entities = {one["id"]: one for one in case["entities"]}
    right = asked = 0
    for question in case["path_questions"]:
        asked += 1
        if question["from"] is None:
            paths, said = ask(program, graph, "George Papadopoulos" if "Papadopoulos" in question["question"] else "?",
                              node_for(entities[question["to"]], nodes))
            is_right = not paths
        else:
            paths, said = ask(program, graph, *(node_for(entities[question[end]], nodes) for end in ("from", "to")))
            is_right = bool(paths) and is_accepted(paths[0], question["accepted_paths"], case["entities"]) and has_quotes(paths[0])
        right += is_right
        print("right" if is_right else "WRONG", question["question"])
        if not is_right or "-v" in sys.argv:
            for path in paths:
                print("     ", " - ".join(node["name"] for node in path["nodes"]), "|",
                      ", ".join(hop["relation"] + ("" if hop["modality"] == "reported" else f" [{hop['modality']}]")
                                for hop in path["hops"]))
            print("     ", said.replace("\n", " / ")) if not paths else None
    print(f"first path accepted: {right} of {asked}")


if __name__ == "__main__":
    main()
