#!/usr/bin/env bash
# Exit codes, messages and determinism of the program. usage: cli_test.sh PROGRAM SOURCE_DIR
set -u
program=$1
source_dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fault=0

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

mkdir "$work/empty" "$work/docs" "$work/bad"
printf 'Mr. Peter Marsh met Anna Keller in Lisbon on Monday.\n' >"$work/docs/a.txt"
printf 'Anna Keller works for Acme Group. Peter Marsh sued Acme Group.\n' >"$work/docs/b.txt"
printf 'binary\0file' >"$work/bad/c.txt"
printf 'Peter Marsh \xff left.\n' >"$work/bad/d.txt"

expect 'version' 0 '' "$program" --version
expect 'help' 0 '' "$program" extract --help
expect 'unknown command is named' 2 "did you mean 'extract'" "$program" extrct x
expect 'unknown flag' 2 "has no flag '--nonsense'" "$program" extract "$work/docs" --nonsense
expect 'missing file' 3 'no such file or folder' "$program" extract "$work/none.txt" -f facts
expect 'folder without documents' 3 'holds no documents' "$program" extract "$work/empty" -f facts
expect 'binary file is refused, the rest done' 3 'c.txt: error: the file is binary' \
    "$program" extract "$work/bad" "$work/docs" -f facts
[ "$(wc -l <"$work/out")" -eq 3 ] || { echo 'FAILED: three documents stay'; fault=1; }
expect 'text that is no UTF-8 is named' 0 'd.txt: warning: the text is not UTF-8' \
    "$program" extract "$work/bad/d.txt" -f facts
expect 'unwritable output' 4 'cannot be opened for writing' \
    "$program" extract "$work/docs" -o "$work/none/out.graphml"
mkfifo "$work/pipe"; cat "$work/pipe" >"$work/piped" &
expect 'a pipe is written, not replaced' 0 '' "$program" extract "$work/docs" -o "$work/pipe" -f facts -q
wait; [ -p "$work/pipe" ] && [ -s "$work/piped" ] || { echo 'FAILED: pipe'; fault=1; }
expect 'path found' 0 '' "$program" path "$work/docs" 'Anna Keller' 'Peter Marsh' -q
grep -q 'met_with' "$work/out" || { echo 'FAILED: the path shows its relation'; fault=1; }
expect 'unknown name' 1 "nobody called 'Anna Kellar'.*" "$program" path "$work/docs" 'Anna Kellar' 'Marsh' -q
grep -q "did you mean 'Anna Keller'" "$work/err" || { echo 'FAILED: suggestion'; fault=1; }
printf 'Ola Berg met Jonas Peel in Lisbon.\n' >"$work/docs/c.txt"
expect 'not connected is said plainly' 1 'not connected' "$program" path "$work/docs" 'Ola Berg' 'Anna Keller' -q
mkdir -p "$work/rules"; cp -r "$source_dir"/rules/schema.toml "$work/rules/"
mkdir "$work/rules/relations" "$work/rules/lexicon" "$work/rules/status"
printf '# class: place\nAvalon\n' >"$work/rules/lexicon/a.tsv"
cat >"$work/rules/relations/bad.toml" <<'T'
pack = "bad"
[[rule]]
name = "one"
relation = "met_wth"
pattern = '{person:source} met {person:target}'
finds = ["x"]
ignores = ["y"]
[[rule]]
name = "two"
relation = "met_with"
pattern = '{persn:source} met {person:target}'
finds = ["x"]
ignores = ["y"]
[[rule]]
name = "three"
relation = "met_with"
pattern = '{person:source} met {person:target}'
finds = ["x"]
T
expect 'why a rule matches' 0 '' "$program" rules why '[person Ana] met [person Bo]' --rule met_with.frame --rules "$source_dir/rules"
grep -q 'met_with.frame: matches' "$work/out" || { echo 'FAILED: why says that it matches'; fault=1; }
expect 'why of an unknown rule' 2 "there is no rule 'met.nothing'" "$program" rules why 'Ana met Bo' --rule met.nothing --rules "$source_dir/rules"
expect 'rules count what they find' 0 '' "$program" rules stats "$source_dir/samples" -q --rules "$source_dir/rules"
grep -q '[0-9] met_with' "$work/out" && grep -q 'rules found nothing' "$work/out" || { echo 'FAILED: rules stats'; fault=1; }
expect 'three mistakes, all at once' 2 "did you mean 'met_with'" "$program" rules lint --rules "$work/rules"
[ "$(grep -c 'error:' "$work/err")" -ge 3 ] || { echo 'FAILED: all three are listed'; cat "$work/err"; fault=1; }

"$program" extract "$source_dir/samples" -o "$work/one.graphml" -j1 -q
"$program" extract "$source_dir/samples" -o "$work/two.graphml" -j2 -q
same 'one and two threads' "$work/one.graphml" "$work/two.graphml"
ls "$source_dir"/samples/* | sort -r | xargs "$program" extract -o "$work/three.graphml" -q
same 'shuffled files' "$work/one.graphml" "$work/three.graphml"
LC_ALL=C "$program" extract "$source_dir/samples" -o "$work/c.json" -q
LC_ALL=C.UTF-8 "$program" extract "$source_dir/samples" -o "$work/u.json" -q
same 'two locales' "$work/c.json" "$work/u.json"
"$program" extract "$source_dir/samples" --min-confidence 0 -o "$work/c.json" -q
"$program" stats "$work/c.json" --format json >"$work/stats1" && "$program" stats "$source_dir/samples" --format json -q >"$work/stats2"
same 'questions on documents and on their graph' "$work/stats1" "$work/stats2"
exit $fault
