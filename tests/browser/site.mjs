// The built website that is looked at, a server for it, and the browser.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

if (!process.env.SITE) {
  throw new Error("SITE names no folder: run tests/run, or set it to a built website");
}

/** The folder of the built website. */
export const folder = path.resolve(process.env.SITE);

/** Every file of the website, by its path with forward slashes, sorted. */
export const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
  .filter((file) => !file.startsWith("."))
  .sort();

/** Every page of the website that stays where it is opened. */
export const pages = [];
/** Every page that leads on at once, from an earlier address. */
export const redirects = [];
/** What kind of page each is, by the class of its body: `home`, `report`, `objective`, … */
export const kindOf = new Map();
/** The language of each page. */
export const languageOf = new Map();
/** The fullest page of every kind in every language, or of the kinds that `KINDS` names and in the language `IN`. */
export const kinds = [];
const fullest = new Map();
for (const page of files.filter((file) => file.endsWith(".html"))) {
  const text = await readFile(path.join(folder, page), "utf8");
  const [kind, draft] = /<body class="([a-z -]+)"/.exec(text)?.[1].split(" ") ?? [];
  kindOf.set(page, kind);
  (kind === "redirect" ? redirects : pages).push(page);
  const language = /<html lang="([^"]+)/.exec(text)?.[1];
  languageOf.set(page, language);
  if (kind === "redirect") continue;
  const named = `${kind} ${draft} ${language}`;
  if ((fullest.get(named)?.size ?? 0) < text.length) fullest.set(named, { page, size: text.length });
}
const { IN: language } = process.env;
const wanted = process.env.KINDS?.split(" ");
const found = [...fullest.values()].map(({ page }) => page).sort();
const isWanted = (page) => (wanted?.includes(kindOf.get(page)) ?? true) && (!language || language === languageOf.get(page));
kinds.push(...found.filter(isWanted));

/** The pages that are looked at most closely: all, or where `KINDS` names some, one of each of those. */
export const closely = wanted || language ? kinds : pages;

/** The pages that are opened one after the other: all, or where `IN` names a language, those that are looked at closely. */
export const opened = language ? kinds : pages;

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * Serves the website in the folder of its own address, else below `/some/folder/` as a host that
 * gives it no place of its own, and with the strictest policy that the pages promise to work under. Answers the address of the home page's
 * folder and a function that ends the server.
 */
export async function serve() {
  const { base_url } = JSON.parse(await readFile(path.join(folder, "data/site.json"), "utf8"));
  const base = base_url ? new URL(base_url).pathname : "/some/folder/";
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let file = asked.startsWith(base) ? asked.slice(base.length) : undefined;
    if (file === "" || file?.endsWith("/")) file += "index.html";
    if (file === undefined || !files.includes(file)) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end(`nothing at ${asked}`);
      return;
    }
    response.writeHead(200, {
      "Content-Type": types[path.extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": "default-src 'self'",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(await readFile(path.join(folder, file)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    home: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The system's Chromium, which asks nobody for anything. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      // Containers commonly run as root, where the sandbox cannot be set up.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/** A server and a browser for the tests of a file: there before the first, and gone after the last. */
export function looking() {
  const at = {};
  before(async () => {
    at.server = await serve();
    at.browser = await launch();
  });
  after(async () => {
    await at.browser?.close();
    await at.server?.close();
  });
  return at;
}

/** Notes everything that a page's own code or its requests do wrong. Answers the list it fills. */
export function watch(page, allowed) {
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(allowed) && !url.startsWith("data:")) faults.push(`asks for ${url}`);
  });
  page.on("requestfailed", (request) => {
    // A page that is left before its icon came asks for it no longer: that is no fault.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") faults.push(`did not get ${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  return faults;
}

/** Fails with all of the faults, where there are any. */
export function none(faults, what = "") {
  if (faults.length > 0) assert.fail([what, ...faults].join("\n").trim());
}
