// What the script adds to pages: sorting, finding, links to headings, the other language at the same
// place. It is small, and there is one.

import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { test } from "node:test";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { folder, kindOf, looking, none, pages, watch } from "./site.mjs";

const here = looking();

/** The first page of a kind in the site's first language. */
const first = (kind) => pages.find((file) => kindOf.get(file) === kind);

/** Opens a page in a window of its own for `work`; whatever goes wrong in the page is a fault. */
async function open(file, work, { width = 1280, home = here.server.home, ...options } = {}) {
  const context = await here.browser.newContext({ viewport: { width, height: 900 }, ...options });
  try {
    const page = await context.newPage();
    const faults = watch(page, home);
    await page.goto(home + file);
    await work(page);
    none(faults, file);
  } finally {
    await context.close();
  }
}

/** The figures in a column of the first table, as numbers; a cell without one is not a number. */
const column = (page, at) =>
  page.locator("table.cards").first().locator("tbody tr").evaluateAll((rows, at) => rows.map((row) => parseFloat(row.cells[at].innerText)), at);

const said = (page) => page.locator("[role=status]").innerText();

for (const where of ["served", "from disk"]) {
  test(`heads of columns sort their tables, ${where}`, async () => {
    const home = where === "served" ? here.server.home : pathToFileURL(folder + path.sep).href;
    await open(
      first("report-measures"),
      async (page) => {
        const written = await column(page, 1);
        assert.ok(written.length > 2);
        const head = page.locator("table.cards").first().locator("th[scope=col]").nth(1);
        const way = () => head.getAttribute("aria-sort");
        await head.locator("button").focus();
        await page.keyboard.press("Enter");
        assert.deepEqual([await column(page, 1), await way()], [written.toSorted((a, b) => a - b), "ascending"]);
        assert.notEqual(await said(page), "");
        await page.keyboard.press("Enter");
        assert.deepEqual([await column(page, 1), await way()], [written.toSorted((a, b) => b - a), "descending"]);
        await page.keyboard.press("Enter");
        assert.deepEqual([await column(page, 1), await way()], [written, null]);
      },
      { home },
    );
  });
}

test("words and choices find rows, and everything comes back", async () => {
  await open(first("report-measures"), async (page) => {
    const rows = page.locator("table.cards tbody tr");
    const seen = () => page.locator("table.cards tbody tr:visible").count();
    const all = await rows.count();
    assert.equal(await seen(), all);
    const select = page.locator(".tools select").first();
    const option = await select.locator("option").nth(1).innerText();
    await select.selectOption(option);
    const rated = page.locator("table.cards tbody tr", { has: page.locator(".rag", { hasText: option }) });
    assert.equal(await seen(), await rated.count());
    assert.ok((await seen()) < all);
    const told = await page.locator(".tools .shown").innerText();
    assert.ok(told.includes(String(await seen())) && told.includes(String(all)), told);
    await page.locator(".tools input").fill("no such words anywhere");
    assert.equal(await seen(), 0);
    assert.equal(await page.locator("main section.wide:visible table").count(), 0);
    await page.locator(".tools button[type=reset]").click();
    await page.waitForFunction((all) => document.querySelectorAll("tbody tr:not([hidden])").length >= all, all);
    assert.equal(await seen(), all);
    assert.equal(await page.locator(".tools .shown").innerText(), "");
  });
});

test("on a narrow screen a list sorts, and no head takes the focus unseen", async () => {
  await open(
    first("report-measures"),
    async (page) => {
      assert.equal(await page.locator("thead button").count(), 0);
      const written = await column(page, 1);
      await page.locator(".tools .narrow-only select").selectOption("1 -1");
      const numbers = await page.locator("table.cards").first().locator("td.actual").evaluateAll((cells) => cells.map((cell) => Number(cell.dataset.value)));
      assert.deepEqual(numbers, numbers.toSorted((a, b) => b - a));
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.locator("thead button").first().waitFor();
      assert.equal((await column(page, 1)).length, written.length);
    },
    { width: 375 },
  );
});

test("the link to a heading is copied, and the heading is called as before", async () => {
  await open(
    first("objective"),
    async (page) => {
      const heading = page.getByRole("heading", { level: 2 }).filter({ has: page.locator(".copy") }).first();
      const id = await heading.getAttribute("id");
      await heading.locator(".copy").click();
      const link = new URL(`#${id}`, page.url().split("#")[0]).href;
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
      assert.equal(page.url(), link);
      assert.notEqual(await said(page), "");
      const name = await heading.locator("span").first().innerText();
      assert.equal(await page.getByRole("heading", { name, exact: true }).count(), 1);
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  );
});

test("the other language opens at the same place", async () => {
  const file = first("objective");
  await open(file, async (page) => {
    const other = page.locator(".languages a").first();
    if ((await other.count()) === 0) return;
    await page.goto(`${here.server.home}${file}#actions`);
    await page.waitForFunction(() => document.querySelector(".languages a").hash === "#actions");
    await other.click();
    assert.match(page.url(), /#actions$/);
    assert.equal(await page.locator("#actions").count(), 1);
  });
});

test("every page has one stylesheet, one script, and little weight", async () => {
  const faults = [];
  for (const file of pages) {
    const text = await readFile(path.join(folder, file), "utf8");
    const scripts = [...text.matchAll(/<script[^>]* src="([^"]+)"/g)];
    const sheets = [...text.matchAll(/<link rel="stylesheet"/g)];
    if (scripts.length > 1 || sheets.length !== 1) faults.push(`${file}: ${scripts.length} scripts, ${sheets.length} stylesheets`);
    const limit = kindOf.get(file) === "print" ? Infinity : 120_000;
    if (text.length > limit) faults.push(`${file}: ${text.length} bytes, ${limit} at most`);
    for (const [, source] of scripts) {
      const { size } = await stat(path.join(folder, path.posix.join(path.posix.dirname(file), source)));
      if (size > 8192) faults.push(`${source}: ${size} bytes`);
    }
  }
  none(faults);
});
