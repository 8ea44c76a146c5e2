// On paper: every kind of page becomes a PDF that holds what the page says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { kinds, looking, none } from "./site.mjs";

const here = looking();
let paper;
before(async () => {
  paper = await mkdtemp(path.join(tmpdir(), "paper-"));
});
after(async () => {
  if (paper) await rm(paper, { recursive: true });
});

/** Words of letters and digits: hyphens, ligatures and the breaks of lines are the printer's. */
const wordsOf = (text) => text.normalize("NFKC").replace(/[-\u2010-\u2014]\s*/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

for (const file of kinds) {
  test(`${file} on paper`, async () => {
    const page = await here.browser.newPage();
    try {
      await page.goto(here.server.home + file);
      const pdf = path.join(paper, "page.pdf");
      await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true });
      const sheets = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }))?.[1]);
      assert.ok(sheets > 0, "no page");
      const printed = wordsOf(execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }));
      await page.emulateMedia({ media: "print" });
      const { said, headings } = await page.evaluate(() => {
        for (const unseen of document.querySelectorAll(".unseen, .copy")) unseen.remove();
        const main = document.getElementById("main");
        return { said: main.innerText, headings: [...main.querySelectorAll("h1, h2, h3, h4")].filter((heading) => heading.checkVisibility()).map((heading) => heading.innerText) };
      });
      // Cells of a table are printed in another order than they are read; headings stand as they are.
      const known = new Set(printed);
      none([...new Set(wordsOf(said))].filter((word) => !known.has(word)), "words that are not on paper");
      const line = printed.join(" ");
      none(headings.filter((heading) => !line.includes(wordsOf(heading).join(" "))), "headings that are not on paper");
      const chrome = await page.locator(".menu, .languages, .crumbs, .skip, .tools, .copy").evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).length);
      assert.equal(chrome, 0, "menus and buttons are printed");
    } finally {
      await page.close();
    }
  });
}
