#!/usr/bin/env python3
"""Score facts lines on clusters of people and organisations inside each document by B-cubed. Standard library only.

usage: score_b3.py GOLD.jsonl FACTS.jsonl [--list N] [--linked GRAPH.json]
       score_b3.py --self-test

GOLD rows: {"id", "clusters": [{"type", "mentions": [[start, end]]}]} (ECB+ people and organisations). A gold mention is
aligned with the system mention of equal span, else with the one that overlaps it most (half of their union, or the gold
span being the end of it, where head nouns stand); one system mention serves one gold mention.

mention-aligned  B3 over the aligned mentions only, with the share of gold mentions that are aligned
gold spans       B3 over all gold mentions; one that is not aligned stands alone
--linked scores clusters across documents instead: gold clusters by their ids, ours by the actors of the node-link graph.
Both over all documents together (mentions weigh equally). --list prints the clusters of N documents side by side.
"""
import argparse
import collections
import json
import sys


def read(path):
    with open(path, encoding="utf-8") as rows:
        return [json.loads(row) for row in rows if row.strip()]


def likeness(gold, found):
    """0 when the spans do not stand for each other, else how well they do."""
    shared = min(gold[1], found[1]) - max(gold[0], found[0])
    if shared <= 0:
        return 0.0
    union = max(gold[1], found[1]) - min(gold[0], found[0])
    is_head = found[1] == gold[1] and found[0] <= gold[0]
    return shared / union + (1.0 if gold == found else 0.0) if is_head or 2 * shared >= union else 0.0


def align(gold, found):
    """Pairs {gold number: system number}, best likeness first, one to one. Both are lists of (start, end)."""
    pairs = sorted(((-likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if likeness(g, f)))
    taken, out = set(), {}
    for _, i, j in pairs:
        if i not in out and j not in taken:
            out[i] = j
            taken.add(j)
    return out


def clusters(row, facts):
    """For each gold mention its gold cluster and its system cluster (None when nothing aligns)."""
    gold = [(tuple(m), k) for k, c in enumerate(row["clusters"]) for m in c["mentions"]]
    found = [((m["start"], m["end"]), e) for e, entity in enumerate(facts["entities"]) for m in entity["mentions"]]
    pairs = align([g for g, _ in gold], [f for f, _ in found])
    return [(span, key, found[pairs[i]][1] if i in pairs else None) for i, (span, key) in enumerate(gold)]


def b3(items):
    """Sums of precision and recall of (key, response) pairs of one document, and their number."""
    p = r = 0.0
    for key, response in items:
        both = sum(k == key and s == response for k, s in items)
        p += both / sum(s == response for _, s in items)
        r += both / sum(k == key for k, _ in items)
    return p, r, len(items)


def totals(documents):
    p, r, n = map(sum, zip(*documents)) if documents else (0, 0, 0)
    p, r = (p / n, r / n) if n else (0.0, 0.0)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0, n


def score(gold, facts):
    by_id = {row["id"]: row for row in facts}
    aligned, spans = [], []
    for row in gold:
        found = clusters(row, by_id.get(row["id"], {"entities": []}))
        aligned.append(b3([(key, system) for _, key, system in found if system is not None]))
        spans.append(b3([(key, ("alone", i) if system is None else system) for i, (_, key, system) in enumerate(found)]))
    return totals(aligned), totals(spans)


def score_linked(gold, facts, graph):
    """Across documents: gold clusters by id; ours by the actor that a document's entity is a member of."""
    by_id = {row["id"]: row for row in facts}
    actor = {(node["documents"][document], entity): node["id"]
             for node in graph["nodes"] for document, entity in node["members"]}
    aligned, spans = [], []
    for row in gold:
        for i, (_, key, system) in enumerate(clusters(row, by_id.get(row["id"], {"entities": []}))):
            key = row["clusters"][key]["id"]
            name = ("alone", row["id"], i) if system is None else actor.get((row["id"], system), (row["id"], system))
            spans.append((key, name))
            if system is not None:
                aligned.append((key, name))
    return totals([fast_b3(aligned)]), totals([fast_b3(spans)])


def fast_b3(items):
    """b3() for many items."""
    both, keys, names = collections.Counter(items), collections.Counter(k for k, _ in items), collections.Counter(n for _, n in items)
    p = sum(count * count / names[name] for (_, name), count in both.items())
    r = sum(count * count / keys[key] for (key, _), count in both.items())
    return p, r, len(items)


def show(gold, facts, count):
    by_id = {row["id"]: row for row in facts}
    for row in gold[:count]:
        print(f"\n{row['id']}: {row['text']}")
        for span, key, system in clusters(row, by_id.get(row["id"], {"entities": []})):
            name = "-" if system is None else by_id[row["id"]]["entities"][system]["name"] + f" #{system}"
            print(f"   {key:3d} {row['text'][span[0]:span[1]]:40s} {name}")


def self_test():
    row = {"id": "1", "clusters": [{"mentions": [[0, 3], [5, 8]]}, {"mentions": [[10, 14]]}]}
    mention = lambda s, e: {"start": s, "end": e}
    good = {"id": "1", "entities": [{"mentions": [mention(0, 3), mention(5, 8)]}, {"mentions": [mention(6, 14)]}]}
    merged = {"id": "1", "entities": [{"mentions": [mention(0, 3), mention(5, 8), mention(10, 14)]}]}
    assert score([row], [good])[1][2] == 1.0
    p, r, _, n = score([row], [merged])[1]
    assert abs(p - 5 / 9) < 1e-9 and r == 1.0 and n == 3
    aligned, spans = score([row], [])
    assert aligned[3] == 0 and spans[0] == 1.0 and abs(spans[1] - 2 / 3) < 1e-9
    items = [(1, "a"), (1, "a"), (2, "a"), (2, "b")]
    assert all(abs(x - y) < 1e-9 for x, y in zip(fast_b3(items), b3(items)))
    print("self-test ok")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold")
    parser.add_argument("facts")
    parser.add_argument("--linked")
    parser.add_argument("--list", type=int, default=0)
    given = parser.parse_args()
    gold, facts = read(given.gold), read(given.facts)
    if given.linked:
        with open(given.linked, encoding="utf-8") as graph:
            aligned, spans = score_linked(gold, facts, json.load(graph))
    else:
        aligned, spans = score(gold, facts)
    for title, (p, r, f, n) in (("mention-aligned", aligned), ("gold spans", spans)):
        print(f"{title:16s} P {p:.3f}  R {r:.3f}  F1 {f:.3f}  ({n} mentions)")
    print(f"gold mentions aligned {100 * aligned[3] / max(1, spans[3]):.1f} %")
    show(gold, facts, given.list)


if __name__ == "__main__":
    main()
