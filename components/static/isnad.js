/* What the page does in the browser: draws trees of plain text (board), the article (reader), and carries the chosen
   record between them (signal). Text comes in by textContent alone, so nothing of an article is ever read as HTML. */

const TAGS = new Set(["div", "span", "p", "h1", "h2", "h3", "h4", "b", "i", "u", "em", "s", "small", "bdi", "section", "header", "button", "input",
  "ol", "ul", "li", "dl", "dt", "dd", "code", "kbd", "blockquote", "article", "label", "table", "thead", "tbody", "tr", "th", "td"]);
const ATTRIBUTES = /^(aria-[a-z]+|role|lang|dir|title|style|tabindex|placeholder|type|value|min|max|scope|data-[a-z]+)$/;
const ICONS = {
  down: "M4 6l4 4 4-4", prev: "M10 3L5 8l5 5", next: "M6 3l5 5-5 5", x: "M4 4l8 8M12 4l-8 8", more: "M3 8h.1M8 8h.1M13 8h.1",
  warn: "M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.8v.1", ok: "M3 8.5l3.5 3.5L13 4.5", moon: "M13.5 9.5A6 6 0 116.5 2.5a5 5 0 007 7z",
  sun: "M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  link: "M6.5 9.5l3-3M7 4.5l1.5-1.5a3 3 0 014.3 4.3L11.5 8.5M9 11.5L7.5 13a3 3 0 01-4.3-4.3L4.5 7.5",
};
const LAYER = {q: "quote", t: "time", f: "figure", w: "fault", e: "event"};
const page = (window.__isnad ??= {on: "", links: [], off: [], ears: new Set(), made: new WeakMap(), send: null});

