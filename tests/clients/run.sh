#!/usr/bin/env bash
# Opens what the program writes with another program and compares node by node and edge by edge.
# usage: run.sh networkx|igraph|graphology|cytoscape|followthemoney|gephi PROGRAM SOURCE_DIR
# Packages come from build/clients (scripts/get_clients) or the system. Exit 77: a package is missing.
set -u
client=$1
program=$(realpath "$2")
source_dir=$(realpath "$3")
here=$source_dir/tests/clients
packages=$source_dir/build/clients
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=python3
[ -x "$packages/python/bin/python" ] && python=$packages/python/bin/python
export NODE_PATH=$packages/node/node_modules${NODE_PATH:+:$NODE_PATH}
command -v "$python" >/dev/null || { echo 'python3 is missing'; exit 77; }

# read_with FILE: the graph that the client reads, on standard output
case $client in
networkx) formats='graphml gexf json'; read_with() { "$python" "$here/read_networkx.py" "$1"; } ;;
igraph) formats=graphml; read_with() { "$python" "$here/read_igraph.py" "$1"; } ;;
graphology) formats='graphml gexf'; read_with() { node "$here/read_js.js" "$1"; } ;;
cytoscape) formats=cytoscape; read_with() { node "$here/read_js.js" "$1"; } ;;
gephi) formats='graphml gexf'; read_with() {
    java -Djava.awt.headless=true -cp "$work:$packages/gephi/*" ReadGraph "$1" 2>"$work/java.err"; } ;;
followthemoney) formats= ;;
*) echo "no client $client"; exit 2 ;;
esac
case $client in
graphology | cytoscape) command -v node >/dev/null || { echo 'node is missing'; exit 77; } ;;
gephi)
    command -v javac >/dev/null && [ -d "$packages/gephi" ] || { echo 'Java or the Gephi toolkit is missing'; exit 77; }
    javac -nowarn -proc:none -cp "$packages/gephi/*" -d "$work" "$here/gephi/ReadGraph.java" || exit 1 ;;
esac

"$program" extract "$source_dir/samples" --with-denied -q -o "$work/samples.json" || exit 1
"$python" "$here/make_graph.py" >"$work/made.json" || exit 1
"$program" extract "$work/made.json" --with-denied -q -f json -o "$work/hostile.json" || exit 1
fault=0
for graph in samples hostile; do
    if [ "$client" = followthemoney ]; then
        "$program" extract "$work/$graph.json" --with-denied -q -f ftm -o "$work/$graph.ftm" || exit 1
        "$python" "$here/check_ftm.py" "$work/$graph.ftm" "$work/$graph.json"
        code=$?
        [ $code -ne 77 ] || { echo 'followthemoney is missing'; exit 77; }
        [ $code -eq 0 ] || { echo "FAILED: $graph in followthemoney"; fault=1; }
    fi
    for format in $formats; do
        [ "$format" = json ] ||
            "$program" extract "$work/$graph.json" --with-denied -q -f "$format" -o "$work/$graph.$format" || exit 1
        read_with "$work/$graph.$format" >"$work/read"
        code=$?
        [ $code -ne 77 ] || { echo "packages of $client are missing"; exit 77; }
        if [ $code -ne 0 ] || ! "$python" "$here/compare.py" "$work/$graph.json" "$work/read" "$client"; then
            echo "FAILED: $graph.$format in $client"; fault=1
            [ ! -s "$work/java.err" ] || tail -3 "$work/java.err"
        fi
    done
done
exit $fault
