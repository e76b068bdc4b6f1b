#!/usr/bin/env python3
"""Print a hand-made case (`case.json` with its texts) as node-link JSON that every question reads. Standard library only.

usage: bench/quality/gold_graph.py CASE_FOLDER > gold.json
"""
import json
import pathlib
import sys

# Relations that only the hand-made case tells apart, as the rule book's schema would say them.
RELATIONS = {"spokesperson_for": "represents", "hired_by": "employed_by", "leaked_material_of": "published",
             "collaborated_with": "associate_of", "resigned_from": "left", "testified_to": "gave_information_to",
             "other": "linked_to"}
MODALITIES = {"asserted": "reported", "reported": "reported", "alleged": "alleged", "denied": "denied",
              "planned": "planned", "hypothetical": "hypothetical"}


def node_of(entity):
    documents = sorted({member["doc"] for member in entity["members"]})
    return {"id": entity["id"], "name": entity["name"], "type": entity["type"], "aliases": entity["aliases"],
            "documents": documents, "mentions": len(entity["members"])}


def evidence_of(claim, texts, names):
    span = claim["evidence"]
    return {"document": claim["doc"] + ".txt", "quote": " ".join(texts[claim["doc"]][span["start"]:span["end"]].split()),
            "start": span["start"], "end": span["end"], "rule": "hand", "speaker": names.get(claim.get("attributed_to"), ""),
            "confidence": 1.0}


def edges_of(edge, texts, names):
    """One edge for every modality that the hand-made edge was said in."""
    denials = edge["statuses"].get("denied", 0)
    for modality in sorted({MODALITIES[status] for status in edge["statuses"]}):
        claims = [claim for claim in edge["claims"] if MODALITIES[claim["status"]] == modality]
        relation = RELATIONS.get(edge["relation"], edge["relation"])
        yield {"source": edge["source"], "target": edge["target"], "relation": relation,
               "key": relation if modality == "reported" else f"{relation} [{modality}]",
               "symmetric": edge["symmetric"], "polarity": "affirmed", "modality": modality,
               "sources": len({claim.get("origin") for claim in claims}), "denials": denials,
               "documents": sorted({claim["doc"] + ".txt" for claim in claims}),
               "evidence": [evidence_of(claim, texts, names) for claim in claims]}


def main():
    folder = pathlib.Path(sys.argv[1])
    case = json.loads((folder / "case.json").read_text())
    texts = {path.stem: path.read_text() for path in (folder / "texts").glob("*.txt")}
    names = {entity["id"]: entity["name"] for entity in case["entities"]}
    edges = [one for edge in case["edges"] for one in edges_of(edge, texts, names)]
    json.dump({"directed": True, "multigraph": True, "graph": {}, "nodes": [node_of(one) for one in case["entities"]],
               "edges": edges}, sys.stdout, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
