#!/usr/bin/env bash
# No network, and no file written but the case (with SQLite's -wal and -shm) and the named output.
# usage: isolation_test.sh PROGRAM SOURCE_DIR; exits 77 (skipped) without strace.
set -u
program=$1
source_dir=$2
command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fault=0
traced() { # LOG COMMAND…
    local log=$1; shift
    strace -f -qq -o "$log" -e trace=openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,socket,connect "$@" \
        >/dev/null 2>&1
}
cd "$work" && mkdir elsewhere && cd elsewhere || exit 2
traced "$work/1" "$program" ingest "$work/case.db" "$source_dir/samples" --ack "$work/ack.jsonl"
traced "$work/2" "$program" export "$work/case.db" -o "$work/out.graphml"
traced "$work/3" "$program" path "$work/case.db" Tidewatch "Solberg Maritime"
traced "$work/4" "$program" verify "$work/case.db"
for log in 1 2 3 4; do
    [ -s "$work/$log" ] || { echo "FAILED: trace $log is empty"; fault=1; }
    if grep -E 'socket\(|connect\(' "$work/$log"; then echo "FAILED: network in trace $log"; fault=1; fi
    changed=$(grep -E 'O_WRONLY|O_RDWR|O_CREAT|rename|unlink|mkdir' "$work/$log" |
        grep -vE '"[^"]*/case\.db(-wal|-shm|-journal)?"|/ack\.jsonl"|/out\.graphml(\.part)?"|"/dev/(null|tty)"')
    [ -z "$changed" ] || { echo "FAILED: trace $log writes elsewhere:"; echo "$changed"; fault=1; }
done
left=$(ls "$work" | grep -vE '^([1-4]|case\.db|ack\.jsonl|out\.graphml|elsewhere)$'; ls "$work/elsewhere")
[ -z "$left" ] || { echo "FAILED: left behind: $left"; fault=1; }
exit $fault
