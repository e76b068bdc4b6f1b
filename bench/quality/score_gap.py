#!/usr/bin/env python3
"""Score facts lines on GAP (Webster et al. 2018, "Mind the GAP", section 5). Standard library only.

usage: score_gap.py GOLD.jsonl FACTS.jsonl [--list KIND]
       score_gap.py --self-test

Each row asks twice: is the pronoun the person named at span A, and is it the one named at span B? A system answers yes
when the entity that holds a mention overlapping the pronoun also holds a mention overlapping the name. Precision, recall
and F1 count these answers, overall and for masculine (M) and feminine (F) pronouns; bias is F1(F) / F1(M).
Beside it: how many pronouns are linked to a named entity at all, and how many of the rows' names were seen as persons.
--list prints one kind of row: wrong, unlinked, unnamed.
"""
import argparse
import json
import sys
from collections import Counter


def read(path):
    with open(path, encoding="utf-8") as rows:
        return [json.loads(row) for row in rows if row.strip()]


def overlapping(entity, span):
    return [m for m in entity["mentions"] if m["start"] < span[1] and span[0] < m["end"]]


def entities_at(facts, span, form=None):
    """Numbers of the entities with a mention over the span, those with the shortest such mention only."""
    found = [(m["end"] - m["start"], i) for i, e in enumerate(facts["entities"]) for m in overlapping(e, span)
             if form is None or m.get("form") == form]
    return {i for size, i in found if size == min(found)[0]}


def answers(row, facts):
    """What the system says of A and of B, and whether it linked the pronoun and saw the names as persons."""
    pronoun = entities_at(facts, row["pronoun"], "pronoun")
    said = [any(overlapping(facts["entities"][e], row[name]) for e in pronoun) for name in ("a", "b")]
    is_linked = any(facts["entities"][e].get("name") for e in pronoun)
    seen = [any(facts["entities"][e]["type"] == "person" for e in entities_at(facts, row[name])) for name in ("a", "b")]
    return said, is_linked, seen


def f1(counts):
    yes, right, wanted = counts["yes"], counts["right"], counts["wanted"]
    p, r = right / yes if yes else 0.0, right / wanted if wanted else 0.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def score(gold, facts):
    """Counters by gender ("M", "F", "all") and the rows with what was answered."""
    by_id = {row["id"]: row for row in facts}
    counts = {kind: Counter() for kind in ("all", "M", "F")}
    told = []
    for row in gold:
        said, is_linked, seen = answers(row, by_id.get(row["id"], {"entities": []}))
        wanted = [row["a_coref"], row["b_coref"]]
        told.append((row, said, wanted, is_linked, seen))
        for kind in ("all", row["gender"]):
            counts[kind].update(rows=1, linked=is_linked, names=2, seen=sum(seen),
                                wanted=sum(wanted), yes=sum(said), right=sum(s and w for s, w in zip(said, wanted)))
    return counts, told


def report(counts):
    for kind, title in (("all", "overall"), ("M", "masculine"), ("F", "feminine")):
        c = counts[kind]
        p, r, f = f1(c)
        print(f"{title:10s} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f:5.1f}  ({c['right']}/{c['yes']} yes, {c['wanted']} gold)"
              f"  pronoun linked {100 * c['linked'] / max(1, c['rows']):.1f} %  names seen as persons {100 * c['seen'] / max(1, c['names']):.1f} %")
    masculine = f1(counts["M"])[2]
    print(f"bias (F/M) {f1(counts['F'])[2] / masculine if masculine else 0.0:.3f}")


def show(told, kind):
    for row, said, wanted, is_linked, seen in told:
        is_unnamed = not all(seen)
        if (kind == "wrong" and said != wanted and is_linked) or (kind == "unlinked" and not is_linked) or \
                (kind == "unnamed" and is_unnamed):
            text = list(row["text"])
            for tag, span in (("A" + "-+"[wanted[0]] + "-+"[said[0]], row["a"]), ("B" + "-+"[wanted[1]] + "-+"[said[1]], row["b"]),
                              ("P", row["pronoun"])):
                text[span[0]] = f"[{tag} " + text[span[0]]
                text[span[1] - 1] += "]"
            print(row["id"], "".join(text), "\n")


def self_test():
    text = "Ana met Bea. She left."
    row = {"id": "1", "text": text, "pronoun": [13, 16], "a": [0, 3], "b": [8, 11], "a_coref": True, "b_coref": False, "gender": "F"}
    name, pronoun = {"start": 0, "end": 3, "form": "name"}, {"start": 13, "end": 16, "form": "pronoun"}
    other = {"type": "person", "name": "Bea", "mentions": [{"start": 8, "end": 11, "form": "name"}]}
    good = {"id": "1", "entities": [{"type": "person", "name": "Ana", "mentions": [name, pronoun]}, other]}
    bad = {"id": "1", "entities": [{"type": "person", "name": "Ana", "mentions": [name]},
                                   {**other, "mentions": other["mentions"] + [pronoun]}]}
    assert f1(score([row], [good])[0]["all"])[2] == 1.0
    assert f1(score([row], [bad])[0]["all"])[2] == 0.0
    assert score([row], [])[0]["all"]["yes"] == 0
    print("self-test ok")


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold")
    parser.add_argument("facts")
    parser.add_argument("--list", choices=("wrong", "unlinked", "unnamed"))
    given = parser.parse_args()
    counts, told = score(read(given.gold), read(given.facts))
    report(counts)
    if given.list:
        show(told, given.list)


if __name__ == "__main__":
    main()
