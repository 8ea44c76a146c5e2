// The live preview, from the browser's side: the real binary, real saves, a real page.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { launch } from "./site.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const binary = process.env.GOLDENTHREAD ?? path.join(repository, "target/debug/goldenthread");
/** Where pictures of what is shown are kept, where they are wanted. */
const pictures = process.env.PICTURES;

const report = "content/reports/2017-18";
const first = {
  "content/site.yaml": "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
  "content/index.md": "Welcome home.\n",
  "content/about.md": `---\ntitle: About us\n---\n\nThe first words.\n\n${"A long paragraph, to be scrolled.\n\n".repeat(80)}`,
  [`${report}/report.md`]: "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n",
  [`${report}/learners/objective.md`]: "---\ntitle: Learners\n---\n\nWhy we chose it.\n",
  [`${report}/learners/measures.yaml`]:
    "how-much:\n  - id: m1\n    title: A measure\n    unit: number\n    polarity: higher\n    actual: 5.10\n    target: 6\n    intervention: 4\n",
};

let browser;
let site;
let preview;
/** The preview of the site that all but a few tests edit. */
let own;

before(async () => {
  browser = await launch();
  site = await mkdtemp(path.join(tmpdir(), "goldenthread-preview-"));
  for (const [file, text] of Object.entries(first)) await save(file, text);
  await mkdir(path.join(site, "themes/default/static"), { recursive: true });
  await cp(path.join(repository, "themes/default/static/site.css"), path.join(site, "themes/default/static/site.css"));
  preview = await start(site);
  own = preview;
});
after(async () => {
  await browser?.close();
  preview?.process.kill("SIGINT");
  await rm(site, { recursive: true, force: true });
});

/** Saves a file of the site. */
async function save(file, text) {
  const place = path.join(site, file);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, text);
}

/** Starts a preview of a folder; answers the process and the address that it tells. */
async function start(folder) {
  const running = spawn(binary, ["serve", folder], { stdio: ["ignore", "ignore", "pipe"] });
  const home = await new Promise((resolve, reject) => {
    let told = "";
    running.stderr.on("data", (text) => {
      told += text;
      const found = /preview at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(told);
      if (found) resolve(found[1]);
    });
    running.on("error", reject);
    running.on("exit", () => reject(new Error(`the preview ended: ${told}`)));
  });
  return { process: running, home };
}

let settlings = 0;

/** Waits until the preview of the site shows what was saved last: nothing of an earlier test comes late. */
async function settle() {
  settlings += 1;
  const words = `Settled ${settlings} times.`;
  await save("content/index.md", `${first["content/index.md"]}\n${words}\n`);
  await until(preview.home, async (answer) => (await answer.text()).includes(words));
}

