// Opens a dossier in a headless Chromium and uses it as a reader would.
// usage: node dossier_test.mjs CHROMIUM SAMPLES.html NAUGHTY.html [PICTURES_FOLDER]
// NAUGHTY is a dossier whose names and quotes are attempts to run a script (naughty.mjs). AXE=axe.min.js in the environment
// also looks for faults of accessibility with axe-core.
import { readFileSync } from "node:fs";
import { openBrowser } from "./chromium.mjs";

const [program, samples, naughty, pictures] = process.argv.slice(2);
let faults = 0;
let passed = 0;

function check(what, holds, detail = "") {
  holds ? (passed += 1) : (faults += 1);
  if (!holds) {
    console.error(`FAILED: ${what} ${detail}`);
  }
}

const text = (selector) => `document.querySelector(${JSON.stringify(selector)}).textContent`;
const shownTies = (page) => page.value(`Number(/(\\d+) ties? shown/.exec(${text("#counts")})[1])`);
const shot = (page, name) => (pictures ? page.screenshot(`${pictures}/${name}.png`) : undefined);
const READY = "document.documentElement.dataset.ready === 'true'";

async function find(page, query) {
  await page.key("/", "Slash");
  await page.value("document.getElementById('query').value = ''");
  await page.type(query);
  await page.until("document.querySelectorAll('#hits li').length > 0");
  await page.key("ArrowDown");
  await page.key("Enter");
}

async function searching(page) {
  await find(page, "castel");
  check("search by part of a name opens the card", (await page.value(text("#card h2"))) === "Mira Castellan");
  check("the card lists ties", (await page.value("document.querySelectorAll('#card .tie').length")) > 1);
  await new Promise((done) => setTimeout(done, 600));
  await shot(page, "card");
  await page.click("#card .tie");
  check("a tie shows a quote with document", (await page.value("document.querySelectorAll('#card blockquote').length")) > 0);
  check("the quote marks a name", (await page.value("document.querySelectorAll('#card blockquote mark').length")) > 0);
  check("the place names document and characters", /samples\/.*characters \d+–\d+/.test(await page.value(text("#card .place"))));
  await shot(page, "tie");
}

async function filtering(page) {
  const all = await shownTies(page);
  await page.click("#filter-status input[value=alleged]");
  const sure = await shownTies(page);
  check("leaving out alleged ties leaves fewer", sure < all, `${sure} of ${all}`);
  await page.click("#filter-type input[value=account]");
  check("leaving out accounts leaves fewer", (await shownTies(page)) < sure);
  await page.click("#no-relations");
  check("no relation, no tie", (await shownTies(page)) === 0);
  await page.click("#reset");
  check("the reset shows everything", (await shownTies(page)) === all);
  await page.click("#filter-status input[value=denied]");
  check("denied ties can be shown", (await shownTies(page)) > all);
  await page.click("#reset");
  await page.value("(() => { const from = document.getElementById('from'); from.value = from.max; from.dispatchEvent(new Event('input')); })()");
  check("the time slider leaves out what was before", (await shownTies(page)) < all);
  await page.click("#reset");
  await page.value("(() => { const least = document.getElementById('least-sources'); least.value = 2; least.dispatchEvent(new Event('input')); })()");
  const sourced = await shownTies(page);
  check("two sources are told by some ties", sourced > 0 && sourced < all, `${sourced} of ${all}`);
  await page.click("#reset");
}

async function asking(page) {
  await find(page, "Tidewatch");
  await page.click("#card button:nth-of-type(1)");
  await find(page, "Solberg Maritime");
  await page.click("#card button:nth-of-type(2)");
  const answer = await page.value(text("#path-answer"));
  check("a path is found", answer.startsWith("Tidewatch – ") && / – Solberg Maritime \(\d hops?\)/.test(answer), answer.slice(0, 90));
  const hops = await page.value("document.querySelectorAll('#path-answer .hop').length");
  check("every hop has its quote", hops > 0 && (await page.value("document.querySelectorAll('#path-answer .hop blockquote').length")) >= hops);
  await new Promise((done) => setTimeout(done, 600));
  await shot(page, "path");
  await page.click("#path-clear");
}

