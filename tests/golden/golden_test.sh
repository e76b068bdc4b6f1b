#!/usr/bin/env bash
# Whole outputs, byte for byte. usage: golden_test.sh PROGRAM SOURCE_DIR [--accept]
set -u
program=$(realpath "$1")
cd "$2/tests/golden" || exit 2
fault=0
for format in facts graphml json gexf cytoscape ftm csv-nodes csv-edges neo4j-nodes neo4j-edges cypher dot turtle; do
    golden="harbour.$format"
    "$program" extract harbour.txt -f "$format" -q >"/tmp/actorgraph-golden.$$" || fault=1
    if [ "${3:-}" = "--accept" ]; then
        cp "/tmp/actorgraph-golden.$$" "$golden"
    elif ! diff -u "$golden" "/tmp/actorgraph-golden.$$"; then
        echo "$golden has changed; read the difference, then run this script with --accept" >&2
        fault=1
    fi
done
"$program" explain harbour.txt >"/tmp/actorgraph-golden.$$"
if [ "${3:-}" = "--accept" ]; then
    cp "/tmp/actorgraph-golden.$$" harbour.explain
else
    diff -u harbour.explain "/tmp/actorgraph-golden.$$" || fault=1
fi
# every format that is read: what becomes of it as facts (tests/extractor/readers_golden_test.cpp holds the documents)
"$program" extract formats -f facts -q >"/tmp/actorgraph-golden.$$" 2>/dev/null
[ $? -eq 3 ] || { echo "extract of the samples of formats did not end with 3" >&2; fault=1; }
if [ "${3:-}" = "--accept" ]; then
    cp "/tmp/actorgraph-golden.$$" formats.facts
    ACTORGRAPH_ACCEPT=1 "$(dirname "$program")/actorgraph_tests" "[golden]" >/dev/null
elif ! diff -u formats.facts "/tmp/actorgraph-golden.$$"; then
    echo "formats.facts has changed; read the difference, then run this script with --accept" >&2
    fault=1
fi
rm -f "/tmp/actorgraph-golden.$$"
exit $fault
