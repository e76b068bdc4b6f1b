#!/usr/bin/env python3
"""Fit rules/names/weights.tsv to labelled texts, starting from rules/names/by_hand.tsv.

usage: scripts/fit_name_weights.py [--program P] [--strength S] LABELLED.jsonl[*WEIGHT] … > weights.tsv

A row of a labelled file is {"id", "text", "entities": [{"start", "end", "type"}]} with types PER ORG LOC MISC
(or person, organization, location, misc) and offsets in code points; rows whose entities carry
"name_mentions" instead label only the names they list. Give freely licensed data only: the table ships.

Multinomial logistic regression over the evidence that `actorgraph explain --candidates` prints. Not being
a name is a fifth class whose score is the decision threshold. S pulls the weights to those set by hand.
Standard library only, takes a minute.
"""
import argparse
import collections
import json
import math
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[1]
TYPES = ["person", "organization", "location", "misc"]
SHORT = {"PER": 0, "ORG": 1, "LOC": 2, "MISC": 3, **{name: i for i, name in enumerate(TYPES)}}
NONE = 4
THRESHOLD = 1.0


def read_table(path):
    """Rows (cue, four weights, words) of a table of weights."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cue, *weights, words = line.split("\t")
            rows.append((cue, [float(weight) for weight in weights], words))
    return rows


def labelled(path):
    """By id: gold spans with their type, and whether unlabelled names are known to be none."""
    gold = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            spans = {}
            is_full = True
            for entity in row["entities"]:
                if "name_mentions" in entity:
                    is_full = False
                    for start, end in entity["name_mentions"]:
                        spans[start, end] = SHORT.get(entity["type"])
                else:
                    spans[entity["start"], entity["end"]] = SHORT.get(entity["type"])
            gold[row["id"]] = spans, is_full
    return gold


def examples(program, path, weight, cues):
    """(cue numbers, class, weight) of every weighed name whose label is clear."""
    gold = labelled(path)
    done = subprocess.run([program, "explain", "--candidates", path], stdout=subprocess.PIPE, text=True, check=True)
    for line in done.stdout.splitlines():
        one = json.loads(line)
        spans, is_full = gold[one["document"]]
        for start, end in one["spans"]:
            if (start, end) in spans:
                label = spans[start, end]
            elif any(start < e and s < end for s, e in spans):
                continue  # the boundary is wrong: no type is right
            else:
                label = NONE if is_full else None
            if label is not None:
                yield [cues[cue] for cue in one["evidence"]], label, weight / len(one["spans"]) ** 0.5


def joined(rows):
    """Rows with the same evidence and class as one, their weights summed."""
    sums = collections.Counter()
    for cues, label, weight in rows:
        sums[tuple(cues), label] += weight
    return [(cues, label, weight) for (cues, label), weight in sums.items()]


def slope_of(found, hand, rows, strength):
    """Gradient of the log loss and of the pull to the weights set by hand."""
    slope = [[strength * (w - h) for w, h in zip(*pair)] for pair in zip(found, hand)]
    for cues, label, weight in rows:
        score = [sum(found[cue][t] for cue in cues) for t in range(NONE)] + [THRESHOLD]
        top = max(score)
        chance = [math.exp(s - top) for s in score]
        total = sum(chance)
        part = [weight * (chance[t] / total - (t == label)) for t in range(NONE)]
        for cue in cues:
            row = slope[cue]
            for t in range(NONE):
                row[t] += part[t]
    return slope


def fit(hand, rows, strength, steps=200, rate=0.05):
    """Weights by gradient descent (Adam) from the weights set by hand."""
    found = [list(row) for row in hand]
    mean = [[0.0] * NONE for _ in hand]
    spread = [[0.0] * NONE for _ in hand]
    for step in range(1, steps + 1):
        slope = slope_of(found, hand, rows, strength)
        for c, row in enumerate(slope):
            for t, g in enumerate(row):
                mean[c][t] = 0.9 * mean[c][t] + 0.1 * g
                spread[c][t] = 0.99 * spread[c][t] + 0.01 * g * g
                m = mean[c][t] / (1 - 0.9**step)
                v = spread[c][t] / (1 - 0.99**step)
                found[c][t] -= rate * m / (math.sqrt(v) + 1e-8)
    return found


def sum_of(found, cues, label):
    return sum(found[cue][label] for cue in cues)


def shift_posts(found, rows, cue):
    """Move the bar for posts to where F1 of persons and organizations peaks on the given texts.

    The most likely class makes the fewest errors, but where names are rare and vague F1 asks for more names.
    """
    posts = [row for row in rows if cue in row[0]]

    def f1(label):
        hit = false = missed = 0.0
        for cues, gold, weight in posts:
            sums = [sum_of(found, cues, t) for t in range(NONE)]
            best = max(range(NONE), key=sums.__getitem__)
            taken = best == label and sums[best] >= THRESHOLD
            hit += weight * (taken and gold == label)
            false += weight * (taken and gold != label)
            missed += weight * (not taken and gold == label)
        return 2 * hit / max(1e-9, 2 * hit + false + missed)

    for label in (0, 1):
        start = found[cue][label]
        tries = [(f1_at(found, cue, label, start + 0.1 * step, f1), -step) for step in range(26)]
        found[cue][label] = start - 0.1 * max(tries)[1]


def f1_at(found, cue, label, weight, f1):
    found[cue][label] = weight
    return f1(label)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "build/release/actorgraph"))
    parser.add_argument("--strength", type=float, default=10.0, help="pull to the weights set by hand (default 10)")
    parser.add_argument("labelled", nargs="+", metavar="LABELLED.jsonl[*WEIGHT]")
    given = parser.parse_args()
    table = read_table(ROOT / "rules/names/by_hand.tsv")
    cues = {cue: i for i, (cue, _, _) in enumerate(table)}
    rows = []
    for one in given.labelled:
        path, _, weight = one.partition("*")
        rows += examples(given.program, path, float(weight or 1), cues)
    found = fit([weights for _, weights, _ in table], joined(rows), given.strength)
    shift_posts(found, joined(rows), cues["informal_text"])
    names = ", ".join(pathlib.Path(one.partition("*")[0]).stem for one in given.labelled)
    print("# cue\tperson\torganization\tlocation\tmisc\twords")
    print("# What each kind of evidence adds to the sum of a type; a name takes the type with the highest sum, from")
    print("# 1.0 on. Fitted by scripts/fit_name_weights.py from by_hand.tsv on these labelled texts:")
    print(f"# {names}; pull {given.strength:g}, {len(rows)} names.")
    for (cue, _, words), weights in zip(table, found):
        print("\t".join([cue, *(f"{weight:.2f}" if abs(weight) >= 0.005 else "0" for weight in weights), words]))


if __name__ == "__main__":
    main()
