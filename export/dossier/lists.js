import { inPortions, lineOf, quotesOf, supportOf } from "./cards.js";
import { bdi, counted, el } from "./dom.js";

/** All shown actors as a table, those with most ties first. */
export function drawList(place, { nodes }, filters, pick) {
  const shownTies = (node) => node.ties.reduce((sum, tie) => sum + filters.edgeShown[tie], 0);
  const rows = nodes.filter((node) => filters.nodeShown[node.index]).map((node) => [node, shownTies(node)]);
  rows.sort((a, b) => b[1] - a[1] || a[0].index - b[0].index);
  const body = el("tbody");
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...["Actor", "Type", "Ties", "Also called"].map((title) =>
    el("th", { scope: "col" }, title)))), body);
  const row = ([node, ties]) => el("tr", {},
    el("td", {}, el("button", { type: "button", className: "names", onclick: () => pick.node(node.index) }, bdi(node.name))),
    el("td", {}, node.type), el("td", {}, String(ties)),
    el("td", {}, ...node.aliases.slice(0, 5).flatMap((name, i) => [i ? ", " : "", bdi(name)])));
  place.replaceChildren(el("h2", {}, counted(rows.length, "actor")), table);
  portionsOfRows(rows, row, body, place);
}

function portionsOfRows(rows, draw, body, place) {
  const portion = 200;
  let at = 0;
  const more = el("button", { type: "button", className: "more" });
  const next = () => {
    body.append(...rows.slice(at, at + portion).map(draw));
    at += portion;
    more.textContent = `show ${Math.min(portion, rows.length - at)} more of ${rows.length}`;
    more.hidden = at >= rows.length;
  };
  more.addEventListener("click", next);
  place.append(more);
  next();
}

/** Every document with the shown ties it tells of and their quotes: for the editor and the lawyer, and for print. */
export function drawSources(place, { nodes, edges }, filters, most) {
  const byDocument = new Map();
  for (const edge of edges) {
    if (filters.edgeShown[edge.index]) {
      for (const name of new Set(edge.documentNames())) {
        byDocument.set(name, [...(byDocument.get(name) ?? []), edge]);
      }
    }
  }
  const names = [...byDocument.keys()].sort();
  const section = (name) => el("div", {}, el("h3", {}, bdi(name)), ...byDocument.get(name).map((edge) =>
    el("div", { className: "tie-source" }, el("p", {}, ...lineOf(edge, nodes)), ...quotesIn(edge, nodes, name),
      el("p", { className: "place" }, supportOf(edge)))));
  place.replaceChildren(el("h2", {}, `Source list: ${counted(names.length, "document")}`));
  inPortions(names, section, place, most);
}

function quotesIn(edge, nodes, name) {
  const here = { ...edge, evidence: () => edge.evidence().filter((one) => one.document === name) };
  return quotesOf(here, nodes);
}
