#!/usr/bin/env python3
"""What more rules cost, and the worst sentences. Standard library only.

usage: bench/rule_cost.py [--program P] [--more N] [--rounds N] TEXT.jsonl ...

Prints the price of N further rules (default 600, a generated pack of verbs, passives and nouns over everyday words)
against the rules alone, and the price a byte of sentences made to be hard against the texts given: lists of names
full of the words that rules wait for. Counts user instructions with `perf` where it works, else user seconds (the
least of the rounds). Start-up is measured with an empty text and taken off.
"""
import argparse
import json
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHAPES = ("'{{agent:source}}{{rel}} {{aux}}{{v:{word}}} {{np}}{{agent:target}}'",
          "'{{agent:target}}{{rel}} {{aux}}{{vn:{word}}}{{gap:4}}by {{np}}{{agent:source}}'",
          "\"{{agent:source}} 's {{adj}}{{n:{word}}} of {{np}}{{agent:target}}\"")


def everyday_words(rules, count):
    """Words of the lexicon that end like verbs, spread over the alphabet."""
    found = []
    for line in (rules / "lexicon/derived_ordinary_words.tsv").read_text(encoding="utf-8").splitlines():
        word = line.split("\t")[0]
        if re.fullmatch(r"[a-z]{4,12}(?:ate|ise|ize|ify|ent|ail|aim|ase|ect|ine|ose|ure)", word):
            found.append(word)
    random.Random(1).shuffle(found)
    return found[:count]


def generated_pack(rules, count):
    words = everyday_words(rules, (count + len(SHAPES) - 1) // len(SHAPES))
    out = ['pack = "generated"']
    for i in range(count):
        word, shape = words[i // len(SHAPES) % len(words)], SHAPES[i % len(SHAPES)]
        out.append(f'[[rule]]\nname = "generated.{i}"\nrelation = "linked_to"\npattern = {shape.format(word=word)}\n'
                   'finds = ["x"]\nignores = ["y"]')
    return "\n".join(out) + "\n"


def hard_text(size):
    """Sentences that wake many rules and give each many places to begin."""
    names = ["Ana Reyes", "Bo Holm", "Iris Vane", "Tom Rook", "Acme Freight Ltd", "Oak Bank", "Nut Mills Inc", "Eva Lund"]
    words = ["met", "paid", "founded", "chairman of", "the son of", "bought a stake in", "accused", "sued", "and", ",",
             "who", "was appointed by", "moved to", "spoke with", "in talks with", "former", "works for", "'s lawyer"]
    pick = random.Random(2)
    sentences = []
    while sum(map(len, sentences)) < size:
        parts = []
        for _ in range(28):
            parts += [pick.choice(names), pick.choice(words)]
        sentences.append(" ".join(parts) + ".")
    return "\n".join(sentences)


class Meter:
    def __init__(self, program, rounds):
        self.program, self.rounds = program, rounds
        self.perf = shutil.which("perf") and self.instructions(["true"]) is not None

    @staticmethod
    def instructions(command):
        done = subprocess.run(["perf", "stat", "-x,", "-e", "instructions:u", *command], stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True)
        counts = [row.split(",")[0] for row in done.stderr.splitlines() if "instructions" in row]
        return float(counts[0]) if counts and counts[0].isdigit() else None

    def cost(self, rules, paths):
        command = [self.program, "extract", "-q", "-j", "1", "--rules", str(rules), "-f", "facts", "-o", os.devnull,
                   *map(str, paths)]
        if self.perf:
            return self.instructions(command)
        least = float("inf")
        for _ in range(self.rounds):
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            least = min(least, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
        return least


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "build/release/actorgraph"))
    parser.add_argument("--rules", type=pathlib.Path, default=ROOT / "rules")
    parser.add_argument("--more", type=int, default=600, metavar="N", help="rules to add (default 600)")
    parser.add_argument("--rounds", type=int, default=5, help="runs of which the least counts, without perf (default 5)")
    parser.add_argument("texts", nargs="+", type=pathlib.Path)
    given = parser.parse_args()
    meter = Meter(given.program, given.rounds)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        shutil.copytree(given.rules, work / "rules")
        (work / "rules/relations/generated.toml").write_text(generated_pack(given.rules, given.more))
        (work / "empty.txt").write_text("Nothing.\n")
        (work / "hard.jsonl").write_text("".join(json.dumps({"id": str(i), "text": hard_text(4000)}) + "\n" for i in range(40)))
        size = sum(path.stat().st_size for path in given.texts)
        alone = meter.cost(given.rules, given.texts) - meter.cost(given.rules, [work / "empty.txt"])
        more = meter.cost(work / "rules", given.texts) - meter.cost(work / "rules", [work / "empty.txt"])
        hard = meter.cost(given.rules, [work / "hard.jsonl"]) - meter.cost(given.rules, [work / "empty.txt"])
        unit = "instructions" if meter.perf else "user seconds"
        print(f"{size / 1e6:.1f} MB, {unit}: {alone:.4g}; with {given.more} more rules {more:.4g}: {100 * (more / alone - 1):+.1f} %")
        hard_size = (work / "hard.jsonl").stat().st_size
        print(f"hard sentences, a byte: {hard / hard_size / (alone / size):.1f} times the texts")


if __name__ == "__main__":
    main()
