#!/usr/bin/env bash
# Parts of a graph, redaction, and graphs read back. usage: subgraph_test.sh PROGRAM SOURCE_DIR
source "$(dirname "$0")/expect.sh" "$1" "$2"
count() { grep -c "<$1 " "$work/out"; }

"$program" extract -q samples -o "$work/all.json" || exit 1
expect 0 "<node " extract -q "$work/all.json" -f graphml
all_nodes=$(count node) all_edges=$(count edge)
expect 0 "Mira Castellan" extract -q "$work/all.json" -f graphml --around "Mira Castellan"
near=$(count node)
[ "$near" -gt 1 ] && [ "$near" -lt "$all_nodes" ] || failed "around keeps some actors"
expect 0 "Mira Castellan" extract -q "$work/all.json" -f graphml --around "Mira Castellan" --depth 2
[ "$(count node)" -gt "$near" ] || failed "a greater depth keeps more"
expect 0 "<node " extract -q "$work/all.json" -f graphml --top 5
[ "$(count node)" -eq 5 ] || failed "top keeps five actors"
expect 0 "founded" extract -q "$work/all.json" -f graphml --relation founded
grep -q 'label="met_with' "$work/out" && failed "relation keeps only the relation"
expect 0 "<graph " extract -q "$work/all.json" -f graphml --since 2099
[ "$(count edge)" -eq 0 ] || failed "since leaves out what was before"
expect 0 "<graph " extract -q "$work/all.json" -f graphml --min-sources 2
[ "$(count edge)" -gt 0 ] && [ "$(count edge)" -lt "$all_edges" ] || failed "min-sources keeps well-sourced edges"
expect 0 "<graph " extract -q "$work/all.json" -f graphml --min-confidence 0.9
[ "$(count edge)" -gt 0 ] && [ "$(count edge)" -lt "$all_edges" ] || failed "min-confidence keeps the surest edges"
expect 2 "min-confidence" extract -q "$work/all.json" --min-confidence 90
expect 0 '"claims":[]' extract -q samples -f facts --min-confidence 1
expect 0 "founded" path "$work/all.json" "Mira Castellan" Tidewatch --min-confidence 0.6
expect 1 "not connected" path "$work/all.json" "Mira Castellan" Tidewatch --min-confidence 1
expect 0 "<graph " extract -q samples -f graphml --packs roles
grep -q 'label="met_with' "$work/out" && failed "packs leaves the other themes out"
grep -q 'label="founded' "$work/out" || failed "packs keeps the theme that is named"
expect 0 "met_with" extract -q samples -f graphml --without-pack roles
grep -q 'label="founded' "$work/out" && failed "without-pack leaves the theme out"
expect 2 "did you mean 'family'" extract -q samples --packs famly
expect 0 "[denied]" extract -q "$work/all.json" -f graphml --with-denied
[ "$(count edge)" -gt "$all_edges" ] || failed "with-denied adds the denied edges"
expect 1 "nobody called 'Xaver'" extract -q "$work/all.json" -f graphml --around Xaver
expect 2 "is no date" extract -q "$work/all.json" --since yesterday
expect 2 "facts lines are written whole" extract -q samples -f facts --top 3
expect 2 "holds no facts" extract -q "$work/all.json" -f facts

printf '# the source\nMira Castellan\nNobody Atall\n' >"$work/names.txt"
for format in graphml json gexf cytoscape ftm csv-nodes csv-edges neo4j-nodes neo4j-edges cypher dot turtle; do
    expect 0 "redacted" extract -q "$work/all.json" -f "$format" --redact "$work/names.txt"
    grep -qi 'castellan' "$work/out" && failed "$format still names the redacted actor"
done
grep -q "no actor is called 'Nobody Atall'" "$work/err" || failed "an unknown name to redact is told"
expect 2 "cannot read the names" extract -q "$work/all.json" -f dot --redact "$work/none.txt"

"$program" extract -q "$work/all.json" -o "$work/all.graphml"
"$program" extract -q samples -o "$work/direct.graphml"
cmp -s "$work/all.graphml" "$work/direct.graphml" || failed "a graph read back writes the same GraphML"
expect 0 "founded" path "$work/all.graphml" "Mira Castellan" Tidewatch
expect 0 "actors" communities "$work/all.graphml"
printf '{"directed": false, "multigraph": false, "graph": {}, "nodes": [{"id": 1, "label": "Ana"}, {"id": 2}], "links": [{"source": 1, "target": 2}]}' >"$work/other.json"
expect 0 "Ana -> linked_to -> 2" path "$work/other.json" Ana 2
expect 2 "cannot be read together" path "$work/all.json" samples "Mira Castellan" Tidewatch
mkdir "$work/folder" && cp "$work/all.json" "$work/folder/" && cp samples/12-*.txt "$work/folder/"
expect 0 "all.json: warning: skipped: this is a graph, no document" extract "$work/folder" -f json
"$program" ingest "$work/case.db" samples -q || failed "ingest"
expect 0 "<node " export -q "$work/case.db" -f graphml --top 5
[ "$(count node)" -eq 5 ] || failed "export narrows a case file"
exit $fault
