"use strict";
(() => {
  const model = window.kgNetworkModel(), { nodes, settings } = model;
  const panel = window.kgNetworkPanel(model, { select, showTie, only: (id) => { chosen = id; element("hops").value = "1"; refresh({ fit: true }); } });
  const element = (id) => document.getElementById(id);
  const { make, button } = panel;
  const SHAPES = { person: "dot", organization: "square", place: "triangle", event: "diamond", other: "hexagon" };
  const TONES = { talks: "good", cooperation: "good", pressure: "bad", attacks: "bad" };
  const BROAD = new Set(["attacks", "cooperation"]), ROWS = 100, RING = 190, NARROW = 600, ALWAYS = 14;
  const KEPT = ["view", "hops", "most", "from", "until", "modality", "type", "by", "confidence"];
  let chosen = -1, shown = { drawn: new Set(), ties: [], weight: new Map(), things: 0 }, listed = ROWS, colours = {}, fresh = true, grown = 1, waiting = 0;

  function readColours() {
    const style = getComputedStyle(document.querySelector(".network")), of = (name) => style.getPropertyValue(`--${name}`).trim();
    colours = Object.fromEntries(["ink", "muted", "line", "surface", "accent", "person", "organization", "place", "event", "other"].map((name) => [name, of(name)]));
    for (const name of ["good", "bad", "plain"]) {
      const probe = make("span", { style: `color: var(--${name})` });
      document.querySelector(".network").append(probe);
      colours[name] = getComputedStyle(probe).color;
      probe.remove();
    }
  }

  const drawnNodes = new vis.DataSet(), drawnEdges = new vis.DataSet();
  const network = new vis.Network(element("network"), { nodes: drawnNodes, edges: drawnEdges }, {
    physics: { enabled: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, multiselect: false, hideEdgesOnDrag: false, keyboard: { enabled: true, bindToWindow: false }, tooltipDelay: 1e9, selectConnectedEdges: true },
    nodes: { borderWidth: 1.5, borderWidthSelected: 3 },
    edges: { selectionWidth: 1.5, hoverWidth: 1, arrows: { to: { scaleFactor: 0.55 } } },
  });

  /* ---- what is wanted, and what is drawn of it ---- */
  const checked = (name) => new Set([...document.querySelectorAll(`input[name=${name}]:checked`)].map((input) => input.value));
  function wanted() {
    const value = (id) => element(id).value;
    return {
      view: value("view"), hops: Number(value("hops")), chosen, kinds: checked("kind"), ties: checked("tie"), from: value("from"), until: value("until"),
      undated: element("undated").checked, modality: value("modality"), type: value("type"), confidence: Number(value("confidence")),
      by: value("by") ? model.claimants.findIndex((one) => one.join(":") === value("by")) : -1,
    };
  }

  function place(asked, found) {
    const chart = element("network"), turned = chart.clientHeight > chart.clientWidth;
    if (!found.steps) return (id) => { const { x, y } = nodes[id][asked.view]; return turned ? { x: y, y: x } : { x, y }; };
    const rings = new Map(), spots = new Map();
    for (const id of found.drawn) {
      const step = found.steps.get(id);
      if (!rings.has(step)) rings.set(step, []);
      rings.get(step).push(id);
    }
    const home = nodes[chosen][asked.view], turn = (id) => Math.atan2(nodes[id][asked.view].y - home.y, nodes[id][asked.view].x - home.x);
    let radius = 0;
    for (const [step, ids] of [...rings].sort((a, b) => a[0] - b[0])) {
      if (step) radius = Math.max(radius + RING, (ids.length * 46) / (2 * Math.PI));
      ids.sort((a, b) => turn(a) - turn(b)).forEach((id, i) => {
        const angle = (i / ids.length) * 2 * Math.PI - Math.PI;
        spots.set(id, { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) });
      });
    }
    return (id) => spots.get(id);
  }

  function nodeItem(id, spot) {
    const node = nodes[id], color = colours[node.kind], size = grown * (6 + 2.6 * Math.min(shown.weight.get(id) || 1, 60) ** 0.5);
    return { id, ...spot, shape: SHAPES[node.kind], size: id === chosen ? size + 4 : size,
      color: { background: color, border: colours.surface, highlight: { background: color, border: colours.accent }, hover: { background: color, border: colours.accent } } };
  }
  function edgeItem(tie, parallel) {
    const { edge, used } = tie, tone = colours[TONES[edge.tie] || "plain"];
    const unreal = used.every((id) => !["actual", ""].includes(model.facts[id].modality));
    return { id: edge.id, from: edge.from, to: edge.to, arrows: edge.directed && !["place", "party"].includes(edge.tie) ? "to" : "", dashes: unreal ? [6, 5] : false,
      width: grown * Math.min(6, (BROAD.has(edge.tie) ? 1.8 : 1.2) + 0.8 * Math.log2(used.length)),
      color: { color: tone, highlight: tone, hover: tone, opacity: edge.tie in TONES ? 0.85 : 0.6 },
      smooth: parallel ? { enabled: true, type: parallel % 2 ? "curvedCW" : "curvedCCW", roundness: 0.14 * Math.ceil(parallel / 2) } : false };
  }

  /* Seen from afar, marks are drawn larger than life: they shrink with the square root of the distance alone. */
  function marksOf(found, asked) {
    const spot = place(asked, found), pairs = new Map();
    const items = [...found.drawn].map((id) => nodeItem(id, spot(id)));
    const lines = found.ties.map((tie) => {
      const pair = [Math.min(tie.edge.from, tie.edge.to), Math.max(tie.edge.from, tie.edge.to)].join();
      pairs.set(pair, (pairs.get(pair) ?? -1) + 1);
      return edgeItem(tie, pairs.get(pair));
    });
    return { items, lines };
  }
  function resize() {
    const factor = Math.min(3, Math.max(1, network.getScale() ** -0.6));
    if (Math.abs(factor / grown - 1) < 0.12) return;
    grown = factor;
    const { items, lines } = marksOf(shown, wanted());
    drawnNodes.update(items);
    drawnEdges.update(lines);
  }
  function fitAll() {
    network.fit({ maxZoomLevel: 1.5 });
    network.moveTo({ scale: network.getScale() * 0.92 });
    resize();
  }
  network.on("zoom", () => { clearTimeout(waiting); waiting = setTimeout(resize, 120); });

  /* `fit` moves the view to all that is drawn; `start` leaves the address as it was given. */
  function refresh({ fit = false, start = false } = {}) {
    const asked = wanted(), found = model.matching(asked);
    shown = { ...model.cut(found, Number(element("most").value), chosen), steps: found.steps };
    const { items, lines } = marksOf(shown, asked);
    const kept = new Set(lines.map((line) => line.id));
    drawnEdges.remove(drawnEdges.getIds().filter((id) => !kept.has(id)));
    drawnNodes.remove(drawnNodes.getIds().filter((id) => !shown.drawn.has(id)));
    drawnNodes.update(items);
    drawnEdges.update(lines);
    network.unselectAll();
    if (shown.drawn.has(chosen)) network.selectNodes([chosen]);
    if (fit || fresh) fitAll();
    fresh = false;
    listed = ROWS;
    summarise(asked);
    tabulate();
    if (!start) keep();
    document.body.dataset.settled = "true";
  }

  function summarise(asked) {
    const number = (count) => count.toLocaleString("en");
    const hidden = shown.things - shown.drawn.size, parts = [`${number(shown.drawn.size)} of ${number(shown.things)} things drawn, ${number(shown.ties.length)} ties`];
    if (hidden) parts.push(`${number(hidden)} with fewer ties are hidden: draw more, narrow the filters, or find one by name`);
    if (model.later && element("load") && !element("load").hidden) parts.push(`${number(model.later)} more are not loaded`);
    if (asked.hops && chosen < 0) parts.push("choose a thing to see what is around it");
    else if (chosen >= 0 && !shown.drawn.has(chosen)) parts.push(`${nodes[chosen].label.slice(0, 60)} has no tie that passes the filters`);
    element("summary").textContent = parts.join("; ") + ".";
    element("limit").textContent = number(Number(element("most").value));
    element("least").textContent = Number(element("confidence").value).toFixed(2);
    element("more").disabled = !hidden || Number(element("most").value) >= Number(element("most").max);
    for (const count of document.querySelectorAll(".count")) count.textContent = [...shown.drawn].filter((id) => nodes[id].kind === count.dataset.kind).length;
    for (const label of document.querySelectorAll("[data-tie]")) label.hidden = !settings[asked.view].includes(label.dataset.tie);
    document.querySelector("label:has(input[value=event])").hidden = asked.view === "actors";
  }

  /* ---- tables ---- */
  function tabulate() {
    if (!element("tables").open) return;
    const cell = (...inside) => make("td", {}, ...inside);
    const things = [...shown.drawn], ties = shown.ties;
    element("thing-rows").replaceChildren(...things.slice(0, listed).map((id) =>
      make("tr", {}, cell(button(nodes[id].label, () => select(id))), cell(nodes[id].type), make("td", { class: "number", text: shown.weight.get(id) }))));
    element("tie-rows").replaceChildren(...ties.slice(0, listed).map((tie) => make("tr", {}, cell(button(nodes[tie.edge.from].label, () => select(tie.edge.from))),
      cell(button(model.words(tie), () => showTie(tie))), cell(button(nodes[tie.edge.to].label, () => select(tie.edge.to))))));
    element("rows").hidden = Math.max(things.length, ties.length) <= listed;
  }

  /* ---- names: as many as there is room for, those with most ties first; always as large as the page's text ---- */
  const widths = new Map();
  network.on("afterDrawing", (ctx) => {
    const scale = network.getScale(), size = 12.5 / scale, taken = new Map(), cell = 40;
    const canvas = element("network"), wide = canvas.clientWidth, tall = canvas.clientHeight;
    const free = (left, top, right, bottom) => {
      const cells = [];
      for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x++) for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y++) cells.push(`${x},${y}`);
      for (const key of cells) for (const box of taken.get(key) || []) if (left < box[2] && right > box[0] && top < box[3] && bottom > box[1]) return false;
      for (const key of cells) { if (!taken.has(key)) taken.set(key, []); taken.get(key).push([left, top, right, bottom]); }
      return true;
    };
    ctx.font = `${size}px system-ui, sans-serif`;
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.5 / scale;
    ctx.strokeStyle = colours.surface;
    const write = (text, x, y, tone) => { ctx.strokeText(text, x, y); ctx.fillStyle = tone; ctx.fillText(text, x, y); };
    const near = new Set(chosen >= 0 && shown.drawn.has(chosen) ? [chosen, ...network.getConnectedNodes(chosen)] : []);
    const spots = [];
    for (const id of [...near, ...[...shown.drawn].filter((one) => !near.has(one))]) {
      const spot = network.body.nodes[id];
      if (!spot) continue;  // the library draws already while it is being given the others
      const { x, y } = network.canvasToDOM(spot), half = spot.options.size * scale;
      if (x < -80 || y < -20 || x > wide + 80 || y > tall + 20) continue;
      spots.push({ id, spot, x, y, half });
    }
    const most = [...spots].sort((a, b) => (b.id === chosen) - (a.id === chosen) || b.half - a.half).slice(0, ALWAYS);
    const others = spots.filter((one) => !most.includes(one));
    for (const { id, spot, x, y, half } of [...most, ...others]) {
      if (id === others[0]?.id) for (const one of spots) free(one.x - one.half, one.y - one.half, one.x + one.half, one.y + one.half);
      const text = nodes[id].label.length > 30 ? nodes[id].label.slice(0, 29) + "…" : nodes[id].label;
      if (!widths.has(text)) widths.set(text, ctx.measureText(text).width * scale);
      const side = widths.get(text) / 2;
      for (const [across, down] of [[0, half + 2], [0, -half - 17], [side + half + 3, -7], [-side - half - 3, -7]]) {
        const left = x + across - side, right = x + across + side;
        if (x >= 0 && x <= wide && (left < 2 || right > wide - 2)) continue;  // half a name tells nothing
        if (!free(left, y + down, right, y + down + 15)) continue;
        write(text, spot.x + across / scale, spot.y + down / scale, near.has(id) || !near.size ? colours.ink : colours.muted);
        break;
      }
    }
  });

  /* ---- choosing ---- */
  const tiesOf = (id) => shown.ties.filter(({ edge }) => edge.from === id || edge.to === id);
  function select(id) {
    chosen = id;
    if (nodes[id].kind === "event") element("view").value = "events";
    refresh({ fit: Boolean(element("hops").value) });
    if (shown.drawn.has(id) && !element("hops").value) network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.9), animation: false });
    resize();
    return panel.thing(id, tiesOf(id));
  }
  function showTie(tie) { return panel.tie(tie); }
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) { chosen = node; refresh({ fit: Boolean(element("hops").value) }); panel.thing(node, tiesOf(node)); }
    else if (edge !== undefined) showTie(shown.ties.find((tie) => tie.edge.id === edge));
  });
  const say = (text) => { element("told").textContent = text; };
  network.on("hoverNode", ({ node }) => say(`${nodes[node].label.slice(0, 120)} (${nodes[node].type})`));
  network.on("hoverEdge", ({ edge }) => {
    const tie = shown.ties.find((one) => one.edge.id === edge);
    if (tie) say([nodes[tie.edge.from].label.slice(0, 50), model.words(tie).slice(0, 80), nodes[tie.edge.to].label.slice(0, 50)].join(tie.edge.directed ? " → " : " – "));
  });
  network.on("blurNode", () => say(""));
  network.on("blurEdge", () => say(""));

  async function search() {
    const text = element("search").value;
    let [found] = model.find(text, 1);
    if (!found && text.trim() && model.later) { await load(); [found] = model.find(text, 1); }
    if (found) select(found.id);
    else if (text.trim()) element("summary").textContent = "Nothing here has that name.";
  }
  async function load() {
    await model.loadRest();
    if (element("load")) element("load").hidden = true;
    refresh();
  }

  /* ---- the address keeps the state of the filters ---- */
  const ticks = () => [...document.querySelectorAll("#filters input[type=checkbox]")];
  const tickName = (input) => input.id || `${input.name}:${input.value}`;
  function keep() {
    const state = new URLSearchParams();
    for (const id of KEPT) if (element(id).value !== initial.get(id)) state.set(id, element(id).value);
    for (const input of ticks()) if (!input.checked) state.append("off", tickName(input));
    if (chosen >= 0) state.set("thing", nodes[chosen].iri);
    history.replaceState(null, "", location.pathname + (state.size ? `#${state}` : ""));
  }
  async function restore() {
    const state = new URLSearchParams(location.hash.slice(1)), off = new Set(state.getAll("off")), thing = state.get("thing");
    for (const id of KEPT) element(id).value = state.get(id) ?? initial.get(id);
    for (const input of ticks()) input.checked = !off.has(tickName(input));
    if (thing && !model.at.has(thing)) await model.loadRest();
    chosen = model.at.get(thing) ?? -1;
    refresh({ fit: true, start: true });
    if (chosen >= 0) panel.thing(chosen, tiesOf(chosen));
  }

  const types = [...new Set(model.facts.filter((fact) => fact.modality).map((fact) => fact.label))].sort();
  element("type").append(...types.map((type) => make("option", { text: type, value: type })));
  for (const [kind, name] of [["source", "Named in the text"], ["publisher", "Published by"]]) {
    const group = make("optgroup", { label: name });
    group.append(...model.claimants.filter((one) => one[0] === kind).slice(0, 400).map((one) => make("option", { text: one[1].slice(0, 60), value: one.join(":") })));
    if (group.children.length) element("by").append(group);
  }
  if (element("network").clientWidth < NARROW) element("most").value = 40;
  const initial = new Map(KEPT.map((id) => [id, element(id).value]));
  const form = element("filters"), zoom = (factor) => { network.moveTo({ scale: network.getScale() * factor }); resize(); };
  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  form.addEventListener("input", (event) => {
    if (event.target.id !== "search") refresh({ fit: ["view", "hops"].includes(event.target.id) });
    else if (!event.isTrusted) search();  // PAGE#find=NAME, which site.js fills in
    else element("names").replaceChildren(...model.find(event.target.value, 20).map((node) => make("option", { value: node.label })));
  });
  element("search").addEventListener("change", search);
  form.addEventListener("reset", () => setTimeout(() => { chosen = -1; element("most").value = initial.get("most"); refresh({ fit: true }); }));
  element("most").addEventListener("input", () => refresh());
  element("more").addEventListener("click", () => { element("most").value = Number(element("most").value) + 100; refresh(); });
  element("load")?.addEventListener("click", load);
  element("in").addEventListener("click", () => zoom(1.4));
  element("out").addEventListener("click", () => zoom(1 / 1.4));
  element("fit").addEventListener("click", fitAll);
  element("tables").addEventListener("toggle", tabulate);
  element("rows").addEventListener("click", () => { listed += 300; tabulate(); });
  const repaint = () => { readColours(); refresh({ start: true }); };
  window.addEventListener("kgtheme", repaint);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  window.addEventListener("hashchange", restore);
  readColours();
  restore();
  window.kgNetwork = { network, model, select, state: () => shown };
})();
