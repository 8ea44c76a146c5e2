// Other ways to read: from disk, without scripts, without styles, in print, with the keyboard.

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { folder, looking, none, pages, watch } from "./site.mjs";

const here = looking();

/** Opens a page of its own for `work`, and closes it. */
async function open(options, work) {
  const context = await here.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

test("every page opens from disk, with its styles and pictures", async () => {
  const disk = pathToFileURL(folder + path.sep).href;
  await open({}, async (page) => {
    const faults = watch(page, disk);
    for (const file of pages) {
      await page.goto(new URL(file, disk).href);
      const sheets = await page.evaluate(() => document.styleSheets.length);
      if (sheets === 0) faults.push(`${file}: no stylesheet`);
      const broken = await page.evaluate(() =>
        [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map((image) => image.src),
      );
      faults.push(...broken.map((source) => `${file}: ${source} is broken`));
    }
    none(faults);
  });
});

test("from disk, the first links of the menu lead somewhere", async () => {
  await open({}, async (page) => {
    await page.goto(pathToFileURL(path.join(folder, "index.html")).href);
    const links = page.locator("header a[href], nav a[href]");
    const count = await links.count();
    assert.ok(count > 0, "there is a menu");
    for (let at = 0; at < count; at += 1) {
      const href = await links.nth(at).evaluate((link) => link.href);
      const answer = await page.context().newPage();
      await answer.goto(href);
      assert.notEqual(await answer.title(), "", href);
      await answer.close();
    }
  });
});

test("without scripts, every page says the same", async () => {
  const said = async (javaScriptEnabled) =>
    open({ javaScriptEnabled }, async (page) => {
      const texts = {};
      for (const file of pages) {
        await page.goto(here.server.home + file);
        // What the script adds beside the page's own words is marked.
        await page.evaluate(() => document.querySelectorAll("[data-added]").forEach((added) => added.remove()));
        texts[file] = (await page.locator("body").innerText()).replace(/[ \u00a0]+$/gm, "");
      }
      return texts;
    });
  assert.deepEqual(await said(false), await said(true));
});

test("without styles, no paragraph or heading is said twice in a row", async () => {
  await open({}, async (page) => {
    await page.route("**/*.css", (route) => route.abort());
    for (const file of pages) {
      await page.goto(here.server.home + file);
      const said = await page.evaluate(() =>
        [...document.querySelectorAll("h1, h2, h3, h4, p, caption, figcaption")].map((element) => element.innerText.trim()),
      );
      none(said.filter((text, at) => text.length > 20 && text === said[at - 1]), file);
    }
  });
});

test("in print, nothing is cut off at the side of the paper", async () => {
  await open({ viewport: { width: 720, height: 1000 } }, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const file of pages) {
      await page.goto(here.server.home + file);
      const cut = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        return [...document.body.querySelectorAll("table, svg, img, pre")]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .map((element) => `${element.localName}: ${Math.round(element.getBoundingClientRect().right)} in ${width}`);
      });
      none(cut, file);
    }
  });
});

test("the first stop of the keyboard is a link to the content, and every stop is seen", async () => {
  await open({}, async (page) => {
    for (const file of pages) {
      await page.goto(here.server.home + file);
      await page.keyboard.press("Tab");
      const href = await page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");
      assert.match(href, /^#/, `${file}: the first stop is ${href}`);
      const target = await page.evaluate((id) => document.getElementById(id)?.localName, href.slice(1));
      assert.ok(target, `${file}: ${href} is there`);
      const hidden = await page.evaluate(() => {
        const link = document.activeElement.getBoundingClientRect();
        return link.width < 2 || link.height < 2 || link.bottom < 0;
      });
      assert.equal(hidden, false, `${file}: the first stop is seen`);
    }
  });
});

/** The texts that stand out from what is behind them by less than 4.5 (WCAG 2.2, 1.4.3). */
function lost() {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgba = (colour) => {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      known.set(colour, [...pen.getImageData(0, 0, 1, 1).data]);
    }
    return known.get(colour);
  };
  const luminance = (colour) => {
    const [red, green, blue] = rgba(colour).map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // The window itself is the last ground.
  const ground = (element) => {
    if (!element) return "Canvas";
    const { backgroundColor } = getComputedStyle(element);
    return rgba(backgroundColor)[3] === 255 ? backgroundColor : ground(element.parentElement);
  };
  return [...document.querySelectorAll("h1, h2, h3, p, th, td, li, a")]
    .filter((element) => element instanceof HTMLElement && element.checkVisibility() && element.innerText.trim())
    .map((element) => {
      const [low, high] = [getComputedStyle(element).color, ground(element)].map(luminance).sort((a, b) => a - b);
      return [(high + 0.05) / (low + 0.05), element];
    })
    .filter(([contrast]) => contrast < 4.5)
    .map(([contrast, element]) => `${contrast.toFixed(2)}: <${element.localName}> ${element.innerText.slice(0, 40)}`);
}

test("in forced colours and dark, no text is lost", async () => {
  await open({ forcedColors: "active", colorScheme: "dark" }, async (page) => {
    for (const file of pages) {
      await page.goto(here.server.home + file);
      none(await page.evaluate(lost), file);
    }
    // The test can fail: a theme that paints its words in the colour of the ground loses them.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("main p, td, li { forced-color-adjust: none; color: Canvas }");
      document.adoptedStyleSheets.push(sheet);
    });
    assert.notDeepEqual(await page.evaluate(lost), []);
  });
});
