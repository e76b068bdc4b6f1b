#!/usr/bin/env bash
# Help, man page, completions, mistakes, settings, colours, pager, doctor. usage: help_test.sh PROGRAM SOURCE_DIR
set -u
program=$(realpath "$1")
source_dir=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fault=0
unset "${!ACTORGRAPH_@}" NO_COLOR CLICOLOR_FORCE PAGER
export ACTORGRAPH_RULES=$source_dir/rules

failed() { echo "FAILED: $1"; fault=1; }
# expect CODE TEXT COMMAND…: leaves with CODE, and TEXT stands in what it prints on either stream
expect() {
    local code=$1 text=$2
    shift 2
    "$@" >"$work/out" 2>"$work/err"
    local got=$?
    if [ "$got" -ne "$code" ] || ! grep -qF -- "$text" "$work/out" "$work/err"; then
        failed "$*: left with $got (wanted $code), wanted to read: $text"
        head -5 "$work/out" "$work/err"
    fi
}
cd "$work" || exit 2
printf 'Mr. Peter Marsh met Anna Keller in Lisbon on Monday.\n' >a.txt

# every command has a help with an example; all are in the man page and in the completions
commands=$("$program" completion fish | grep -oE "^complete -c actorgraph -n '__fish_use_subcommand' -f -a [a-z-]+" | grep -oE '[a-z-]+$')
[ "$(echo "$commands" | wc -l)" -ge 20 ] || failed "the commands: $commands"
"$program" help --man >man.1
for command in $commands; do
    "$program" "$command" --help >help.txt || failed "$command --help leaves with $?"
    grep -q 'Examples\?:' help.txt && grep -q "  actorgraph $command\|  .*actorgraph $command" help.txt || failed "$command: no example in its help"
    grep -q "^.SS ${command//-/\\\\-}" man.1 || failed "$command: not in the man page"
done
expect 0 "actorgraph path" "$program" help path
expect 0 "Which edges count" "$program" help path
expect 0 "Run again whenever" "$program" help rules test
expect 2 "did you mean 'path'?" "$program" help pth
if command -v man >/dev/null && command -v groff >/dev/null; then
    LC_ALL=C.UTF-8 MANWIDTH=100 man --warnings -l man.1 >man.txt 2>man.err
    [ ! -s man.err ] || { failed 'man warns'; head -3 man.err; }
    grep -q 'EXIT STATUS' man.txt && grep -q -- '--max-document' man.txt || failed 'the man page lacks parts'
fi

# mistakes
expect 2 "there is no command 'extrct'" "$program" extrct x
expect 2 "did you mean 'extract'?" "$program" extrct x
expect 2 "did you mean 'lint'?" "$program" rules lnt
expect 2 "'top' has no flag '--fromat'" "$program" top a.txt --fromat json
expect 2 "did you mean '--format'?" "$program" top a.txt --fromat json
expect 2 "did you mean '--format'?" "$program" top a.txt --fromat=json
expect 2 "did you mean 'json'?" "$program" top a.txt --format jsn
expect 2 "actorgraph path --help" "$program" path a.txt A B --max-hops many
expect 2 "Read documents" "$program"
expect 2 "a command is missing" "$program" rules

# completions
completed() { # WORDS…: what bash offers for the last word
    bash -c 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _actorgraph; printf "%s\n" "${COMPREPLY[@]}"' \
        _ "$work/complete.bash" "$@"
}
"$program" completion bash >complete.bash
bash -n complete.bash || failed 'the bash completion cannot be parsed'
[ "$(completed actorgraph ext)" = extract ] || failed 'bash completes commands'
[ "$(completed actorgraph rules li)" = lint ] || failed 'bash completes commands below commands'
completed actorgraph path a.txt --max | grep -qx -- --max-hops || failed 'bash completes flags'
[ "$(completed actorgraph top a.txt --by pag)" = pagerank ] || failed 'bash completes values'
[ "$(completed actorgraph top a.t)" = a.txt ] || failed 'bash completes files'
"$program" completion zsh >_actorgraph
"$program" completion fish >actorgraph.fish
! command -v zsh >/dev/null || zsh -n _actorgraph || failed 'the zsh completion cannot be parsed'
! command -v fish >/dev/null || fish -n actorgraph.fish || failed 'the fish completion cannot be parsed'
expect 2 "did you mean 'fish'?" "$program" completion fis

