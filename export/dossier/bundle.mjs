// Puts page.html, the style and the script with its libraries into one C++ file.
// usage: node bundle.mjs PACKAGES OUT.cpp     (PACKAGES: the folder with node_modules that npm made of package-lock.json)
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const [packages, out] = process.argv.slice(2).map((path) => resolve(path));
const here = dirname(fileURLToPath(import.meta.url));
const { buildSync } = createRequire(join(packages, "package.json"))("esbuild");

const read = (name) => readFileSync(join(here, name), "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function bundled() {
  const built = buildSync({
    entryPoints: [join(here, "main.js")],
    nodePaths: [join(packages, "node_modules")],
    bundle: true, minify: true, format: "iife", target: "es2020", charset: "ascii", write: false, legalComments: "none",
  });
  return built.outputFiles[0].text.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

function licences() {
  const names = ["sigma", "graphology", "graphology-utils", "@sigma/edge-curve", "events"];
  return names.map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(packages, "node_modules", name, "package.json"), "utf8"));
    return `${name} ${version} (${license})`;
  }).join(", ");
}

/** A C++ string of any length, in pieces that every compiler takes. */
function literal(text) {
  const pieces = [];
  for (let at = 0; at < text.length; at += 8000) {
    pieces.push(`R"~page~(${text.slice(at, at + 8000)})~page~"`);
  }
  return pieces.join("\n");
}

const script = bundled();
const style = read("dossier.css").trim();
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:`;
const page = read("page.html").replace("{{policy}}", () => policy).replace("{{licences}}", licences)
  .replace("{{style}}", () => style).replace("{{script}}", () => script);
const [head, tail] = page.split("{{case}}");
writeFileSync(out, `// Made by export/dossier/bundle.mjs.
#include "export/dossier.hpp"

const std::string_view actorgraph::dossier_head =
${literal(head)};
const std::string_view actorgraph::dossier_tail =
${literal(tail)};
`);