function icon(name) {
  const NS = "http://www.w3.org/2000/svg", svg = document.createElementNS(NS, "svg"), path = document.createElementNS(NS, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon icon-" + name);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name] || "");
  svg.append(path);
  return svg;
}

/* One node of a tree: a string, {i: icon}, or {t: tag, c: classes, a: attributes, k: children, id: record, do: action}. */
function build(node) {
  if (typeof node === "string") return document.createTextNode(node);
  if (node.i) return icon(node.i);
  const made = document.createElement(TAGS.has(node.t) ? node.t : "span");
  if (node.c) made.className = node.c;
  for (const [name, value] of Object.entries(node.a || {})) if (ATTRIBUTES.test(name)) made.setAttribute(name, value);
  if (node.id) made.dataset.id = node.id;
  if (node.do) made.dataset.do = node.do;
  if (made.tagName === "BUTTON") made.type = "button";
  made.append(...(node.k || []).map(build));
  return made;
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
function bring(element) {
  if (!element) return;
  element.scrollIntoView({block: "start", behavior: calm() ? "auto" : "smooth"});
  setTimeout(() => {
    const {top, bottom} = element.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) element.scrollIntoView({block: "start"});
  }, 700);
}

/* The chosen record: every board and the reader paint it; all but the place it was chosen in scroll to it. */
function choose(on, links, origin) {
  const fresh = on !== page.on;
  page.on = on;
  page.links = links;
  document.documentElement.toggleAttribute("data-chosen", Boolean(on));
  charts();
  for (const ear of page.ears) {
    if (!ear.root.isConnected) page.ears.delete(ear);
    else ear.paint(fresh && on && (ear.root !== origin || innerWidth <= 700)); // on a phone the card would lie over the words
  }
}

function ear(root, paint) {
  for (const old of page.ears) if (old.root === root) page.ears.delete(old);
  page.ears.add({root, paint});
  paint(Boolean(page.on));
}

const ACTIONS = {
  copy(button) {
    navigator.clipboard?.writeText(location.href);
    button.dataset.done = "";
    setTimeout(() => delete button.dataset.done, 1600);
  },
  theme() {
    const key = `stActiveTheme-${location.pathname}-v2`, dark = getComputedStyle(document.querySelector(".stApp")).colorScheme.includes("dark");
    localStorage.setItem(key, JSON.stringify(dark ? "Light" : "Dark"));
    location.reload();
  },
  menu: () => document.documentElement.toggleAttribute("data-menu"),
  library: () => document.documentElement.toggleAttribute("data-library"),
};

function act(button, root, send) {
  const what = button.dataset.do;
  if (ACTIONS[what]) return ACTIONS[what](button);
  if (what.startsWith("go:")) {
    choose(page.on === what.slice(3) ? "" : what.slice(3), [], root);
    return send("clicked", "go:" + page.on);
  }
  if (/^(open|sample|add):/.test(what)) document.documentElement.removeAttribute("data-library");
  send("clicked", what);
}

/* Rebuild only when `data.key` is another one: the function is called again on every run of the page. */
function once(component, make) {
  const {data, parentElement: root, setTriggerValue: send} = component;
  const made = page.made.get(root) || {};
  made.send = send;
  if (made.key === data.key && root.contains(made.body)) return;
  made.key = data.key;
  made.body?.remove();
  made.body = make(data, root, (name, value) => made.send(name, value));
  root.append(made.body);
  page.made.set(root, made);
  made.ready?.();
}

function board(component) {
  once(component, (data, root, send) => {
    const body = build(data.tree), rows = new Map();
    body.addEventListener("click", event => {
      const button = event.target.closest("[data-do]");
      if (button && button.tagName !== "INPUT") act(button, root, send);
    });
    body.addEventListener("input", event => event.target.type === "date" ? date(event.target, send) : sift(body, event.target.value));
    for (const row of body.querySelectorAll("[data-id]")) rows.set(row.dataset.id, [...(rows.get(row.dataset.id) || []), row]);
    let painted = [];
    queueMicrotask(() => ear(root, scroll => {
      for (const row of painted) { row.classList.remove("on"); row.removeAttribute("aria-current"); }
      painted = rows.get(page.on) || [];
      for (const row of painted) { row.classList.add("on"); row.setAttribute("aria-current", "true"); }
      if (scroll && innerWidth > 700 && root.closest(".st-key-list")) bring(painted[0]); // one column: the text alone moves
    }));
    return body;
  });
}

/* A day that is typed is whole with every digit of its year: it counts when the typing rests, or the field is left. */
function date(field, send) {
  clearTimeout(field.rest);
  const tell = () => {
    clearTimeout(field.rest);
    if (!field.value || !field.checkValidity() || field.told === field.value) return;
    field.told = field.value;
    send("clicked", field.dataset.do + field.value);
  };
  field.rest = setTimeout(tell, 700);
  field.onblur = tell;
}

/* The library's search: rows whose words hold what is typed. */
function sift(body, typed) {
  const sought = typed.trim().toLowerCase();
  let seen = 0;
  for (const row of body.querySelectorAll("[data-row]")) seen += !(row.hidden = !row.textContent.toLowerCase().includes(sought));
  const none = body.querySelector("[data-none]");
  if (none) none.hidden = seen > 0;
}

function layerOf(token) {
  const [id, part] = token.split(".");
  return part || LAYER[id[0]];
}

function reader(component) {
  once(component, (data, root, send) => {
    const doc = build(data.frame), places = new Map();
    for (const [number, kind, notes, pieces] of data.paragraphs) {
      const par = document.createElement("div"), text = document.createElement("div");
      par.className = "par" + (kind ? " " + kind : "");
      text.className = "txt";
      text.setAttribute("role", "paragraph");
      if (number) text.dataset.no = number;
      for (const [words, classes, ids] of pieces) {
        if (!classes && !ids) { text.append(words); continue; }
        const span = document.createElement("span");
        span.className = (ids ? "t " : "") + classes;
        span.textContent = words;
        if (ids) {
          span.dataset.ids = ids;
          for (const token of ids.split(" ")) places.has(token) ? places.get(token).push(span) : places.set(token, [span]);
        }
        text.append(span);
      }
      par.append(text);
      if (notes) par.append(build(notes));
      doc.append(par);
    }
    doc.classList.toggle("long", data.paragraphs.length > 200);
    listen(doc, root, send);
    queueMicrotask(() => ear(root, painter(doc, places)));
    return doc;
  });
}

function listen(doc, root, send) {
  doc.addEventListener("click", event => {
    const button = event.target.closest("[data-do]");
    if (button) return act(button, null, send);
    if (!getSelection().isCollapsed) return;
    const tokens = event.target.closest("[data-ids]")?.dataset.ids.split(" ") || [];
    const token = tokens.find(each => !page.off.includes(layerOf(each)));
    if (!token) return;
    const id = token.split(".")[0];
    choose(page.on === id ? "" : id, [], root);
    send("clicked", "go:" + page.on);
  });
}

/* Paints the chosen record (`on`) and what hangs on it (`link`): its speaker, cue, time. */
function painter(doc, places) {
  let painted = [];
  return scroll => {
    for (const span of painted) span.classList.remove("on", "link");
    for (const note of doc.querySelectorAll(".note.on")) note.classList.remove("on");
    painted = [];
    if (!page.on) return;
    const lit = (token, name) => { for (const span of places.get(token) || []) { span.classList.add(name); painted.push(span); } };
    lit(page.on, "eo".includes(page.on[0]) ? "link" : "on");
    for (const part of ["speaker", "cue", "addressee"]) lit(page.on + "." + part, "link");
    for (const id of page.links) lit(id, "link");
    for (const note of doc.querySelectorAll(".note")) if (note.dataset.id === page.on) note.classList.add("on");
    if (scroll) bring((places.get(page.on) || [])[0]);
  };
}

/* Charts: a click on a bar tells its record, and the chosen record's bars are outlined here, so that the drawing stays. */
function paintChart(chart) {
  for (const bar of chart.querySelectorAll(".point")) {
    const drawn = bar.__data__ || {}, trace = bar.closest(".trace")?.__data__?.[0]?.trace;
    const on = Boolean(page.on) && (drawn.data || trace?.customdata?.[drawn.i] || [])[0] === page.on;
    bar.classList.toggle(trace?.marker?.color === "rgba(0,0,0,0)" ? "around" : "on", on); // the unseen bar that takes the clicks
  }
}

function charts() {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    if (!chart.on) continue;
    paintChart(chart);
    if (chart.isnad) continue;
    chart.isnad = true;
    chart.on("plotly_afterplot", () => paintChart(chart));
    chart.on("plotly_click", ({points}) => {
      const id = points.map(point => point.customdata?.[0]).find(Boolean);
      if (!id) return;
      choose(page.on === id ? "" : id, [], null);
      page.send("clicked", "go:" + page.on);
    });
  }
}

