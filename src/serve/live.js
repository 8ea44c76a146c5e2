// The preview's script: reloads the open page when it changes, and shows what is wrong.
// It is only ever part of a preview, never of a build.
(() => {
  "use strict";
  const own = "/.goldenthread/";
  const keys = {
    scroll: "goldenthread-scroll:" + location.pathname,
    edited: "goldenthread-edited",
    dismissed: "goldenthread-dismissed",
  };
  // A page that shows nothing but faults has them in its own text.
  const isBare = document.body.classList.contains("goldenthread-bare");
  // The tag of the page as it was loaded: what is open, whatever has changed since.
  let shown = '"' + document.currentScript.dataset.tag + '"';
  // The snapshot that was looked at last: the run of the preview, and its version.
  let seen = null;

  const taken = (key) => {
    const kept = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    return kept;
  };

  // Coming back from a reload: the reader stays where they were.
  const kept = taken(keys.scroll);
  if (kept !== null) {
    history.scrollRestoration = "manual";
    const back = () => scrollTo({ top: Number(kept), behavior: "instant" });
    // From then on the browser keeps the place again, when the page is reloaded or come back to.
    const free = () => { history.scrollRestoration = "auto"; };
    back();
    addEventListener("load", () => { back(); free(); }, { once: true });
    addEventListener("pagehide", free, { once: true });
  }

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // A text in which what stands between backticks is code.
  const words = (name, text, attributes) => {
    const made = element(name, "", attributes);
    const parts = text.split("`");
    // A last backtick without its like is a letter.
    if (parts.length % 2 === 0) parts.push(parts.splice(-2).join("`"));
    parts.forEach((part, at) => made.append(at % 2 ? element("code", part) : part));
    return made;
  };

  // What bears no tag is no page: the preview had no place for one more connection.
  const tagOf = (answer) => {
    const found = answer.headers.get("ETag");
    if (!found) throw new Error("no page came");
    return found;
  };

  const tag = async () => {
    return tagOf(await fetch(location.pathname, { method: "HEAD", cache: "no-store" }));
  };

  const page = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const now = tagOf(answer);
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { parsed, tag: now };
  };

  // The pages that the note names, newest first, and when one of them was added.
  let noted = { pages: [], at: 0 };
  // So long one note follows another at once, and names what that named too, in milliseconds.
  const moment = 10_000;

  const reload = (edited) => {
    sessionStorage.setItem(keys.scroll, String(scrollY));
    sessionStorage.setItem(keys.edited, JSON.stringify({ edited, noted }));
    location.reload();
  };

  // A changed stylesheet bears another hash in its name; the page is the same but for that hash.
  const sheets = (from) =>
    [...from.querySelectorAll('link[rel~="stylesheet"]')].filter((link) => !link.getAttribute("href").startsWith(own));
  const name = (link) => link.getAttribute("href").replace(/\.[0-9a-f]{10}(\.[^./]+)$/, "$1");
  const bare = (from) => {
    const copy = from.cloneNode(true);
    for (const link of sheets(copy)) link.setAttribute("href", name(link));
    copy.querySelector("script[data-tag]")?.removeAttribute("data-tag");
    return copy.documentElement.outerHTML;
  };
  let before = page().then((now) => (now.tag === shown ? now.parsed : null)).catch(() => null);

  // Stylesheets that still load, to take the place of one of the same name.
  const loading = new Set();
  // How often in a row one of them could not be had, and when to give up.
  let misses = 0;
  const patience = 5;

  // Whatever still loads is older than what is wanted now, and must not win.
  const swap = (now) => {
    for (const copy of loading) copy.remove();
    loading.clear();
    const open = sheets(document);
    for (const fresh of sheets(now)) {
      const next = fresh.getAttribute("href");
      const at = open.findIndex((link) => name(link) === name(fresh));
      if (at < 0) continue;
      const [link] = open.splice(at, 1);
      if (next === link.getAttribute("href")) continue;
      const copy = link.cloneNode();
      copy.setAttribute("href", next);
      copy.addEventListener("load", () => {
        if (!loading.delete(copy)) return;
        misses = 0;
        link.remove();
      });
      // Another save has come meanwhile, and the preview has this one no more.
      copy.addEventListener("error", () => {
        copy.remove();
        if (!loading.delete(copy)) return;
        misses += 1;
        setTimeout(retry, 100 * misses);
      });
      loading.add(copy);
      link.after(copy);
    }
  };

  const panel = () => {
    let found = document.getElementById("goldenthread-live");
    if (!found) {
      found = element("div", "", { id: "goldenthread-live", lang: "en", dir: "ltr" });
      document.body.append(found);
    }
    return found;
  };

  const close = (what, label, then) => {
    const button = element("button", "Close", { type: "button", "aria-label": label });
    button.addEventListener("click", () => { what.remove(); then?.(); });
    return button;
  };

  // Escape puts away what lies over the page, wherever the focus is.
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const boxes = ["faults", "note"].map((name) => "#goldenthread-live ." + name + " button");
    const button = boxes.map((box) => document.querySelector(box)).find(Boolean);
    button?.click();
  });

  const place = (fault) => fault.file + ":" + fault.line + ":" + fault.column;

  const item = (fault) => {
    const made = element("li");
    made.append(element("p", place(fault), { class: "place" }), words("p", fault.message, { class: "message" }));
    const letters = [...fault.source];
    const start = fault.column - 1;
    const line = element("pre", letters.slice(0, start).join(""), { tabindex: "0", "aria-label": "Line " + fault.line });
    line.append(element("mark", letters.slice(start, start + fault.width).join("") || " "));
    line.append(letters.slice(start + fault.width).join(""));
    made.append(line);
    for (const other of fault.also) {
      const also = element("p", "", { class: "also" });
      also.append(element("span", place(other), { class: "place" }), " ", words("span", other.text));
      made.append(also);
    }
    if (fault.help) made.append(words("p", "Help: " + fault.help, { class: "help" }));
    return made;
  };

  // What is to be seen while there are faults.
  const standing = {
    "last-good": "the last good version is shown",
    flawed: "there is no good version yet, what could be made is shown",
    nothing: "there is nothing to show until they are mended",
  };

  // The list with other faults in it: what stays keeps its place, and the reader theirs.
  const refill = (box, errors) => {
    const list = box.querySelector("ol");
    const top = box.scrollTop;
    const focused = document.activeElement;
    const at = [...list.children].findIndex((one) => one.contains(focused));
    const old = new Map([...list.children].map((one) => [one.dataset.fault, one]));
    const items = errors.map((fault) => {
      const key = JSON.stringify(fault);
      const made = old.get(key) ?? item(fault);
      made.dataset.fault = key;
      old.delete(key);
      return made;
    });
    list.replaceChildren(...items);
    if (at >= 0) {
      const near = items[Math.min(at, items.length - 1)].querySelector("pre");
      (focused.isConnected ? focused : near).focus({ preventScroll: true });
    }
    box.scrollTop = top;
  };

  const showFaults = ({ faults: errors, shown }) => {
    const key = JSON.stringify([shown, errors]);
    let box = document.querySelector("#goldenthread-live .faults");
    if (errors.length === 0 || isBare) {
      box?.remove();
      sessionStorage.removeItem(keys.dismissed);
      return;
    }
    if (box?.dataset.key === key || sessionStorage.getItem(keys.dismissed) === key) return;
    if (!box) {
      box = element("section", "", { class: "faults", "aria-labelledby": "goldenthread-faults" });
      const made = box;
      const head = element("div", "", { class: "head" });
      // How many there are is said aloud at once; the list is there to be read.
      const count = element("div", "", { role: "alert" });
      count.append(element("h2", "", { id: "goldenthread-faults" }));
      const dismiss = () => sessionStorage.setItem(keys.dismissed, made.dataset.key);
      head.append(count, close(made, "Close the list of faults", dismiss));
      box.append(head, element("ol"));
      panel().append(box);
    }
    box.dataset.key = key;
    const count = errors.length === 1 ? "1 fault" : errors.length + " faults";
    box.querySelector("h2").textContent = count + ": " + standing[shown];
    refill(box, errors);
  };

  const showEdited = (edited) => {
    const here = new Set([location.pathname, location.pathname + "index.html", location.pathname + "/index.html"]);
    const isHere = (one) => here.has("/" + one.address);
    // Of a save that concerns the open page that page itself tells.
    const shownHere = new Set(edited.filter(isHere).map((one) => one.version));
    const fresh = edited.filter((one) => !shownHere.has(one.version));
    const isTold = (one) => fresh.some((other) => other.address === one.address);
    const now = Date.now();
    const last = now - noted.at < moment ? noted.pages : [];
    const pages = [...fresh, ...last.filter((one) => !isTold(one) && !isHere(one))];
    noted = { pages, at: fresh.length > 0 ? now : noted.at };
    document.querySelector("#goldenthread-live .note")?.remove();
    if (pages.length === 0) return;
    const box = element("section", "", { class: "note", role: "status" });
    const line = element("p", "Changed just now: ");
    pages.slice(0, 3).forEach((one, at) => {
      if (at) line.append(", ");
      line.append(element("a", one.title, { href: "/" + one.address, lang: one.lang }));
    });
    if (pages.length > 3) line.append(" and " + (pages.length - 3) + " more");
    box.append(line, close(box, "Close this note", () => { noted = { pages: [], at: 0 }; }));
    panel().append(box);
  };

  // The files that the page shows as they are: images, and what else stands in it by its address.
  const used = () => {
    const found = new Set();
    const add = (link) => { try { found.add(new URL(link, document.baseURI).pathname); } catch { /* no address */ } };
    for (const name of ["src", "data", "poster"]) {
      for (const one of document.querySelectorAll("[" + name + "]")) add(one.getAttribute(name));
    }
    for (const one of document.querySelectorAll("link[href]")) add(one.getAttribute("href"));
    for (const one of document.querySelectorAll("[srcset]")) {
      for (const part of one.getAttribute("srcset").split(",")) add(part.trim().split(/\s/)[0]);
    }
    return found;
  };

  // Whether what is open is old though its own text is not: a file in it was replaced, or another
  // preview answers now, which tells of its own changes alone.
  const isStale = (state) => {
    if (!seen) return false;
    if (state.run !== seen.run) return true;
    const files = Object.entries(state.files).filter(([, version]) => version > seen.version);
    if (files.length === 0) return false;
    const here = used();
    return files.some(([address]) => here.has(new URL("/" + address, location).pathname));
  };

  // What was edited since a state that was looked at; where none of this run was, by the newest save.
  const since = (last, state) => {
    const known = last?.run === state.run ? last.version : state.version - 1;
    return state.edited.filter((one) => one.version > known);
  };

  const update = async () => {
    const state = await (await fetch(own + "state.json", { cache: "no-store" })).json();
    const first = seen === null;
    if (seen && state.run === seen.run && state.version === seen.version) return;
    const stale = isStale(state);
    const last = seen;
    seen = state;
    showFaults(state);
    const edited = since(last, state);
    if (stale) {
      reload(edited);
      return;
    }
    try {
      const now = await tag();
      if (now !== shown && !(await renew(edited))) return;
      if (now !== shown || !first) showEdited(edited);
    } catch {
      // What could not be fetched is asked for again, as if nothing had been told.
      seen = last;
      setTimeout(look, 1000);
    }
  };

  // Brings the open page up to what is served now. Answers whether that did without a reload.
  const renew = async (edited) => {
    const next = await page();
    const old = await before;
    if (!old || bare(old) !== bare(next.parsed) || misses > patience) {
      reload(edited);
      return false;
    }
    swap(next.parsed);
    before = Promise.resolve(next.parsed);
    shown = next.tag;
    return true;
  };

  let running = Promise.resolve();
  const look = () => { running = running.then(update).catch(() => {}); };
  const retry = () => { running = running.then(() => renew([])).catch(() => {}); };

  // A browser opens few connections to one server, and each page that listens holds one: a page
  // that nobody sees does not.
  let events = null;
  const listen = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = new EventSource(own + "events");
      events.onmessage = look;
    }
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => { events?.close(); events = null; });
  addEventListener("pageshow", (event) => { if (event.persisted) { look(); listen(); } });
  listen();
  look();
  const note = taken(keys.edited);
  if (note) {
    const told = JSON.parse(note);
    noted = told.noted;
    showEdited(told.edited);
  }
})();
