// Sorts and filters tables, copies links to headings, keeps the place when the language changes.
// Pages are whole without it. What it adds is `data-added`; its words are its attributes.
(() => {
  const words = document.currentScript.dataset;
  const language = document.documentElement.lang;
  const order = new Intl.Collator(language, { numeric: true });
  const fill = (text, ...values) => values.reduce((all, value, at) => all.replace(`%${at + 1}`, value), text);
  const add = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const every = (selector, within = document) => [...within.querySelectorAll(selector)];
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();

  const status = add("p", { class: "unseen", role: "status", "data-added": "" });
  const say = (message) => (status.textContent = message);

  // ---- Sorting. Rows without a figure stand last, whichever way.

  const ratings = ["red", "amber", "green", "none"];
  const value = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
    const rag = cell.querySelector(".rag");
    if (rag) return ratings.findIndex((name) => rag.classList.contains(name));
    return cell.matches(".number, :has(.blank)") ? undefined : cell.dataset.key ?? text(cell);
  };
  const compare = (a, b) => a - b || order.compare(a, b);

  /** `way` is 1 for upwards, -1 for downwards, 0 for the written order. */
  function sort(table, column, way) {
    const body = table.tBodies[0];
    table.written ??= [...body.rows];
    const rows = table.written.map((row) => [row, value(row, column)]);
    if (way) {
      const last = (one) => one[1] === undefined;
      rows.sort((a, b) => last(a) - last(b) || (last(a) ? 0 : way * compare(a[1], b[1])));
    }
    body.append(...rows.map(([row]) => row));
    const heads = [...table.tHead.rows[0].cells];
    for (const head of heads) head.ariaSort = null;
    if (way) heads[column].ariaSort = way > 0 ? "ascending" : "descending";
    table.way = way && { column, way };
    say(way ? `${words.sort}: ${fill(way > 0 ? words.up : words.down, text(heads[column]))}` : words.written);
  }

  // On narrow screens the heads are not seen: nothing there may take the focus.
  const wide = matchMedia("(min-width: 74rem)");
  function heads(table) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = head.querySelector("button");
      if (!wide.matches) return button?.replaceWith(...button.childNodes);
      if (button) return;
      const made = add("button", { type: "button", class: "sort" }, ...head.childNodes);
      made.onclick = () => {
        const now = table.way?.column === column ? table.way.way : 0;
        sort(table, column, now === 0 ? 1 : now > 0 ? -1 : 0);
      };
      head.append(made);
    });
  }

  // ---- Filtering.

  const choices = [[words.rating, ".rag"], [words.direction, ".direction strong"], [words.status, ".status"]];

  // As people type: without accents, curly apostrophes and commas between digits.
  const plain = (words) =>
    words.toLocaleLowerCase(language).normalize("NFD").replace(/\p{M}|(?<=\d),(?=\d)/gu, "").replace(/\u2019/g, "'").replace(/\s+/g, " ").trim();

  function tools(scope, tables, place, fewest, of) {
    const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
    if (rows.length < fewest) return;
    const form = add("form", { class: "tools", "data-added": "", "aria-label": of ? `${words.filter}: ${of}` : words.filter });
    const label = (word, field) => form.append(add("label", {}, add("span", {}, word), field));
    const search = add("input", { type: "search", autocomplete: "off" });
    label(words.find, search);
    const selects = choices.flatMap(([word, selector]) => {
      const of = (row) => every(selector, row).map(text);
      const found = [...new Set(rows.flatMap(of))];
      if (found.length < 2) return [];
      const select = add("select", {}, add("option", { value: "" }, words.all), ...found.map((one) => add("option", {}, one)));
      label(word, select);
      return [{ select, of }];
    });
    const names = [...tables[0].tHead.rows[0].cells].map(text);
    const by = add("select", {}, add("option", { value: "" }, words.written));
    names.forEach((name, at) => {
      for (const [way, word] of [[1, words.up], [-1, words.down]]) by.append(add("option", { value: `${at} ${way}` }, fill(word, name)));
    });
    label(words.sort, by);
    by.parentElement.className = "narrow-only";
    by.onchange = () => {
      const [column, way] = by.value.split(" ").map(Number);
      for (const table of tables) sort(table, column, way ?? 0);
    };
    const shown = add("output", { class: "shown" });
    form.append(add("button", { type: "reset" }, words.clear), shown);

    const apply = () => {
      const wanted = plain(search.value).split(" ");
      for (const row of rows) {
        const fits = selects.every(({ select, of }) => !select.value || of(row).includes(select.value));
        const held = plain(text(row));
        row.hidden = !fits || !wanted.every((word) => held.includes(word));
      }
      for (const part of every(".group, section.wide, table.cards", scope)) {
        part.hidden = !every("tbody tr", part).some((row) => !row.hidden);
      }
      const count = rows.filter((row) => !row.hidden).length;
      shown.textContent = count < rows.length ? fill(words.shown, count, rows.length) : "";
    };
    form.oninput = (event) => event.target !== by && apply();
    form.onsubmit = () => false;
    form.onreset = () => {
      setTimeout(() => {
        for (const table of tables) if (table.way) sort(table, 0, 0);
        apply();
        say(words.cleared);
      });
    };
    place.before(form);
    // A link to a part that is filtered away shows all again.
    const reveal = () => {
      const target = every("[hidden] [id], [hidden][id]").find(({ id }) => location.hash === `#${encodeURI(id)}`);
      if (!target) return;
      form.reset();
      setTimeout(() => target.scrollIntoView());
    };
    addEventListener("hashchange", reveal);
  }

  // ---- Links to headings.

  let named = 0;
  function linked(heading) {
    const name = add("span", { id: `heading-name-${(named += 1)}` }, ...heading.childNodes);
    const button = add("button", { type: "button", class: "copy", "data-added": "", "aria-label": fill(words.copy, text(name)) }, "#");
    heading.append(name, button);
    // The heading is called as before.
    heading.setAttribute("aria-labelledby", name.id);
    button.onclick = async () => {
      const link = new URL(`#${heading.id}`, location.href).href;
      history.replaceState(null, "", link);
      follow();
      try {
        await navigator.clipboard.writeText(link);
        say(words.copied);
        button.dataset.done = "";
        setTimeout(() => delete button.dataset.done, 1500);
      } catch {
        say(words.addressed);
      }
    };
  }

  // ---- The other language at the same place: anchors are the same in each.

  function follow() {
    const place = every("[id]").find(({ id }) => location.hash === `#${encodeURI(id)}`);
    for (const link of every(".languages a")) link.hash = place ? place.id : "";
  }

  // ---- Only browsers know which address was not found.

  for (const line of location.pathname.endsWith("/404.html") ? [] : every(".problem [hidden]")) {
    line.append(location.href);
    line.hidden = false;
    for (const mail of every(".problem [href^=mailto]")) mail.href += encodeURIComponent(location.href);
  }

  document.body.append(status);
  const main = document.getElementById("main");
  // Series, editions side by side, and what changed are read in order.
  const all = every("table.cards:not(.series, .matrix, .since, .gap-counts)", main);
  wide.addEventListener("change", () => all.forEach(heads));
  all.forEach(heads);
  // Lists have tools for the whole page, others for each long part.
  const sections = every(":scope > section.wide", main);
  if (document.body.matches(".report-measures, .report-actions, .measure-index")) {
    tools(main, all, sections[0], 4);
  } else {
    for (const section of sections) {
      const own = all.filter((table) => section.contains(table));
      const heading = section.querySelector("h2");
      if (own.length) tools(section, own, heading.nextElementSibling, 13, text(heading));
    }
  }
  for (const heading of every(":is(h2, h3)[id]:not(nav *, .story *)", main)) linked(heading);
  addEventListener("hashchange", follow);
  follow();
})();
