import { isSamePair, otherEnd, partsOf } from "./case.js";
import { bdi, counted, el } from "./dom.js";

const MOST_AT_ONCE = 100;

const statusMark = (edge) =>
  edge.status === "asserted" ? "" : el("span", { className: `status ${edge.status}` }, ` [${edge.status}]`);

/** A tie as one line. */
export function lineOf(edge, nodes) {
  const [source, arrow, relation, again, target] = partsOf(edge, nodes);
  return [bdi(source), arrow, relation, again, bdi(target), statusMark(edge)];
}

/** The quote with the names of both actors marked. */
function marked(quote, names) {
  const escaped = names.filter((name) => name.length > 1).sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (escaped.length === 0) {
    return [quote];
  }
  const pieces = quote.split(new RegExp(`(${escaped.join("|")})`, "giu"));
  return pieces.map((piece, i) => (i % 2 === 1 ? el("mark", {}, piece) : piece));
}

function placeOf(one) {
  const parts = [one.document, one.outlet, one.date].filter((part) => part);
  return `${parts.join(", ")}, characters ${one.start}–${one.end}${one.rule ? `, rule ${one.rule}` : ""}`;
}

function namesOf(edge, nodes) {
  return [edge.source, edge.target].flatMap((end) => [nodes[end].name, ...nodes[end].aliases]);
}

/** Quotes of a tie, at most `most`, each with who says so and where it stands. */
export function quotesOf(edge, nodes, most = Infinity) {
  const names = namesOf(edge, nodes);
  return edge.evidence().slice(0, most).flatMap((one) => [
    one.quote ? el("blockquote", { dir: "auto" }, ...marked(one.quote, names)) : el("p", {}, "(no quote)"),
    el("p", { className: "place" },
      one.speaker ? el("span", {}, "says ", bdi(one.speaker), "; ") : "",
      [one.role, one.channel].filter((part) => part).map((part) => `${part}; `).join(""), bdi(placeOf(one))),
  ]);
}

export function supportOf(edge) {
  const denials = edge.denials > 0 ? `; ${counted(edge.denials, "denial")}` : "";
  const time = edge.from || edge.to ? `; ${edge.from === edge.to ? edge.from : `${edge.from || "…"} to ${edge.to || "…"}`}` : "";
  return `${counted(edge.sources, "independent source")} in ${counted(edge.documents, "document")}${denials}${time}`;
}

const tieButton = (edge, nodes, pick) =>
  el("button", { type: "button", className: "tie", onclick: () => pick.edge(edge.index) }, ...lineOf(edge, nodes));

/** The first of many, and a button for the rest. */
export function inPortions(items, draw, place, portion = MOST_AT_ONCE) {
  const more = el("button", { type: "button", className: "more" });
  let at = 0;
  const next = () => {
    more.before(...items.slice(at, at + portion).map(draw));
    at += portion;
    more.textContent = `show ${Math.min(portion, items.length - at)} more of ${items.length}`;
    more.hidden = at >= items.length;
  };
  place.append(more);
  more.addEventListener("click", next);
  next();
  return place;
}

/** Who an actor is and all that is said of them, hidden ties counted. */
export function nodeCard(node, { nodes, edges }, filters, pick) {
  const shown = node.ties.filter((tie) => filters.edgeShown[tie]).map((tie) => edges[tie]);
  shown.sort((a, b) => otherEnd(a, node.index) - otherEnd(b, node.index) || a.cost - b.cost || a.index - b.index);
  const hidden = node.ties.length - shown.length;
  const list = inPortions(shown, (edge) => tieButton(edge, nodes, pick), el("div", {}));
  return [
    el("h2", {}, bdi(node.name)),
    el("p", { className: "facts" }, [node.type, node.subtype, node.account].filter((part) => part).join(", "),
      `; ${counted(node.mentions, "mention")} in ${counted(node.documents, "document")}`),
    node.aliases.length > 0 ? el("p", { className: "facts" }, "also: ", ...node.aliases.flatMap((name, i) => [i ? ", " : "", bdi(name)])) : "",
    el("p", {}, el("button", { type: "button", onclick: () => pick.from(node.index) }, "path from here"), " ",
      el("button", { type: "button", onclick: () => pick.to(node.index) }, "path to here")),
    el("h3", {}, counted(shown.length, "tie"), hidden > 0 ? `, ${hidden} more filtered out` : ""), list,
  ];
}

/** One tie: how sure, by whom, with all quotes; what else is said of the two, denials first. */
export function edgeCard(edge, { nodes, edges }, pick) {
  const others = nodes[edge.source].ties.map((tie) => edges[tie]).filter((one) => one !== edge && isSamePair(one, edge));
  others.sort((a, b) => (b.status === "denied") - (a.status === "denied") || a.cost - b.cost || a.index - b.index);
  const end = (index) => el("button", { type: "button", className: "names", onclick: () => pick.node(index) }, bdi(nodes[index].name));
  const arrow = edge.symmetric ? " – " : " → ";
  return [
    el("h2", {}, end(edge.source), arrow, edge.relation.replaceAll("_", " "), arrow, end(edge.target), statusMark(edge)),
    el("p", { className: "facts" }, supportOf(edge)),
    ...quotesOf(edge, nodes),
    others.length > 0 ? el("h3", {}, "Also said of the two") : "",
    ...others.map((one) => tieButton(one, nodes, pick)),
  ];
}

/** A path with the proof of every hop. */
export function pathCard(hops, { nodes }, pick) {
  if (hops === null) {
    return [el("p", { className: "fault" }, "Not connected by the ties shown here.")];
  }
  if (hops.length === 0) {
    return [el("p", {}, "Both are the same actor.")];
  }
  const chain = [hops[0].from, ...hops.map((hop) => hop.to)];
  return [
    el("p", { className: "chain" }, ...chain.flatMap((index, i) => [i ? " – " : "", bdi(nodes[index].name)]), ` (${counted(hops.length, "hop")})`),
    ...hops.map((hop) => el("div", { className: "hop" }, ...hop.ties.slice(0, 3).flatMap((edge) => [
      tieButton(edge, nodes, pick), ...quotesOf(edge, nodes, 1), el("p", { className: "place" }, supportOf(edge)),
    ]), hop.ties.length > 3 ? el("p", { className: "place" }, `and ${counted(hop.ties.length - 3, "more tie")}`) : "")),
  ];
}
