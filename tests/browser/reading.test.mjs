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

test("in forced colours and dark, no text is lost", async () => {
  await open({ forcedColors: "active", colorScheme: "dark" }, async (page) => {
    for (const file of pages) {
      await page.goto(here.server.home + file);
      const lost = await page.evaluate(() =>
        [...document.querySelectorAll("h1, h2, h3, p, th, td, li, a")]
          .filter((element) => {
            const style = getComputedStyle(element);
            return element.innerText?.trim() && style.color === style.backgroundColor;
          })
          .map((element) => element.innerText.slice(0, 40)),
      );
      none(lost, file);
    }
  });
});
