// Draws a page of every kind for people to look at: narrow, wide and dark, into a folder beside the
// website. Nothing is tested here; `tests/run pictures` runs it.

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { folder, kindOf, kinds, languageOf, launch, serve } from "./site.mjs";

const shots = path.join(path.dirname(folder), "screenshots");
const looks = [
  ["narrow", { viewport: { width: 375, height: 900 } }],
  ["wide", { viewport: { width: 1280, height: 900 } }],
  ["dark", { viewport: { width: 375, height: 900 }, colorScheme: "dark" }],
];

await mkdir(shots, { recursive: true });
const server = await serve();
const browser = await launch();
try {
  for (const file of kinds) {
    for (const [name, options] of looks) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      await page.goto(server.home + file);
      const picture = `${kindOf.get(file)}-${languageOf.get(file)}-${name}.png`;
      await page.screenshot({ path: path.join(shots, picture), fullPage: true });
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`drawn into ${shots}`);
