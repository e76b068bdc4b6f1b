import { edgeCard, nodeCard, pathCard } from "./cards.js";
import { otherEnd, readCase } from "./case.js";
import { bdi, byId, counted, el } from "./dom.js";
import { Filters } from "./filters.js";
import { drawList, drawSources } from "./lists.js";
import { findPath } from "./path.js";
import { EDGE_COLOURS, Picture } from "./picture.js";
import { listenToSearch } from "./search.js";

const VIEWS = ["picture", "list", "sources"];
const data = readCase();
const { nodes, edges } = data;
let picture = null;
let view = "picture";
const ends = { from: null, to: null };
let picked = null; // draws what is picked anew
let pickedEnd = null; // which end of the path the next picked actor becomes

const colourOfType = new Map(nodes.map((node) => [node.type, node.colour]));

function swatch(className, colour) {
  const made = el("span", { className, "aria-hidden": "true" });
  made.style.background = colour;
  return made;
}

const filters = new Filters(data, {
  type: (type) => swatch("swatch", colourOfType.get(type)),
  status: (status) => swatch("line", EDGE_COLOURS[status]),
}, showCounts);

function showCounts(actors, ties) {
  byId("counts").textContent = `${counted(actors, "actor")}, ${counted(ties, "tie")} shown`;
  if (picture) {
    picture.refresh();
    drawView();
    picked?.();
  }
}

function drawView() {
  if (view === "list") {
    drawList(byId("list"), data, filters, pick);
  } else if (view === "sources") {
    drawSources(byId("sources"), data, filters, 50);
  }
}

function setView(name) {
  view = name;
  for (const one of VIEWS) {
    byId(one).hidden = one !== name;
    byId(`tab-${one}`).setAttribute("aria-selected", String(one === name));
    byId(`tab-${one}`).tabIndex = one === name ? 0 : -1;
  }
  drawView();
}

function showCard(draw) {
  picked = () => byId("card").replaceChildren(...draw().filter((part) => part !== ""));
  picked();
  byId("side").scrollTop = byId("card").offsetTop - byId("side").offsetTop;
}

function setEnd(end, index) {
  ends[end] = index;
  pickedEnd = null;
  byId(`path-${end}`).replaceChildren(index === null ? "pick an actor" : bdi(nodes[index].name));
  if (ends.from !== null && ends.to !== null) {
    showPath();
  }
}

function showPath() {
  const hops = findPath(nodes, edges, filters.edgeShown, ends.from, ends.to);
  byId("path-answer").replaceChildren(...pathCard(hops, data, pick));
  byId("side").scrollTop = 0;
  if (hops) {
    const chain = [ends.from, ...hops.map((hop) => hop.to)];
    picture.setFocus(chain, hops.flatMap((hop) => hop.ties.map((edge) => edge.index)));
    picture.showAll(chain);
  }
}

const pick = {
  node(index) {
    if (pickedEnd) {
      setEnd(pickedEnd, index);
      return;
    }
    const node = nodes[index];
    showCard(() => nodeCard(node, data, filters, pick));
    picture.setFocus([index, ...node.ties.map((tie) => otherEnd(edges[tie], index))], node.ties);
  },
  edge(index) {
    showCard(() => edgeCard(edges[index], data, pick));
    picture.setFocus([edges[index].source, edges[index].target], [index]);
  },
  from(index) { setEnd("from", index); },
  to(index) { setEnd("to", index); },
  none() { picture.setFocus(null, null); },
};

function listen() {
  for (const name of VIEWS) {
    byId(`tab-${name}`).addEventListener("click", () => setView(name));
  }
  byId("views").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: VIEWS.length - 1 }[event.key];
    if (step) {
      setView(VIEWS[(VIEWS.indexOf(view) + step) % VIEWS.length]);
      byId(`tab-${view}`).focus();
    }
  });
  for (const end of ["from", "to"]) {
    byId(`path-${end}`).addEventListener("click", () => {
      pickedEnd = end;
      byId(`path-${end}`).textContent = "now pick an actor …";
      byId("query").focus();
    });
  }
  byId("path-clear").addEventListener("click", () => {
    setEnd("from", null);
    setEnd("to", null);
    byId("path-answer").replaceChildren();
    pick.none();
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    setView("list");
    byId("list").focus();
  });
  window.addEventListener("beforeprint", () => drawSources(byId("sources"), data, filters, Infinity));
  window.addEventListener("afterprint", drawView);
  listenToSearch(data, (index) => {
    if (!pickedEnd && filters.nodeShown[index]) {
      picture.showAll([index]);
    }
    pick.node(index);
  });
}

/** Stands in for the picture where nothing can be drawn. */
const noPicture = { refresh() {}, setFocus() {}, showAll() {} };

function drawPicture() {
  try {
    picture = new Picture(byId("canvas"), data, filters, pick);
    byId("legend").textContent = "Colour of a tie: how it is said. Width: independent sources. Click an actor or a tie.";
  } catch (fault) {
    picture = noPicture;
    byId("canvas").append(el("p", { className: "fault" }, `This browser cannot draw the picture (${fault.message}). The list holds the same.`));
    setView("list");
  }
}

drawPicture();
listen();
document.documentElement.dataset.ready = "true";
