#!/usr/bin/env python3
"""Print the project's quality figures on the development data, one table. Standard library only.

usage: bench/quality/measure.py [--program P] [--data DIR] [GROUP ...]

GROUP: names accounts case paths merged sources neardup status relations knowledge corpora gap coref ecb namesakes html (default: all). DIR holds `data/` and `eval/`
(default: ../shared beside the checkout); where it is absent the script says so and leaves with 0.
"""
import argparse
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from score_b3 import fast_b3

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Bench:
    def __init__(self, program, data, work):
        self.program, self.data, self.work = program, data, pathlib.Path(work)

    def facts(self, name, *inputs):
        """Facts lines of the inputs, cached by name for this run."""
        out = self.work / f"{name}.facts"
        if not out.exists():
            done = subprocess.run([self.program, "extract", "-q", "-f", "facts", "-o", str(out), *map(str, inputs)],
                                  stderr=subprocess.PIPE, text=True)
            if done.returncode not in (0, 3):
                sys.exit(f"{self.program} failed on {inputs}: {done.stderr.strip()[:400]}")
        return out

    def system(self, kind, name, *inputs):
        """What a scorer reads, made of facts lines."""
        out = self.work / f"{name}.{kind}"
        with open(out, "w") as to:
            subprocess.run([sys.executable, self.data / "eval/from_facts.py", kind, self.facts(name, *inputs)],
                           stdout=to, check=True)
        return out

    def score(self, title, script, *arguments, lines):
        own = pathlib.Path(__file__).parent / script
        script = own if own.exists() else self.data / "eval" / script
        done = subprocess.run([sys.executable, script, *map(str, arguments)],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        print(f"== {title}")
        kept = [row for row in done.stdout.splitlines() if row.strip()][:lines]
        print("\n".join(kept), flush=True)


def names(bench):
    for name in ("conll03-testa", "cleanconll-testa", "crossner_politics-dev", "wnut17-dev", "conll03caseless-testa"):
        gold = bench.data / f"data/ner/{name}.jsonl"
        bench.score(f"names: {name} (exact)", "score_ner.py", gold, bench.system("ner", name, gold), lines=4)


def accounts(bench):
    gold = bench.data / "data/accounts/accounts.jsonl"
    bench.score("accounts", "score_accounts.py", gold, bench.system("accounts", "accounts", gold), "--by", "suite",
                lines=40)


def case(bench):
    folder = bench.data / "data/case"
    texts = sorted((folder / "texts").glob("*.txt"))
    bench.score("case", "score_graph.py", "--gold", folder / "gold", "--system", bench.system("graph", "case", *texts),
                "--case", folder / "case.json", lines=60)


def paths(bench):
    folder = bench.data / "data/case"
    here = pathlib.Path(__file__).parent
    gold, own = bench.work / "gold.json", bench.work / "own.json"
    with open(gold, "w") as to:
        subprocess.run([sys.executable, here / "gold_graph.py", folder], stdout=to, check=True)
    subprocess.run([bench.program, "extract", "-q", folder / "texts", "-o", own], check=True)
    for title, graph in (("made by hand", gold), ("extracted", own)):
        bench.score(f"paths: graph {title}", "paths.py", bench.program, graph, folder / "case.json", lines=60)


STATUS = {"reported": "asserted", "alleged": "alleged", "denied": "denied", "planned": "planned"}


def document_name(document):
    return document.rsplit("/", 1)[-1].removesuffix(".txt")


def by_speaker(evidence):
    """An edge holds everything that is said of it; the scorer asks who says it edge by edge."""
    found = {}
    for one in evidence:
        found.setdefault(one["speaker"], []).append(one)
    return found.items()


def merged_graph(graph, facts):
    """What score_graph.py reads, of an exported graph and the facts it was linked from."""
    entities = {row["id"]: row["entities"] for row in facts}

    def mentions(node):
        found = []
        for document, entity in node["members"]:
            document = node["documents"][document]
            found += [{"doc": document_name(document), "start": m["start"], "end": m["end"]}
                      for m in entities[document][entity]["mentions"]]
        return found

    ids = {node["name"]: node["id"] for node in graph["nodes"]}
    nodes = [{"id": node["id"], "type": node["type"], "name": node["name"], "aliases": node["aliases"],
              "mentions": mentions(node)} for node in graph["nodes"]]
    edges = [{"source": edge["source"], "target": edge["target"], "relation": edge["relation"],
              "status": "denied" if edge["polarity"] == "negated" else STATUS.get(edge["modality"], "hypothetical"),
              **({"attributed_to": ids[speaker]} if speaker in ids else {}),
              "evidence": [{"doc": document_name(one["document"]), "start": one["start"], "end": one["end"]} for one in said]}
             for edge in graph["edges"] for speaker, said in by_speaker(edge["evidence"])]
    return {"nodes": nodes, "edges": edges}


def merged(bench):
    folder = bench.data / "data/case"
    texts = sorted((folder / "texts").glob("*.txt"))
    graph = bench.work / "merged.json"
    subprocess.run([bench.program, "extract", "-q", "-f", "json", "-o", graph, *map(str, texts)], check=True)
    with open(bench.facts("case", *texts)) as rows:
        system = merged_graph(json.loads(graph.read_text()), [json.loads(row) for row in rows])
    (bench.work / "merged.graph").write_text(json.dumps(system))
    bench.score("case, documents linked", "score_graph.py", "--gold", folder / "gold", "--system",
                bench.work / "merged.graph", "--case", folder / "case.json", lines=32)


def gold_facts(folder, gold):
    """Facts lines of the gold edges of a case: what the program would hold had it understood every sentence."""
    texts = {row["doc"]: (folder / "texts" / f"{row['doc']}.txt").read_text() for row in gold["documents"]}
    rows = {doc: {"version": 1, "id": doc, "text": text, "entities": [], "claims": []} for doc, text in texts.items()}
    for edge in gold["edges"]:
        for claim in edge["claims"]:
            row, span = rows[claim["doc"]], claim["evidence"]
            number = len(row["entities"])
            for end in ("source", "target"):
                row["entities"].append({"id": f"e{len(row['entities'])}", "type": "organization", "name": f"Actor {edge[end]}",
                                        "mentions": [{**span, "form": "name"}]})
            quote = " ".join(texts[claim["doc"]][span["start"]:span["end"]].split())
            row["claims"].append({"relation": "linked_to", "source": f"e{number}", "target": f"e{number + 1}", "role": edge["id"],
                                  "polarity": "affirmed", "modality": "reported", "rule": "gold", "confidence": 1,
                                  "evidence": {**span, "quote": quote}})
    return rows.values()


def sources(bench):
    """Are edges that several articles tell in one wording counted once, and those of other wording not?"""
    folder = bench.data / "data/case"
    gold = json.loads((folder / "case.json").read_text())
    lines, case, graph = bench.work / "gold.jsonl", bench.work / "gold.case", bench.work / "gold.json"
    one_wording = apart = right_once = right_apart = 0
    for edge in gold["edges"]:
        if len({claim["doc"] for claim in edge["claims"]}) < 2:
            continue
        with open(lines, "w") as to:
            for row in gold_facts(folder, {**gold, "edges": [edge]}):
                to.write(json.dumps(row) + "\n")
        case.unlink(missing_ok=True)
        subprocess.run([bench.program, "merge", case, lines], check=True, stderr=subprocess.DEVNULL)
        subprocess.run([bench.program, "export", case, "-q", "-f", "json", "-o", graph], check=True)
        counted = sum(found["sources"] for found in json.loads(graph.read_text())["edges"])
        if edge["text_groups"] == 1:
            one_wording, right_once = one_wording + 1, right_once + (counted == 1)
        else:
            apart, right_apart = apart + 1, right_apart + (counted > 1)
    print("== sources of edges that several articles tell")
    print(f"one shared wording counts once   {right_once} of {one_wording}")
    print(f"separate wordings not collapsed   {right_apart} of {apart}", flush=True)


def neardup(bench):
    pairs = [json.loads(row) for row in open(bench.data / "data/neardup/pairs.jsonl", encoding="utf-8")]
    texts, kinds, right, wrong, missed = bench.work / "neardup.jsonl", {}, 0, 0, 0
    for pair in pairs:
        with open(texts, "w") as to:
            for side in ("a", "b"):
                to.write(json.dumps({"id": side, "text": pair[side]["text"]}) + "\n")
        done = subprocess.run([bench.program, "sources", "-q", "--format", "json", texts], check=True, stdout=subprocess.PIPE)
        found = len(json.loads(done.stdout)["groups"]) == 1 or pair["a"]["text"] == pair["b"]["text"]
        right, wrong, missed = right + (found and pair["duplicate"]), wrong + (found > pair["duplicate"]), missed + (found < pair["duplicate"])
        if found != pair["duplicate"]:
            kinds.setdefault(pair["label"], []).append(pair["id"])
    p, r = right / max(1, right + wrong), right / max(1, right + missed)
    print("== near-duplicate pairs")
    print(f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}  ({len(pairs)} pairs; wrong by kind: {kinds})", flush=True)


def status(bench):
    gold = bench.data / "data/suites/status-dev.jsonl"
    bench.score("status suite", "score_status.py", gold, bench.system("claims", "status", gold), lines=40)


def relations(bench):
    gold = bench.data / "data/suites/relations-dev.jsonl"
    bench.score("relation suite", "score_claims.py", gold, bench.system("claims", "relations", gold), lines=75)


def knowledge(bench):
    gold = bench.data / "data/relations/knowledgenet.jsonl"
    bench.score("KnowledgeNet folds 1-3 (map)", "score_relations.py", gold,
                bench.system("relations", "knowledgenet", gold), "--label", "map", lines=40)


def gap(bench):
    gold = bench.data / "data/coref/gap.jsonl"
    bench.score("GAP development and validation", "score_gap.py", gold, bench.facts("gap", gold), lines=8)


def coref(bench):
    gold = bench.data / "data/coref/ecbplus_people_orgs.jsonl"
    bench.score("ECB+ people and organisations, in the document", "score_b3.py", gold, bench.facts("ecb", gold), lines=8)


def ecb(bench):
    gold = bench.data / "data/coref/ecbplus_people_orgs.jsonl"
    graph = bench.work / "ecb.json"
    subprocess.run([bench.program, "extract", "-q", "-f", "json", "-o", graph, gold], check=True)
    bench.score("ECB+ people and organisations, across documents", "score_b3.py", gold, bench.facts("ecb", gold), "--linked",
                graph, lines=8)


def namesakes(bench):
    """Which John Smith? B3 and pairs over the documents; one that we do not find stands alone."""
    data, graph = bench.data / "data/coref/john_smith.jsonl", bench.work / "smith.json"
    gold = {row["id"]: row["entity"] for row in map(json.loads, open(data, encoding="utf-8"))}
    subprocess.run([bench.program, "extract", "-q", "-f", "json", "-o", graph, data], check=True)
    entities = {row["id"]: row["entities"] for row in map(json.loads, open(bench.facts("smith", data), encoding="utf-8"))}
    found = {}
    for node in json.loads(graph.read_text())["nodes"]:
        for document, entity in node["members"]:
            document = node["documents"][document]
            if re.match(r"John (\w\. )?Smith", entities[document][entity]["name"]):
                found.setdefault(document, node["id"])
    items = [(gold[row], found.get(row, row)) for row in gold]
    p, r, n = fast_b3(items)
    p, r = p / n, r / n
    print("== John Smith (99 articles)")
    print(f"B3    P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}")
    pairs = [(a[0] == b[0], a[1] == b[1]) for a, b in itertools.combinations(items, 2)]
    right, ours, theirs = sum(g and s for g, s in pairs), sum(s for _, s in pairs), sum(g for g, _ in pairs)
    p, r = right / max(1, ours), right / max(1, theirs)
    print(f"pairs P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}", flush=True)


def html(bench):
    pages = bench.data / "data/html/pages"
    facts, texts = bench.facts("html", pages), bench.work / "html.texts"
    with open(facts) as lines, open(texts, "w") as to:
        for row in map(json.loads, lines):
            captions = [span for span in row["skipped"] if span[2] == "caption"]
            text = row["text"][:min((span[0] for span in captions), default=None)]
            to.write(json.dumps({"id": pathlib.Path(row["id"]).stem, "text": text}) + "\n")
    bench.score("text of web pages", "score_html.py", bench.data / "data/html/truth.jsonl", texts, lines=1)


def corpora(bench):
    """Corpora with other label sets: read recall by relation, their conventions are not ours."""
    for name in ("conll04", "redocred", "crossre_politics"):
        gold = bench.data / f"data/relations/{name}.jsonl"
        bench.score(f"{name} (map)", "score_relations.py", gold, bench.system("relations", name, gold),
                    "--label", "map", lines=40)


GROUPS = {run.__name__: run for run in (names, accounts, case, paths, merged, sources, neardup, status, relations, knowledge, corpora, gap, coref, ecb, namesakes, html)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / "build/release/actorgraph"))
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=" ".join(GROUPS))
    given = parser.parse_args()
    unknown = [group for group in given.groups if group not in GROUPS]
    if unknown:
        parser.error(f"unknown group {', '.join(unknown)}; known: {', '.join(GROUPS)}")
    if not given.data.is_dir():
        print(f"skipped: there is no development data at {given.data}")
        return
    with tempfile.TemporaryDirectory() as work:
        for group in given.groups or GROUPS:
            GROUPS[group](Bench(given.program, given.data, work))


if __name__ == "__main__":
    main()
