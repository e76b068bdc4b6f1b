import { STATUSES } from "./case.js";
import { byId, el, folded } from "./dom.js";

const DAY = 86400000;
const dayOf = (date) => Math.floor(Date.parse(date) / DAY);
const dateOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

function countsBy(items, key) {
  const counts = new Map();
  for (const item of items) {
    counts.set(item[key], (counts.get(item[key]) ?? 0) + 1);
  }
  return counts;
}

/** Boxes for the values of one property; `chosen` holds those that are ticked. */
function boxes(place, counts, order, chosen, change, mark) {
  byId(place).replaceChildren(...order.filter((value) => counts.has(value)).map((value) =>
    el("label", {}, el("input", {
      type: "checkbox", value, checked: chosen.has(value),
      onchange: (event) => { event.target.checked ? chosen.add(value) : chosen.delete(value); change(); },
    }), mark(value), ` ${value.replaceAll("_", " ")} `, el("span", { className: "count" }, String(counts.get(value))))));
}

/** What is shown: a flag for every actor and tie, worked out anew when a filter changes; then `shown` is called. */
export class Filters {
  constructor({ nodes, edges, withDenied }, marks, shown) {
    Object.assign(this, { nodes, edges, withDenied, marks, shown });
    this.nodeShown = new Uint8Array(nodes.length);
    this.edgeShown = new Uint8Array(edges.length);
    this.readDays();
    this.listen();
    this.reset();
  }

  readDays() {
    this.first = Infinity;
    this.last = -Infinity;
    for (const edge of this.edges) {
      edge.fromDay = edge.from ? dayOf(edge.from) : NaN;
      edge.toDay = edge.to ? dayOf(edge.to) : NaN;
      this.first = edge.fromDay < this.first ? edge.fromDay : this.first;
      this.last = edge.toDay > this.last ? edge.toDay : this.last;
      this.first = edge.toDay < this.first ? edge.toDay : this.first;
      this.last = edge.fromDay > this.last ? edge.fromDay : this.last;
    }
    byId("time").hidden = !(this.first < this.last);
  }

  listen() {
    const apply = () => this.apply();
    for (const id of ["least-sources", "document", "from", "to"]) {
      byId(id).addEventListener("input", apply);
    }
    byId("reset").addEventListener("click", () => this.reset());
    byId("all-relations").addEventListener("click", () => this.chooseRelations(true));
    byId("no-relations").addEventListener("click", () => this.chooseRelations(false));
  }

  reset() {
    this.types = new Set(this.nodes.map((node) => node.type));
    this.statuses = new Set(STATUSES.filter((status) => status !== "denied" || this.withDenied));
    this.relations = new Set(this.edges.map((edge) => edge.relation));
    byId("least-sources").value = 1;
    byId("document").value = "";
    for (const [id, value] of [["from", this.first], ["to", this.last]]) {
      Object.assign(byId(id), { min: this.first, max: this.last, value });
    }
    this.drawBoxes();
    this.apply();
  }

  chooseRelations(all) {
    this.relations = new Set(all ? this.edges.map((edge) => edge.relation) : []);
    this.drawBoxes();
    this.apply();
  }

  drawBoxes() {
    const change = () => this.apply();
    const types = countsBy(this.nodes, "type");
    const relations = countsBy(this.edges, "relation");
    boxes("filter-type", types, [...types.keys()].sort(), this.types, change, this.marks.type);
    boxes("filter-status", countsBy(this.edges, "status"), STATUSES, this.statuses, change, this.marks.status);
    boxes("filter-relation", relations, [...relations.keys()].sort(), this.relations, change, () => "");
  }

  isTimely(edge) {
    const isUndated = Number.isNaN(edge.fromDay) && Number.isNaN(edge.toDay);
    return isUndated || (!(edge.fromDay > this.toDay) && !(edge.toDay < this.fromDay));
  }

  apply() {
    this.fromDay = Number(byId("from").value);
    this.toDay = Number(byId("to").value);
    if (this.first <= this.last) {
      byId("from-day").textContent = dateOf(this.fromDay);
      byId("to-day").textContent = dateOf(this.toDay);
    }
    const least = Number(byId("least-sources").value) || 1;
    const wanted = folded(byId("document").value.trim());
    for (const node of this.nodes) {
      this.nodeShown[node.index] = this.types.has(node.type) ? 1 : 0;
    }
    const joined = new Uint8Array(this.nodes.length);
    let ties = 0;
    for (const edge of this.edges) {
      const isShown = this.nodeShown[edge.source] && this.nodeShown[edge.target] && this.statuses.has(edge.status) &&
        this.relations.has(edge.relation) && edge.sources >= least && this.isTimely(edge) &&
        (!wanted || edge.documentNames().some((name) => folded(name).includes(wanted)));
      this.edgeShown[edge.index] = isShown ? 1 : 0;
      if (isShown) {
        joined[edge.source] = joined[edge.target] = 1;
        ties += 1;
      }
    }
    this.hideIdle(joined, least > 1 || wanted !== "");
    this.shown(this.nodeShown.reduce((sum, one) => sum + one, 0), ties);
  }

  /** Actors whose ties are all filtered away go too; those that never had one stay. */
  hideIdle(joined, isNarrow) {
    for (const node of this.nodes) {
      const isIdle = !joined[node.index] && (node.ties.length > 0 || isNarrow);
      this.nodeShown[node.index] = this.nodeShown[node.index] && !isIdle ? 1 : 0;
    }
  }
}
