// The preview's script: reloads the open page when it changes, and shows what is wrong.
// It is only ever part of a preview, never of a build.
(() => {
  "use strict";
  const own = "/.goldenthread/";
  const place = "goldenthread-scroll:" + location.pathname;
  let version = null;
  let dismissed = null;

  // Coming back from a reload: the reader stays where they were.
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
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

  // The page's tag as it was first shown. Read once, before any change can be announced.
  let shown = tag();

  const reload = () => {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  };

  // A changed stylesheet bears another name; the page is the same but for that name.
  const page = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };
  const sheets = (from) =>
    [...from.querySelectorAll('link[rel~="stylesheet"]')].filter((link) => !link.getAttribute("href").startsWith(own));
  const bare = (from) => {
    const copy = from.cloneNode(true);
    for (const link of sheets(copy)) link.removeAttribute("href");
    copy.querySelector("#goldenthread-live")?.remove();
    return copy.documentElement.outerHTML;
  };
  let before = null;
  const remember = async () => { before = await page(); };
  remember();

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
      found = element("div", "", { id: "goldenthread-live", lang: "en" });
      document.body.append(found);
    }
    return found;
  };

  const close = (what, then) => {
    const button = element("button", "Close", { type: "button" });
    button.addEventListener("click", () => { what.remove(); then?.(); });
    return button;
  };

  const showFaults = (faults) => {
    panel().querySelector(".faults")?.remove();
    const errors = faults.filter((fault) => fault.severity === "error");
    const key = JSON.stringify(errors);
    if (errors.length === 0) { dismissed = null; return; }
    if (key === dismissed) return;
    const count = errors.length === 1 ? "1 fault" : errors.length + " faults";
    const box = element("section", "", { class: "faults", role: "alert", "aria-labelledby": "goldenthread-faults", tabindex: "-1" });
    box.append(element("h2", count + ": the last good version is shown", { id: "goldenthread-faults" }));
    const list = element("ol");
    for (const fault of errors) {
      const item = element("li");
      item.append(element("p", fault.file + ":" + fault.line + ":" + fault.column, { class: "place" }));
      item.append(element("p", fault.message));
      const letters = [...fault.source];
      const start = fault.column - 1;
      const line = element("pre", letters.slice(0, start).join(""), { tabindex: "0" });
      line.append(element("mark", letters.slice(start, start + fault.width).join("") || " "));
      line.append(letters.slice(start + fault.width).join(""));
      item.append(line);
      if (fault.help) item.append(element("p", "Help: " + fault.help));
      list.append(item);
    }
    box.append(list, close(box, () => { dismissed = key; }));
    panel().append(box);
  };

  const showEdited = (edited) => {
    panel().querySelector(".note")?.remove();
    const others = edited.filter((one) => "/" + one.address !== location.pathname && "/" + one.address !== location.pathname + "index.html");
    if (others.length === 0 || others.length !== edited.length) return;
    const box = element("section", "", { class: "note", role: "status" });
    const line = element("p", "Changed just now: ");
    others.slice(0, 3).forEach((one, at) => {
      if (at) line.append(", ");
      line.append(element("a", one.title, { href: "/" + one.address }));
    });
    if (others.length > 3) line.append(" and " + (others.length - 3) + " more");
    box.append(line, close(box));
    panel().append(box);
  };

  const update = async () => {
    const state = await (await fetch(own + "state.json", { cache: "no-store" })).json();
    const first = version === null;
    if (state.version === version) return;
    version = state.version;
    showFaults(state.faults);
    if (first) return;
    const old = await shown;
    const now = await tag();
    if (old === now) { showEdited(state.edited); return; }
    const next = await page();
    if (before && bare(before) === bare(next)) {
      swap(next);
      before = next;
      shown = Promise.resolve(now);
      return;
    }
    reload();
  };

  let running = Promise.resolve();
  const events = new EventSource(own + "events");
  events.onmessage = () => { running = running.then(update).catch(() => {}); };
  addEventListener("pagehide", () => events.close());
  update().catch(() => {});
})();
