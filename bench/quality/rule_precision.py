#!/usr/bin/env python3
"""Measure how often each relation rule is right and print rules/precision.tsv. Standard library only.

usage: bench/quality/rule_precision.py [--program P] [--data DIR] > rules/precision.tsv

Judged on KnowledgeNet (relations that a row lists as judged) and on the project's relation and status suites:
a claim is right when the gold has it, wrong when a gold that is complete there has it not; a claim that only
follows from the gold, or stands where the gold is silent, is not judged. With r right of n, a rule's precision is
(r + K * pack) / (n + K), `pack` that of its pack drawn in the same way towards the mean of all.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
PULL = 8.0  # claims that the mean of the pack weighs


def facts_of(program, path, work):
    out = pathlib.Path(work) / (path.stem + ".facts")
    subprocess.run([program, "extract", "-q", "-f", "facts", "-o", out, path], check=True)
    with open(out) as lines:
        return {row["id"]: row for row in map(json.loads, lines)}


def is_plain(claim):
    return claim["polarity"] == "affirmed" and claim["modality"] == "reported"


def judge_knowledge(score, facts, path):
    """(rule, right) of the claims on KnowledgeNet."""
    sys.path.insert(0, str(path.parents[2] / "eval"))
    import from_facts
    import score_relations as relations
    for gold in relations.load(path):
        row = facts[gold["id"]]
        entities = {one["id"]: one for one in row["entities"]}
        known = relations.gold_facts(gold, "map")
        for claim in filter(is_plain, row["claims"]):
            source, target = entities[claim["source"]], entities[claim["target"]]
            names = from_facts.compact(claim["relation"], target)
            judged = [name for name in names if relations.judged(gold, "map", name)]
            if not judged:
                continue
            spans = from_facts.spans(source), from_facts.spans(target)
            right = any(fact["rel"] in judged and
                        ((relations.hit(spans[0], fact["s"], "overlap") and relations.hit(spans[1], fact["o"], "overlap")) or
                         (fact["rel"] in relations.SYM and relations.hit(spans[0], fact["o"], "overlap") and
                          relations.hit(spans[1], fact["s"], "overlap"))) for fact in known)
            if right or "leads" not in judged:  # of those who lead, the corpus labels chief executives alone
                score(claim["rule"], right)


def judge_suite(score, facts, path, is_complete):
    """(rule, right) of the claims on a suite; `is_complete`: what the gold does not have is wrong."""
    sys.path.insert(0, str(path.parents[2] / "eval"))
    import from_facts
    import score_claims as claims
    for ident, gold in claims.load(path).items():
        row = facts[ident]
        aligned = claims.align(gold, from_facts.claims(row)["entities"], False)
        aligned = aligned[0] if isinstance(aligned, tuple) else aligned

        def keys(rows):
            return {key(one["relation"], one["source"], one["target"]) for one in rows}

        def key(relation, source, target):
            return (relation, *sorted((source, target))) if relation in claims.SYMMETRIC else (relation, source, target)

        wanted = keys(gold["claims"])
        forbidden = keys(gold.get("negatives", []) + gold.get("forbidden", []))
        pairs = {frozenset(one[1:]) for one in wanted}
        for claim in filter(is_plain, row["claims"]):
            ends = aligned.get(claim["source"]), aligned.get(claim["target"])
            if None in ends or ends[0] == ends[1]:
                continue
            own = key(claim["relation"], *ends)
            if own in wanted:
                score(claim["rule"], True)
            elif own in forbidden or (is_complete and frozenset(ends) not in pairs):
                score(claim["rule"], False)


def packs_of():
    """Pack by the name of a rule or frame."""
    packs = {}
    for path in sorted((ROOT / "rules/relations").glob("*.toml")):
        table = tomllib.loads(path.read_text())
        for one in table.get("rule", []) + table.get("frame", []):
            packs[one["name"]] = table["pack"]
    return packs


def pack_of(rule, packs):
    while rule and rule not in packs:
        rule = rule.rpartition(".")[0]
    return packs.get(rule, "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / "build/release/actorgraph"))
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared")
    given = parser.parse_args()
    right, judged = collections.Counter(), collections.Counter()

    def score(rule, is_right):
        right[rule] += is_right
        judged[rule] += 1

    suites = given.data / "data/suites"
    knowledge = given.data / "data/relations/knowledgenet.jsonl"
    with tempfile.TemporaryDirectory() as work:
        judge_knowledge(score, facts_of(given.program, knowledge, work), knowledge)
        for name, is_complete in (("relations-dev", True), ("status-dev", False)):
            path = suites / f"{name}.jsonl"
            judge_suite(score, facts_of(given.program, path, work), path, is_complete)
    packs = packs_of()
    shipped = {rule: count for rule, count in judged.items() if pack_of(rule, packs)}
    mean = sum(right[rule] for rule in shipped) / max(1, sum(shipped.values()))
    of_pack = {}
    for pack in set(packs.values()):
        own = [rule for rule in shipped if pack_of(rule, packs) == pack]
        of_pack[pack] = (sum(right[r] for r in own) + PULL * mean) / (sum(judged[r] for r in own) + PULL)
    print("# rule\tprecision\tclaims")
    print("# How often a rule is right: right claims of those judged, drawn to the mean of its pack where few are.")
    print("# Measured by bench/quality/rule_precision.py on KnowledgeNet folds 1-3 and the project's own suites.")
    for rule in sorted(shipped):
        drawn = (right[rule] + PULL * of_pack[pack_of(rule, packs)]) / (judged[rule] + PULL)
        print(f"{rule}\t{drawn:.3f}\t{judged[rule]}")


if __name__ == "__main__":
    main()