async function clicking(page) {
  await page.click("#tab-picture");
  const [x, y] = await page.value("(() => { const r = document.getElementById('canvas').getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()");
  await find(page, "Tidewatch"); // moves it to the middle
  await page.value("document.getElementById('card').replaceChildren()");
  const isOpen = () => page.value("document.querySelector('#card h2') !== null");
  for (let tries = 0; tries < 20 && !(await isOpen()); tries += 1) { // the camera takes its time on a busy machine
    await new Promise((done) => setTimeout(done, 500));
    await page.clickAt(x, y);
  }
  check("a click on an actor opens its card", (await page.value("document.querySelector('#card h2')?.textContent")) === "Tidewatch");
}

async function reading(page) {
  await page.click("#tab-list");
  const rows = await page.value("document.querySelectorAll('#list tbody tr').length");
  check("the list holds all actors", rows > 20, rows);
  await page.value("document.querySelector('#list .names').focus()");
  await page.key("Enter");
  await page.value("document.activeElement.click()");
  check("a name in the list opens its card", (await page.value(text("#card h2"))) === (await page.value(text("#list .names"))));
  await shot(page, "list");
  await page.value("document.getElementById('tab-list').focus()");
  await page.key("ArrowRight");
  check("arrow keys change the view", await page.value("document.getElementById('tab-sources').getAttribute('aria-selected') === 'true'"));
  check("the source list quotes documents", (await page.value("document.querySelectorAll('#sources blockquote').length")) > 20);
  await shot(page, "sources");
  if (pictures) {
    await page.pdf(`${pictures}/print.pdf`);
  }
}

async function accessibility(page, view) {
  if (process.env.AXE) {
    await page.value(`${readFileSync(process.env.AXE, "utf8")}; true`);
    const found = await page.value(`axe.run().then(({ violations }) => violations.map((one) => one.impact + " " + one.id + " " + one.nodes[0].html.slice(0, 150)))`);
    const serious = found.filter((one) => /^(serious|critical)/.test(one));
    check(`axe finds no serious fault in the ${view}`, serious.length === 0, serious.join("; "));
    found.filter((one) => !serious.includes(one)).forEach((one) => console.log(`axe, ${view}: ${one}`));
  }
}

async function attacks(page) {
  await page.open(naughty, READY);
  for (const tab of ["#tab-list", "#tab-sources", "#tab-picture"]) {
    await page.click(tab);
  }
  const names = await page.value("JSON.parse(document.getElementById('case').textContent).nodes.map((node) => node[0])");
  for (const name of names.slice(0, 40)) {
    await page.value("document.getElementById('query').focus()");
    await page.value(`(() => { const q = document.getElementById('query'); q.value = ${JSON.stringify(name)}; q.dispatchEvent(new Event('input')); })()`);
    await page.key("Enter");
    await page.value("document.querySelector('#card .tie')?.click()");
  }
  check("no naughty string was run", (await page.value("window.naughty === undefined")) === true);
  check("no naughty string became markup", (await page.value("document.querySelectorAll('img, iframe, svg, object, embed, script[src], main a, #card a').length")) === 0);
  check("all naughty names are there", names.length > 20, names.length);
}

async function run() {
  const { page, close } = await openBrowser(program);
  try {
    const seconds = await page.open(samples, READY);
    console.log(`ready after ${seconds.toFixed(2)} s`);
    await new Promise((done) => setTimeout(done, 500));
    await shot(page, "picture");
    await accessibility(page, "picture");
    await searching(page);
    await filtering(page);
    await asking(page);
    await accessibility(page, "path");
    await clicking(page);
    await reading(page);
    await accessibility(page, "sources");
    await attacks(page);
    check("no exception, no complaint, no request to anywhere", page.complaints.length === 0, page.complaints.join("; ").slice(0, 500));
  } finally {
    await close();
  }
  console.log(`${passed} passed, ${faults} failed`);
  process.exit(faults > 0 ? 1 : 0);
}

run().catch((fault) => { console.error(fault); process.exit(1); });