/** Waits until what is at an address `fits`. */
async function until(address, fits) {
  const end = Date.now() + 20_000;
  while (!(await fits(await fetch(address)))) {
    assert.ok(Date.now() < end, `${address} stays as it is`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a page of the preview for `work`, which is told how often it was loaded. */
async function open(address, work, options = {}) {
  if (preview === own) await settle();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    let loads = 0;
    page.on("load", () => (loads += 1));
    await page.goto(new URL(address, preview.home).href);
    // The script has told the preview that it listens.
    await page.waitForLoadState("load");
    await page.waitForTimeout(300);
    // What is shown and scrolled to is so before the page is all loaded.
    const loaded = async () => {
      await page.waitForLoadState("load");
      return loads;
    };
    await work(page, loaded);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
    for (const [file, text] of Object.entries(first)) await save(file, text);
  }
}

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
}

/** Takes pictures of what is shown: wide and narrow, light and dark. */
async function gallery(page, name) {
  if (!pictures) return;
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 375]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(100);
      await picture(page, `${name}-${colorScheme}-${width}`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** What the accessibility rules find in a part of the page. */
async function violations(page, part) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((part) => globalThis.axe.run(part), part);
  return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(" ")}`);
}

const overlay = "#goldenthread-live .faults";
const note = "#goldenthread-live .note";

test("a save shows on the open page, which stays where it was scrolled to", async () => {
  await open("about/", async (page, loads) => {
    await page.evaluate(() => scrollTo({ top: 700, behavior: "instant" }));
    await save("content/about.md", first["content/about.md"].replace("The first words.", "The second words."));
    await page.getByText("The second words.").waitFor({ timeout: 10_000 });
    const at = (top) => page.waitForFunction((top) => Math.abs(scrollY - top) < 2, top, { timeout: 5000 });
    await at(700);
    assert.equal(await loads(), 2);
    assert.equal(await page.locator(note).count(), 0, "the page that was edited is the one that is open");
    // A later reload, and the way back from another page, are the browser's own again.
    await page.waitForFunction(() => history.scrollRestoration === "auto");
    await page.evaluate(() => scrollTo({ top: 1100, behavior: "instant" }));
    await page.reload();
    await at(1100);
    await page.goto(preview.home);
    await page.goBack();
    await at(1100);
  });
});

test("faults lie over the page with their place and help, and go when they are mended", async () => {
  await open("2017-18/learners/", async (page, loads) => {
    const file = `${report}/learners/measures.yaml`;
    await save(file, first[file].replace("target: 6", "traget: 6\n    colour: red"));
    const box = page.locator(overlay);
    await box.waitFor({ timeout: 10_000 });
    const text = await box.innerText();
    assert.match(text, /2 faults: the last good version is shown/);
    assert.match(text, /measures\.yaml:7:5/);
    assert.match(text, /measures\.yaml:8:5/);
    assert.match(text, /traget: 6/);
    assert.match(text, /Help: did you mean target\?/);
    assert.equal(await box.locator(".help code").first().innerText(), "target");
    assert.equal(await box.locator("mark").first().innerText(), "traget");
    await page.getByRole("region", { name: /2 faults/ }).waitFor();
    assert.equal(await box.getByRole("alert").innerText(), "2 faults: the last good version is shown");
    assert.deepEqual(await violations(page, overlay), []);
    assert.match(await page.locator("main").innerText(), /5\.10/, "the last good version is shown");
    await gallery(page, "faults");
    assert.equal(await loads(), 1);
    await save(file, first[file].replace("5.10", "5.55"));
    await page.waitForFunction(() => document.querySelector("main").innerText.includes("5.55"), undefined, {
      timeout: 10_000,
    });
    await box.waitFor({ state: "detached" });
  });
});

test("a fault shows every place that it is about, and an edit that it holds back is named when it shows", async () => {
  await open("2017-18/learners/", async (page) => {
    const file = `${report}/learners/measures.yaml`;
    await save(file, first[file] + first[file].replace("how-much:\n", ""));
    const box = page.locator(overlay);
    await box.waitFor({ timeout: 10_000 });
    assert.match(await box.innerText(), /1 fault: the last good version is shown/);
    assert.match(await box.locator(".also").innerText(), /measures\.yaml:2:9 the first one/);
    assert.deepEqual(await violations(page, overlay), []);
    await gallery(page, "places");
    await save("content/about.md", first["content/about.md"].replace("The first words.", "The second words."));
    await page.waitForTimeout(1000);
    assert.equal(await page.locator(note).count(), 0, "nothing of it is shown");
    await save(file, first[file]);
    await box.waitFor({ state: "detached" });
    await page.goto(new URL("about/", preview.home).href);
    await page.getByText("The second words.").waitFor();
  });
});

test("a list of faults keeps its place and focus when one of them changes", async () => {
  await open("about/", async (page) => {
    const file = "content/site.yaml";
    const wrong = Array.from({ length: 30 }, (_, at) => `nonsense-${at}: 1\n`);
    const text = () => first[file] + wrong.join("");
    await save(file, text());
    const box = page.locator(overlay);
    await box.getByText("30 faults").waitFor({ timeout: 10_000 });
    const line = box.locator("pre").nth(20);
    await line.focus();
    await box.evaluate((box) => { box.scrollTop = 900; globalThis.box = box; });
    const head = await box.getByRole("alert").elementHandle();
    const stays = async (count) => {
      await box.getByText(count).waitFor({ timeout: 10_000 });
      assert.equal(await box.evaluate((box) => box === globalThis.box && box.scrollTop), 900);
      assert.equal(await line.evaluate((line) => document.activeElement === line), true);
      assert.equal(await head.innerText(), `${count}: the last good version is shown`);
    };
    wrong.push("nonsense-30: 1\n");
    await save(file, text());
    await stays("31 faults");
    // The line that has the focus is written otherwise.
    wrong[20] = "rubbish: 1\n";
    wrong.pop();
    await save(file, text());
    await stays("30 faults");
    assert.match(await line.innerText(), /rubbish/);
    assert.deepEqual(await violations(page, overlay), []);
  });
});

test("the list of faults can be closed by mouse and keyboard, and stays closed until they change", async () => {
  await open("about/", async (page) => {
    const file = "content/site.yaml";
    await save(file, `${first[file]}nonsense: 1\n`);
    const box = page.locator(overlay);
    const button = box.getByRole("button", { name: "Close the list of faults" });
    await button.waitFor({ timeout: 10_000 });
    await button.click();
    assert.equal(await box.count(), 0);
    await page.reload();
    await page.waitForTimeout(500);
    assert.equal(await box.count(), 0, "a reload does not bring it back");
    await save(file, `${first[file]}nonsense: 1\nmore: 2\n`);
    await button.waitFor({ timeout: 10_000 });
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("Escape");
    assert.equal(await box.count(), 0, "wherever the focus is");
    await save(file, first[file]);
  });
});

test("an edit of a stylesheet alone changes the look without a reload", async () => {
  await open("about/", async (page, loads) => {
    const place = "themes/default/static/site.css";
    const css = await readFile(path.join(site, place), "utf8");
    await page.evaluate(() => (globalThis.untouched = true));
    await save(place, `${css}\nbody { border-top: 7px solid rgb(1, 2, 3) !important; }\n`);
    await page.waitForFunction(() => getComputedStyle(document.body).borderTopWidth === "7px", undefined, {
      timeout: 10_000,
    });
    assert.equal(await page.evaluate(() => globalThis.untouched), true);
    assert.equal(await loads(), 1);
    await save(place, css);
    await page.waitForFunction(() => getComputedStyle(document.body).borderTopWidth !== "7px", undefined, {
      timeout: 10_000,
    });
    assert.equal(await loads(), 1);
  });
});

test("of many saves of a stylesheet the last one is seen, and one link to it stays", async () => {
  const place = "themes/default/static/site.css";
  const css = await readFile(path.join(site, place), "utf8");
  const border = (width) => `${css}\nbody { border-top: ${width}px solid rgb(1, 2, 3) !important; }\n`;
  const width = (page) => page.evaluate(() => getComputedStyle(document.body).borderTopWidth);
  const links = (page) => page.evaluate(() => document.querySelectorAll('link[href*="/site."][rel="stylesheet"]').length);
  await open("about/", async (page, loads) => {
    // On a slow line the next save is there before the stylesheet, which by then is there no more.
    let asked = 0;
    await page.route("**/assets/*.css", async (route) => {
      asked += 1;
      await new Promise((done) => setTimeout(done, 40 * (asked % 8)));
      await route.continue();
    });
    try {
      for (let round = 1; round <= 25; round += 1) {
        await save(place, border(round));
        await page.waitForTimeout(90);
      }
      await page.waitForFunction(() => getComputedStyle(document.body).borderTopWidth === "25px", undefined, {
        timeout: 10_000,
      });
      await page.waitForTimeout(1500);
      assert.ok(asked > 2, `${asked} stylesheets were asked for`);
      assert.equal(await width(page), "25px");
      assert.equal(await links(page), 1);
      assert.equal(await loads(), 1);
    } finally {
      await save(place, css);
    }
    await page.waitForFunction(() => getComputedStyle(document.body).borderTopWidth !== "25px", undefined, {
      timeout: 10_000,
    });
    await page.unrouteAll({ behavior: "wait" });
  });
});

test("a stylesheet and the text of another page in one save: the look changes, and the page is named", async () => {
  const place = "themes/default/static/site.css";
  const css = await readFile(path.join(site, place), "utf8");
  const file = `${report}/learners/objective.md`;
  await open("about/", async (page, loads) => {
    try {
      await Promise.all([
        save(place, `${css}\nbody { border-top: 9px solid rgb(1, 2, 3) !important; }\n`),
        save(file, first[file].replace("Why we chose it.", "Why we still chose it.")),
      ]);
      await page.waitForFunction(() => getComputedStyle(document.body).borderTopWidth === "9px", undefined, {
        timeout: 10_000,
      });
      await page.locator(note).getByRole("link", { name: "Learners" }).waitFor({ timeout: 5000 });
      assert.equal(await loads(), 1);
    } finally {
      await save(place, css);
    }
  });
});

test("a replaced image shows on the open page, and on no other a reload", async () => {
  const drawn = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"></svg>`;
  await save("content/images/map.svg", drawn(20));
  await save("content/map.md", "# Map\n\n![A map](images/map.svg)\n");
  const wide = (page, width) =>
    page.waitForFunction((width) => document.querySelector("main img").naturalWidth === width, width, { timeout: 10_000 });
  try {
    await open("map/", async (page, loads) => {
      await wide(page, 20);
      await save("content/images/map.svg", drawn(35));
      await wide(page, 35);
      assert.equal(await loads(), 2);
    });
    await open("about/", async (page, loads) => {
      await save("content/images/map.svg", drawn(40));
      await page.waitForTimeout(1000);
      assert.equal(await loads(), 1);
      assert.equal(await page.locator(note).count(), 0, "an image is no page");
    });
  } finally {
    await rm(path.join(site, "content/map.md"));
    await rm(path.join(site, "content/images"), { recursive: true });
    await until(`${preview.home}map/`, (answer) => answer.status === 404);
  }
});

