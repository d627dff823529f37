"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const element = (id) => document.getElementById(id);
  const allNodes = read("nodes");
  const allEdges = read("edges").map((edge, i) => ({ ...edge, id: "tie" + i }));
  const byId = new Map(allNodes.map((node) => [node.id, node]));
  allEdges.push(...sharedTies());
  const edgeById = new Map(allEdges.map((edge) => [edge.id, edge]));
  [...allNodes].filter((node) => node.kind !== "event").sort((a, b) => a.rank - b.rank).forEach((node, i) => { node.actorRank = i + 1; });
  const claims = new Map();
  for (const edge of allEdges) {
    if (edge.tie === "source") { if (!claims.has(edge.from)) claims.set(edge.from, new Set()); claims.get(edge.from).add(edge.to); }
  }
  const ROWS = 300;
  let chosen = null;
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const ink = dark ? "#e8e6e1" : "#1c1f24";
  const paper = dark ? "#15181c" : "#fbfaf7";
  const line = dark ? "#6b7480" : "#a9adb5";
  const drawn = (item, keys) => Object.fromEntries(keys.filter((key) => key in item).map((key) => [key, item[key]]));
  const surest = (facts) => facts.shown.reduce((most, fact) => Math.max(most, fact.confidence), 0);
  const checked = (name) =>
    new Set([...document.querySelectorAll(`input[name=${name}]:checked`)].map((input) => input.value));
  const nodes = new vis.DataSet(allNodes.map((node) => drawn(node, ["id", "label", "shape", "color", "size", "x", "y"])));
  const edges = new vis.DataSet(allEdges.map((edge) => drawn(edge, ["id", "from", "to", "label", "arrows"])));
  const shown = { nodes: new Set(), edges: new Set() };
  const nodeView = new vis.DataView(nodes, { filter: (node) => shown.nodes.has(node.id) });
  const edgeView = new vis.DataView(edges, { filter: (edge) => shown.edges.has(edge.id) });
  const few = allNodes.length <= 300;
  applyFilters();
  const network = new vis.Network(element("network"), { nodes: nodeView, edges: edgeView }, {
    layout: { improvedLayout: false },
    nodes: { font: { color: ink, size: 15, strokeWidth: 3, strokeColor: paper }, borderWidth: 1 },
    edges: {
      color: { color: line, highlight: "#d8a200", hover: "#d8a200" }, smooth: few, selectionWidth: 2,
      font: { color: ink, size: 11, strokeWidth: 3, strokeColor: paper }, arrows: { to: { scaleFactor: 0.5 } },
    },
    interaction: { hover: few, keyboard: { enabled: true, bindToWindow: false }, hideEdgesOnDrag: !few, tooltipDelay: 200 },
    physics: { enabled: false },
  });
  settle();

  /* The places come with the page: there is nothing to lay out, only to fit into the window. */
  function settle() {
    network.fit();
    document.body.dataset.settled = "true";
  }

  /* Two parties of one event are tied by it; one tie for each type of event, with an arrow from doer to target. */
  function sharedTies() {
    const parties = new Map(), ties = new Map();
    for (const edge of allEdges) {
      if (edge.tie === "party") { if (!parties.has(edge.from)) parties.set(edge.from, []); parties.get(edge.from).push(edge); }
    }
    const suffers = (label) => ["target", "victim", "beneficiary"].includes(label);
    for (const [event, edges] of parties) {
      for (const [i, one] of edges.entries()) for (const other of edges.slice(i + 1)) {
        if (one.to === other.to) continue;
        const directed = suffers(one.label) !== suffers(other.label) && [one, other].some((edge) => edge.label === "actor");
        const swap = directed ? suffers(one.label) : one.to > other.to;
        const [from, to] = swap ? [other.to, one.to] : [one.to, other.to];
        const type = byId.get(event).type, key = JSON.stringify([from, to, type, directed]);
        if (!ties.has(key)) ties.set(key, { id: `shared${ties.size}`, from, to, tie: "shared", type, events: new Set(), ...(directed ? { arrows: "to" } : {}) });
        ties.get(key).events.add(event);
      }
    }
    return [...ties.values()].map((tie) => {
      const facts = [...tie.events].map((event) => byId.get(event).evidence);
      const shown = facts.flatMap((fact) => fact.shown).sort((a, b) => b.confidence - a.confidence).slice(0, 25);
      const label = tie.events.size > 1 ? `${tie.type} ×${tie.events.size}` : tie.type;
      return { ...tie, label, evidence: { all: facts.reduce((sum, fact) => sum + fact.all, 0), shown } };
    });
  }

  /* Keeps what is at most so many ties away from the chosen thing. */
  function around(hops) {
    let reached = new Set([chosen]);
    for (let hop = 0; hop < hops; hop++) {
      const next = new Set(reached);
      for (const id of shown.edges) {
        const edge = edgeById.get(id);
        if (reached.has(edge.from)) next.add(edge.to);
        if (reached.has(edge.to)) next.add(edge.from);
      }
      reached = next;
    }
    shown.nodes = new Set([...shown.nodes].filter((id) => reached.has(id)));
    shown.edges = new Set([...shown.edges].filter((id) => reached.has(edgeById.get(id).from) && reached.has(edgeById.get(id).to)));
  }

  const STATE = ["view", "hops", "most", "from", "until", "modality", "type", "source", "confidence"];
  function keepState() {
    const state = new URLSearchParams();
    for (const id of STATE) if (element(id).value !== initial.get(id)) state.set(id, element(id).value);
    for (const input of document.querySelectorAll("#filters input[type=checkbox]:not(:checked)")) state.append("off", input.id || input.name + ":" + input.value);
    if (chosen) state.set("node", chosen);
    history.replaceState(null, "", "#" + state);
  }

  function restoreState() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const id of STATE) if (state.has(id)) element(id).value = state.get(id);
    const off = new Set(state.getAll("off"));
    for (const input of document.querySelectorAll("#filters input[type=checkbox]")) if (off.has(input.id || input.name + ":" + input.value)) input.checked = false;
    applyFilters();
    if (byId.has(state.get("node"))) select(state.get("node"));
  }

  function tabulate() {
    const cell = (button) => { const made = make("td"); made.append(button); return made; };
    const button = (text, act) => { const made = make("button", text, "link"); made.type = "button"; made.addEventListener("click", act); return made; };
    const edges = [...shown.edges].map((id) => edgeById.get(id));
    element("rows").replaceChildren(...(element("listed").open ? edges.slice(0, ROWS) : []).map((edge) => {
      const row = make("tr");
      row.append(cell(button(byId.get(edge.from).full, () => select(edge.from))), cell(button(edge.label, () => showTie(edge.id))),
        cell(button(byId.get(edge.to).full, () => select(edge.to))));
      return row;
    }));
    element("rowcount").textContent = edges.length > ROWS ? `The first ${ROWS} of ${edges.length} ties; narrow the filters to see the others.` : "";
  }

  function eventShown(node) {
    const from = element("from").value, until = element("until").value;
    const modality = element("modality").value, type = element("type").value;
    if (modality && node.modality !== modality) return false;
    if (type && node.type !== type) return false;
    if (element("source").value && !claims.get(element("source").value)?.has(node.id)) return false;
    if (surest(node.evidence) < Number(element("confidence").value)) return false;
    if (!node.earliest) return !(from || until) || element("undated").checked;
    return !(from && node.latest < from) && !(until && node.earliest > until);
  }

  function applyFilters() {
    const kinds = checked("kind"), ties = checked("tie"), least = Number(element("confidence").value);
    element("least").textContent = least.toFixed(2);
    const most = Number(element("most").value);
    element("drawn").textContent = most >= allNodes.length ? "(all)" : most;
    const actors = element("view").value === "actors";
    const rank = (node) => (actors ? node.actorRank ?? 0 : node.rank);
    const allowed = new Set(allNodes.filter((node) => rank(node) <= most &&
      (actors && node.kind === "event" || kinds.has(node.kind)) && (node.kind !== "event" || eventShown(node))).map((node) => node.id));
    const inView = (edge) => (actors ? byId.get(edge.from).kind !== "event" && byId.get(edge.to).kind !== "event" : edge.tie !== "shared");
    const ofView = allEdges.filter(inView);
    shown.possible = ofView.length;
    shown.edges = new Set(ofView.filter((edge) => ties.has(edge.tie) && surest(edge.evidence) >= least
      && allowed.has(edge.from) && allowed.has(edge.to) && (!edge.events || [...edge.events].some((id) => allowed.has(id)))).map((edge) => edge.id));
    const tied = new Set(ofView.filter((edge) => shown.edges.has(edge.id)).flatMap((edge) => [edge.from, edge.to]));
    const cut = actors || most < allNodes.length || least > 0 || ["from", "until", "modality", "type", "source"].some((id) => element(id).value);
    shown.nodes = new Set([...allowed].filter((id) => !(actors && byId.get(id).kind === "event") && (tied.has(id) || !cut)));
    if (chosen && element("hops").value) around(Number(element("hops").value));
    nodeView.refresh();
    edgeView.refresh();
    summarise();
    tabulate();
  }

  function summarise() {
    element("summary").textContent =
      `${shown.nodes.size} of ${allNodes.length} things, ${shown.edges.size} of ${shown.possible} ties shown`;
    for (const count of document.querySelectorAll(".count")) {
      count.textContent = allNodes.filter((node) => node.kind === count.dataset.kind && shown.nodes.has(node.id)).length;
    }
  }

  function make(tag, text, className) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function factItem(fact) {
    const item = make("li");
    item.append(make("blockquote", fact.text));
    const meta = make("p", undefined, "meta");
    const source = [fact.headline || fact.article, fact.publisher, fact.published].filter(Boolean).join(" · ");
    if (/^https?:\/\//.test(fact.url)) {
      const link = make("a", source);
      link.href = fact.url;
      link.rel = "noreferrer";
      meta.append(link);
    } else {
      meta.append(source);
    }
    meta.append(` · confidence ${fact.confidence.toFixed(2)}`);
    item.append(meta);
    return item;
  }

  function factList(title, facts) {
    if (!facts.all) return [];
    const list = make("ul", undefined, "facts");
    list.append(...facts.shown.map(factItem));
    if (facts.all > facts.shown.length) list.append(make("li", `and ${facts.all - facts.shown.length} more`, "note"));
    return [make("h3", title), list];
  }

  function tieItem(edge, id) {
    const other = byId.get(edge.from === id ? edge.to : edge.from);
    const item = make("li");
    const button = make("button", `${edge.label}: ${other.full}`, "link");
    button.type = "button";
    button.addEventListener("click", () => select(other.id));
    item.append(button);
    if (edge.evidence.shown.length) item.append(factItem(edge.evidence.shown[0]).firstChild);
    return item;
  }

  function showNode(id) {
    const node = byId.get(id);
    const panel = element("panel");
    const about = [node.type, node.modality, node.polarity === "negative" ? "did not happen" : "",
      node.earliest === node.latest ? node.earliest : `${node.earliest} to ${node.latest}`].filter(Boolean).join(" · ");
    panel.replaceChildren(make("h2", node.full), make("p", about, "meta"), ...factList("In the articles", node.evidence));
    const ties = allEdges.filter((edge) => (edge.from === id || edge.to === id) && shown.edges.has(edge.id));
    if (ties.length) {
      const list = make("ul", undefined, "facts");
      list.append(...ties.map((edge) => tieItem(edge, id)));
      panel.append(make("h3", `Ties (${ties.length})`), list);
    }
    panel.append(...factList("Said", node.statements));
  }

  function showTie(id) {
    const edge = allEdges.find((candidate) => candidate.id === id);
    const names = [byId.get(edge.from).full, edge.label, byId.get(edge.to).full].join(" — ");
    element("panel").replaceChildren(make("h2", names), ...factList("In the articles", edge.evidence));
  }

  function choose(id) {
    chosen = id;
    if (element("hops").value) applyFilters();
    keepState();
  }

  function select(id) {
    const node = byId.get(id);
    if (node.kind === "event") element("view").value = "events";
    if (node.rank > Number(element("most").value)) element("most").value = Math.min(allNodes.length, node.rank + 10);
    chosen = id;
    applyFilters();
    keepState();
    showNode(id);
    if (!shown.nodes.has(id)) return;
    network.selectNodes([id]);
    network.focus(id, { scale: 1, animation: false });
  }

  network.on("click", (event) => {
    if (event.nodes.length) { choose(event.nodes[0]); showNode(event.nodes[0]); }
    else if (event.edges.length) showTie(event.edges[0]);
  });
  const names = [...allNodes].sort((a, b) => a.full.localeCompare(b.full));
  element("names").append(...names.map((node) => { const option = make("option"); option.value = node.full; return option; }));
  element("search").addEventListener("change", () => {
    const wanted = element("search").value.trim().toLowerCase();
    const found = wanted && (names.find((node) => node.full.toLowerCase() === wanted)
      || names.find((node) => node.full.toLowerCase().includes(wanted)));
    if (found) { select(found.id); element("panel").focus(); }
  });
  const types = [...new Set(allNodes.filter((node) => node.kind === "event").map((node) => node.type))].sort();
  element("type").append(...types.map((type) => make("option", type)));
  element("filters").addEventListener("submit", (event) => event.preventDefault());
  element("filters").addEventListener("input", (event) => { if (event.target.id !== "search") { applyFilters(); keepState(); } });
  element("filters").addEventListener("reset", () => setTimeout(() => { chosen = null; applyFilters(); keepState(); }));
  element("most").addEventListener("change", settle);
  element("fit").addEventListener("click", () => network.fit());
  element("listed").addEventListener("toggle", tabulate);
  const speakers = [...claims.keys()].map((id) => byId.get(id)).sort((a, b) => a.full.localeCompare(b.full));
  element("source").append(...speakers.map((node) => { const option = make("option", node.label); option.value = node.id; return option; }));
  const initial = new Map(STATE.map((id) => [id, element(id).value]));
  restoreState();
  window.kgNetwork = { network, select, shown };
})();
