#!/usr/bin/env bash
# The commands on a case file: exit codes, messages, exactness. usage: case_test.sh PROGRAM SOURCE_DIR
set -u
program=$1
source_dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fault=0
case=$work/case.db

# expect NAME CODE PATTERN_ON_STDERR COMMAND…
expect() {
    local name=$1 code=$2 pattern=$3; shift 3
    "$@" >"$work/out" 2>"$work/err"
    local got=$?
    if [ "$got" -ne "$code" ] ||
        { [ -n "$pattern" ] && ! grep -qE -- "$pattern" "$work/err"; }; then
        echo "FAILED: $name: exit $got (wanted $code), stderr:"; cat "$work/err"; fault=1
    fi
}
same() { cmp -s "$2" "$3" || { echo "FAILED: $1: outputs differ"; fault=1; }; }
# rebuilt NAME CASE PATHS…: the case gives what a new one gives
rebuilt() {
    local name=$1 lived=$2; shift 2
    rm -f "$work/new.db"
    "$program" ingest "$work/new.db" "$@" -q 2>/dev/null
    "$program" export "$work/new.db" -o "$work/new.jsonl" -q
    "$program" export "$lived" -o "$work/lived.jsonl" -q
    same "$name" "$work/new.jsonl" "$work/lived.jsonl"
}

docs=$work/docs
mkdir "$docs"
printf 'Mr. Peter Marsh met Anna Keller in Lisbon on Monday.\n' >"$docs/a.txt"
printf 'Anna Keller works for Acme Group. Peter Marsh sued Acme Group.\n' >"$docs/b.txt"
printf '{"id":"r1","text":"Ola Berg met Jonas Peel in Lisbon.","date":"2023-03-14"}\n' >"$docs/rows.jsonl"
printf '{"id":"r2","text":"Ola Berg left Acme Group.","date":"2023-05-01"}\n' >>"$docs/rows.jsonl"

expect 'a case is made' 0 '4 added' "$program" ingest "$case" "$docs"
expect 'nothing is read twice' 0 '0 added, 0 unchanged, 3 files unchanged' "$program" ingest "$case" "$docs"
rebuilt 'a case' "$case" "$docs"
"$program" extract "$docs" -o "$work/direct.graphml" -q
"$program" export "$case" -o "$work/stored.graphml" -q
same 'a case and its documents' "$work/direct.graphml" "$work/stored.graphml"
expect 'a path in a case' 0 '' "$program" path "$case" 'Anna Keller' 'Peter Marsh' -q
grep -q 'met_with' "$work/out" || { echo 'FAILED: the path shows its relation'; fault=1; }
expect 'neighbors in a case' 0 '' "$program" neighbors "$case" 'Peter Marsh' -q
expect 'top of a case' 0 '' "$program" top "$case" -q
expect 'stats of a case' 0 '' "$program" stats "$case" -q
expect 'explain a stored document' 0 '' "$program" explain "$case" r1
grep -q 'Ola Berg' "$work/out" || { echo 'FAILED: explain on a case'; fault=1; }
expect 'explain needs a document' 2 'name one' "$program" explain "$case"
expect 'documents' 0 '' "$program" documents "$case"
[ "$(wc -l <"$work/out")" -eq 4 ] || { echo 'FAILED: four documents'; cat "$work/out"; fault=1; }
expect 'documents as JSON' 0 '' "$program" documents "$case" --format json
python3 -c 'import json,sys; json.load(open(sys.argv[1]))' "$work/out" 2>/dev/null ||
    ! command -v python3 >/dev/null || { echo 'FAILED: documents JSON'; fault=1; }
expect 'verify' 0 '' "$program" verify "$case"

# change, grow, shrink, copy, remove
printf 'Anna Keller sued Peter Marsh.\n' >"$docs/a.txt"
printf '{"id":"r3","text":"Jonas Peel works for Acme Group.","date":"2023-06-01"}\n' >>"$docs/rows.jsonl"
expect 'changed and grown' 0 '2 added, 2 unchanged, 1 replaced or gone from their file, 1 files unchanged' \
    "$program" ingest "$case" "$docs"
rebuilt 'changed and grown' "$case" "$docs"
sed -i 1d "$docs/rows.jsonl"
cp "$docs/b.txt" "$docs/copy.txt"
expect 'shrunk and copied' 0 '0 added, 2 unchanged, 1 known under another name, 1 replaced' \
    "$program" ingest "$case" "$docs"
