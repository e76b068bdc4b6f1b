#!/usr/bin/env bash
# Questions on the samples: what they print and how they leave. usage: questions_test.sh PROGRAM SOURCE_DIR
source "$(dirname "$0")/expect.sh" "$1" "$2"

graph="$work/case.json"
"$program" extract -q samples -o "$graph" || exit 1

expect 0 "Mira Castellan -> founded -> Tidewatch" path "$graph" "Mira Castellan" Tidewatch
expect 0 "Helena Marsh - Viktor Renn - Nils Solberg (2 hops)" path "$graph" "Helena Marsh" "Nils Solberg" # as scripts/demo asks
expect 0 '"version":1' path "$graph" "Mira Castellan" Tidewatch --format json
expect 0 "<blockquote>" path "$graph" "Mira Castellan" Tidewatch --format html
expect 1 "are not connected by anything these documents assert or allege" path "$graph" "Mira Castellan" Tidewatch --max-hops 1 --relation married
expect 2 "is no date" path "$graph" "Mira Castellan" Tidewatch --as-of 2023-1-1
expect 2 "asserted" path "$graph" "Mira Castellan" Tidewatch --status sure
expect 2 "hint: actorgraph path" path "$graph"
expect 1 "did you mean 'Mira Castellan'" path "$graph" "Mira Castelan" Tidewatch
expect 0 "founded" who-says "$graph" Tidewatch "Mira Castellan"
expect 1 "no document says anything of the two together" who-says "$graph" Tidewatch "Open Harbor Fund"
expect 0 "founded" timeline "$graph" Tidewatch
expect 0 "founded" timeline "$graph" --pair Tidewatch "Mira Castellan"
expect 0 "Mira Castellan (person)" neighbors "$graph" Tidewatch
expect 0 "2 hops" neighbors "$graph" Tidewatch --depth 2
expect 0 "Mira Castellan (person)  person:mira-castellan" search "$graph" castel
expect 1 "no actor is called anything like" search "$graph" zzzzzzzz
expect 0 "betweenness" top "$graph" --by betweenness -n 3
expect 0 "actors: " communities "$graph"
expect 0 "actors: " components "$graph"
expect 0 "->" bridges "$graph"
expect 0 "+ " diff "$graph" --from 2023-03
expect 1 "nothing was first reported" diff "$graph" --from 2099

printf '{"nr": "7", "words": "Anna Keller met Peter Marsh."}\n' >"$work/rows.jsonl"
expect 3 "name its fields with --map" extract "$work/rows.jsonl" -f facts
expect 0 '"id":"7"' extract "$work/rows.jsonl" -f facts --map id=nr,text=words
expect 2 "--map" extract "$work/rows.jsonl" -f facts --map colour=blue
expect 3 "raise --max-document" extract "$work/rows.jsonl" -f facts --map text=words --max-document 10
exit $fault