# flags > environment > settings file
printf '[top]\nformat = "json"\n' >actorgraph.toml
expect 0 '"version"' "$program" top a.txt -q
ACTORGRAPH_FORMAT=tsv expect 0 "id	name" "$program" top a.txt -q
ACTORGRAPH_FORMAT=tsv expect 0 "edges  actor" "$program" top a.txt -q --format text
expect 0 "(default: no end)" "$program" diff --help
printf 'quiet = true\nformat = "ndjson"\nn = 1\n' >actorgraph.toml
expect 2 "actorgraph.toml:3:1: error: there is no flag '--n' to set" "$program" top a.txt
printf 'jobs = 1\nfromat = "json"\n' >actorgraph.toml
expect 2 "did you mean 'format'?" "$program" top a.txt
expect 1 "actorgraph.toml:2:1" "$program" doctor
expect 0 "Read documents" "$program" help
printf 'jobs = "many"\n' >actorgraph.toml
expect 2 "actorgraph.toml:1:" "$program" top a.txt
printf 'jobs = ' >actorgraph.toml
expect 2 "actorgraph.toml:1:" "$program" top a.txt
rm actorgraph.toml
printf '{"text":"Ana Reyes met Bo Li."}\n' >rows.jsonl
ACTORGRAPH_MAX_DOCUMENT=3 expect 3 "rows.jsonl:1: error" "$program" extract rows.jsonl -f facts
ACTORGRAPH_JOBS=0 expect 2 "ACTORGRAPH_JOBS: error" "$program" extract a.txt -f facts
ACTORGRAPH_CONFIG=none.toml expect 2 "none.toml: error: the settings file cannot be opened" "$program" extract a.txt
printf '[path]\nformat = "markdown"\nthrough = ["person", "organization"]\n' >other.toml
ACTORGRAPH_CONFIG=other.toml expect 0 '**Anna Keller**' "$program" path a.txt 'Anna Keller' 'Peter Marsh' -q

# forms of answers
"$program" search a.txt marsh -q --format ndjson >rows
[ "$(wc -l <rows)" -eq 1 ] && grep -q '^{"id":"person:peter-marsh"' rows || failed 'ndjson'
"$program" who-says a.txt 'Anna Keller' 'Peter Marsh' -q --format tsv >rows
[ "$(wc -l <rows)" -eq 2 ] && head -1 rows | grep -q 'relation' && grep -q 'met_with' rows || failed 'tsv'
"$program" stats a.txt -q --format tsv >rows
grep -q 'types	person	2' rows || failed 'tsv of several lists'

# colours: never off a terminal, never with NO_COLOR
"$program" extract none.txt -f facts 2>err; ! grep -q $'\x1b' err || failed 'colours in a file'
CLICOLOR_FORCE=1 "$program" extract none.txt -f facts 2>err; grep -q $'\x1b\[1;31merror:' err || failed 'forced colours'
CLICOLOR_FORCE=1 NO_COLOR=1 "$program" extract none.txt -f facts 2>err; ! grep -q $'\x1b' err || failed 'NO_COLOR'
if command -v script >/dev/null; then
    terminal() { TERM=xterm script -qec "$1" /dev/null </dev/null >typescript 2>&1; }
    terminal "$program search a.txt marsh -q"
    grep -q $'\x1b\[1mPeter Marsh' typescript || failed 'colours on a terminal'
    ACTORGRAPH_PAGER='sed s/^/paged:/' terminal "$program help top"
    grep -q 'paged:' typescript || failed 'a pager on a terminal'
    ACTORGRAPH_PAGER= terminal "$program help top"
    ! grep -q 'paged:' typescript && grep -q 'pagerank' typescript || failed 'no pager'
fi
ACTORGRAPH_PAGER='sed s/^/paged:/' "$program" help top | grep -q 'paged:' && failed 'a pager off a terminal'

# region of telephone numbers
printf 'Anna Keller: call 020 7946 0958 now.\n' >phone.txt
expect 0 '+442079460958' "$program" extract phone.txt -f facts --region GB -q
"$program" extract phone.txt -f facts -q | grep -q '+44' && failed 'no region, no country'
expect 2 "--region" "$program" extract phone.txt -f facts --region Atlantis
"$program" ingest case.db phone.txt -q
"$program" export case.db -f facts -q | grep -q '+44' && failed 'no region in the case'
expect 0 '1 added' "$program" ingest case.db phone.txt --region GB
expect 0 '+442079460958' "$program" export case.db -f facts -q
"$program" ingest case.db phone.txt -q --region GB
"$program" ingest new.db phone.txt -q --region GB
"$program" export case.db -f facts -q >lived; "$program" export new.db -f facts -q >new
cmp -s lived new || failed 'a region set later gives what a rebuild gives'

# doctor
expect 0 'ok  rules' "$program" doctor
expect 0 'journal wal' "$program" doctor case.db
expect 0 '"is_fine":true' "$program" doctor --format json
expect 1 'BAD rules' "$program" doctor --rules "$work"
expect 1 'do: ' "$program" doctor --rules "$work"
expect 1 'BAD case' "$program" doctor a.txt
left=$(ls -A | grep check)
[ -z "$left" ] || failed "doctor leaves $left"
if (ulimit -v 400000 && ulimit -u 0) 2>/dev/null && [ "$(id -u)" -ne 0 ]; then
    (ulimit -u 0; "$program" doctor >out 2>&1) && failed 'doctor does not see that no process can be made'
fi
exit $fault
