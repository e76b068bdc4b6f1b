# Frame of the tests of commands: source it with PROGRAM and SOURCE_DIR. Gives $program, $work, $fault, runs in the source.
set -u
program=$(realpath "$1")
cd "$2" || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fault=0

# expect CODE TEXT COMMAND…: leaves with CODE, and TEXT stands in what it prints on either stream
expect() {
    local code=$1 text=$2
    shift 2
    "$program" "$@" >"$work/out" 2>"$work/err"
    local got=$?
    if [ "$got" -ne "$code" ] || ! grep -qF -- "$text" "$work/out" "$work/err"; then
        echo "actorgraph $*: left with $got (wanted $code), wanted to read: $text" >&2
        head -5 "$work/out" "$work/err" >&2
        fault=1
    fi
}
failed() { echo "FAILED: $1" >&2; fault=1; }
