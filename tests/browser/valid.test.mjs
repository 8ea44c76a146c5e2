// Every page, stylesheet and drawing is valid by the Nu HTML checker; feeds and sitemap by their schemas;
// drawings stand alone under the strict policy.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { closely, files, folder, looking, none, pages, redirects, watch } from "./site.mjs";

const here = looking();

const jar = String(createRequire(import.meta.url)("vnu-jar"));

/** What the checker does not know yet of the standards it checks against. */
const unknown = [/“container-type”: Property “container-type” doesn't exist/, /Unrecognized at-rule “@container”/];

/** What the checker says about the files, one line a finding. */
function check(list, ...options) {
  const paths = list.map((file) => path.join(folder, file));
  const call = ["-Xss2m", "-jar", jar, "--stdout", "--format", "json", "--exit-zero-always", ...options, ...paths];
  return new Promise((resolve, reject) => {
    execFile("java", call, { maxBuffer: 1 << 28 }, (error, stdout) => {
      if (error) return reject(error);
      const messages = JSON.parse(stdout).messages.filter(({ message }) => !unknown.some((known) => known.test(message)));
      const found = messages.map((message) => {
        const file = path.relative(folder, new URL(message.url).pathname);
        return `${file}:${message.lastLine}: ${message.subType ?? message.type}: ${message.message}`;
      });
      resolve(found);
    });
  });
}

for (const [what, list, option] of [
  ["pages", [...pages, ...redirects], "--html"],
  ["stylesheets", files.filter((file) => file.endsWith(".css")), "--css"],
  ["drawings", files.filter((file) => file.endsWith(".svg")), "--svg"],
]) {
  test(`the ${what} are valid (${list.length})`, async () => {
    assert.notEqual(list.length, 0, `there are no ${what}`);
    none(await check(list, option));
  });
}

/** What a RELAX NG schema says against files, one line a finding. The checker brings the validator along. */
function against(schema, list) {
  const paths = list.map((file) => path.join(folder, file));
  const rules = fileURLToPath(new URL(`schemas/${schema}`, import.meta.url));
  const call = ["-cp", jar, "nu.validator.vendor.thaiopensource.relaxng.util.Driver", "-c", rules, ...paths];
  return new Promise((resolve) => {
    execFile("java", call, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}`.trim().split("\n") : []);
    });
  });
}

for (const [what, schema, name] of [
  ["feeds", "atom.rnc", "feed.xml"],
  ["sitemap", "sitemap.rnc", "sitemap.xml"],
]) {
  test(`the ${what} are valid by their schema`, async (context) => {
    const list = files.filter((file) => path.posix.basename(file) === name);
    // Only a site that knows its address has them, and each that does.
    const { base_url } = JSON.parse(await readFile(path.join(folder, "data/site.json"), "utf8"));
    if (!base_url) return context.skip("the site does not know its address");
    assert.notEqual(list.length, 0, `there is no ${name}`);
    none(await against(schema, list));
    // The schema can fail: a page is neither.
    assert.notDeepEqual(await against(schema, [pages[0]]), []);
  });
}

test("every drawing opens by itself under the strict policy, in light, dark and forced colours", async () => {
  const all = files.filter((file) => file.startsWith("charts/") || file.includes("/charts/"));
  assert.notEqual(all.length, 0);
  // Where only some kinds of pages are looked at closely, so is every tenth drawing.
  const drawings = closely === pages ? all : all.filter((_, place) => place % 10 === 0);
  const faults = [];
  const grounds = new Set();
  // All of them in light, and one of them in the others: they share the stylesheet.
  for (const [colours, list] of [
    [{}, drawings],
    [{ colorScheme: "dark" }, drawings.slice(0, 1)],
    [{ forcedColors: "active" }, drawings.slice(0, 1)],
  ]) {
    const browser = await here.browser.newContext(colours);
    const page = await browser.newPage();
    const wrong = watch(page, here.server.home);
    for (const file of list) {
      await page.goto(here.server.home + file);
      grounds.add(await page.locator("rect.chart-ground").first().evaluate((ground) => getComputedStyle(ground).fill));
      // The browser asks by itself for an icon that no drawing names; what one names is told by its address too.
      const own = wrong.splice(0).filter((fault) => !/^console: .* 404 |favicon\.ico/.test(fault));
      faults.push(...own.map((fault) => `${file}: ${fault}`));
    }
    await browser.close();
  }
  none(faults);
  assert.ok(grounds.size >= 2, `light and dark have one ground: ${[...grounds]}`);
});