rebuilt 'shrunk and copied' "$case" "$docs"
rm "$docs/b.txt"
expect 'removed by path' 0 '1 documents removed' "$program" remove "$case" "$docs/b.txt"
rebuilt 'removed' "$case" "$docs"
expect 'removed by id' 0 '' "$program" remove "$case" r2
sed -i '/r2/d' "$docs/rows.jsonl"
rebuilt 'a row removed' "$case" "$docs"
expect 'unknown name' 1 "nothing called 'nobody'" "$program" remove "$case" nobody
sum=$(sha256sum "$docs/copy.txt" | cut -c1-12)
expect 'removed by checksum' 0 '' "$program" remove "$case" "$sum"
expect 'read again when given again' 0 '1 added' "$program" ingest "$case" "$docs"
rebuilt 'removed and read again' "$case" "$docs"

# refusals
printf 'binary\0file' >"$docs/bad.txt"
printf '{"id":"x"\n' >>"$docs/rows.jsonl"
expect 'refusals are named' 3 'bad.txt: error:' "$program" ingest "$case" "$docs"
expect 'and named again without reading' 3 'bad.txt: error:' "$program" ingest "$case" "$docs"
grep -q '0 added, 0 unchanged' "$work/err" || { echo 'FAILED: refused files are not read twice'; fault=1; }
expect 'failures' 0 '' "$program" failures "$case"
grep -q 'rows.jsonl:2: error:' "$work/out" || { echo 'FAILED: a failure has its line'; cat "$work/out"; fault=1; }
expect 'retried' 3 'refused' "$program" ingest "$case" --retry-failed
rm "$docs/bad.txt"; sed -i '$d' "$docs/rows.jsonl"
expect 'removing a refused file' 0 '' "$program" remove "$case" "$docs/bad.txt"
expect 'mended' 0 '' "$program" ingest "$case" "$docs"
"$program" failures "$case" >"$work/out"; [ ! -s "$work/out" ] || { echo 'FAILED: no failures stay'; fault=1; }
expect 'a file that cannot be read any more keeps its old content' 3 '' \
    bash -c "cp '$docs/copy.txt' '$work/keep'; printf 'b\0b' >'$docs/copy.txt'; '$program' ingest '$case' '$docs'"
cp "$work/keep" "$docs/copy.txt"
expect 'and takes it up again' 0 '' "$program" ingest "$case" "$docs"
rebuilt 'refused and mended' "$case" "$docs"
"$program" export "$work/new.db" -o "$work/new.graphml" -q
"$program" export "$case" -o "$work/lived.graphml" -q
same 'the graphs of both' "$work/new.graphml" "$work/lived.graphml"

# since, acknowledgements, standard input
printf '{"id":"r4","text":"Ola Berg sued Jonas Peel.","date":"2023-05-01"}\n' >>"$docs/rows.jsonl"
"$program" ingest "$case" "$docs" -q
expect 'since' 0 '1 added, 0 unchanged, 1 left out' "$program" ingest "$work/since.db" "$docs/rows.jsonl" \
    --since 2023-05-15
expect 'a wider since reads the rest' 0 '0 added, 1 unchanged, 1 left out' "$program" ingest "$work/since.db" \
    "$docs/rows.jsonl" --since 2023-05-10
expect 'without since all is read' 0 '' "$program" ingest "$work/since.db" "$docs/rows.jsonl" --ack "$work/ack"
grep -q '"status":"unchanged"' "$work/ack" || { echo 'FAILED: acknowledgement'; cat "$work/ack"; fault=1; }
rebuilt 'since, then all' "$work/since.db" "$docs/rows.jsonl"
expect 'a bad date' 2 'is no date' "$program" ingest "$work/since.db" "$docs" --since yesterday
expect 'unchanged files are acknowledged too' 0 '' "$program" ingest "$work/since.db" "$docs/rows.jsonl" \
    --ack "$work/ack2"
[ -s "$work/ack2" ] || { echo 'FAILED: acknowledgement of unchanged files'; fault=1; }
"$program" ingest "$case" - -q <"$docs/a.txt"
expect 'text from standard input' 0 '' bash -c "echo 'Ola Berg met Anna Keller.' | '$program' ingest '$case' -"
grep -q '1 added' "$work/err" || { echo 'FAILED: standard input'; cat "$work/err"; fault=1; }
expect 'the other text from standard input stays' 0 '1 added' \
    bash -c "echo 'Jonas Peel met Anna Keller.' | '$program' ingest '$case' -"
"$program" documents "$case" >"$work/out"
[ "$(grep -c 'stdin:' "$work/out")" -eq 3 ] || { echo 'FAILED: three texts'; cat "$work/out"; fault=1; }

