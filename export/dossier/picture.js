import EdgeCurveProgram, { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";

export const EDGE_COLOURS = {
  asserted: "#6f7a85", alleged: "#d59a2b", planned: "#7fb3d5", asked: "#7fb3d5", hypothetical: "#b9a3d6", denied: "#c23b3b",
};
const DIM = "#e3e3df";
const MANY_EDGES = 8000;
const MANY_NODES = 1500;

/** How far each tie bends, so that parallel ones lie side by side; 0 for a tie that is alone. */
function curvatures(edges) {
  const groups = new Map();
  for (const edge of edges) {
    const low = Math.min(edge.source, edge.target);
    const key = `${low} ${edge.source + edge.target - low}`;
    groups.has(key) ? groups.get(key).push(edge) : groups.set(key, [edge]);
  }
  const bend = new Float32Array(edges.length);
  for (const group of groups.values()) {
    group.forEach((edge, i) => {
      const place = (i - (group.length - 1) / 2) * Math.min(0.3, 1.5 / group.length);
      bend[edge.index] = edge.source <= edge.target ? place : -place;
    });
  }
  return bend;
}

function edgeType(edge, bend, isLarge) {
  const isStraight = bend === 0 && edge.source !== edge.target;
  if (isLarge) {
    return isStraight ? "line" : "curved";
  }
  return isStraight ? (edge.symmetric ? "line" : "arrow") : edge.symmetric ? "curved" : "curvedArrow";
}

/** Smaller dots and lines where there are many, so that there is room between them. */
const scaleOf = (nodes) => (nodes.length > MANY_NODES ? Math.max(0.35, Math.sqrt(MANY_NODES / nodes.length)) : 1);

function graphOf({ nodes, edges }) {
  const graph = new MultiDirectedGraph();
  const scale = scaleOf(nodes);
  for (const node of nodes) {
    graph.addNode(node.index, { label: node.name, x: node.x, y: node.y, size: scale * (2 + node.size / 5), color: node.colour });
  }
  const bend = curvatures(edges);
  const isLarge = edges.length > MANY_EDGES;
  for (const edge of edges) {
    graph.addDirectedEdgeWithKey(edge.index, edge.source, edge.target, {
      size: scale * Math.min(6, 1.6 + Math.log2(edge.sources)), color: EDGE_COLOURS[edge.status] ?? EDGE_COLOURS.asserted,
      type: edgeType(edge, bend[edge.index], isLarge), curvature: bend[edge.index] || 0.6,
    });
  }
  return graph;
}

/** The drawn graph. Throws where there is no WebGL. */
export class Picture {
  constructor(place, data, filters, pick) {
    this.focus = { nodes: null, edges: null };
    this.sigma = new Sigma(graphOf(data), place, {
      edgeProgramClasses: { curved: EdgeCurveProgram, curvedArrow: EdgeCurvedArrowProgram },
      enableEdgeEvents: true, hideEdgesOnMove: data.edges.length > MANY_EDGES, labelFont: "system-ui, DejaVu Sans, sans-serif",
      labelDensity: 0.6, labelRenderedSizeThreshold: 5 * scaleOf(data.nodes), minCameraRatio: 0.02, maxCameraRatio: 4, zIndex: true, allowInvalidContainer: true,
      nodeReducer: (key, node) => this.look(node, filters.nodeShown[key], this.focus.nodes, Number(key)),
      edgeReducer: (key, edge) => this.look(edge, filters.edgeShown[key], this.focus.edges, Number(key)),
    });
    this.sigma.on("clickNode", ({ node }) => pick.node(Number(node)));
    this.sigma.on("clickEdge", ({ edge }) => pick.edge(Number(edge)));
    this.sigma.on("clickStage", () => pick.none());
    this.listenToKeys(place);
  }

  look(item, isShown, focus, key) {
    if (!isShown) {
      return { ...item, hidden: true };
    }
    if (focus === null) {
      return item;
    }
    return focus.has(key) ? { ...item, zIndex: 1, highlighted: focus.size < 3 && "label" in item } : { ...item, color: DIM, label: "", zIndex: 0 };
  }

  /** Dims all but these actors and ties; null: nothing is dimmed. */
  setFocus(nodes, edges) {
    this.focus = { nodes: nodes && new Set(nodes), edges: edges && new Set(edges) };
    this.refresh();
  }

  refresh() { this.sigma.refresh({ skipIndexation: false }); }

  /** Moves the camera so that these actors are seen, no nearer than a readable part of the whole. */
  showAll(keys) {
    const places = keys.map((key) => this.sigma.getNodeDisplayData(key));
    const range = (values) => [Math.min(...values), Math.max(...values)];
    const [left, right] = range(places.map((place) => place.x));
    const [low, high] = range(places.map((place) => place.y));
    const ratio = Math.max(0.3 / Math.sqrt(Math.max(1, this.sigma.getGraph().order / 200)), 1.5 * (right - left), 1.5 * (high - low));
    this.sigma.getCamera().animate({ x: (left + right) / 2, y: (low + high) / 2, ratio: Math.min(ratio, 1.2) }, { duration: 300 });
  }

  listenToKeys(place) {
    const camera = this.sigma.getCamera();
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    place.addEventListener("keydown", (event) => {
      const step = steps[event.key];
      if (step) {
        camera.setState({ x: camera.x + step[0] * camera.ratio * 0.1, y: camera.y + step[1] * camera.ratio * 0.1 });
      } else if (event.key === "+" || event.key === "=") {
        camera.animatedZoom({ duration: 150 });
      } else if (event.key === "-") {
        camera.animatedUnzoom({ duration: 150 });
      } else if (event.key === "0") {
        camera.animatedReset({ duration: 150 });
      } else {
        return;
      }
      event.preventDefault();
    });
  }
}
