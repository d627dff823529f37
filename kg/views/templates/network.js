"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const element = (id) => document.getElementById(id);
  const allNodes = read("nodes");
  const allEdges = read("edges").map((edge, i) => ({ ...edge, id: "tie" + i }));
  const byId = new Map(allNodes.map((node) => [node.id, node]));
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const ink = dark ? "#e8e6e1" : "#1c1f24";
  const paper = dark ? "#15181c" : "#fbfaf7";
  const line = dark ? "#6b7480" : "#a9adb5";
  const drawn = (item, keys) => Object.fromEntries(keys.filter((key) => key in item).map((key) => [key, item[key]]));
  const surest = (facts) => facts.shown.reduce((most, fact) => Math.max(most, fact.confidence), 0);
  const checked = (name) =>
    new Set([...document.querySelectorAll(`input[name=${name}]:checked`)].map((input) => input.value));
  const nodes = new vis.DataSet(allNodes.map((node) => drawn(node, ["id", "label", "shape", "color", "size"])));
  const edges = new vis.DataSet(allEdges.map((edge) => drawn(edge, ["id", "from", "to", "label", "arrows"])));
  const shown = { nodes: new Set(), edges: new Set() };
  const nodeView = new vis.DataView(nodes, { filter: (node) => shown.nodes.has(node.id) });
  const edgeView = new vis.DataView(edges, { filter: (edge) => shown.edges.has(edge.id) });
  const few = allNodes.length <= 300;
  applyFilters();
  const network = new vis.Network(element("network"), { nodes: nodeView, edges: edgeView }, {
    layout: { randomSeed: 7, improvedLayout: false },
    nodes: { font: { color: ink, size: 15, strokeWidth: 3, strokeColor: paper }, borderWidth: 1 },
    edges: {
      color: { color: line, highlight: "#d8a200", hover: "#d8a200" }, smooth: few, selectionWidth: 2,
      font: { color: ink, size: 11, strokeWidth: 3, strokeColor: paper }, arrows: { to: { scaleFactor: 0.5 } },
    },
    interaction: { hover: few, keyboard: { enabled: true, bindToWindow: false }, hideEdgesOnDrag: !few, tooltipDelay: 200 },
    physics: {
      solver: "barnesHut", barnesHut: { gravitationalConstant: -9000, springLength: 130, avoidOverlap: 0.1 },
      stabilization: { iterations: 200, fit: true },
    },
  });
  network.on("stabilizationIterationsDone", () => {
    network.setOptions({ physics: { enabled: false } });
    document.body.dataset.settled = "true";
  });

  function settle() {
    delete document.body.dataset.settled;
    network.setOptions({ physics: { enabled: true } });
    network.stabilize(200);
  }

  function eventShown(node) {
    const from = element("from").value, until = element("until").value;
    const modality = element("modality").value, type = element("type").value;
    if (modality && node.modality !== modality) return false;
    if (type && node.type !== type) return false;
    if (surest(node.evidence) < Number(element("confidence").value)) return false;
    if (!node.earliest) return !(from || until) || element("undated").checked;
    return !(from && node.latest < from) && !(until && node.earliest > until);
  }

  function applyFilters() {
    const kinds = checked("kind"), ties = checked("tie"), least = Number(element("confidence").value);
    element("least").textContent = least.toFixed(2);
    const most = Number(element("most").value);
    element("drawn").textContent = most >= allNodes.length ? "(all)" : most;
    const allowed = new Set(allNodes.filter((node) => node.rank <= most &&
      kinds.has(node.kind) && (node.kind !== "event" || eventShown(node))).map((node) => node.id));
    shown.edges = new Set(allEdges.filter((edge) => ties.has(edge.tie) && surest(edge.evidence) >= least
      && allowed.has(edge.from) && allowed.has(edge.to)).map((edge) => edge.id));
    const tied = new Set(allEdges.filter((edge) => shown.edges.has(edge.id)).flatMap((edge) => [edge.from, edge.to]));
    const cut = most < allNodes.length || least > 0 || ["from", "until", "modality", "type"].some((id) => element(id).value);
    shown.nodes = new Set([...allowed].filter((id) => tied.has(id) || !cut));
    nodeView.refresh();
    edgeView.refresh();
    summarise();
  }

  function summarise() {
    element("summary").textContent =
      `${shown.nodes.size} of ${allNodes.length} things, ${shown.edges.size} of ${allEdges.length} ties shown`;
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

  function select(id) {
    const node = byId.get(id);
    if (node.rank > Number(element("most").value)) {
      element("most").value = Math.min(allNodes.length, node.rank + 10);
      applyFilters();
      settle();
    }
    if (!shown.nodes.has(id)) return;
    network.selectNodes([id]);
    network.focus(id, { scale: 1, animation: false });
    showNode(id);
  }

  network.on("click", (event) => {
    if (event.nodes.length) showNode(event.nodes[0]);
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
  element("filters").addEventListener("input", (event) => { if (event.target.id !== "search") applyFilters(); });
  element("filters").addEventListener("reset", () => setTimeout(applyFilters));
  element("most").addEventListener("change", settle);
  element("fit").addEventListener("click", () => network.fit());
  window.kgNetwork = { network, select, shown };
})();