# merge
"$program" extract "$docs/a.txt" -f facts -o "$work/p1.jsonl" -q
"$program" extract "$docs" -f facts -o "$work/p2.jsonl" -q
expect 'merge' 0 'documents merged' "$program" merge "$work/m1.db" "$work/p1.jsonl" "$work/p2.jsonl"
expect 'merge again' 0 '0 documents merged' "$program" merge "$work/m1.db" "$work/p2.jsonl"
rebuilt 'merged' "$work/m1.db" "$docs"
"$program" ingest "$work/m2.db" "$docs/copy.txt" -q && "$program" merge "$work/m2.db" "$work/p2.jsonl" 2>/dev/null
rebuilt 'ingested and merged' "$work/m2.db" "$docs"
expect 'facts that are no text' 3 'no.jsonl:1: error' bash -c "head -c 3000000 /dev/zero >'$work/no.jsonl'; '$program' merge '$work/m2.db' '$work/no.jsonl'"
expect 'a bad facts line is named' 3 'no.jsonl:1.*error' bash -c "echo '{' >'$work/no.jsonl'; '$program' merge '$work/m2.db' '$work/no.jsonl'"

# rules change
cp -r "$source_dir/rules" "$work/rules"
expect 'the same rules elsewhere' 0 '0 added, 0 unchanged' "$program" ingest "$case" "$docs" --rules "$work/rules"
grep -q 'read again' "$work/err" && { echo 'FAILED: equal rules read nothing again'; fault=1; }
find "$work/rules/relations" -name '*.toml' -exec sed -i 's/\bsued\b/sxed/g' {} +
expect 'other rules' 0 'read again since rules or program changed' "$program" ingest "$case" "$docs" \
    --rules "$work/rules"
expect 'and back' 0 'say something else now' "$program" ingest "$case" "$docs"

# limits, pipes, blank cases
printf '<html><body><p>Anna Keller met Peter Marsh.</p><p>%s</p></body></html>' "$(seq 3000)" >"$work/long.html"
expect 'too long a page' 3 'longer than the limit of 10 KiB' "$program" ingest "$work/l.db" "$work/long.html" --max-document 10kb
expect 'the same limit reads nothing again' 3 '1 files unchanged and not read' "$program" ingest "$work/l.db" "$work/long.html" --max-document 10kb
expect 'a higher limit does' 0 '1 added' "$program" ingest "$work/l.db" "$work/long.html"
expect 'and what was read stays so' 0 '1 files unchanged' "$program" ingest "$work/l.db" "$work/long.html" --max-document 10kb
"$program" ingest "$work/p.db" <(echo 'Anna Keller met Peter Marsh.') -q
expect 'a pipe adds' 0 '1 added, 0 unchanged$' bash -c "'$program' ingest '$work/p.db' <(echo 'Ola Berg met Jonas Peel.')"
[ "$("$program" documents "$work/p.db" | grep -c 'stdin:')" -eq 2 ] || { echo 'FAILED: what came by pipe stays'; fault=1; }
expect 'no case and no documents' 2 'no documents to make it of' "$program" ingest "$work/typo.db"
[ ! -e "$work/typo.db" ] || { echo 'FAILED: no case is made of nothing'; fault=1; }

# files that are no case
expect 'no such case' 2 'no such case file' "$program" export "$work/none.db"
expect 'not a case' 5 'no case file' "$program" verify "$docs/a.txt"
expect 'a text is not made a case' 5 'no case file|not a database' "$program" ingest "$docs/a.txt" "$docs"
grep -q 'Anna' "$docs/a.txt" || { echo 'FAILED: the text was overwritten'; fault=1; }
cp "$case" "$work/newer.db"
printf '\000\000\000\143' | dd of="$work/newer.db" bs=1 seek=60 conv=notrunc 2>/dev/null
expect 'a newer case' 5 'schema 99, this program knows' "$program" ingest "$work/newer.db" "$docs"
expect 'a newer case is not read' 5 'schema 99' "$program" path "$work/newer.db" a b
head -c 9000 "$case" >"$work/cut.db"
expect 'a cut case' 5 '' "$program" verify "$work/cut.db"
expect 'no place to write' 4 'cannot be opened for writing' "$program" ingest "$work/none/case.db" "$docs"
expect 'the case is no document' 3 'the case file itself' "$program" ingest "$case" "$case"

# one writer
if command -v flock >/dev/null; then
    flock "$case" sleep 3 &
    sleep 0.3
    expect 'a second writer leaves' 6 'another program writes' "$program" ingest "$case" "$docs" --wait 0
    expect 'a reader does not mind' 0 '' "$program" path "$case" 'Anna Keller' 'Peter Marsh' -q
    expect 'or waits' 0 '' "$program" ingest "$case" "$docs" --wait 30
    wait
