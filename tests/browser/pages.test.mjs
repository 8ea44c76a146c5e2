// Every kind of page in each language, wide and narrow, in light, dark and forced colours, by the accessibility rules;
// every page narrow without a scroll bar at the bottom; and asking nobody else for anything.

import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { closely, kinds, looking, none, opened, pages, redirects, watch } from "./site.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const here = looking();

// What is not looked at whole shares its colours with what is: they are looked at at one width.
const narrow = closely === pages ? kinds : [];
const looks = [
  [1280, "light", "none", kinds],
  [1280, "dark", "none", kinds],
  [1280, "dark", "active", kinds],
  [320, "light", "none", kinds],
  [320, "dark", "none", narrow],
  [320, "dark", "active", narrow],
];
// Other words change no colour.
const wanted = looks.filter(([, colorScheme, forced]) => (colorScheme === "light" && forced === "none") || process.env.LOOKS !== "light").filter(([, , , files]) => files.length > 0);
for (const [width, colorScheme, forcedColors, files] of wanted) {
  const look = forcedColors === "active" ? `forced colours on ${colorScheme}` : colorScheme;
  describe(`${width} pixels, ${look}`, { concurrency: 2 }, () => {
    for (const file of files) {
      test(file, async () => {
        const options = { viewport: { width, height: 900 }, colorScheme, forcedColors };
        const context = await here.browser.newContext(options);
        const page = await context.newPage();
        try {
          const faults = watch(page, here.server.home);
          await page.goto(here.server.home + file, { waitUntil: "load" });
          await page.evaluate(() => document.fonts.ready);
          faults.push(...(await page.evaluate(overflow)));
          await page.evaluate(axe);
          const found = await page.evaluate((values) => {
            const options = { runOnly: { type: "tag", values }, resultTypes: ["violations"] };
            return globalThis.axe.run(document, options);
          }, rules);
          for (const { id, help, nodes } of found.violations) {
            const places = nodes.map((node) => `  ${node.target.flat().join(" ")}: ${node.failureSummary}`);
            faults.push(`${id}: ${help}`, ...places);
          }
          none(faults);
        } finally {
          await context.close();
        }
      });
    }
  });
}

// 320 pixels are also what is left of a window of 1280 at 400 %, which is then this low.
for (const [height, files] of [[900, opened], [256, kinds]]) {
  test(`no page scrolls sideways at 320 by ${height} pixels`, async () => {
    const page = await here.browser.newPage({ viewport: { width: 320, height } });
    try {
      const faults = watch(page, here.server.home);
      for (const file of files) {
        await page.goto(here.server.home + file, { waitUntil: "load" });
        await page.evaluate(() => document.fonts.ready);
        faults.push(...(await page.evaluate(overflow)).map((fault) => `${file}: ${fault}`));
      }
      none(faults);
    } finally {
      await page.close();
    }
  });
}

test("earlier addresses lead on", async (context) => {
  if (redirects.length === 0) return context.skip("the site has none");
  const page = await here.browser.newPage();
  for (const file of redirects) {
    const text = await (await fetch(here.server.home + file)).text();
    const [, to] = /<a href="([^"]+)"/.exec(text);
    await page.goto(here.server.home + file, { waitUntil: "commit" });
    await page.waitForURL(new URL(to, here.server.home + file).href);
  }
  await page.close();
});

/** What makes the page wider than the window, if anything does. */
function overflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) =>
    element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement),
  );
  const names = wide.slice(0, 5).map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
  return [`scrolls sideways: ${document.documentElement.scrollWidth} in ${width}: ${names.join(", ")}`];
}
