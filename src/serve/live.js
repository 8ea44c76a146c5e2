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
    back();
    addEventListener("load", back, { once: true });
  }

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const tag = async () => {
    const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
    return answer.headers.get("ETag");
  };

  const page = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { parsed, tag: answer.headers.get("ETag") };
  };

  const reload = (edited) => {
    sessionStorage.setItem(keys.scroll, String(scrollY));
    sessionStorage.setItem(keys.edited, JSON.stringify(edited));
    location.reload();
  };

  // A changed stylesheet bears another name; the page is the same but for that name.
  const sheets = (from) =>
    [...from.querySelectorAll('link[rel~="stylesheet"]')].filter((link) => !link.getAttribute("href").startsWith(own));
  const bare = (from) => {
    const copy = from.cloneNode(true);
    for (const link of sheets(copy)) link.removeAttribute("href");
    copy.querySelector("script[data-tag]")?.removeAttribute("data-tag");
    return copy.documentElement.outerHTML;
  };
  let before = page().then((now) => (now.tag === shown ? now.parsed : null)).catch(() => null);

  const swap = (now) => {
    const fresh = sheets(now);
    sheets(document).forEach((link, at) => {
      const next = fresh[at]?.getAttribute("href");
      if (!next || next === link.getAttribute("href")) return;
      const copy = link.cloneNode();
      copy.setAttribute("href", next);
      copy.addEventListener("load", () => link.remove(), { once: true });
      link.after(copy);
    });
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
    made.append(element("p", place(fault), { class: "place" }), element("p", fault.message, { class: "message" }));
    const letters = [...fault.source];
    const start = fault.column - 1;
    const line = element("pre", letters.slice(0, start).join(""), { tabindex: "0", "aria-label": "Line " + fault.line });
    line.append(element("mark", letters.slice(start, start + fault.width).join("") || " "));
    line.append(letters.slice(start + fault.width).join(""));
    made.append(line);
    for (const other of fault.also) {
      const also = element("p", "", { class: "also" });
      also.append(element("span", place(other), { class: "place" }), " " + other.text);
      made.append(also);
    }
    if (fault.help) made.append(element("p", "Help: " + fault.help, { class: "help" }));
    return made;
  };

  // What is to be seen while there are faults.
  const standing = {
    "last-good": "the last good version is shown",
    flawed: "there is no good version yet, what could be made is shown",
    nothing: "there is nothing to show until they are mended",
  };

  const showFaults = ({ faults: errors, shown }) => {
    const key = JSON.stringify([shown, errors]);
    const box = document.querySelector("#goldenthread-live .faults");
    if (errors.length === 0 || isBare) {
      box?.remove();
      sessionStorage.removeItem(keys.dismissed);
      return;
    }
    if (box?.dataset.key === key || sessionStorage.getItem(keys.dismissed) === key) return;
    box?.remove();
    const count = errors.length === 1 ? "1 fault" : errors.length + " faults";
    const made = element("section", "", { class: "faults", role: "alert", "aria-labelledby": "goldenthread-faults" });
    made.dataset.key = key;
    const head = element("div", "", { class: "head" });
    head.append(element("h2", count + ": " + standing[shown], { id: "goldenthread-faults" }));
    head.append(close(made, "Close the list of faults", () => sessionStorage.setItem(keys.dismissed, key)));
    const list = element("ol");
    list.append(...errors.map(item));
    made.append(head, list);
    panel().append(made);
  };

  const showEdited = (edited) => {
    document.querySelector("#goldenthread-live .note")?.remove();
    const here = new Set([location.pathname, location.pathname + "index.html", location.pathname + "/index.html"]);
    if (edited.length === 0 || edited.some((one) => here.has("/" + one.address))) return;
    const box = element("section", "", { class: "note", role: "status" });
    const line = element("p", "Changed just now: ");
    edited.slice(0, 3).forEach((one, at) => {
      if (at) line.append(", ");
      line.append(element("a", one.title, { href: "/" + one.address, lang: one.lang }));
    });
    if (edited.length > 3) line.append(" and " + (edited.length - 3) + " more");
    box.append(line, close(box, "Close this note"));
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

  const update = async () => {
    const state = await (await fetch(own + "state.json", { cache: "no-store" })).json();
    const first = seen === null;
    if (seen && state.run === seen.run && state.version === seen.version) return;
    const stale = isStale(state);
    seen = state;
    showFaults(state);
    if (stale) {
      reload(state.edited);
      return;
    }
    const now = await tag();
    if (now === shown) {
      if (!first) showEdited(state.edited);
      return;
    }
    const next = await page();
    const old = await before;
    if (!old || bare(old) !== bare(next.parsed)) {
      reload(state.edited);
      return;
    }
    swap(next.parsed);
    before = Promise.resolve(next.parsed);
    shown = next.tag;
  };

  let running = Promise.resolve();
  const look = () => { running = running.then(update).catch(() => {}); };

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
  if (note) showEdited(JSON.parse(note));
})();
