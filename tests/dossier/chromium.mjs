// Drives a headless Chromium over its debugging pipe; needs nothing but node.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const FLAGS = ["--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu-sandbox", "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader", "--hide-scrollbars", "--window-size=1400,900", "--no-first-run", "--disable-dev-shm-usage"];

/** A page of a browser of its own. `close()` ends both. */
export async function openBrowser(program) {
  const profile = mkdtempSync(join(tmpdir(), "actorgraph-chromium-"));
  const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const waiting = new Map();
  const listeners = [];
  let number = 0;
  let rest = "";
  child.stdio[4].on("data", (bytes) => {
    const parts = (rest + bytes).split("\0");
    rest = parts.pop();
    for (const message of parts.map((part) => JSON.parse(part))) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
      listeners.forEach((listen) => message.method && listen(message));
    }
  });
  const send = (method, params = {}, sessionId = undefined) => new Promise((done, fail) => {
    number += 1;
    waiting.set(number, (message) => (message.error ? fail(new Error(`${method}: ${message.error.message}`)) : done(message.result)));
    child.stdio[3].write(JSON.stringify({ id: number, method, params, sessionId }) + "\0");
  });
  const { targetInfos } = await send("Target.getTargets");
  const { targetId } = targetInfos.find((target) => target.type === "page");
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const page = new Page((method, params) => send(method, params, sessionId), listeners);
  await Promise.all(["Page", "Runtime", "Log", "Network"].map((domain) => page.send(`${domain}.enable`)));
  const close = () => new Promise((done) => {
    child.on("exit", () => { rmSync(profile, { recursive: true, force: true, maxRetries: 5 }); done(); });
    child.kill();
  });
  return { page, close };
}

class Page {
  constructor(send, listeners) {
    this.send = send;
    this.complaints = []; // exceptions, console errors, dialogs, requests to anywhere
    listeners.push(({ method, params }) => {
      if (method === "Runtime.exceptionThrown") {
        this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
      } else if (method === "Log.entryAdded" && params.entry.level === "error") {
        this.complaints.push(params.entry.text);
      } else if (method === "Page.javascriptDialogOpening") {
        this.complaints.push(`dialog: ${params.message}`);
        this.send("Page.handleJavaScriptDialog", { accept: true });
      } else if (method === "Network.requestWillBeSent" && !/^(file|data|blob):/.test(params.request.url)) {
        this.complaints.push(`request: ${params.request.url}`);
      }
    });
  }

  /** Opens a file and gives the seconds until `ready` holds. */
  async open(file, ready) {
    const start = performance.now();
    await this.send("Page.navigate", { url: pathToFileURL(file).href });
    await this.until(ready);
    return (performance.now() - start) / 1000;
  }

  async value(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) {
      throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return result.value;
  }

  async until(expression, seconds = 60) {
    for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
      if (await this.value(expression).catch(() => false)) {
        return;
      }
      await new Promise((done) => setTimeout(done, 20));
    }
    throw new Error(`never true: ${expression}`);
  }

  async type(text) { await this.send("Input.insertText", { text }); }

  async key(key, code = key) {
    const codes = { Enter: 13, ArrowDown: 40, ArrowUp: 38, ArrowLeft: 37, ArrowRight: 39, Escape: 27, Tab: 9 };
    const event = { key, code, windowsVirtualKeyCode: codes[key] ?? key.charCodeAt(0), text: key.length === 1 ? key : undefined };
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...event });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  async clickAt(x, y) {
    for (const type of ["mouseMoved", "mousePressed", "mouseReleased"]) {
      await this.send("Input.dispatchMouseEvent", { type, x, y, button: type === "mouseMoved" ? "none" : "left", clickCount: 1 });
    }
  }

  async click(selector) {
    const [x, y] = await this.value(`(() => { const box = document.querySelector(${JSON.stringify(selector)});
      box.scrollIntoView({ block: "center" }); const r = box.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()`);
    await this.clickAt(x, y);
  }

  async screenshot(path) {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    writeFileSync(path, Buffer.from(data, "base64"));
  }

  async pdf(path) {
    const { data } = await this.send("Page.printToPDF", { printBackground: false });
    writeFileSync(path, Buffer.from(data, "base64"));
  }
}
