"use strict";
// The script of the HTML edition. Everything can be read without it; it helps a
// reader find his way and lets him explore the model. It shows numbers that the
// memo computed and computes none itself. Text is only ever set as text.
(() => {
  const page = JSON.parse(document.getElementById("page-data").textContent);
  const memo = document.getElementById("memo");
  document.documentElement.classList.add("js");

  // ---- Making elements, saying things ----

  // word gives a text of the program with its {names} filled in.
  const word = (key, values = {}) =>
    Object.entries(values).reduce((s, [name, v]) => s.replaceAll(`{${name}}`, v), page.words[key]);

  // make makes an element. Attributes that are functions are listeners.
  function make(tag, attributes = {}, ...kids) {
    const e = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") e.addEventListener(name, value);
      else if (value === true) e.setAttribute(name, "");
      else if (value !== false && value != null) e.setAttribute(name, value);
    }
    e.append(...kids.filter((k) => k != null));
    return e;
  }

  // Everything that the script adds is in an element with data-ui.
  const ui = (tag, attributes, ...kids) => make(tag, { "data-ui": true, ...attributes }, ...kids);

  const status = ui("div", { role: "status", class: "unseen" });
  document.body.append(status);
  let pause;
  function say(text) {
    clearTimeout(pause);
    // A pause lets a quick sequence of changes be said once.
    pause = setTimeout(() => { status.textContent = text; }, 150);
  }

  // later does small jobs while the reader waits for nothing.
  const jobs = [];
  const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50));
  function later(job) {
    if (jobs.push(job) === 1) whenIdle(work);
  }
  function work(deadline) {
    do jobs.shift()(); while (jobs.length && deadline?.timeRemaining() > 5);
    if (jobs.length) whenIdle(work);
  }

  const wide = matchMedia("(min-width: 68.75rem)");
  const narrowText = (s) => s.replace(/\s+/g, " ").trim();
  const fold = (s) => s.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

  // ---- Links that can be sent to a colleague ----

  async function copyLink(hash) {
    const address = location.href.split("#")[0] + hash;
    try {
      await navigator.clipboard.writeText(address);
      say(word("ui-link-copied"));
    } catch {
      say(word("ui-link-address"));
    }
    history.replaceState(null, "", hash);
  }

  // linkMarks adds a button to each place that has an id of its own. They stand
  // in the order of tabs, so they come only when asked for.
  function linkMarks(on) {
    for (const old of memo.querySelectorAll(".here")) old.remove();
    if (!on) return;
    for (const place of memo.querySelectorAll("p[id], h2[id], h3[id], h4[id], figure[id] > figcaption")) {
      const id = place.id && !/^x\d+$/.test(place.id) ? place.id : place.parentElement.id;
      place.append(ui("button", {
        class: "here", type: "button", "aria-label": word("ui-link-copy"), title: word("ui-link-copy"),
        click: () => copyLink("#" + encodeURIComponent(id)),
      }, "¶"));
    }
  }

  for (const number of memo.querySelectorAll("a.no")) {
    number.title = word("ui-link-copy");
    number.addEventListener("click", () => copyLink(number.getAttribute("href")));
  }

  // ---- Contents: a button on a small screen, following the reader ----

  const contents = document.querySelector("body > .contents");
  const tools = ui("div", { class: "tools" });

  function contentsMenu() {
    if (!contents) return;
    contents.id ||= "page-contents";
    const button = ui("button", {
      type: "button", class: "menu", "aria-expanded": "false", "aria-controls": contents.id, click: () => open(contents.hidden),
    }, word("ui-contents"));
    function open(yes) {
      contents.hidden = !yes && !wide.matches;
      button.setAttribute("aria-expanded", String(!contents.hidden));
    }
    document.querySelector(".bar").prepend(button);
    contents.addEventListener("click", (e) => { if (e.target.closest("a")) open(false); });
    contents.addEventListener("keydown", (e) => {
      if (e.key === "Escape" && !wide.matches) { open(false); button.focus(); }
    });
    wide.addEventListener("change", () => open(false));
    open(false);
  }

  function followReader() {
    const links = new Map();
    for (const a of contents ? contents.querySelectorAll("a[href^='#']") : []) {
      const heading = document.getElementById(decodeURIComponent(a.getAttribute("href").slice(1)));
      if (heading) links.set(heading, a);
    }
    const headings = [...links.keys()];
    let current, waiting;
    function follow() {
      waiting = false;
      const line = innerHeight * 0.3;
      const now = headings.findLast((h) => h.getBoundingClientRect().top < line);
      if (now === current) return;
      links.get(current)?.removeAttribute("aria-current");
      current = now;
      const link = links.get(now);
      if (!link) return;
      link.setAttribute("aria-current", "true");
      if (wide.matches) {
        const box = link.getBoundingClientRect(), room = contents.getBoundingClientRect();
        if (box.top < room.top || box.bottom > room.bottom) contents.scrollTop += box.top - room.top - room.height / 3;
      }
    }
    addEventListener("scroll", () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } }, { passive: true });
    requestAnimationFrame(follow); // now it would make the reader wait for a layout
  }

  // ---- Search over factors and text ----

  const maxHits = 30; // at first

  function search(model) {
    const list = make("ul", { class: "hits" });
    const field = make("input", { type: "search", id: "page-search", autocomplete: "off", input: typed });
    const box = ui("search", { class: "search" },
      make("label", { for: "page-search" }, word("ui-search")), field, list);
    box.addEventListener("keydown", (e) => {
      if (e.key === "Escape" && field.value) { field.value = ""; typed(); field.focus(); e.stopPropagation(); }
    });
    let places, shown = maxHits;
    function typed() { shown = maxHits; find(); }
    // more shows what was left out, and goes to the first of it: after the count
    // and what stood there.
    function more() {
      const at = shown + 1;
      shown = Infinity;
      find();
      list.children[at]?.querySelector("a, button").focus();
    }
    function find() {
      const asked = fold(field.value.trim());
      list.replaceChildren();
      box.classList.toggle("asked", asked.length > 1);
      if (asked.length < 2) return say("");
      places ||= textPlaces();
      const factors = model ? model.nodes.filter((n) => fold(n.label).includes(asked) || fold(n.text || "").includes(asked)) : [];
      const hits = places.filter((p) => p.folded.includes(asked));
      const n = factors.length + hits.length;
      for (const f of factors.slice(0, shown)) {
        list.append(make("li", {}, make("button", { type: "button", click: () => model.show(f) }, f.label),
          make("span", { class: "kind-of" }, " " + word("ui-factor"))));
      }
      for (const p of hits.slice(0, Math.max(0, shown - factors.length))) {
        list.append(make("li", {}, make("a", { href: "#" + encodeURIComponent(p.id) }, ...snippet(p, asked))));
      }
      const found = word(!n ? "ui-search-none" : n > shown ? "ui-search-first" : "ui-search-found", { n, m: shown });
      if (n > shown) list.append(make("li", {}, make("button", { type: "button", click: more }, word("ui-search-more", { n: n - shown }))));
      list.prepend(make("li", { class: "count" }, found));
      say(found);
    }
    return box;
  }

  // textPlaces gives the text of each place with an id. Rows that say the same,
  // as those of a relation in several figures, count once.
  function textPlaces() {
    const rows = new Set();
    return [...memo.querySelectorAll("p[id], h2[id], h3[id], h4[id], li[id], tr[id], figcaption")].flatMap((e) => {
      const id = e.matches("figcaption") ? e.parentElement.id : e.id;
      const text = narrowText(e.matches("tr") ? [...e.cells].map((c) => c.textContent).join(" · ") : e.textContent);
      if (!id || (e.matches("tr") && rows.has(text))) return [];
      if (e.matches("tr")) rows.add(text);
      return [{ id, text, folded: fold(text) }];
    });
  }

  // snippet gives the words around a find. Folding may change lengths, so the
  // place is only trusted where it doesn't.
  function snippet(p, asked) {
    const at = p.text.length === p.folded.length ? p.folded.indexOf(asked) : -1;
    if (at < 0) return [p.text.slice(0, 90)];
    const to = at + asked.length, end = p.text.slice(to);
    const start = p.text.slice(0, at);
    const before = start.length > 30 ? "…" + start.slice(-30).replace(/^\S*\s/, "") : start; // whole words
    const after = end.length > 50 ? end.slice(0, 50).replace(/\s\S*$/, "") + "…" : end;
    return [before, make("mark", {}, p.text.slice(at, to)), after];
  }

  // ---- Regions that scroll take the focus only if there is something to scroll ----

  function regions() {
    const attributes = ["tabindex", "aria-label", "aria-labelledby"];
    const kept = new Map();
    const check = (box) => {
      if (!box.clientWidth) return; // folded away
      if (!kept.has(box)) kept.set(box, attributes.map((name) => [name, box.getAttribute(name)]));
      const needed = box.scrollWidth > box.clientWidth + 1 || box === document.activeElement;
      for (const [name, value] of kept.get(box)) {
        if (needed && value !== null) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    };
    // What is far from the screen is laid out now, one after the other, while the
    // reader waits for nothing: from then on every length is the true one.
    const settle = (box) => { box.classList.add("laid"); check(box); };
    const watch = new ResizeObserver((list) => list.forEach((e) => later(() => settle(e.target.closest(".scroll, .picture")))));
    // Other faces have other widths, so not before they are there. What is within
    // a region is watched too: it may grow where the region can't.
    // And not now: to ask for the fonts makes the browser lay out the page.
    later(() => document.fonts.ready.then(() => {
      for (const box of memo.querySelectorAll(".scroll, .picture")) {
        watch.observe(box);
        if (box.firstElementChild) watch.observe(box.firstElementChild);
        box.addEventListener("blur", () => later(() => check(box)));
      }
    }));
  }

  // ---- Tables that can be sorted and filtered ----

  const fewRows = 20;

  function tables() {
    for (const table of memo.querySelectorAll("table")) {
      const rows = [...table.querySelectorAll("tbody tr:not(.group)")];
      if (rows.length >= fewRows) new SortedTable(table, rows);
    }
  }

  class SortedTable {
    constructor(table, rows) {
      this.table = table;
      this.rows = rows;
      this.bodies = [...table.tBodies].map((body) => [body, [...body.rows]]);
      this.all = make("tbody");
      this.texts = rows.map((r) => fold(narrowText(r.textContent)));
      this.addFilter();
      [...table.tHead.rows[0].cells].forEach((cell, column) => this.addSort(cell, column));
    }

    addFilter() {
      this.count = make("span", { class: "rows" });
      const field = make("input", { type: "search", autocomplete: "off", input: () => this.filter(field.value) });
      field.addEventListener("keydown", (e) => {
        if (e.key === "Escape" && field.value) { field.value = ""; this.filter(""); e.stopPropagation(); }
      });
      this.table.closest(".scroll").before(ui("p", { class: "filter" },
        make("label", {}, word("ui-filter") + " ", field), " ", this.count));
    }

    filter(text) {
      const asked = fold(text.trim());
      let n = 0;
      this.rows.forEach((row, i) => {
        row.hidden = !this.texts[i].includes(asked);
        if (!row.hidden) n++;
      });
      for (const group of this.table.querySelectorAll("tr.group")) {
        group.hidden = ![...group.parentElement.rows].some((r) => r !== group && !r.hidden);
      }
      this.count.textContent = asked ? word("ui-filter-rows", { n, m: this.rows.length }) : "";
      say(word("ui-filter-rows", { n, m: this.rows.length }));
    }

    addSort(cell, column) {
      const name = narrowText(cell.textContent);
      if (!name || cell.tagName !== "TH") return;
      const button = ui("button", { type: "button", class: "sort" });
      button.append(...cell.childNodes);
      button.removeAttribute("data-ui"); // its text is the memo's own
      button.addEventListener("click", () => this.sort(cell, column, name));
      cell.append(button);
    }

    // sort goes round: ascending, descending, as it was.
    sort(cell, column, name) {
      const next = { ascending: "descending", descending: null }[cell.getAttribute("aria-sort")];
      const order = next === undefined ? "ascending" : next;
      for (const c of this.table.tHead.rows[0].cells) c.removeAttribute("aria-sort");
      if (order) {
        cell.setAttribute("aria-sort", order);
        const key = sortKey(this.rows.map((r) => narrowText(r.cells[column]?.textContent ?? "")), cell.dataset.order);
        const places = this.rows.map((row, i) => [row, key(i), i]);
        const sign = order === "ascending" ? 1 : -1;
        places.sort((a, b) => sign * compare(a[1], b[1]) || a[2] - b[2]);
        this.all.replaceChildren(...places.map(([row]) => row));
        for (const [body] of this.bodies) body.remove();
        this.table.append(this.all);
      } else {
        this.all.remove();
        for (const [body, rows] of this.bodies) { body.replaceChildren(...rows); this.table.append(body); }
      }
      say(word({ ascending: "ui-sort-up", descending: "ui-sort-down" }[order] ?? "ui-sort-none", { column: name }));
    }
  }

  const alphabet = new Intl.Collator(document.documentElement.lang);
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : alphabet.compare(a, b));

  // sortKey gives what to sort a column by: the words of its own scale, numbers,
  // common words from weak to strong, or letters. What follows a comma, as in
  // "sterk, als kracht", is no part of the word.
  function sortKey(texts, order) {
    if (order) {
      const steps = JSON.parse(order);
      return (i) => Math.max(steps.indexOf(texts[i]), steps.indexOf(texts[i].split(",")[0]));
    }
    const numbers = texts.map((s) => {
      const found = /[+−-]?\d[\d\u202f.,]*/.exec(s);
      if (!found) return NaN;
      const plain = found[0].replace("−", "-").replace(/\u202f/g, "");
      return Number(word("decimal") === "," ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", ""));
    });
    const filled = texts.filter((s) => s).length;
    if (filled && numbers.filter((n) => !isNaN(n)).length === filled && texts.every((s) => !s || /^[^\p{L}]*$/u.test(s))) {
      return (i) => (isNaN(numbers[i]) ? -Infinity : numbers[i]);
    }
    const scale = word("scale").split("|");
    const steps = texts.map((s) => scale.indexOf(fold(s.split(",")[0])));
    if (filled && texts.every((s, i) => !s || steps[i] >= 0)) return (i) => steps[i];
    return (i) => texts[i];
  }

  // ---- Explore ----

  const noNumber = -2147483648;

  // number writes a change that is given in tenths (hundredths, …) of a point.
  function number(n, decimals = 1) {
    if (n === noNumber || n === undefined) return "–";
    const digits = String(Math.abs(n)).padStart(decimals + 1, "0");
    return (n > 0 ? "+" : n < 0 ? "−" : "") + digits.slice(0, -decimals) + word("decimal") + digits.slice(-decimals);
  }

  // A select with a name for those who don't see the sentence that it is in.
  function select(name, options, change) {
    const s = make("select", { "aria-label": name, change: () => change(s.value) });
    s.style.fieldSizing = "content"; // as wide as what is chosen; not yet in what the Nu checker knows of CSS
    let group = s;
    for (const [value, label, kind] of options) {
      if (kind !== undefined && group.label !== kind) { group = make("optgroup", { label: kind }); s.append(group); }
      group.append(make("option", { value }, label));
    }
    return s;
  }

  class Explorer {
    constructor(data, figure) {
      Object.assign(this, data);
      this.figure = figure;
      this.picture = figure.querySelector(".picture");
      this.svg = this.picture.querySelector("svg");
      this.nodes.forEach((n, i) => { n.at = i; n.out = []; n.in = []; n.sets = []; });
      this.edges.forEach((e, i) => { e.at = i; this.nodes[e.from].out.push(e); this.nodes[e.to].in.push(e); });
      this.sets.forEach((s) => s.nodes.forEach((i) => this.nodes[i].sets.push(s)));
      this.state = { factor: null, relation: null, set: null, levers: [], moment: 0 };
      this.bind();
      this.controls();
      this.read();
      addEventListener("hashchange", () => { clearTimeout(this.writing); this.read(); });
    }

    // bind finds nodes and edges in the drawing and lays a button over each node,
    // named in full where the drawing breaks a name. Only one button is in the
    // order of tabs; arrow keys go from there.
    bind() {
      const find = (kind) => new Map([...this.svg.querySelectorAll(`.${kind}[data-id]`)].map((g) => [g.dataset.id, g]));
      const nodes = find("node"), edges = find("edge");
      this.svg.setAttribute("role", "graphics-document");
      this.picture.classList.add("explored");
      for (const n of this.nodes) {
        n.g = nodes.get(n.id);
        if (!n.g || !n.box) continue;
        n.g.querySelector("title")?.remove();
        for (const part of n.g.children) part.setAttribute("aria-hidden", "true"); // the name of the button says it all
        const [x, y, width, height] = n.box;
        n.box = { x, y, width, height };
        n.b = drawn("rect", { class: "target", "data-id": n.id, role: "button", tabindex: -1, ...n.box });
        n.g.append(n.b);
        n.b.addEventListener("click", () => this.choose(n));
        n.b.addEventListener("keydown", (e) => this.key(e, n));
        n.b.addEventListener("focus", () => this.rove(n));
      }
      for (const e of this.edges) {
        e.g = edges.get(e.id);
        if (!e.g) continue;
        const line = e.g.querySelector("path").cloneNode();
        line.setAttribute("class", "hit"); // broad enough to be hit
        e.g.append(line);
        e.g.addEventListener("click", () => this.set({ relation: e, factor: null }));
      }
      this.drawn = this.nodes.filter((n) => n.b);
      this.inOrder = [...this.drawn].sort((a, b) => compare(a.label, b.label));
      if (this.drawn.length) this.rove(this.inOrder[0]);
      this.name();
    }

    rove(n) {
      this.roving?.b.setAttribute("tabindex", "-1");
      this.roving = n;
      n.b.setAttribute("tabindex", "0");
    }

    // name gives each node its name for a screen reader, with its change if one is shown.
    name() {
      const changes = this.changes();
      const put = (n, attribute, value) => { if (n.b.getAttribute(attribute) !== value) n.b.setAttribute(attribute, value); };
      for (const n of this.drawn) {
        put(n, "aria-label", n.label + (changes ? `, ${number(changes[n.at])}` : ""));
        put(n, "aria-pressed", String(this.state.factor === n));
      }
    }

    // ---- Keyboard in the drawing ----

    key(e, n) {
      const step = { PageDown: 1, PageUp: -1 }[e.key];
      let to;
      if (step) to = this.inOrder[(this.inOrder.indexOf(n) + step + this.inOrder.length) % this.inOrder.length];
      else if (e.key === "Home") to = this.inOrder[0];
      else if (e.key === "End") to = this.inOrder.at(-1);
      else if (e.key.startsWith("Arrow")) to = this.neighbour(n, e.key);
      else if (e.key === "Enter" || e.key === " ") { this.choose(n); this.focusPanel(); }
      else if (e.key === "Escape") this.leave();
      else return;
      e.preventDefault();
      if (to) { to.b.focus(); this.choose(to); }
    }

    // neighbour finds the nearest node in a direction: far off the axis counts double.
    neighbour(n, key) {
      const place = (m) => [m.box.x + m.box.width / 2, m.box.y + m.box.height / 2];
      const [x0, y0] = place(n);
      let best, least = Infinity;
      for (const m of this.drawn) {
        const [x, y] = place(m);
        const along = { ArrowRight: x - x0, ArrowLeft: x0 - x, ArrowDown: y - y0, ArrowUp: y0 - y }[key];
        const across = key === "ArrowRight" || key === "ArrowLeft" ? y - y0 : x - x0;
        if (m === n || along <= 0.5) continue;
        const far = Math.hypot(along, 2 * across);
        if (far < least) { least = far; best = m; }
      }
      return best;
    }

    // leave clears what is chosen; a second time there is nothing left to clear.
    leave() {
      this.set({ factor: null, relation: null, set: null });
    }

    focusPanel() { this.detail.querySelector("[tabindex]")?.focus(); }

    // ---- State ----

    choose(n) { this.set({ factor: n, relation: null }); }

    show(n) {
      this.set({ factor: n, relation: null });
      this.figure.scrollIntoView({ block: "start" });
      (n.b ?? this.detail.querySelector("[tabindex]")).focus({ preventScroll: true });
    }

    set(change) {
      const before = this.state;
      this.state = { ...before, ...change };
      this.draw(before);
      this.write();
    }

    // The address keeps the state: #?f=factor&s=set&i=a+b&m=1. It is written when
    // the reader pauses: a browser refuses more than 200 changes in ten seconds.
    write() {
      clearTimeout(this.writing);
      this.writing = setTimeout(() => this.writeNow(), 100);
    }

    writeNow() {
      clearTimeout(this.writing);
      const { factor, relation, set, levers, moment } = this.state;
      const parts = [];
      const add = (key, value) => parts.push(key + "=" + encodeURIComponent(value));
      if (factor) add("f", factor.id);
      if (relation) add("r", relation.id);
      if (set) add("s", set.id);
      if (levers.length) { add("i", levers.map((l) => this.levers[l].id).join(" ")); add("m", moment); }
      const hash = parts.length ? "#?" + parts.join("&") : "";
      const now = location.hash;
      if (hash !== now && (hash || now.startsWith("#?"))) history.replaceState(null, "", hash || location.href.split("#")[0] + "#");
    }

    read() {
      if (!location.hash.startsWith("#?")) return;
      let q;
      try { q = new URLSearchParams(location.hash.slice(2)); } catch { return; }
      const levers = (q.get("i") ?? "").split(" ").map((id) => this.levers.findIndex((l) => l.id === id)).filter((i) => i >= 0);
      const moment = Number(q.get("m")) || 0;
      this.set({
        factor: this.nodes.find((n) => n.id === q.get("f")) ?? null,
        relation: this.edges.find((e) => e.id === q.get("r")) ?? null,
        set: this.sets.find((s) => s.id === q.get("s")) ?? null,
        levers: levers.slice(0, this.selects.length), moment: moment < this.moments.length ? moment : 0,
      });
      this.figure.scrollIntoView({ block: "start" });
    }

    // scenario finds the results of the chosen interventions.
    scenario() {
      const asked = [...new Set(this.state.levers)].sort((a, b) => a - b).join();
      return this.scenarios.find((s) => [...s.levers].sort((a, b) => a - b).join() === asked);
    }

    changes() {
      const s = this.state.levers.length ? this.scenario() : null;
      return s && !s.void ? s.changes?.[this.state.moment] ?? null : null;
    }

    // ---- The sentences with selects ----

    controls() {
      const sentence = (...kids) => make("p", {}, ...kids);
      const box = ui("div", { class: "controls", role: "group", "aria-label": word("ui-explore") });
      this.factorSelect = select(word("ui-look"), [["", word("ui-look-none")], ...[...this.nodes].sort((a, b) => compare(a.label, b.label)).map((n) => [n.at, n.label])],
        (v) => this.set({ factor: v === "" ? null : this.nodes[v], relation: null }));
      box.append(sentence(word("ui-look") + " ", this.factorSelect));
      this.setSelect = select(word("ui-light"), [["", word("ui-light-none")], ...this.sets.map((s, i) => [i, s.name, s.kind])],
        (v) => this.set({ set: v === "" ? null : this.sets[v] }));
      if (this.sets.length) box.append(sentence(word("ui-light") + " ", this.setSelect));
      this.selects = [];
      if (this.levers.length && this.scenarios.length) box.append(this.effectSentence());
      this.clear = make("button", { type: "button", class: "plain", click: () => { this.set({ factor: null, relation: null, set: null, levers: [], moment: this.state.moment }); this.factorSelect.focus(); } }, word("ui-clear"));
      this.link = make("button", { type: "button", class: "plain", click: () => { this.writeNow(); copyLink(location.hash); } }, word("ui-view-link"));
      this.actions = make("p", { class: "actions" }, this.clear, " ", this.link);
      box.append(this.actions);
      box.addEventListener("keydown", (e) => { if (e.key === "Escape") this.leave(); });
      this.outcome = ui("div", { class: "outcome" });
      this.detail = ui("div", { class: "detail" });
      this.detail.addEventListener("keydown", (e) => {
        if (e.key !== "Escape") return;
        const back = this.state.factor?.b ?? this.roving?.b;
        back?.focus();
        e.stopPropagation();
      });
      this.help = ui("p", { class: "help", id: "page-help" }, word("ui-explore-help"));
      this.svg.setAttribute("aria-describedby", [this.svg.getAttribute("aria-describedby"), "page-help"].filter(Boolean).join(" "));
      this.picture.before(box);
      (this.figure.querySelector(":scope > figcaption") ?? this.picture).after(ui("div", { class: "panel" }, this.detail, this.outcome, this.help));
      this.figure.classList.add("explore");
      this.draw(this.state);
    }

    effectSentence() {
      const most = Math.max(1, ...this.scenarios.map((s) => s.levers.length));
      const p = make("p", {}, word("ui-effect") + " ");
      const change = () => this.set({ levers: this.selects.map((s) => s.value).filter((v) => v !== "").map(Number) });
      for (let i = 0; i < most; i++) {
        const none = i ? word("ui-lever-more") : word("ui-nothing");
        const s = select(word("ui-lever", { n: i + 1 }), [["", none], ...this.levers.map((l, at) => [at, l.label])], change);
        if (i) p.append(" " + word("ui-and") + " ");
        this.selects.push(s);
        p.append(s);
      }
      this.momentSelect = select(word("ui-moment"), this.moments.map((m, i) => [i, m]), (v) => this.set({ moment: Number(v) }));
      p.append(" ", this.momentSelect);
      return p;
    }

    // ---- Drawing ----

    draw(before) {
      const s = this.state;
      this.factorSelect.value = s.factor ? s.factor.at : "";
      this.setSelect.value = s.set ? this.sets.indexOf(s.set) : "";
      this.selects.forEach((box, i) => { box.value = s.levers[i] ?? ""; box.disabled = i > 0 && !s.levers.length; });
      if (this.momentSelect) this.momentSelect.value = s.moment;
      this.actions.hidden = !(s.factor || s.relation || s.set || s.levers.length);
      this.light();
      if (before === s || before.levers !== s.levers || before.moment !== s.moment) this.drawEffect();
      this.drawDetail();
      this.name();
      if (before !== s) this.announce(before);
    }

    // light marks what is lit; the rest steps back by one class on the drawing.
    light() {
      for (const g of this.lit ?? []) g.classList.remove("lit", "chosen");
      const { factor, relation, set } = this.state;
      const lit = new Set();
      const add = (x) => { if (x.g) lit.add(x.g); };
      if (set) {
        set.nodes.forEach((i) => add(this.nodes[i]));
        set.edges.forEach((i) => add(this.edges[i]));
      } else if (factor) {
        add(factor);
        for (const e of [...factor.in, ...factor.out]) { add(e); add(this.nodes[e.from]); add(this.nodes[e.to]); }
      }
      if (relation) { add(relation); add(this.nodes[relation.from]); add(this.nodes[relation.to]); }
      const chosen = (relation ?? factor)?.g;
      if (chosen) lit.add(chosen);
      for (const g of lit) g.classList.add("lit");
      chosen?.classList.add("chosen");
      this.svg.classList.toggle("dim", lit.size > 0);
      this.lit = lit;
      if (factor?.b && this.roving !== factor) this.rove(factor);
    }

    drawEffect() {
      this.svg.querySelector(".badges")?.remove();
      const s = this.state.levers.length ? this.scenario() : null;
      const changes = this.changes();
      if (changes) this.badges(changes);
      this.outcome.replaceChildren();
      if (!this.state.levers.length) return;
      if (!s || s.void) {
        this.outcome.append(make("p", { class: "void" }, s ? s.void : word("ui-no-scenario")));
        if (!s && this.omitted) this.outcome.append(make("p", {}, this.omitted));
        return;
      }
      this.outcome.append(this.goalTable(changes), this.rankingTable(s));
      if (this.omitted) this.outcome.append(make("p", { class: "soft small" }, this.omitted));
    }

    // badges writes the change of each factor at its name, where it hides no other
    // name if there is such a place. The number is the message; the shade,
    // relative to the largest change, only supports it.
    badges(changes) {
      const most = Math.max(1, ...changes.map((c) => (c === noNumber ? 0 : Math.abs(c))));
      const layer = drawn("g", { class: "badges", "aria-hidden": "true", "data-ui": "" });
      const placed = [];
      for (const n of this.drawn) {
        const c = changes[n.at], box = n.box;
        if (!c || c === noNumber) continue;
        const text = number(c), width = 3.9 * text.length + 4, height = 9;
        const middle = box.x + (box.width - width) / 2, level = box.y + (box.height - height) / 2;
        const spots = [[middle, box.y + box.height - 1], [box.x + box.width, level], [box.x - width, level], [middle, box.y - height + 1]]
          .map(([x, y]) => ({ x, y, width, height }));
        const reach = { x: box.x - width, y: box.y - height, width: box.width + 2 * width, height: box.height + 2 * height };
        const near = [...placed, ...this.drawn.filter((o) => o !== n).map((o) => o.box)].filter((o) => shared(reach, o) > 0);
        const hidden = spots.map((s) => near.reduce((sum, o) => sum + shared(s, o), 0));
        const spot = spots[hidden.reduce((best, h, i) => (h < hidden[best] - 0.5 ? i : best), 0)];
        placed.push(spot);
        const step = Math.max(1, Math.ceil(4 * Math.abs(c) / most));
        const label = drawn("text", { x: spot.x + width / 2, y: spot.y + 6.8, "text-anchor": "middle" });
        label.textContent = text;
        const g = drawn("g", { class: `badge ${c > 0 ? "up" : "down"}${step}` });
        g.append(drawn("rect", { x: spot.x, y: spot.y, width, height, rx: 2 }), label);
        layer.append(g);
      }
      this.svg.append(layer);
    }

    goalTable(changes) {
      const rows = this.nodes.filter((n) => n.goal).map((n) => make("tr", {},
        make("th", { scope: "row" }, n.label),
        make("td", { class: "d" }, arrow(changes[n.at]) + number(changes[n.at])),
        make("td", {}, word(n.goal > 0 ? "ui-higher" : "ui-lower"))));
      return table(word("ui-goals") + " " + this.moments[this.state.moment], ["ui-goal", "ui-change", "ui-wish"], rows);
    }

    rankingTable(chosen) {
      const m = this.state.moment;
      const ranked = this.scenarios.filter((s) => s.levers.length && s.places?.[m])
        .sort((a, b) => a.places[m] - b.places[m]);
      if (!ranked.length) return "";
      const top = 3;
      const rows = ranked.filter((s) => s.places[m] <= top || s === chosen).map((s) => make("tr", { class: s === chosen ? "chosen" : null },
        make("td", { class: "d" }, String(s.places[m])),
        make("th", { scope: "row" }, s.levers.map((l) => this.levers[l].label).join(` ${word("ui-and")} `) + (s === chosen ? " " + word("ui-chosen") : "")),
        make("td", { class: "d" }, number(s.gain[m], 2))));
      return table(word("ui-ranking", { moment: this.moments[m] }), ["ui-rank", "ui-choice", "ui-gain"], rows);
    }

    // ---- Details of what is chosen ----

    drawDetail() {
      const { factor, relation, set } = this.state;
      const kids = [];
      if (factor) kids.push(...this.factorDetail(factor));
      if (relation) kids.push(...this.relationDetail(relation));
      if (set) kids.push(...this.setDetail(set, !factor && !relation));
      this.detail.replaceChildren(...kids);
      this.help.hidden = kids.length > 0 || this.state.levers.length > 0;
    }

    title(text) { return make("h3", { tabindex: "-1" }, text); }

    factorDetail(n) {
      const kids = [this.title(n.label)];
      if (n.text) kids.push(make("p", {}, n.text));
      const facts = [...(n.facts ?? [])];
      const changes = this.changes();
      if (changes) facts.unshift([word("ui-effect-here", { moment: this.moments[this.state.moment] }), number(changes[n.at])]);
      kids.push(factList(facts));
      if (n.out.length) kids.push(...this.relations(word("ui-out"), n.out, (e) => this.nodes[e.to]));
      if (n.in.length) kids.push(...this.relations(word("ui-in"), n.in, (e) => this.nodes[e.from]));
      if (n.sets.length) {
        kids.push(make("p", { class: "label" }, word("ui-in-sets")), ...this.setLists(n.sets));
      }
      return kids;
    }

    // setLists folds the sets that a factor is in, by their kind.
    setLists(sets) {
      const kinds = [...new Set(sets.map((s) => s.kind))];
      return kinds.map((kind) => {
        const of = sets.filter((s) => s.kind === kind);
        return make("details", { class: "sets" }, make("summary", {}, `${kind} (${of.length})`), make("ul", {},
          ...of.map((s) => make("li", {}, make("button", { type: "button", class: "plain", click: () => { this.set({ set: s }); this.focusPanel(); } }, s.name)))));
      });
    }

    relations(title, edges, other) {
      return [make("p", { class: "label" }, title), make("ul", { class: "relations" }, ...edges.map((e) => make("li", {},
        this.relationText(e),
        make("button", { type: "button", class: "go", "aria-label": word("ui-go", { name: other(e).label }), title: word("ui-go", { name: other(e).label }), click: () => { this.set({ factor: other(e), relation: null }); this.focusPanel(); } }, "→"))))];
    }

    relationText(e) {
      if (!e.text && !e.facts?.length) return make("p", {}, e.sentence);
      return make("details", {}, make("summary", {}, e.sentence), e.text ? make("p", {}, e.text) : null, factList(e.facts ?? []));
    }

    relationDetail(e) {
      const ends = [this.nodes[e.from], this.nodes[e.to]];
      return [this.title(e.sentence), e.text ? make("p", {}, e.text) : null, factList(e.facts ?? []),
        make("ul", { class: "chips" }, ...ends.map((n) => make("li", {}, this.button(word("ui-go", { name: n.label }), () => { this.set({ factor: n, relation: null }); this.focusPanel(); }))))].filter(Boolean);
    }

    setDetail(s, titled) {
      const head = titled ? this.title(s.name) : make("p", { class: "label set" }, s.name);
      return [head, s.text ? make("p", {}, s.text) : null, titled ? make("p", { class: "label" }, word("ui-members")) : null,
        titled ? make("ul", { class: "chips" }, ...s.nodes.map((i) => make("li", {}, this.button(this.nodes[i].label, () => { this.set({ factor: this.nodes[i], relation: null }); this.focusPanel(); })))) : null].filter(Boolean);
    }

    button(text, click) { return make("button", { type: "button", click }, text); }

    // ---- What a screen reader hears ----

    announce(before) {
      const { factor, relation, set, levers, moment } = this.state;
      const parts = [];
      if (levers !== before.levers || moment !== before.moment) parts.push(this.effectWords());
      if (set && set !== before.set) parts.push(word("ui-lit", { name: set.name, n: set.nodes.length, m: set.edges.length }));
      if (factor && factor !== before.factor) parts.push(word("ui-selected", { name: factor.label, n: factor.in.length, m: factor.out.length }));
      if (relation && relation !== before.relation) parts.push(relation.sentence);
      if (parts.length) say(parts.join(". "));
    }

    effectWords() {
      const changes = this.changes(), s = this.scenario();
      if (!this.state.levers.length) return word("ui-no-effect");
      if (!changes) return s?.void || word("ui-no-scenario");
      return this.nodes.filter((n) => n.goal).map((n) => `${n.label} ${number(changes[n.at])}`).join("; ") + " " + this.moments[this.state.moment];
    }
  }

  // drawn makes an element of a drawing.
  function drawn(tag, attributes) {
    const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    return e;
  }

  // shared gives the area that two boxes have in common.
  const shared = (a, b) =>
    Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
    Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

  const arrow = (c) => (c === noNumber || !c ? "" : c > 0 ? "▲ " : "▼ ");

  function factList(facts) {
    return facts.length ? make("dl", {}, ...facts.map(([label, value]) => make("div", {}, make("dt", {}, label), make("dd", {}, value)))) : null;
  }

  function table(caption, heads, rows) {
    return make("table", {}, make("caption", {}, caption),
      make("thead", {}, make("tr", {}, ...heads.map((h) => make("th", { scope: "col" }, word(h))))),
      make("tbody", {}, ...rows));
  }

  // ---- Print: what is folded is printed too ----

  function printing() {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...memo.querySelectorAll("details:not([open])")];
      opened.forEach((d) => { d.open = true; });
    });
    addEventListener("afterprint", () => { opened.forEach((d) => { d.open = false; }); });
  }

  // A link into a folded part opens it.
  function unfold() {
    if (location.hash.length < 2 || location.hash.startsWith("#?")) return;
    let place;
    try { place = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    for (let d = place?.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    place?.scrollIntoView();
  }

  function start() {
    const figure = page.explore && document.getElementById(page.explore.figure);
    const model = figure?.querySelector("svg") ? new Explorer(page.explore, figure) : null;
    contentsMenu();
    const marks = make("button", { type: "button", class: "plain", "aria-pressed": "false", click: () => {
      const on = marks.getAttribute("aria-pressed") === "false";
      marks.setAttribute("aria-pressed", String(on));
      linkMarks(on);
    } }, word("ui-links"));
    tools.append(search(model), marks);
    if (contents) contents.prepend(tools); else memo.prepend(tools);
    followReader();
    regions();
    tables();
    printing();
    unfold();
    addEventListener("hashchange", unfold);
    performance.mark("ready"); // every control answers
  }

  start();
})();
