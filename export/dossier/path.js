import { otherEnd } from "./case.js";

/** Smallest first; pairs of [cost, node]. */
class Heap {
  constructor() { this.items = []; }
  get size() { return this.items.length; }
  push(item) {
    const items = this.items;
    let at = items.push(item) - 1;
    while (at > 0 && isBefore(items[at], items[(at - 1) >> 1])) {
      const up = (at - 1) >> 1;
      [items[at], items[up]] = [items[up], items[at]];
      at = up;
    }
  }
  pop() {
    const items = this.items;
    const top = items[0];
    const last = items.pop();
    if (items.length > 0) {
      items[0] = last;
      for (let at = 0; ;) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          least = child < items.length && isBefore(items[child], items[least]) ? child : least;
        }
        if (least === at) {
          break;
        }
        [items[at], items[least]] = [items[least], items[at]];
        at = least;
      }
    }
    return top;
  }
}

const isBefore = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** Half the bits of the number of neighbours, as the program weighs hubs. */
const hubCost = (neighbours) => (32 - Math.clz32(neighbours)) >> 1;

/**
 * The best chain of shown ties, ordered as `actorgraph path` orders: fewest hops, then close and well-sourced ones.
 * Places, citizenships and denied ties are no hops. Hops with all their ties, best first; null when not connected.
 */
export function findPath(nodes, edges, edgeShown, from, to) {
  const isHop = (edge) => edgeShown[edge.index] && !edge.isAttribute && edge.status !== "denied" && edge.source !== edge.target;
  const hub = nodes.map((node) =>
    hubCost(new Set(node.ties.map((tie) => edges[tie]).filter(isHop).map((edge) => otherEnd(edge, node.index))).size));
  const cost = new Array(nodes.length).fill(Infinity);
  const previous = new Array(nodes.length).fill(-1);
  const heap = new Heap();
  cost[from] = 0;
  heap.push([0, from]);
  while (heap.size > 0) {
    const [reached, at] = heap.pop();
    if (at === to) {
      return hopsOf(nodes, edges, isHop, previous, from, to);
    }
    if (reached > cost[at]) {
      continue;
    }
    for (const tie of nodes[at].ties) {
      const edge = edges[tie];
      const next = otherEnd(edge, at);
      const whole = reached + edge.cost + hub[at] + hub[next];
      if (isHop(edge) && whole < cost[next]) {
        cost[next] = whole;
        previous[next] = at;
        heap.push([whole, next]);
      }
    }
  }
  return null;
}

function hopsOf(nodes, edges, isHop, previous, from, to) {
  const hops = [];
  for (let at = to; at !== from; at = previous[at]) {
    const before = previous[at];
    const ties = nodes[at].ties.map((tie) => edges[tie]).filter((edge) => isHop(edge) && otherEnd(edge, at) === before);
    hops.unshift({ from: before, to: at, ties: ties.sort((a, b) => a.cost - b.cost || a.index - b.index) });
  }
  return hops;
}
