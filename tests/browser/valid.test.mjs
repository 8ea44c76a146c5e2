// Every page, stylesheet and drawing is valid by the Nu HTML checker.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import path from "node:path";
import { files, folder, none, pages } from "./site.mjs";

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
  ["pages", pages, "--html"],
  ["stylesheets", files.filter((file) => file.endsWith(".css")), "--css"],
  ["drawings", files.filter((file) => file.endsWith(".svg")), "--svg"],
]) {
  test(`the ${what} are valid (${list.length})`, async () => {
    assert.notEqual(list.length, 0, `there are no ${what}`);
    none(await check(list, option));
  });
}