test("a page that is not there has its look at any depth", async () => {
  await open("a/b/c/nowhere/", async (page) => {
    const size = await page.evaluate(() => document.styleSheets.length);
    assert.ok(size >= 2, "the site's stylesheet is there, and the preview's");
    await page.locator("a.brand").click();
    await page.getByText("Welcome home.").waitFor();
  });
});

test("an edit of another page is told with a link to it", async () => {
  await open("about/", async (page, loads) => {
    // Nothing of the text of an objective stands on this page: it is not loaded again.
    const file = `${report}/learners/objective.md`;
    await save(file, first[file].replace("Why we chose it.", "Why we really chose it."));
    const link = page.locator(note).getByRole("link", { name: "Learners" });
    await link.waitFor({ timeout: 10_000 });
    assert.equal(await loads(), 1);
    assert.deepEqual(await violations(page, note), []);
    await gallery(page, "note");
    await link.click();
    await page.getByText("Why we really chose it.").waitFor();
  });
  await open("about/", async (page, loads) => {
    // The title of another page stands in the menu: this one is loaded again, and tells it then.
    await save("content/contact.md", "---\ntitle: Contact\n---\n\nWrite to us.\n");
    await page.locator(note).getByRole("link", { name: "Contact" }).waitFor({ timeout: 10_000 });
    assert.equal(await loads(), 2);
    await rm(path.join(site, "content/contact.md"));
    await until(`${preview.home}contact/`, (answer) => answer.status === 404);
  });
});