fi

# watch
mkdir "$work/in"
"$program" watch "$work/w.db" "$work/in" --every 0.1 --settle 0.4 2>"$work/watch.err" &
watcher=$!
printf 'Peter Marsh met ' >"$work/in/half.txt"
for _ in 1 2 3 4 5; do sleep 0.2; printf 'Anna Keller and ' >>"$work/in/half.txt"; done
printf 'Bo Li.\n' >>"$work/in/half.txt"
for _ in $(seq 100); do
    "$program" documents "$work/w.db" 2>/dev/null | grep -q half && break
    sleep 0.1
done
kill -INT $watcher; wait $watcher
[ $? -eq 130 ] || { echo 'FAILED: watch ends with 130'; fault=1; }
[ "$(grep -c added "$work/watch.err")" -eq 1 ] || { echo 'FAILED: a half-written file is left alone'; cat "$work/watch.err"; fault=1; }
rebuilt 'watched' "$work/w.db" "$work/in"

# watch: another writer, a restart, other rules
seen() { # NAME PATTERN: waits for a line on the watcher's stderr
    for _ in $(seq 150); do grep -qE -- "$2" "$work/watch.err" && return; sleep 0.1; done
    echo "FAILED: $1"; cat "$work/watch.err"; fault=1
}
cp -r "$source_dir/rules" "$work/watched_rules"
start_watch() {
    "$program" watch "$work/w.db" "$work/in" --every 0.1 --settle 0.1 --rules "$work/watched_rules" 2>"$work/watch.err" &
    watcher=$!
    seen 'watch begins' 'watching'
}
printf 'Ola Berg sued Anna Keller.\n' >"$work/in/while_away.txt"
start_watch
seen 'a file of the time between is read, the others are not' '1 added, 0 unchanged, 1 files unchanged and not read'
if command -v flock >/dev/null; then
    flock "$work/w.db" sleep 2 &
    locker=$!
    sleep 0.3
    printf 'Jonas Peel met Ola Berg.\n' >"$work/in/locked.txt"
    seen 'another writer is told' 'another program writes to this case file; going on when it is done'
    wait $locker
    seen 'and waited for' '1 added, 0 unchanged$'
fi
echo 'no rule [' >"$work/watched_rules/relations/broken.toml"
seen 'unreadable rules are told' 'going on with those before'
rm "$work/watched_rules/relations/broken.toml"
find "$work/watched_rules/relations" -name '*.toml' -exec sed -i 's/\bsued\b/sxed/g' {} +
seen 'new rules are read while it watches' 'read again since rules or program changed'
kill -INT $watcher; wait $watcher
"$program" export "$work/w.db" -o "$work/lived.jsonl" -q
"$program" ingest "$work/w2.db" "$work/in" --rules "$work/watched_rules" -q
"$program" export "$work/w2.db" -o "$work/new.jsonl" -q
same 'watched with other rules' "$work/new.jsonl" "$work/lived.jsonl"

# one file, and nothing beside it
left=$(find "$work" -name '*.db-*' ! -name 'cut.db-*')
[ -z "$left" ] || { echo "FAILED: files beside the cases: $left"; fault=1; }

# copies of one text
mkdir "$work/copies"
told='The harbour board sold the north quay to Tidewatch for 14 million euros on Monday after a year of talks, its head Ana Reyes said in Kelm. Nobody else had offered.'
printf '{"id":"first","date":"2021-03-01","text":"%s"}\n' "$told" >"$work/copies/rows.jsonl"
printf '{"id":"fixed","date":"2021-03-02","text":"CORRECTED - %s It was 14."}\n' "$told" >>"$work/copies/rows.jsonl"
printf '{"id":"other","date":"2021-03-02","text":"Ola Berg works for Acme Group in Lisbon."}\n' >>"$work/copies/rows.jsonl"
expect 'sources' 0 '' "$program" sources "$work/copies" -q
grep -q 'one source: first' "$work/out" && grep -q 'first  superseded by fixed' "$work/out" &&
    grep -q '3 documents, 2 independent texts, 1 of them' "$work/out" || { echo 'FAILED: sources'; cat "$work/out"; fault=1; }
expect 'sources as JSON' 0 '' "$program" sources "$work/copies" -q --format json
grep -q '"superseded_by": "fixed"' "$work/out" || { echo 'FAILED: sources JSON'; cat "$work/out"; fault=1; }

