// With the keyboard alone: every control is reached in the order of the page, is seen, and shows that
// it has the focus. What is touched is large enough. At 400 % nothing is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { closely, kindOf, kinds, languageOf, looking, none, pages } from "./site.mjs";

const here = looking();

async function open(options, file, work) {
  const context = await here.browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(here.server.home + file);
    await work(page);
  } finally {
    await context.close();
  }
}

/** What has the focus: where it stands in the page, and what is wrong with how it shows. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const all = [...document.querySelectorAll("a[href]:not([tabindex='-1']), button, input, select, textarea, summary, [tabindex='0']")];
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const faults = [];
  if (box.width < 2 || box.height < 2) faults.push("has no size");
  if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) faults.push("stands outside the window");
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("has no outline");
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const lines = element.getClientRects().length;
  if (lines === 1 && at && !element.contains(at) && !at.contains(element)) faults.push(`is covered by ${at.localName}.${at.className}`);
  return { at: all.indexOf(element), name: `${element.localName} “${(element.innerText || element.ariaLabel || "").slice(0, 40)}”`, faults };
}

// The first language wide, the others narrow: between them every kind is walked through both ways. What
// is not looked at whole is walked through narrow.
const languages = [...new Set(kinds.map((file) => languageOf.get(file)))];
for (const width of [1280, 320]) {
  const both = closely === pages;
  const walked = kinds.filter((file) =>
    languages.length === 1 ? both || width === 320 : (languageOf.get(file) === languages[0]) === (width === 1280),
  );
  for (const file of walked) {
    test(`walk through ${file} at ${width} pixels`, async () => {
      await open({ viewport: { width, height: 800 }, reducedMotion: "reduce" }, file, async (page) => {
        const faults = [];
        const controls = await page.evaluate(
          // Links in a drawing are for the pointer alone: the same stand in words on the page.
          () => [...document.querySelectorAll("a[href]:not([tabindex='-1']), button, input, select, [tabindex='0']")].filter((element) => element.checkVisibility()).length,
        );
        let last = -1;
        let stops = 0;
        for (; stops <= controls; stops += 1) {
          await page.keyboard.press("Tab");
          const stop = await page.evaluate(focused);
          if (!stop) break;
          faults.push(...stop.faults.map((fault) => `${stop.name} ${fault}`));
          if (stop.at <= last) faults.push(`${stop.name} comes out of order`);
          last = stop.at;
        }
        assert.equal(stops, controls, "every control is a stop, and the walk ends");
        const unsaid = await page.evaluate(() => {
          const ways = (links) => [...document.querySelectorAll(links)].map((link) => new URL(link.getAttribute("href"), document.baseURI).href);
          const said = new Set(ways("a[href]:not([tabindex='-1'])"));
          return ways("a[href][tabindex='-1']").filter((way) => !said.has(way));
        });
        none([...faults, ...unsaid.map((way) => `${way} is a link of a drawing alone`)]);
      });
    });
  }
}

// WCAG 2.2, 2.5.8: ways to other pages have the size themselves; the rest may stand apart instead.
test("what stands by itself is at least 24 pixels wide and high", async () => {
  const ways = ".brand, .menu a, .languages a, .onward a, .turn a, .crumbs a, .contents a, button, select, input";
  const rest = ".files a, .foot li a, th[scope=row] > a, .change-columns a";
  const faults = [];
  for (const file of kinds) {
    await open({ viewport: { width: 320, height: 800 } }, file, async (page) => {
      for (const width of [320, 375, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const small = await page.locator(`${ways}, ${rest}`).evaluateAll((links, ways) => {
          const seen = links.filter((link) => link.checkVisibility()).map((link) => [link, link.getBoundingClientRect()]);
          // A hair's breadth is the rounding of what is laid out.
          const isSmall = (box) => Math.min(box.width, box.height) < 23.99;
          const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
          const isNear = (box, other) => {
            const [x, y] = middle(box);
            const [otherX, otherY] = middle(other);
            if (isSmall(other) && Math.hypot(x - otherX, y - otherY) < 24) return true;
            return Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)) < 12;
          };
          return seen
            .filter(([link, box]) => isSmall(box) && (link.matches(ways) || seen.some(([other, area]) => other !== link && isNear(box, area))))
            .map(([link, box]) => `${link.innerText || link.ariaLabel}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
        }, ways);
        faults.push(...small.map((one) => `${file} at ${width}: ${one}`));
      }
    });
  }
  none(faults);
});

// 1280 by 1024 pixels at 400 % are 320 by 256 (WCAG 2.2, 1.4.10).
test("at 400 % nothing is lost, nothing scrolls sideways, and nothing stays in the way", async () => {
  const look = async (file, viewport) => {
    let seen;
    await open({ viewport }, file, async (page) => {
      seen = await page.evaluate(() => {
        // A narrow drawing has fewer marks on its axis: they say nothing that its values do not.
        for (const mark of document.querySelectorAll("svg .chart-muted text")) mark.remove();
        const words = document.body.innerText.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
        const ways = [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility()).map((link) => new URL(link.getAttribute("href"), document.baseURI).href);
        const fixed = [...document.body.querySelectorAll("*")].filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position));
        const cut = [...document.querySelectorAll("main *")].filter((element) => {
          const style = getComputedStyle(element);
          const hides = ["hidden", "clip"].includes(style.overflowX) && style.position !== "absolute";
          return hides && element.scrollWidth > element.clientWidth + 1;
        });
        return {
          words: [...new Set(words)],
          ways: [...new Set(ways)],
          width: document.documentElement.scrollWidth,
          covered: fixed.filter((element) => element.getBoundingClientRect().height > innerHeight / 3).map((element) => element.className),
          cut: cut.map((element) => `${element.localName}.${element.className}`),
        };
      });
    });
    return seen;
  };
  const faults = [];
  for (const file of kinds) {
    const whole = await look(file, { width: 1280, height: 1024 });
    const zoomed = await look(file, { width: 320, height: 256 });
    const lost = (name) => whole[name].filter((one) => !zoomed[name].includes(one));
    for (const name of ["words", "ways"]) if (lost(name).length > 0) faults.push(`${file}: lost ${name}: ${lost(name).slice(0, 9)}`);
    if (zoomed.width > 320) faults.push(`${file}: ${zoomed.width} pixels wide`);
    if (zoomed.covered.length > 0) faults.push(`${file}: in the way: ${zoomed.covered}`);
    if (zoomed.cut.length > 0) faults.push(`${file}: cut off: ${zoomed.cut}`);
  }
  none(faults);
});
