"use strict";
/* The evidence panel: what a thing or a tie rests on, sentence by sentence. */
window.kgNetworkPanel = (model, { select, showTie, only }) => {
  const SHOWN = 40, SENTENCES = 30;
  function make(tag, { text, ...attributes } = {}, ...children) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }
  function button(text, act) {
    const made = make("button", { type: "button", class: "link", text, dir: "auto" });
    made.addEventListener("click", act);
    return made;
  }
  function about(fact) {
    const days = fact.earliest === fact.latest ? fact.earliest : [fact.earliest, fact.latest].filter(Boolean).join(" to ");
    return [fact.label, days, model.settings.modalities[fact.modality]].filter(Boolean).join(" · ");
  }

  /* Fills `box` with the sentences of facts, the surest fact first, as they are loaded. */
  async function tell(box, ids) {
    const surest = [...ids].sort((a, b) => model.facts[b].confidence - model.facts[a].confidence || a - b);
    let told = 0;
    for (const [place, id] of surest.entries()) {
      if (told >= SENTENCES) {
        box.append(make("p", { class: "muted small", text: `${surest.length - place} more facts are not listed here.` }));
        return;
      }
      const fact = model.facts[id], items = await model.sentences(id);
      box.append(make("h3", { text: about(fact), dir: "auto" }), window.kgEvidence(items));
      if (fact.sentences > items.length) box.append(make("p", { class: "muted small", text: `and ${fact.sentences - items.length} more sentences` }));
      told += items.length;
    }
  }

  function thing(id, ties) {
    const node = model.nodes[id], box = make("div");
    box.append(make("p", { class: "muted" }, make("span", { class: `kind ${node.kind}`, text: node.type })));
    const links = make("p");
    if (node.kind !== "other") links.append(make("a", { href: window.kgPage(node.iri), text: "All that is known of it" }), " · ");
    links.append(button("Show only what is around it", () => only(id)));
    box.append(links);
    if (ties.length) {
      const list = make("ul", { class: "panel-ties" });
      for (const tie of ties.slice(0, SHOWN)) {
        const other = tie.edge.from === id ? tie.edge.to : tie.edge.from;
        const arrow = tie.edge.directed ? (tie.edge.from === id ? " → " : " ← ") : " – ";
        list.append(make("li", {}, button(model.words(tie), () => showTie(tie)), arrow, button(model.nodes[other].label, () => select(other))));
      }
      if (ties.length > SHOWN) list.append(make("li", { class: "muted", text: `and ${ties.length - SHOWN} more` }));
      box.append(make("h3", { text: `Ties (${ties.length})` }), list);
    }
    const words = make("div");
    box.append(words);
    window.kgPanel.show(node.label, box);
    return tell(words, node.own);
  }

  function tie(shown) {
    const { edge, used } = shown, box = make("div");
    const ends = [edge.from, edge.to].map((id) => button(model.nodes[id].label, () => select(id)));
    box.append(make("p", {}, ends[0], ` ${edge.directed ? "→" : "–"} `, ends[1]));
    const words = make("div");
    box.append(words);
    window.kgPanel.show(model.words(shown), box);
    return tell(words, used);
  }
  return { thing, tie, make, button };
};