"$program" ingest "$work/copies.db" "$work/copies" -q
expect 'versions in the list' 0 '' "$program" documents "$work/copies.db"
grep -A1 '^first ' "$work/out" | grep -q '^  superseded by fixed$' || { echo 'FAILED: superseded versions'; cat "$work/out"; fault=1; }
[ "$(grep -c superseded "$work/out")" -eq 1 ] || { echo 'FAILED: one version is superseded'; fault=1; }
expect 'versions as JSON rows' 0 '' "$program" documents "$work/copies.db" --format ndjson
grep '"id":"first"' "$work/out" | grep -q '"superseded_by":"fixed"' || { echo 'FAILED: superseded versions as JSON'; cat "$work/out"; fault=1; }

# decisions
who=$work/who.db
printf '{"id":"w1","text":"Ana Reyes met Bo Larsen in Lisbon."}\n{"id":"w2","text":"Anna Reis met Bo Larsen in Lisbon."}\n{"id":"w3","text":"Tom Reed met Bo Larsen."}\n' >"$work/who.jsonl"
"$program" ingest "$who" "$work/who.jsonl" -q 2>/dev/null
"$program" export "$who" -f json -o "$work/before.json" -q
expect 'two are said to be one' 0 '' "$program" decide same "$who" 'Ana Reyes' 'Anna Reis' --why 'one office' --user eva -q
grep -q '^decision 1: same .*; 3 actors, were 4' "$work/out" || { echo 'FAILED: decide same'; cat "$work/out"; fault=1; }
expect 'a decision outlives re-reading' 0 '' "$program" ingest "$who" "$work/who.jsonl" -q
"$program" export "$who" -f json -o "$work/decided.json" -q
grep -q 'anna-reis"' "$work/decided.json" && { echo 'FAILED: the decision holds'; fault=1; }
expect 'why' 0 '' "$program" why-same "$who" 'Ana Reyes' 'Anna Reis' -q
grep -q 'you decided so (decision 1: one office)' "$work/out" || { echo 'FAILED: why-same'; cat "$work/out"; fault=1; }
expect 'two are kept apart' 0 '' "$program" decide different "$who" 'Ana Reyes' 'Tom Reed' -q
expect 'what is kept apart is not joined by a third' 2 'a decision keeps the two apart' "$program" decide same "$who" 'Anna Reis' 'Tom Reed' -q
expect 'both names are one' 2 'NAME@DOCUMENT' "$program" decide different "$who" 'Ana Reyes' 'Anna Reis' -q
expect 'nobody of that name' 1 'nobody called' "$program" decide same "$who" 'Ana Reyes' 'Zoe Zand' -q
expect 'export of decisions' 0 '' "$program" decide export "$who"
cp "$work/out" "$work/decisions.tsv"
expect 'export of a resolver file' 0 '' "$program" decide export "$who" --as resolver
cp "$work/out" "$work/decisions.ijson"
grep -q '"positive",null,"eva"' "$work/out" || { echo 'FAILED: resolver file'; cat "$work/out"; fault=1; }
for kind in tsv ijson; do
    rm -f "$work/other.db"
    "$program" ingest "$work/other.db" "$work/who.jsonl" -q 2>/dev/null
    expect "import of $kind" 0 '[23] decisions added, 0 known' "$program" decide import "$work/other.db" "$work/decisions.$kind" -q
    expect "import of $kind again" 0 '0 decisions added, [23] known' "$program" decide import "$work/other.db" "$work/decisions.$kind" -q
    "$program" export "$work/other.db" -f json -o "$work/imported.json" -q
    same "import of $kind" "$work/decided.json" "$work/imported.json"
done
expect 'list' 0 '' "$program" decide list "$who"
grep -q 'same .*\[holds\].*eva one office' "$work/out" || { echo 'FAILED: decide list'; cat "$work/out"; fault=1; }
expect 'undo' 0 '' "$program" decide undo "$who" 1
expect 'undo twice' 1 'no decision 1' "$program" decide undo "$who" 1
expect 'undo the other' 0 '' "$program" decide undo "$who" 2
"$program" export "$who" -f json -o "$work/after.json" -q
same 'undone decisions leave no trace' "$work/before.json" "$work/after.json"
expect 'a case with decisions is sound' 0 '' "$program" verify "$who"
expect 'review' 0 '' "$program" review "$who" -q --format json
grep -q '"version": 1' "$work/out" || { echo 'FAILED: review'; cat "$work/out"; fault=1; }
expect 'one of two namesakes' 0 '' "$program" decide different "$who" 'Bo Larsen@w1' 'Bo Larsen@w3' -q
"$program" export "$who" -f json -q | grep -q 'person:bo-larsen-2' || { echo 'FAILED: told apart by document'; fault=1; }

exit $fault