test("saves that follow one another at once are told together", async () => {
  await open("about/", async (page, loads) => {
    const names = (...titles) =>
      page.waitForFunction(
        ([box, titles]) => {
          const links = [...document.querySelectorAll(box + " a")].map((link) => link.textContent);
          return JSON.stringify(links) === JSON.stringify(titles);
        },
        [note, titles],
        { timeout: 10_000 },
      );
    const objective = `${report}/learners/objective.md`;
    await save(objective, first[objective].replace("chose", "first chose"));
    await names("Learners");
    const annual = `${report}/report.md`;
    await save(annual, first[annual] + "\nHow it went.\n");
    await names("Annual report", "Learners");
    // Again one of them, and the open page itself, which needs no note and is loaded again.
    await save(objective, first[objective]);
    await names("Learners", "Annual report");
    await save("content/about.md", first["content/about.md"].replace("first", "second"));
    await page.getByText("The second words.").waitFor();
    await names("Learners", "Annual report");
    assert.equal(await loads(), 2);
    // What was closed does not come back with the next.
    await page.locator(note).getByRole("button").click();
    await save(annual, first[annual]);
    await names("Annual report");
    await save("content/about.md", first["content/about.md"]);
  });
});

test("a first version that cannot be made whole is not called a good one", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "goldenthread-flawed-"));
  const good = preview;
  const template = "themes/default/templates/page.html";
  for (const [file, text] of Object.entries({
    ...first,
    [template]: '{% extends "theme/page.html" %}{% block main %}{{ page.h1.nope.more }}{% endblock main %}\n',
  })) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  preview = await start(folder);
  try {
    await open("2017-18/", async (page) => {
      const box = page.locator(overlay);
      await box.waitFor({ timeout: 10_000 });
      assert.match(await box.innerText(), /1 fault: there is no good version yet, what could be made is shown/);
      assert.match(await box.innerText(), /templates\/page\.html:1/);
    });
  } finally {
    preview.process.kill("SIGINT");
    preview = good;
    await rm(folder, { recursive: true, force: true });
  }
});

test("a start with faults shows them, without scripts too, and becomes the site when they are mended", async () => {
  const settings = "content/site.yaml";
  const good = preview;
  await save(settings, first[settings].replace("title: Objectives\n", ""));
  preview = await start(site);
  try {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(preview.home);
    assert.match(await plain.locator("main").innerText(), /site\.yaml:1:1/);
    await context.close();
    await open("", async (page) => {
      await page.getByRole("heading", { name: "There is nothing to show yet" }).waitFor();
      assert.deepEqual(await violations(page, "main"), []);
      assert.equal(await page.locator(overlay).count(), 0, "the faults are told once");
      await gallery(page, "start");
      await save(settings, first[settings]);
      await page.getByText("Welcome home.").waitFor({ timeout: 10_000 });
    });
  } finally {
    preview.process.kill("SIGINT");
    preview = good;
  }
});
