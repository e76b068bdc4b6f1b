/** An element with properties and children. Texts become text nodes: nothing of a case is ever read as markup. */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (name in made && name !== "list") {
      made[name] = value;
    } else {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A name or quote of the case, kept apart from the direction of the text around it. */
export const bdi = (text) => el("bdi", {}, text);

export const byId = (id) => document.getElementById(id);

export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Text for comparing: lower case, without accents. */
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
