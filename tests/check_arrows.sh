#!/usr/bin/env bash
# Rooms include each other one way only: cli → export → graph → core, cli → extractor → rules → core,
# cli → store → core.
# usage: check_arrows.sh SOURCE_DIR
set -u
cd "$1" || exit 2
fault=0
forbid() { # room, then the rooms it must not include
    local room=$1; shift
    for other in "$@"; do
        if grep -rnE "#include \"$other/" "$room" --include='*.cpp' --include='*.hpp'; then
            echo "$room must not include $other" >&2
            fault=1
        fi
    done
}
forbid core rules extractor graph export store cli
forbid rules extractor graph export store cli
forbid extractor graph export store cli
forbid graph rules extractor export store cli
forbid export rules extractor store cli
forbid store rules extractor graph export cli
exit $fault
