"use strict";
(() => {
  const { iso, spell, make, draw, read, prepare, chosen, show, hands } = window.kgCalendar;
  const calendar = read(window.kgData), { places: placeRows, radii } = window.kgData.places;
  const svg = document.getElementById("map"), form = document.getElementById("filters"), element = (id) => document.getElementById(id);
  const WORLD = 1000, FINEST = 0.4, NEAR = 27;
  const view = { x: 0, y: 130, width: WORLD };
  let size = { width: 800, height: 500 }, marks = [], drawn = [], events = [], frame = 0, timer = 0;

  const mercator = (longitude, latitude) => {
    const up = (Math.max(-83, Math.min(83, latitude)) * Math.PI) / 180;
    return [((longitude + 180) / 360) * WORLD, WORLD / 2 - (Math.log(Math.tan(Math.PI / 4 + up / 2)) / (2 * Math.PI)) * WORLD];
  };
  const kilometre = (latitude) => WORLD / (40075 * Math.cos((Math.max(-83, Math.min(83, latitude)) * Math.PI) / 180));

  /* The base map: arcs as differences, rings as lists of arcs, unrolled where they cross 180 degrees. */
  function outlines({ step, arcs, countries }) {
    const points = arcs.map((arc) => {
      const found = [];
      for (let i = 0, x = 0, y = 0; i < arc.length; i += 2) found.push([(x += arc[i]) * step, (y += arc[i + 1]) * step]);
      return found;
    });
    const ring = (numbers) => {
      const all = numbers.flatMap((number) => (number >= 0 ? points[number] : [...points[~number]].reverse()));
      let turns = 0, before = all[0][0];
      const unrolled = all.map(([x, y]) => {
        if (Math.abs(x - before) > 180) turns += x < before ? 1 : -1;
        before = x;
        return [x + 360 * turns, y];
      });
      const shift = unrolled.some(([x]) => x < -180.01) ? 360 : 0;
      return unrolled.map(([x, y]) => mercator(x + shift, y));
    };
    return Object.fromEntries(Object.entries(countries).map(([code, polygons]) => {
      const rings = polygons.flat().map(ring);
      const boxes = rings.map((one) => ({
        left: Math.min(...one.map(([x]) => x)), right: Math.max(...one.map(([x]) => x)),
        top: Math.min(...one.map(([, y]) => y)), bottom: Math.max(...one.map(([, y]) => y)),
      }));
      const main = boxes.reduce((a, b) => ((a.right - a.left) * (a.bottom - a.top) >= (b.right - b.left) * (b.bottom - b.top) ? a : b));
      const path = rings.map((one) => "M" + one.map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join("L") + "Z").join("");
      return [code, { path, x: (main.left + main.right) / 2, y: (main.top + main.bottom) / 2, reach: Math.max(main.right - main.left, main.bottom - main.top) / 2 }];
    }));
  }
  const land = outlines(window.kgData.basemap);
  const base = draw("g", { class: "land" }), fields = draw("g"), badges = draw("g");
  base.append(...Object.keys(land).sort().map((code) => draw("path", { d: land[code].path, "fill-rule": "evenodd" })));
  svg.append(base, fields, badges);

  const places = new Map(placeRows.map(([iri, name, within, longitude, latitude, precision, code, page]) => {
    const place = { iri, name, within, precision, code, page, known: precision || (code && land[code] ? "country" : "") };
    if (longitude !== null) {
      [place.x, place.y] = mercator(longitude, latitude);
      place.km = kilometre(latitude);
      place.reach = (radii[precision] || radii.city) * place.km;
    } else if (code && land[code]) Object.assign(place, { x: land[code].x, y: land[code].y, reach: land[code].reach, country: land[code].path });
    return [iri, place];
  }));

  function ringPath(inner, outer) {
    const circle = (r) => `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z`;
    return circle(outer) + circle(inner);
  }
  const TOWARDS = { northOf: -90, southOf: 90, eastOf: 0, westOf: 180, northeastOf: -45, northwestOf: -135, southeastOf: 45, southwestOf: 135 };
  function sectorPath(inner, outer, towards) {
    const at = (r, turn) => { const angle = ((towards + turn) * Math.PI) / 180; return `${r * Math.cos(angle)} ${r * Math.sin(angle)}`; };
    return `M${at(inner, -45)}L${at(outer, -45)}A${outer} ${outer} 0 0 1 ${at(outer, 45)}L${at(inner, 45)}A${inner} ${inner} 0 0 0 ${at(inner, -45)}Z`;
  }

  /* The area of a mark in units of the world, at its place: circle, ring, sector, or a country's land. */
  function areaOf({ place, relation, tone }) {
    const style = `--tone: var(--${tone}, var(--Other))`;
    if (place.country) return draw("path", { class: "area" + (relation ? " beside" : ""), d: place.country, style, "fill-rule": "evenodd" });
    const least = 5 / scale(), at = `translate(${place.x} ${place.y})`, reach = Math.max(place.reach, least);
    const far = Math.max(relation === "outskirts" ? 1.7 * reach : 3 * reach, relation === "outskirts" ? 0 : reach + 15 * place.km);
    if (relation in TOWARDS) return draw("path", { class: "area beside", d: sectorPath(reach, Math.max(far, reach + 40 * place.km), TOWARDS[relation]), transform: at, style });
    if (relation) return draw("path", { class: "area beside", d: ringPath(reach * 0.8, far), transform: at, style, "fill-rule": "evenodd" });
    return draw("circle", { class: "area", r: reach, transform: at, style });
  }

  const scale = () => size.width / view.width;
  const screen = (place) => [(place.x - view.x) * scale(), (place.y - view.y) * scale()];

  function look(x, y, width) {
    view.width = Math.max(FINEST, Math.min(WORLD * 1.1, width));
    view.x = x;
    view.y = y;
    const tall = (size.height / size.width) * view.width;
    view.x = Math.max(-view.width * 0.4, Math.min(WORLD - view.width * 0.6, view.x));
    view.y = Math.max(-tall * 0.4, Math.min(WORLD - tall * 0.6, view.y));
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(render);
  }
  const pan = (dx, dy) => look(view.x - dx / scale(), view.y - dy / scale(), view.width);
  function zoom(factor, atX = size.width / 2, atY = size.height / 2) {
    const width = Math.max(FINEST, Math.min(WORLD * 1.1, view.width * factor)), part = 1 - width / view.width;
    look(view.x + (atX / scale()) * part, view.y + (atY / scale()) * part, width);
  }
  function fit(found, room = 1.35) {
    if (!found.length) return look(0, 130, WORLD);
    const left = Math.min(...found.map((one) => one.x - one.reach)), right = Math.max(...found.map((one) => one.x + one.reach));
    const top = Math.min(...found.map((one) => one.y - one.reach)), bottom = Math.max(...found.map((one) => one.y + one.reach));
    const width = Math.max((right - left) * room, (bottom - top) * room * (size.width / size.height), 2);
    look((left + right) / 2 - width / 2, (top + bottom) / 2 - ((size.height / size.width) * width) / 2, width);
  }
  /* The places around which most lies: those left when the outermost tenth on each side is taken away. */
  function busiest() {
    const all = marks.flatMap((mark) => mark.events.map(() => mark.place));
    const middle = (key) => { const sorted = all.map((place) => place[key]).sort((a, b) => a - b); const cut = Math.floor(sorted.length / 10); return [sorted[cut], sorted.at(-1 - cut)]; };
    if (!all.length) return fit([]);
    const [left, right] = middle("x"), [top, bottom] = middle("y");
    fit(marks.map((mark) => mark.place).filter((place) => place.x >= left && place.x <= right && place.y >= top && place.y <= bottom)
      .map((place) => ({ ...place, reach: Math.min(place.reach, 12) })));
  }

  /* Marks whose numbers would lie on each other are counted as one. */
  function clusters() {
    const found = [];
    for (const mark of marks) {
      const [x, y] = screen(mark.place);
      if (x < -30 || y < -30 || x > size.width + 30 || y > size.height + 30) continue;
      const near = found.find((one) => Math.hypot(one.x - x, one.y - y) < NEAR);
      if (near) near.marks.push(mark);
      else found.push({ x, y, marks: [mark] });
    }
    return found;
  }

  function badge(cluster) {
    const all = [...new Set(cluster.marks.flatMap((mark) => mark.events))], first = cluster.marks[0];
    const names = [...new Set(cluster.marks.map((mark) => mark.name))];
    const group = draw("g", { class: "item", role: "button", tabindex: "-1", transform: `translate(${cluster.x.toFixed(1)} ${cluster.y.toFixed(1)})`, style: `--tone: var(--${first.tone}, var(--Other))` });
    const label = `${names.slice(0, 6).join(", ")}${names.length > 6 ? " …" : ""}: ${all.length} ${all.length === 1 ? "event" : "events"}`;
    group.setAttribute("aria-label", label);
    const radius = 9 + Math.min(4, String(all.length).length * 1.5);
    group.append(draw("title", {}, label), draw("circle", { class: "badge", r: radius }), draw("text", { y: 4 }, String(all.length)));
    group.kgCluster = { names, events: all, marks: cluster.marks };
    group.kgRoom = { x: cluster.x, y: cluster.y, radius, name: names[0] + (names.length > 1 ? ` +${names.length - 1}` : "") };
    return group;
  }

  /* Names where there is room for them, the busiest places first. */
  function nameBadges() {
    const taken = drawn.map(({ kgRoom: { x, y, radius } }) => [x - radius, y - radius, x + radius, y + radius]);
    for (const one of drawn) {
      const { x, y, radius, name } = one.kgRoom, short = name.length > 24 ? name.slice(0, 23) + "…" : name;
      const box = [x + radius + 1, y - 8, x + radius + 6 + short.length * 6.6, y + 8];
      if (taken.some((other) => other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1])) continue;
      taken.push(box);
      one.append(draw("text", { class: "place", x: radius + 4, y: 4 }, short));
    }
  }

  function render() {
    size = { width: Math.max(200, svg.clientWidth), height: Math.max(200, svg.clientHeight) };
    const move = `scale(${scale()}) translate(${-view.x} ${-view.y})`;
    base.setAttribute("transform", move);
    fields.setAttribute("transform", move);
    fields.replaceChildren(...marks.map(areaOf));
    drawn = clusters().map(badge);
    badges.replaceChildren(...drawn);
    nameBadges();
  }

  function count() {
    const found = new Map(), lost = new Map();
    for (const one of events) {
      for (const spot of one.spots) {
        const place = places.get(spot.iri);
        if (!place) continue;
        const name = (spot.relation ? spell(spot.relation) + " " : "") + place.name;
        const key = (place.x === undefined ? "" : spot.relation + " ") + place.iri, into = place.x === undefined ? lost : found;
        if (!into.has(key)) into.set(key, { place, relation: spot.relation, name, events: [] });
        into.get(key).events.push(one);
      }
    }
    const order = (map) => [...map.values()].sort((a, b) => b.events.length - a.events.length || (a.name < b.name ? -1 : 1));
    for (const mark of found.values()) {
      const groups = new Map();
      for (const one of mark.events) groups.set(one.group, (groups.get(one.group) || 0) + 1);
      mark.tone = [...groups].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0][0];
    }
    marks = order(found);
    lists(order(lost));
  }

  function lists(lost) {
    const row = (third, mark) => {
      const button = make("button", { type: "button", class: "link" }, mark.name);
      button.addEventListener("click", () => { open(mark.name, mark.events, mark.place); if (mark.place.x !== undefined) fit([{ ...mark.place, reach: Math.max(mark.place.reach, 1) }], 4); });
      return make("tr", {}, make("td", {}, button), make("td", {}, third(mark)), make("td", {}, String(mark.events.length)));
    };
    element("list").replaceChildren(...marks.map((mark) => row(({ place }) => [place.known, place.within].filter(Boolean).join(", "), mark)));
    element("lost").replaceChildren(...lost.map((mark) => row(({ place }) => place.within, mark)));
    element("counted").textContent = marks.length;
    element("lost-count").textContent = lost.length;
    const located = new Set(marks.flatMap((mark) => mark.events)).size, nowhere = events.filter((one) => !one.spots.length).length;
    element("summary").textContent = `${located} of ${calendar.events.length} events on the map; ${nowhere} chosen ones name no place`;
  }

  function open(name, all, place) {
    const panel = make("div"), list = make("ul");
    if (place) panel.append(make("p", {}, make("a", { href: place.page }, "All about this place")));
    for (const one of all.slice(0, 100)) {
      const button = make("button", { type: "button", class: "link" }, one.label);
      button.addEventListener("click", () => show(one));
      list.append(make("li", {}, button, ` ${one.when} · ${window.kgCalendar.TOLD[one.status]}`));
    }
    if (all.length > 100) list.append(make("li", {}, `and ${all.length - 100} more: choose a kind or a time`));
    panel.append(list);
    window.kgPanel.show(`${name}: ${all.length} ${all.length === 1 ? "event" : "events"}`, panel);
  }

  function tap(target) {
    const found = target.closest(".item");
    if (!found) return;
    const { names, events: all, marks: inside } = found.kgCluster;
    const apart = inside.some((mark) => Math.hypot(mark.place.x - inside[0].place.x, mark.place.y - inside[0].place.y) > FINEST / 4);
    if (apart && view.width > FINEST * 4) fit(inside.map((mark) => ({ ...mark.place, reach: Math.min(mark.place.reach, 3) })), 2);
    else open(names.join(", "), all, inside.length === 1 ? inside[0].place : null);
  }

  const days = [...new Set(calendar.events.filter((one) => one.from !== null && one.spots.length).flatMap((one) => [one.from, one.until]))].sort((a, b) => a - b);
  const from = element("from"), until = element("until");
  for (const slider of [from, until]) slider.max = Math.max(0, days.length - 1);
  element("times").hidden = days.length < 2;
  const whole = () => { from.value = 0; until.value = days.length - 1; };

  function filter() {
    const wanted = chosen(form), first = days[Number(from.value)], last = days[Number(until.value)];
    const all = Number(from.value) === 0 && Number(until.value) === days.length - 1;
    events = calendar.events.filter((one) => wanted.event(one)
      && (one.from === null ? form.elements.undated.checked : all || (one.until >= first && one.from <= last)));
    for (const [slider, at] of [[from, first], [until, last]]) {
      if (at === undefined) continue;
      element(slider.id + "-day").textContent = iso(at);
      slider.setAttribute("aria-valuetext", iso(at));
    }
    count();
    render();
  }

  function stop() { clearInterval(timer); timer = 0; element("play").setAttribute("aria-pressed", "false"); element("play").textContent = "▶ Play"; }
  function play() {
    if (timer) return stop();
    element("play").setAttribute("aria-pressed", "true");
    element("play").textContent = "❚❚ Pause";
    const step = Math.max(1, Math.round(days.length / 60));
    let wide = Number(until.value) - Number(from.value);
    if (wide >= days.length - 1 || Number(until.value) >= days.length - 1) { wide = Math.min(wide, Math.max(1, Math.round(days.length / 10))); from.value = 0; until.value = wide; }
    form.elements.undated.checked = false;
    filter();
    timer = setInterval(() => {
      until.value = Number(until.value) + step;
      from.value = Number(until.value) - wide;
      filter();
      if (Number(until.value) >= days.length - 1) stop();
    }, 500);
  }

  const acts = { in: () => zoom(0.6), out: () => zoom(1.7), left: () => pan(size.width / 5, 0), right: () => pan(-size.width / 5, 0),
    up: () => pan(0, size.height / 5), down: () => pan(0, -size.height / 5), all: () => fit([]), busy: busiest };
  const KEYS = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", "+": "in", "=": "in", "-": "out", Home: "all", End: "busy" };
  svg.addEventListener("keydown", (pressed) => {
    const found = pressed.target.closest(".item"), enter = pressed.key === "Enter" || pressed.key === " ";
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[pressed.key];
    if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    if (found && step) drawn[(drawn.indexOf(found) + step + drawn.length) % drawn.length].focus();
    else if (found && pressed.key === "Escape") svg.focus();
    else if (found && enter) tap(found);
    else if (pressed.target === svg && enter && drawn.length) drawn[0].focus();
    else if (pressed.key in KEYS) { svg.focus(); acts[KEYS[pressed.key]](); } else return;
    pressed.preventDefault();
  });
  for (const button of document.querySelectorAll("[data-do]")) button.addEventListener("click", acts[button.dataset.do]);
  from.addEventListener("input", () => { if (Number(from.value) > Number(until.value)) until.value = from.value; filter(); });
  until.addEventListener("input", () => { if (Number(from.value) > Number(until.value)) from.value = until.value; filter(); });
  element("play").addEventListener("click", play);
  const groups = [...new Set(calendar.events.map((one) => one.group))].sort();
  element("groups").append(...groups.map((name) => make("li", {}, make("span", { class: "swatch", style: `--tone: var(--${name}, var(--Other))` }), name)));
  prepare(form, calendar);
  whole();
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(() => { stop(); whole(); filter(); }));
  hands(svg, { pan, zoom, tap });
  new ResizeObserver(() => { if (Math.abs(svg.clientWidth - size.width) > 1) render(); }).observe(svg);
  filter();
  busiest();
  window.kgMap = { view, marks: () => marks.map((mark) => [mark.name, mark.events.length]) };
})();