/* The room the timeline has, told once and again when the window changes: its labels are cut for it. */
function measure(known, send) {
  const room = () => document.querySelector(".st-key-plot")?.clientWidth || 0;
  const tell = () => { const width = room(); if (width && Math.abs(width - page.width) > 24) { page.width = width; send("clicked", "width:" + width); } };
  page.width ??= known;
  clearTimeout(page.measuring);
  page.measuring = setTimeout(tell, 150);
  page.resized ??= addEventListener("resize", () => { clearTimeout(page.measuring); page.measuring = setTimeout(tell, 250); }) || true;
}

/* Sets what concerns the whole document: language, direction, layers switched off, the chosen record; hears the keys. */
function signal(component) {
  const {data, setTriggerValue} = component, html = document.documentElement;
  page.send = setTriggerValue;
  page.off = data.off;
  html.lang = data.lang;
  html.dir = data.lang === "ar" ? "rtl" : "ltr";
  html.dataset.off = data.off.join(" ");
  html.dataset.by = data.by;
  html.style.colorScheme = getComputedStyle(document.querySelector(".stApp")).colorScheme; // dialogs stand outside .stApp
  for (const [name, value] of Object.entries(data.vars)) html.style.setProperty("--" + name, value);
  choose(data.on, data.links, null);
  measure(data.width, setTriggerValue);
  if (page.keys) return;
  page.keys = true;
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, [contenteditable], [role=dialog]")) return;
    const what = {Escape: "card:close", KeyJ: "card:next", KeyK: "card:previous"}[event.code]; // by place: Arabic keyboards too
    if (event.key === "Escape") for (const name of ["data-menu", "data-library"]) html.removeAttribute(name);
    if (what && (page.on || what === "card:next")) page.send("clicked", what);
  });
  addEventListener("popstate", () => page.send("clicked", "back:" + location.search));
  addEventListener("pointerdown", charts, true);
  new MutationObserver(() => { clearTimeout(page.drawing); page.drawing = setTimeout(charts, 120); })
    .observe(document.querySelector(".stMain"), {childList: true, subtree: true});
  addEventListener("dragenter", event => {
    if (!event.dataTransfer?.types.includes("Files") || document.querySelector("[data-testid=stFileUploaderDropzone]")) return;
    document.querySelector(".st-key-add button")?.click();
  });
  addEventListener("click", event => {
    if (!event.target.closest(".st-key-switcher")) html.removeAttribute("data-library");
    if (!event.target.closest(".st-key-tools, .st-key-more")) html.removeAttribute("data-menu");
  });
}
