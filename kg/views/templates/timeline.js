"use strict";
(() => {
  const { day, iso, words, make, draw, read, prepare, chosen, show, rows, hands, TOLD } = window.kgCalendar;
  const calendar = read(window.kgData);
  const svg = document.getElementById("timeline"), form = document.getElementById("filters");
  const ROW = 18, HEAD = 26, TITLE = 20, FEW_ROWS = 6, MANY_ROWS = 150, LANES = 12, LISTED = 100;
  const dated = calendar.events.filter((one) => one.from !== null);
  const days = [...dated, ...calendar.posts].flatMap((one) => [one.from, one.until]);
  const whole = days.length ? [days.reduce((a, b) => Math.min(a, b)) - 3, days.reduce((a, b) => Math.max(a, b)) + 4] : [day("2020-01-01"), day("2030-01-01")];
  const view = { from: whole[0], to: whole[1] };
  const expanded = new Set();
  let listed = LISTED, width = 800, shownEvents = [], shownPosts = [], drawn = [], frame = 0;

  const x = (at) => ((at - view.from) / (view.to - view.from)) * width;
  const inView = (one) => one.until + 1 >= view.from && one.from <= view.to;

  function busiest() {
    const sorted = shownEvents.filter((one) => one.from !== null && one.until - one.from < 62).map((one) => one.from).sort((a, b) => a - b);
    if (sorted.length < 4) return whole;
    const part = Math.max(2, Math.ceil(sorted.length * 0.5));
    let best = 0;
    for (let i = 0; i + part - 1 < sorted.length; i++) {
      if (sorted[i + part - 1] - sorted[i] < sorted[best + part - 1] - sorted[best]) best = i;
    }
    const span = Math.max(10, sorted[best + part - 1] - sorted[best]);
    return [sorted[best] - span * 0.06 - 1, sorted[best] + span * 1.06 + 2];
  }

  function look(from, to) {
    const span = Math.min(Math.max(to - from, 2), (whole[1] - whole[0]) * 1.2);
    const middle = Math.min(Math.max((from + to) / 2, whole[0]), whole[1]);
    view.from = middle - span / 2;
    view.to = middle + span / 2;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(render);
  }
  const pan = (pixels) => { const moved = (pixels / width) * (view.to - view.from); look(view.from - moved, view.to - moved); };
  const zoom = (factor, at = width / 2) => {
    const fixed = view.from + (at / width) * (view.to - view.from);
    look(fixed - (fixed - view.from) * factor, fixed + (view.to - fixed) * factor);
  };

  /* Steps of the axis and of the counts: the finest whose step is at least so many pixels wide. */
  const STEPS = [["day", 1, 1], ["week", 7, 7], ["month", 30.4, 1], ["quarter", 91, 3], ["year", 365, 12], ["5 years", 1826, 60], ["10 years", 3652, 120], ["50 years", 18262, 600]];
  function steps(pixels) {
    const [name, , many] = STEPS.find(([, length]) => (length / (view.to - view.from)) * width >= pixels) || STEPS.at(-1);
    const edges = [];
    if (name === "day" || name === "week") {
      for (let at = Math.floor((view.from + 3) / many) * many - 3; at <= view.to + many; at += many) edges.push(at);
    } else {
      const start = new Date(view.from * 864e5);
      let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / many) * many;
      for (let at = 0; edges.length < 2000; month += many) {
        const date = new Date(0);
        date.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
        at = date.getTime() / 864e5;
        edges.push(at);
        if (at > view.to) break;
      }
    }
    return { name, edges };
  }
  const named = (at, name) => name.includes("year") ? iso(at).slice(0, 4) : name === "month" || name === "quarter" ? iso(at).slice(0, 7) : iso(at);

  function lanes() {
    const by = form.elements.lanes.value, found = new Map();
    const add = (name, one) => { if (!found.has(name)) found.set(name, []); found.get(name).push(one); };
    for (const one of shownEvents) {
      if (one.from === null) continue;
      const names = by === "type" ? [words(one.type)] : by === "actor" ? one.who : one.spots.map((spot) => spot.name);
      for (const name of new Set(names.length ? names : ["not told"])) add(name, one);
    }
    const most = [...found].sort((a, b) => (a[0] === "not told") - (b[0] === "not told") || b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    const first = most.slice(0, LANES), rest = most.slice(LANES);
    if (rest.length) first.push([`${rest.length} others`, [...new Set(rest.flatMap(([, items]) => items))]]);
    return first;
  }

  /* Puts each item into the first row that is free where it lies; null when there are more than `limit` rows. */
  function pack(items, limit, labelled) {
    const ends = [], placed = [];
    for (const one of [...items].sort((a, b) => a.from - b.from || b.until - a.until)) {
      const left = Math.max(0, x(one.from)), right = Math.max(left + 9, x(one.until + 1));
      const end = Math.min(labelled ? Math.max(right, Math.min(right, width) + 5 + Math.min(one.label.length, 46) * 6.4) : right, right + 320);
      let row = ends.findIndex((free) => free < left - 2);
      if (row < 0) row = ends.length;
      if (row >= limit) return null;
      ends[row] = end;
      placed.push({ one, left, right, row });
    }
    return { placed, rows: ends.length };
  }

  function item(one, top, left, right, labelled) {
    const group = draw("g", { class: "item", tabindex: "-1", role: "button", style: one.group ? `--tone: var(--${one.group}, var(--Other))` : "" });
    group.setAttribute("aria-label", `${one.label}; ${one.when}${one.status ? "; " + TOLD[one.status] : ""}`);
    group.append(draw("title", {}, `${one.label}\n${one.when}${one.status ? "\n" + TOLD[one.status] : ""}`));
    if (one.status) {
      const open = one.until > one.from ? " open" : "";
      group.append(draw("rect", { class: `mark ${one.status}${open}`, x: left, y: top + 3, width: Math.min(right, width + 9) - left, height: ROW - 7, rx: 3 }));
    } else {
      group.append(draw("line", { class: "possible", x1: left, x2: right, y1: top + ROW / 2, y2: top + ROW / 2 }));
      const from = Math.max(-9, x(one.first)), to = Math.max(from + 5, x(one.last + 1));
      group.append(draw("rect", { class: "held", x: from, y: top + 5, width: to - from, height: ROW - 10, rx: 2 }));
    }
    if (labelled && right < width - 40) group.append(draw("text", { x: right + 5, y: top + ROW - 5 }, one.label.length > 46 ? one.label.slice(0, 45) + "…" : one.label));
    group.kgItem = one;
    drawn.push(group);
    return group;
  }

  function counts(items, top, height) {
    const { name, edges } = steps(7), made = draw("g");
    const bins = edges.map(() => ({ happened: 0, told: 0, groups: new Map() }));
    let low = 0;
    for (const one of [...items].sort((a, b) => a.from - b.from)) {
      if (one.from < edges[0]) continue;
      while (low + 1 < edges.length && edges[low + 1] <= one.from) low++;
      bins[low][!one.status || one.status === "actual" ? "happened" : "told"]++;
      bins[low].groups.set(one.group || "person", (bins[low].groups.get(one.group || "person") || 0) + 1);
    }
    const most = bins.reduce((best, bin) => Math.max(best, bin.happened + bin.told), 1);
    bins.forEach((bin, i) => {
      if (!bin.happened && !bin.told || i + 1 >= edges.length) return;
      const left = x(edges[i]) + 0.5, wide = Math.max(1, x(edges[i + 1]) - left - 1), unit = (height - 4) / most;
      const group = draw("g", { style: `--tone: var(--${[...bin.groups].sort((a, b) => b[1] - a[1])[0][0]}, var(--Other))` });
      group.append(draw("title", {}, `${name} of ${named(edges[i], name)}: ` + (bin.groups.has("person")
        ? `${bin.happened} posts may begin` : `${bin.happened} happened, ${bin.told} planned, demanded or denied`)));
      const base = top + height;
      group.append(draw("rect", { class: "column", x: left, width: wide, y: base - bin.happened * unit, height: bin.happened * unit }));
      group.append(draw("rect", { class: "column told", x: left, width: wide, y: base - (bin.happened + bin.told) * unit, height: bin.told * unit }));
      group.kgSpan = [edges[i], edges[i + 1]];
      made.append(group);
    });
    made.append(draw("text", { class: "quiet", x: width - 6, y: top - 6, "text-anchor": "end" }, `by ${name}, up to ${most}`));
    return made;
  }

  function lane(name, items, top, dense) {
    const seen = items.filter(inView), isPost = dense === "posts";
    if (!seen.length) return null;
    const group = draw("g"), open = expanded.has(name);
    const limit = open ? MANY_ROWS : isPost ? 14 : FEW_ROWS;
    const withNames = seen.length <= 200 && pack(seen, limit, true), packed = withNames || pack(seen, limit, false);
    const labelled = Boolean(withNames);
    const tall = packed ? packed.rows * ROW : 56;
    group.append(draw("text", { class: "name", x: 6, y: top + 14 }, `${name.length > 60 ? name.slice(0, 59) + "…" : name} · ${seen.length}`));
    if (!packed || open) {
      const toggle = draw("text", { class: "toggle", x: 6, y: top + TITLE + tall + 12, role: "button", tabindex: "0" }, open ? "show fewer rows" : isPost ? "too many to draw: show all rows" : "show each");
      toggle.kgToggle = name;
      group.append(toggle);
    }
    if (packed) for (const { one, left, right, row } of packed.placed) group.append(item(one, top + TITLE + row * ROW, left, right, labelled));
    else group.append(counts(seen, top + TITLE, tall));
    return { group, height: TITLE + tall + (packed && !open ? 6 : 20) };
  }

  function axis(height) {
    const { name, edges } = steps(88), group = draw("g", { "aria-hidden": "true" });
    for (const at of edges) {
      group.append(draw("line", { class: "grid", x1: x(at), x2: x(at), y1: HEAD - 6, y2: height }));
      group.append(draw("text", { class: "quiet", x: x(at) + 3, y: HEAD - 9 }, named(at, name)));
    }
    return group;
  }

  function render() {
    width = Math.max(200, svg.clientWidth);
    drawn = [];
    const parts = [];
    let top = HEAD + 4;
    const all = lanes();
    if (shownPosts.length) all.push(["Posts", shownPosts]);
    for (const [i, [name, items]] of all.entries()) {
      const made = lane(name, items, top, i === all.length - 1 && shownPosts.length ? "posts" : "events");
      if (!made) continue;
      if (parts.length % 2) parts.push(draw("g"));
      else parts.push(draw("rect", { class: "lane", x: 0, y: top - 2, width, height: made.height }));
      parts.at(-1).kgLane = made.group;
      top += made.height;
    }
    if (!parts.length) { parts.push(draw("text", { class: "quiet", x: 12, y: 60 }, "Nothing here: move, zoom out or reset the filters.")); top = 90; }
    svg.setAttribute("height", top + 6);
    svg.setAttribute("viewBox", `0 0 ${width} ${top + 6}`);
    svg.replaceChildren(...parts.filter((part) => part.tagName !== "g"), axis(top + 6), ...parts.map((part) => part.kgLane).filter(Boolean));
    summarise();
  }

  function summarise() {
    const visible = shownEvents.filter((one) => one.from !== null && inView(one)), undated = shownEvents.filter((one) => one.from === null);
    const posts = shownPosts.filter(inView);
    document.getElementById("summary").textContent =
      `${visible.length} of ${calendar.events.length} events, ${posts.length} posts; ${iso(Math.max(view.from, whole[0]))} to ${iso(Math.min(view.to, whole[1]))}`;
    const items = [...visible, ...posts, ...undated];
    document.getElementById("counted").textContent = `${items.length}, of them ${undated.length} events without a date`;
    rows(document.getElementById("list"), items.slice(0, listed), (one) => show(one));
    document.getElementById("more").hidden = items.length <= listed;
  }

  function filter() {
    const wanted = chosen(form);
    shownEvents = calendar.events.filter(wanted.event);
    shownPosts = form.elements.posts.checked ? calendar.posts.filter(wanted.post) : [];
    listed = LISTED;
    render();
  }

  function tap(target) {
    const toggle = target.kgToggle, found = target.closest(".item"), column = target.closest("g");
    if (toggle) { expanded.has(toggle) ? expanded.delete(toggle) : expanded.add(toggle); render(); }
    else if (found) show(found.kgItem);
    else if (column && column.kgSpan) { const [from, to] = column.kgSpan; look(from - (to - from) * 0.3, to + (to - from) * 0.3); }
  }

  const acts = {
    in: () => zoom(0.6), out: () => zoom(1.7), left: () => pan(width / 4), right: () => pan(-width / 4),
    all: () => look(...whole), busy: () => look(...busiest()),
  };
  const KEYS = { ArrowLeft: "left", ArrowRight: "right", "+": "in", "=": "in", "-": "out", Home: "all", End: "busy" };
  svg.addEventListener("keydown", (pressed) => {
    const found = pressed.target.closest(".item"), toggle = pressed.target.kgToggle;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[pressed.key];
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    if (found && step) drawn[(drawn.indexOf(found) + step + drawn.length) % drawn.length].focus();
    else if (found && pressed.key === "Escape") svg.focus();
    else if (found && (pressed.key === "Enter" || pressed.key === " ")) show(found.kgItem);
    else if (toggle && (pressed.key === "Enter" || pressed.key === " ")) tap(pressed.target);
    else if (pressed.target === svg && pressed.key === "Enter" && drawn.length) drawn[0].focus();
    else if (pressed.key in KEYS) acts[KEYS[pressed.key]]();
    else return;
    pressed.preventDefault();
  });
  for (const button of document.querySelectorAll("[data-do]")) button.addEventListener("click", acts[button.dataset.do]);
  document.getElementById("more").addEventListener("click", () => { listed += 200; summarise(); });
  const groups = [...new Set(calendar.events.map((one) => one.group))].sort();
  document.getElementById("groups").append(...groups.map((name) => make("li", {}, make("span", { class: "swatch", style: `--tone: var(--${name}, var(--Other))` }), name)));
  prepare(form, calendar);
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  hands(svg, { pan, zoom, tap });
  new ResizeObserver(() => { if (Math.abs(svg.clientWidth - width) > 1) render(); }).observe(svg);
  filter();
  look(...busiest());
  window.kgTimeline = { view, look, events: () => shownEvents.filter((one) => one.from !== null && inView(one)).length };
})();
