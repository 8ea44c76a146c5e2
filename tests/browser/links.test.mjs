// Every link is relative and leads to a file and a place in it that are there.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import path from "node:path";
import { files, folder, launch, none, pages, redirects } from "./site.mjs";

let browser;
/** Every page with its links and the names of its places, by path. */
const read = new Map();

before(async () => {
  browser = await launch();
  const page = await browser.newPage();
  await page.goto("about:blank");
  for (const file of [...pages, ...redirects]) {
    const text = await readFile(path.join(folder, file), "utf8");
    read.set(file, await page.evaluate(parse, text));
  }
});
after(() => browser?.close());

/** The links, places and language of a page, read without loading anything. */
function parse(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const links = [];
  for (const element of page.querySelectorAll("[href], [src], [srcset], [poster], [action]")) {
    for (const name of ["href", "src", "poster", "action"]) {
      if (element.hasAttribute(name)) links.push({ tag: element.localName, rel: element.rel ?? "", to: element.getAttribute(name), text: element.textContent.trim() });
    }
    for (const one of element.getAttribute("srcset")?.split(",") ?? []) {
      links.push({ tag: element.localName, rel: "", to: one.trim().split(/\s+/)[0] });
    }
  }
  const ids = [...page.querySelectorAll("[id]")].map((element) => element.id);
  return {
    links,
    ids,
    title: page.title,
    language: page.documentElement.lang,
    description: page.querySelector("meta[name=description]")?.content ?? "",
    headings: [...page.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.localName[1])),
    scripts: page.querySelectorAll("script:not([src]):not([type='application/ld+json']), style, [style]").length,
  };
}

/** The file that a link of a page leads to: a folder stands for its `index.html`. */
function led(from, to) {
  const asked = decodeURIComponent(to.split(/[?#]/)[0]);
  const target = asked === "" ? from : path.posix.join(path.posix.dirname(from), asked);
  return /(^|\/)\.?$/.test(target) ? path.posix.join(target, "index.html") : target;
}

const isElsewhere = (to) => /^[a-z][a-z0-9+.-]*:/i.test(to);

/** Links whose address is the whole web's: they are not followed, and must be told apart. */
const mayBeAbsolute = (link) =>
  link.tag === "a" || (link.tag === "link" && /^(canonical|alternate|license)$/.test(link.rel));

for (const file of [...pages, ...redirects]) {
  test(`links of ${file}`, () => {
    const faults = [];
    for (const link of read.get(file).links) {
      const { to } = link;
      if (isElsewhere(to)) {
        if (!mayBeAbsolute(link)) faults.push(`<${link.tag}> loads ${to}`);
        else if (!/^(https?|mailto|tel):/.test(to)) faults.push(`${to} is no address for readers`);
        continue;
      }
      if (to.startsWith("/")) {
        // The page for what is not found is served at any depth, so it may name the root.
        if (path.posix.basename(file) !== "404.html") faults.push(`${to} is not relative`);
        continue;
      }
      const [asked, place] = to.split("#");
      const target = led(file, asked);
      if (target.startsWith("..")) faults.push(`${to} leaves the website`);
      else if (!files.includes(target)) faults.push(`${to} leads to nothing`);
      else if (place && !read.get(target)?.ids.includes(decodeURIComponent(place))) {
        faults.push(`${to} names no place of ${target}`);
      }
    }
    none(faults);
  });

  test(`frame of ${file}`, () => {
    const { ids, title, language, headings, scripts } = read.get(file);
    assert.notEqual(title.trim(), "", "a title");
    assert.match(language, /^[a-z]{2,3}(-|$)/, "a language");
    none(ids.filter((id, at) => ids.indexOf(id) !== at), "ids that stand twice");
    assert.equal(headings.filter((level) => level === 1).length, 1, "one heading of the first level");
    const jumps = headings.filter((level, at) => level > (headings[at - 1] ?? 0) + 1);
    none(jumps, "heading levels that skip one");
    assert.equal(scripts, 0, "inline scripts or styles");
  });
}

test("every page can be reached from the home page", () => {
  const reached = new Set(["index.html"]);
  for (const file of reached) {
    for (const { tag, to } of read.get(file)?.links ?? []) {
      if (tag !== "a" || isElsewhere(to) || to.startsWith("/")) continue;
      reached.add(led(file, to));
    }
  }
  none(pages.filter((file) => !reached.has(file) && path.posix.basename(file) !== "404.html"));
});

test("titles are told apart", () => {
  const title = (file) => `${read.get(file).language} ${read.get(file).title}`;
  const titles = pages.map(title);
  none(titles.filter((title, at) => titles.indexOf(title) !== at));
  // Several earlier addresses may lead to one page: that page's title stands in theirs.
  for (const file of redirects) {
    const [{ to, text }] = read.get(file).links.filter(({ tag }) => tag === "a");
    const told = [read.get(file), read.get(led(file, to))].every(({ title }) => text !== "" && title.includes(text));
    assert.ok(told && !titles.includes(title(file)), `${title(file)}: ${text}`);
  }
});
