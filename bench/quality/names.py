#!/usr/bin/env python3
"""Show where the names stand: F1 per type and slice, the largest error classes, and what carries the result.

usage: bench/quality/names.py [--program P] [--rules R] [--data DIR] [--sets NAME,…] [--errors N] [--ablations]

Slices: reports of sport and the rest, for sets whose documents are whole articles. Ablations run the sets
again with changed rules: without the lists of names, without the evidence of the rest of the document,
with the weights set by hand. DIR holds `data/` (default: ../shared beside the checkout); where it is absent
the script says so and leaves with 0. Standard library only.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SETS = ["conll03-testa", "cleanconll-testa", "crossner_politics-dev", "wnut17-dev", "conll03caseless-testa"]
TYPES = {"person": "PER", "organization": "ORG", "location": "LOC"}
SPORTS = (
    "alpine|american football|athletics|badminton|baseball|basketball|biathlon|bobsleigh|boxing|cricket|cycling|"
    "figure skating|football|golf|gymnastics|handball|hockey|horse racing|ice hockey|luge|motor racing|"
    "motorcycling|nba|nfl|nhl|nordic|olympics|racing|rallying|rowing|rugby|sailing|skiing|snow|soccer|speed "
    "skating|squash|swimming|tennis|triathlon|volleyball|weightlifting"
)
IS_SPORT = re.compile(rf"\s*(?:{SPORTS})\b", re.IGNORECASE)
DOCUMENT_CUES = ("surname_of_a_person", "given_name_of_a_person", "acronym_of_an_organisation",
                 "short_for_an_organisation")
KEPT_LISTS = ("cue_", "derived_ordinary_words", "derived_legal_forms", "legal_forms", "calendar", "demonyms",
              "kinship", "titles", "occupations", "org_heads", "degrees", "README")


def gold_rows(path):
    """(id, text, spans with PER or ORG, all spans) of every row."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        every = [(e["start"], e["end"], e["type"]) for e in row["entities"]]
        yield row["id"], row["text"], {e for e in every if e[2] in ("PER", "ORG")}, every


def found_spans(program, rules, path):
    """Name spans of every document, by id."""
    environment = dict(os.environ, ACTORGRAPH_RULES=str(rules))
    done = subprocess.run([program, "extract", "-q", "-f", "facts", "-o", "-", str(path)], stdout=subprocess.PIPE,
                          env=environment, text=True, check=True)
    found = {}
    for line in done.stdout.splitlines():
        row = json.loads(line)
        found[row["id"]] = [
            (m["start"], m["end"], TYPES.get(entity["type"], "MISC"))
            for entity in row["entities"] if entity["type"] != "account"
            for m in entity["mentions"] if m.get("form", "name") == "name"
        ]
    return found


def error_class(span, others):
    """What stands at the place of a missed or false name."""
    same = [o for o in others if o[:2] == span[:2]]
    if same:
        return f"type {same[0][2]}"
    near = [o for o in others if o[0] < span[1] and span[0] < o[1]]
    if near:
        return "boundary" if near[0][2] == span[2] else f"boundary and type {near[0][2]}"
    return "nothing there"


class Score:
    def __init__(self):
        self.counts = collections.Counter()
        self.errors = collections.Counter()

    def add(self, gold, gold_every, found_every):
        found = {f for f in found_every if f[2] in ("PER", "ORG")}
        for what, spans, others in (("hit", gold & found, ()), ("missed", gold - found, found_every),
                                    ("false", found - gold, gold_every)):
            for span in spans:
                self.counts[what, span[2]] += 1
                if what != "hit":
                    self.errors[f"{what} {span[2]}, {error_class(span, others)}"] += 1

    def f1(self, types):
        hit, missed, false = (sum(self.counts[what, t] for t in types) for what in ("hit", "missed", "false"))
        return 100 * 2 * hit / max(1, 2 * hit + missed + false)

    def row(self):
        return f"PER {self.f1(['PER']):5.1f}  ORG {self.f1(['ORG']):5.1f}  both {self.f1(['PER', 'ORG']):5.1f}"


def scores(program, rules, path):
    """Scores of all documents and of the slices."""
    found = found_spans(program, rules, path)
    by_slice = {name: Score() for name in ("all", "sport", "other")}
    for name, text, gold, every in gold_rows(path):
        for part in ("all", "sport" if IS_SPORT.match(text) else "other"):
            by_slice[part].add(gold, every, found[name])
    return by_slice


def without_lists(rules):
    for table in (rules / "lexicon").iterdir():
        if not table.name.startswith(KEPT_LISTS):
            table.unlink()


def without_document(rules):
    table = rules / "names/weights.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    for i, line in enumerate(lines):
        columns = line.split("\t")
        if columns[0] in DOCUMENT_CUES:
            lines[i] = "\t".join([columns[0], "0", "0", "0", "0", columns[-1]])
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def by_hand(rules):
    shutil.copy(rules / "names/by_hand.tsv", rules / "names/weights.tsv")


ABLATIONS = {"without lists of names": without_lists, "without document evidence": without_document,
             "without fitted weights": by_hand}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "build/release/actorgraph"))
    parser.add_argument("--rules", type=pathlib.Path, default=ROOT / "rules")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="the N largest error classes of each set")
    parser.add_argument("--ablations", action="store_true")
    given = parser.parse_args()
    if not given.data.is_dir():
        print(f"skipped: there is no development data at {given.data}")
        return
    sets = {name: given.data / f"data/ner/{name}.jsonl" for name in given.sets.split(",")}
    for name, path in sets.items():
        by_slice = scores(given.program, given.rules, path)
        print(f"{name:24} {by_slice['all'].row()}")
        if by_slice["sport"].counts:
            print(f"{'  sport':24} {by_slice['sport'].row()}\n{'  other':24} {by_slice['other'].row()}")
        for kind, count in by_slice["all"].errors.most_common(given.errors):
            print(f"  {count:6} {kind}")
    if not given.ablations:
        return
    for title, change in ABLATIONS.items():
        with tempfile.TemporaryDirectory() as work:
            rules = pathlib.Path(work) / "rules"
            shutil.copytree(given.rules, rules)
            change(rules)
            print(f"== {title}")
            for name, path in sets.items():
                print(f"{name:24} {scores(given.program, rules, path)['all'].row()}")


if __name__ == "__main__":
    sys.exit(main())
