"use strict";
/* What the page knows: rows of data/network.js, which facts pass the filters, and what is drawn of what they leave. */
window.kgNetworkModel = () => {
  const settings = JSON.parse(document.getElementById("settings").textContent);
  const nodes = [], edges = [], facts = [], at = new Map();
  const { claimants, parts, later } = window.kgData.network;

  function add(rows) {
    for (const [label, earliest, latest, modality, confidence, by, sentences] of rows.facts) {
      facts.push({ id: facts.length, label, earliest, latest, modality, confidence, by, sentences });
    }
    for (const [iri, label, kind, type, ax, ay, ex, ey, own] of rows.nodes) {
      at.set(iri, nodes.length);
      nodes.push({ id: nodes.length, iri, label, kind, type, actors: { x: ax, y: ay }, events: { x: ex, y: ey }, own, low: label.toLowerCase() });
    }
    for (const [from, to, tie, label, directed, used] of rows.edges) edges.push({ id: edges.length, from, to, tie, label, directed, facts: used });
  }
  add(window.kgData.network);

  /* Words such as "2031-04" lie between "2031-04-01" and "2031-04-30" when compared with whole days from either side. */
  function passing(wanted) {
    const asked = wanted.from || wanted.until || wanted.type || wanted.modality;
    return (fact) => {
      if (fact.confidence < wanted.confidence || (wanted.by >= 0 && !fact.by.includes(wanted.by))) return false;
      if (wanted.modality && fact.modality !== wanted.modality) return false;
      if (wanted.type && (fact.label !== wanted.type || !fact.modality)) return false;
      if (!asked || !(wanted.from || wanted.until)) return true;
      if (!fact.earliest) return wanted.undated;
      return !(wanted.from && (fact.latest || fact.earliest) < wanted.from) && !(wanted.until && fact.earliest > wanted.until);
    };
  }

  /* All ties and things that pass, before the cut. */
  function matching(wanted) {
    const passes = passing(wanted), good = facts.map(passes), ofView = new Set(settings[wanted.view]), kept = [];
    const allowed = nodes.map((node) => wanted.kinds.has(node.kind) && !(wanted.view === "actors" && node.kind === "event"));
    for (const edge of edges) {
      if (!ofView.has(edge.tie) || !wanted.ties.has(edge.tie) || !allowed[edge.from] || !allowed[edge.to]) continue;
      const used = edge.facts.filter((fact) => good[fact]);
      if (used.length) kept.push({ edge, used });
    }
    return wanted.hops && wanted.chosen >= 0 ? around(kept, wanted.chosen, wanted.hops) : { kept, steps: null };
  }

  /* Those at most so many ties away from the chosen thing, with their number of steps. */
  function around(kept, chosen, hops) {
    const steps = new Map([[chosen, 0]]);
    for (let step = 1; step <= hops; step++) {
      for (const { edge } of kept) {
        for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
          if (steps.get(one) === step - 1 && !steps.has(other)) steps.set(other, step);
        }
      }
    }
    return { kept: kept.filter(({ edge }) => steps.has(edge.from) && steps.has(edge.to)), steps };
  }

  /* The things with most ties; one that is tied to none before it brings its busiest partner along. */
  function cut({ kept, steps }, most, chosen) {
    const weight = new Map(), partners = new Map();
    for (const { edge, used } of kept) {
      for (const [one, other] of [[edge.from, edge.to], [edge.to, edge.from]]) {
        weight.set(one, (weight.get(one) || 0) + used.length);
        if (!partners.has(one)) partners.set(one, new Set());
        if (one !== other) partners.get(one).add(other);
      }
    }
    const before = (a, b) => weight.get(b) - weight.get(a) || a - b;
    const order = steps ? [...weight.keys()].sort((a, b) => steps.get(a) - steps.get(b) || before(a, b)) : [...weight.keys()].sort(before);
    const drawn = new Set();
    const take = (id) => { if (drawn.size < most) drawn.add(id); };
    if (weight.has(chosen)) {
      take(chosen);
      for (const partner of [...partners.get(chosen)].sort(before).slice(0, Math.max(12, most / 2))) take(partner);
    }
    for (const id of order) {
      if (drawn.size >= most) break;
      if (drawn.has(id)) continue;
      const others = [...partners.get(id)];
      const alone = !others.some((other) => drawn.has(other));
      take(id);
      if (alone && others.length) take(others.sort(before)[0]);
    }
    return { drawn, ties: kept.filter(({ edge }) => drawn.has(edge.from) && drawn.has(edge.to)), weight, things: weight.size };
  }

  /* The words on a tie: its own, or the types of its events with their numbers. */
  function words({ edge, used }) {
    if (edge.label) return edge.label;
    const counts = new Map();
    for (const id of used) counts.set(facts[id].label, (counts.get(facts[id].label) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([label, count]) => (count > 1 ? `${label} ×${count}` : label)).join(", ");
  }

  async function sentences(id) {
    let part = parts.length - 1;
    while (parts[part] > id) part--;
    const loaded = await window.kgLoad(`network-evidence-${part}`);
    return loaded.facts[id - parts[part]].map(([text, confidence, number]) => {
      const [article, headline, publisher, published, url] = loaded.articles[number];
      return { text, confidence, article, headline, publisher, published, url };
    });
  }

  async function loadRest() {
    if (later && nodes.length === window.kgData.network.nodes.length) add(await window.kgLoad("network-rest"));
  }

  /* The best match first: the whole name, its beginning, then anywhere in it. */
  function find(text, most) {
    const asked = text.trim().toLowerCase(), found = [[], [], []];
    if (!asked) return [];
    for (const node of nodes) {
      if (node.low === asked) found[0].push(node);
      else if (node.low.startsWith(asked)) found[1].push(node);
      else if (node.low.includes(asked)) found[2].push(node);
    }
    return found.flat().slice(0, most);
  }
  return { settings, nodes, edges, facts, at, claimants, later, matching, cut, words, sentences, loadRest, find };
};
