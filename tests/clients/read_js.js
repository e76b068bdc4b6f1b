// Prints what graphology (FILE.graphml, FILE.gexf) or cytoscape (FILE.cytoscape) makes of a file.
// usage: node read_js.js FILE      NODE_PATH holds the packages; exit 77 without them
const fs = require('fs');
const file = process.argv[2];
const text = fs.readFileSync(file, 'utf8');

function packaged(name) {
  try { return require(name); } catch (error) { process.exit(77); }
}

function withCytoscape() {
  const graph = packaged('cytoscape')({headless: true, elements: JSON.parse(text).elements});
  return {
    nodes: graph.nodes().map(one => [one.id(), one.data('name')]),
    edges: graph.edges().map(one => [one.data('source'), one.data('target'), one.data('interaction'), one.data('quote'),
                                     one.data('first_reported')]),
  };
}

function withGraphology() {
  const {MultiGraph} = packaged('graphology');
  const reader = packaged(file.endsWith('.gexf') ? 'graphology-gexf' : 'graphology-graphml');
  const graph = reader.parse(MultiGraph, text);
  return {
    nodes: graph.mapNodes((id, data) => [id, data.label]),
    edges: graph.mapEdges((id, data, source, target) => [source, target, data.kind, data.quote, data.first_reported]),
  };
}

process.stdout.write(JSON.stringify(file.endsWith('.cytoscape') ? withCytoscape() : withGraphology()));
