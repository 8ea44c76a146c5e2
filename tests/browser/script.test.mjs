// What the script adds to pages: sorting, finding, links to headings, the other language at the same
// place. It is small, and there is one.

import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { test } from "node:test";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { folder, kindOf, kinds, languageOf, looking, none, pages, watch } from "./site.mjs";

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

test("every kind of table that can be sorted is", async () => {
  const faults = [];
  const sorted = new Set();
  const keyed = new Set();
  const language = languageOf.get(pages[0]);
  for (const file of kinds.filter((file) => languageOf.get(file) === language && kindOf.get(file) !== "not-found")) {
    await open(file, async (page) => {
      const once = new Set();
      for (const table of await page.locator("table:has(thead button.sort)").all()) {
        const kind = await table.getAttribute("class");
        if (once.has(kind)) continue;
        once.add(kind);
        sorted.add(kind);
        const heads = await table.locator("thead th").all();
        for (const [at, head] of heads.entries()) {
          const told = await head.innerText();
          // What a cell says, and its number in columns of numbers; cells without either stand last.
          const cells = () =>
            table.locator("tbody tr").evaluateAll(
              (rows, at) =>
                rows.map((row) => {
                  const cell = row.cells[at];
                  const figure = cell.querySelector(".figure");
                  const rag = cell.querySelector(".rag");
                  const text = (figure ?? rag ?? cell).innerText.trim();
                  if (!rag && !figure && cell.querySelector(".blank")) return null;
                  if (!cell.matches(".number, .progress")) return text;
                  return figure && parseFloat(text.replace(/[£,]/g, "").replace("\u2212", "-"));
                }),
              at,
            );
          await head.locator("button").click();
          const up = await cells();
          await head.locator("button").click();
          const down = await cells();
          const where = `${file}: ${told}`;
          // Text that is not in order by its words has a key to be sorted by.
          const keys = await table.locator("tbody tr").evaluateAll((rows, at) => rows.map((row) => row.cells[at].dataset.key), at);
          if (keys.some((key) => key !== undefined)) {
            keyed.add(told);
            const order = new Intl.Collator(language, { numeric: true });
            if (keys.some((key, at) => at > 0 && order.compare(keys[at - 1], key) < 0)) faults.push(`${where}: ${keys}`);
          }
          const given = up.filter((one) => one !== null);
          if (new Set(given).size > 1 && up.join("|") === down.join("|")) faults.push(`${where}: nothing moves`);
          for (const [list, sign] of [[up, 1], [down, -1]]) {
            const numbers = list.filter((one) => typeof one === "number");
            if (numbers.some((one, at) => at > 0 && sign * (one - numbers[at - 1]) < 0)) faults.push(`${where}: ${list}`);
            if (numbers.length > 0 && list.slice(0, numbers.length).includes(null)) faults.push(`${where}: blanks come before figures`);
          }
        }
      }
    });
  }
  none(faults);
  assert.ok(sorted.size > 3, [...sorted].join("; "));
  assert.ok(keyed.size > 1, [...keyed].join("; "));
});

test("paper shows every row, whatever the screen shows", async () => {
  await open(first("report-measures"), async (page) => {
    const seen = () => page.locator("table.cards tbody tr:visible").count();
    const all = await seen();
    await page.locator(".tools input").fill("no such words anywhere");
    assert.equal(await seen(), 0);
    await page.emulateMedia({ media: "print" });
    assert.equal(await seen(), all);
    assert.equal(await page.locator("main section.wide:visible").count(), await page.locator("main section.wide").count());
  });
});

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

test("words are found as people type them", async () => {
  await open(first("report-measures"), async (page) => {
    const seen = () => page.locator("table.cards tbody tr:visible").count();
    const cell = page.locator("table.cards tbody tr").first().locator("th a").first();
    const title = await cell.innerText();
    const search = page.locator(".tools input");
    const bare = title.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("'", "\u2019");
    for (const typed of [title, ` ${bare.toUpperCase()} `, title.split(" ").reverse().join("  ")]) {
      await search.fill(typed);
      assert.ok((await seen()) > 0 && (await cell.isVisible()), typed);
    }
  });
});

test("a link to what is filtered away shows all again", async () => {
  await open(first("report-measures"), async (page) => {
    const rows = page.locator("table.cards tbody tr");
    const all = await rows.count();
    const id = await rows.last().getAttribute("id");
    await page.locator(".tools input").fill("no such words anywhere");
    assert.equal(await page.locator("table.cards tbody tr:visible").count(), 0);
    await page.evaluate((id) => (location.hash = id), id);
    await page.waitForFunction((id) => document.getElementById(id).getClientRects().length > 0, id);
    assert.equal(await page.locator("table.cards tbody tr:visible").count(), all);
    assert.equal(await page.locator(".tools input").inputValue(), "");
    await page.waitForFunction((id) => document.getElementById(id).getBoundingClientRect().top < innerHeight, id);
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
    // No address that a reader may be given is a fault of the page.
    await page.goto(`${here.server.home}${file}#100%`);
    assert.equal(await page.evaluate(() => document.querySelector(".languages a").hash), "");
  });
});

test("a report of what is not found names the address that was asked for", async () => {
  for (const file of pages.filter((file) => kindOf.get(file) === "not-found")) {
    // Not every council gives a mailbox.
    const mail = async (page) => {
      const links = page.locator(".problem [href^=mailto]");
      return (await links.count()) ? links.first().getAttribute("href") : null;
    };
    const line = (page) => page.locator(".problem .address");
    const name = path.posix.basename(file);
    // Asked for by its own name, it does not know.
    let plain;
    await open(file, async (page) => {
      assert.equal(await line(page).isVisible(), false);
      plain = await mail(page);
      assert.ok(!plain || (plain.endsWith("%3A%20") && !plain.includes(name.split(".")[0])), plain);
    });
    const lost = new URL(`${here.server.home}${file.replace(name, "nothing héré?a=1&b=2")}`).href;
    const body = await readFile(path.join(folder, file));
    for (const javaScriptEnabled of [true, false]) {
      const context = await here.browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.route(lost, (route) => route.fulfill({ status: 404, contentType: "text/html; charset=utf-8", body }));
      await page.goto(lost);
      assert.equal(await line(page).isVisible(), javaScriptEnabled);
      assert.ok((await line(page).textContent()).trim().endsWith(javaScriptEnabled ? `: ${lost}` : ":"));
      assert.equal(await mail(page), plain && javaScriptEnabled ? plain + encodeURIComponent(lost) : plain);
      await context.close();
    }
  }
});

test("every page has one stylesheet, one script, and little weight", async () => {
  const faults = [];
  for (const file of pages) {
    const bytes = await readFile(path.join(folder, file));
    const text = bytes.toString("utf8");
    const scripts = [...text.matchAll(/<script[^>]* src="([^"]+)"/g)];
    const sheets = [...text.matchAll(/<link rel="stylesheet"/g)];
    if (scripts.length > 1 || sheets.length !== 1) faults.push(`${file}: ${scripts.length} scripts, ${sheets.length} stylesheets`);
    const limit = kindOf.get(file) === "print" ? Infinity : 120_000;
    if (bytes.length > limit) faults.push(`${file}: ${bytes.length} bytes, ${limit} at most`);
    for (const [, source] of scripts) {
      const { size } = await stat(path.join(folder, path.posix.join(path.posix.dirname(file), source)));
      if (size > 9216) faults.push(`${source}: ${size} bytes`);
    }
  }
  none(faults);
});
