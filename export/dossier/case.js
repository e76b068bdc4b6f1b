import { byId } from "./dom.js";

export const STATUSES = ["asserted", "alleged", "planned", "asked", "hypothetical", "denied"];

function evidenceOf(raw, row) {
  const [place, quote, start, end, rule, speaker = "", role = "", channel = ""] = row;
  const [document, outlet, date] = raw.documents[place];
  return { document, outlet, date, quote: raw.quotes[quote], start, end, speaker, role, channel, rule: raw.rules[rule] };
}

/** The case that stands in the page: actors and ties with names for the places in their rows (export/dossier.cpp). */
export function readCase() {
  const raw = JSON.parse(byId("case").textContent);
  const nodes = raw.nodes.map((row, index) => {
    const [name, type, subtype, colour, x, y, size, mentions, documents, aliases, account] = row;
    return { index, name, type, subtype, colour, x, y, size, mentions, documents, aliases, account, ties: [] };
  });
  const edges = raw.edges.map((row, index) => {
    const [source, target, relation, status, symmetric, sources, denials, documents, from, to, cost, evidence] = row;
    const [name, isAttribute] = raw.relations[relation];
    nodes[source].ties.push(index);
    if (target !== source) {
      nodes[target].ties.push(index);
    }
    return {
      index, source, target, relation: name, isAttribute, status: raw.statuses[status], symmetric: symmetric === 1, sources, denials, documents,
      from, to: to === "=" ? from : to, cost, evidence: () => evidence.map((one) => evidenceOf(raw, one)),
      documentNames: () => evidence.map((one) => raw.documents[one[0]][0]),
    };
  });
  return { nodes, edges, withDenied: raw.with_denied };
}

/** "Ana Reyes → accused → Bo Li" as the parts of one line. */
export function partsOf(edge, nodes) {
  const arrow = edge.symmetric ? " – " : " → ";
  return [nodes[edge.source].name, arrow, edge.relation.replaceAll("_", " "), arrow, nodes[edge.target].name];
}

export const otherEnd = (edge, node) => (edge.source === node ? edge.target : edge.source);

export const isSamePair = (a, b) =>
  (a.source === b.source && a.target === b.target) || (a.source === b.target && a.target === b.source);
