import { bdi, byId, el, folded } from "./dom.js";

const MOST_HITS = 12;

/** 0 whole name, 1 beginning, 2 beginning of a word, 3 anywhere, 9 not at all. */
function rankOf(name, wanted) {
  const at = name.indexOf(wanted);
  return at < 0 ? 9 : name === wanted ? 0 : at === 0 ? 1 : /\s/.test(name[at - 1]) ? 2 : 3;
}

export function searchActors(index, query) {
  const wanted = folded(query.trim());
  if (!wanted) {
    return [];
  }
  const hits = [];
  for (const { node, names } of index) {
    const rank = Math.min(...names.map((name) => rankOf(name, wanted)));
    if (rank < 9) {
      hits.push([rank, -node.ties.length, node.index]);
    }
  }
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, MOST_HITS).map((hit) => hit[2]);
}

/** The search box: a combobox as WAI-ARIA describes it. `pick` gets the index of an actor. */
export function listenToSearch({ nodes }, pick) {
  const index = nodes.map((node) => ({ node, names: [node.name, ...node.aliases].map(folded) }));
  const input = byId("query");
  const list = byId("hits");
  let hits = [];
  let active = -1;

  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const choose = (hit) => { close(); input.value = nodes[hit].name; pick(hit); };
  const draw = () => {
    list.replaceChildren(...hits.map((hit, i) => el("li", {
      id: `hit-${i}`, role: "option", "aria-selected": String(i === active), onmousedown: (event) => { event.preventDefault(); choose(hit); },
    }, bdi(nodes[hit].name), el("span", { className: "count" }, ` ${nodes[hit].type}, ${nodes[hit].ties.length} ties`))));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    active >= 0 ? input.setAttribute("aria-activedescendant", `hit-${active}`) : input.removeAttribute("aria-activedescendant");
  };

  input.addEventListener("input", () => { hits = searchActors(index, input.value); active = -1; draw(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      active = (active + step + hits.length) % hits.length;
      draw();
    } else if (event.key === "Enter" && hits.length > 0) {
      choose(hits[Math.max(active, 0)]);
    } else if (event.key === "Escape") {
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
}
