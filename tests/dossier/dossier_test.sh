#!/usr/bin/env bash
# The HTML dossier in a real browser; skips (77) where there is none. usage: dossier_test.sh PROGRAM SOURCE_DIR [PICTURES]
set -u
program=$(realpath "$1")
cd "$2" || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
skip() { echo "skipped: $1"; exit 77; }

"$program" extract -q samples -f html -o "$work/samples.html" 2>"$work/err"
code=$?
if [ "$code" -eq 2 ]; then
    grep -q "built without the HTML dossier" "$work/err" || { cat "$work/err"; exit 1; }
    skip "this program was built without the HTML dossier"
fi
[ "$code" -eq 0 ] || { echo "FAILED: extract -f html left with $code"; exit 1; }
command -v node >/dev/null || skip "node is not installed"
for name in chromium chromium-browser google-chrome; do
    browser=$(command -v "$name") && break
done
[ -n "${browser:-}" ] || skip "no Chromium is installed (Debian: apt-get install chromium)"
node tests/dossier/naughty.mjs >"$work/naughty.json"
"$program" extract -q "$work/naughty.json" -f html -o "$work/naughty.html" || exit 1
timeout 240 node tests/dossier/dossier_test.mjs "$browser" "$work/samples.html" "$work/naughty.html" ${3:+"$3"}
