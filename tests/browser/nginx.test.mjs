// The nginx configuration of the manual, in nginx: headers, types, the page for what is not found, an
// earlier address, and a page in the browser under the policy.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { files, folder, kinds, launch, none, watch } from "./site.mjs";

const nginx = process.env.NGINX ?? "/usr/sbin/nginx";
let place;
let server;
let home;

/** A port that nobody listens on. */
const free = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

before(async () => {
  const manual = await readFile(new URL("../../docs/hosting.md", import.meta.url), "utf8");
  const snippet = /```nginx\n([^]*?)```/.exec(manual)?.[1];
  assert.ok(snippet, "the manual shows a configuration");
  place = await mkdtemp(path.join(tmpdir(), "nginx-"));
  const port = await free();
  home = `http://127.0.0.1:${port}/`;
  const own = snippet
    .replace(/listen 80;/, `listen 127.0.0.1:${port};`)
    .replace(/root [^;]+;/, `root ${folder};`)
    .replace("include mime.types;", "include /etc/nginx/mime.types;")
    .replace(/server_name [^;]+;/, "server_name localhost;");
  await mkdir(path.join(place, "logs"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${place}/${name};`).join("\n");
  // Without a user of its own nginx reads as nobody, who may not see this folder.
  const user = process.getuid?.() === 0 ? "user root;\n" : "";
  const whole = `${user}daemon off;\npid ${place}/pid;\nerror_log ${place}/logs/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${own}}\n`;
  await writeFile(path.join(place, "nginx.conf"), whole);
  execFileSync(nginx, ["-t", "-q", "-p", place, "-c", "nginx.conf"], { stdio: "pipe" });
  server = spawn(nginx, ["-p", place, "-c", "nginx.conf"], { stdio: "ignore" });
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(home);
      break;
    } catch (error) {
      if (tries > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});
after(async () => {
  if (server) {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGQUIT");
    await gone;
  }
  if (place) await rm(place, { recursive: true });
});

const policy = "default-src 'self'";

test("every kind of file has its type and the headers", async () => {
  const kinds = { html: "text/html", css: "text/css", js: "javascript", svg: "image/svg+xml", woff2: "font/woff2", json: "application/json", csv: "text/csv" };
  for (const [ending, type] of Object.entries(kinds)) {
    const file = files.find((file) => file.endsWith(`.${ending}`));
    assert.ok(file, ending);
    const answer = await fetch(home + file);
    assert.equal(answer.status, 200, file);
    assert.match(answer.headers.get("content-type"), new RegExp(type.replace("+", "\\+")), file);
    assert.equal(answer.headers.get("content-security-policy"), policy, file);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff", file);
    assert.ok(answer.headers.get("referrer-policy"), file);
    const kept = file.startsWith("assets/") ? /immutable/ : /no-cache/;
    assert.match(answer.headers.get("cache-control") ?? "", kept, file);
  }
});

test("folders lead to their pages, and nothing else of the build is shown", async () => {
  const page = kinds.find((file) => file.includes("/"));
  const bare = page.replace(/\/index\.html$/, "");
  const answer = await fetch(home + bare, { redirect: "manual" });
  assert.equal(answer.status, 301);
  assert.match(answer.headers.get("location"), new RegExp(`${bare}/$`));
  assert.equal((await fetch(`${home}${bare}/`)).status, 200);
  assert.equal((await fetch(`${home}.goldenthread.json`)).status, 404);
});

test("an address that leads nowhere is answered with the page for it, in its language", async () => {
  for (const file of files.filter((file) => path.posix.basename(file) === "404.html")) {
    const answer = await fetch(home + file.replace("404.html", "nothing/here/"));
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get("content-security-policy"), policy);
    assert.equal(await answer.text(), await readFile(path.join(folder, file), "utf8"));
  }
});

test("an earlier address is answered with the new one for good", async () => {
  const answer = await fetch(`${home}old/page/`, { redirect: "manual" });
  assert.equal(answer.status, 301);
  assert.match(answer.headers.get("location"), /\/2017-18-six-month\/$/);
});

test("every kind of page works under the policy", async () => {
  const browser = await launch();
  try {
    for (const file of kinds) {
      const page = await browser.newPage();
      const faults = watch(page, home);
      await page.goto(home + file.replace(/index\.html$/, ""));
      none(faults, file);
      await page.close();
    }
  } finally {
    await browser.close();
  }
});
