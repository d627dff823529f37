"use strict";
window.kgCalendar = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const TOLD = {
    actual: "happened", planned: "planned", proposed: "proposed", demanded: "demanded", threatened: "threatened",
    hypothetical: "hypothetical", denied: "denied, or did not happen",
  };
  const RELATIONS = { near: "near", outskirts: "on the outskirts of", between: "on the way from or to", offshore: "off the coast of", border: "at the border of" };
  const day = (iso) => (iso ? Math.round(Date.parse(iso + "T00:00:00Z") / 864e5) : null);
  const iso = (number) => new Date(Math.round(number) * 864e5).toISOString().slice(0, 10);
  const words = (name) => name.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/^./, (letter) => letter.toUpperCase());
  const spell = (relation) => RELATIONS[relation] || words(relation).toLowerCase();

  const cut = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);

  function make(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function draw(tag, attributes = {}, text) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function sentences(rows, raw) {
    return rows.map(([text, confidence, number]) => {
      const [article, headline, publisher, published, url] = raw.articles[number];
      return { text, confidence, article, headline, publisher, published, url };
    });
  }

  function event(row, raw) {
    const [type, earliest, latest, status, confidence, parties, spots, told, all, page] = row;
    const names = parties.map(([number]) => raw.things[number][0]);
    const where = spots.map(([number, relation]) => (relation ? `${spell(relation)} ` : "") + raw.things[number][0]);
    const made = {
      type, earliest, latest, status, confidence, all, page, told, group: raw.groups[type] || "Other",
      from: day(earliest), until: day(latest), who: [...new Set(names)], where: [...new Set(where)],
      parties: parties.map(([number, role]) => ({ name: raw.things[number][0], page: raw.things[number][1], role })),
      spots: spots.map(([number, relation, iri]) => ({ name: raw.things[number][0], relation, iri })),
    };
    made.label = words(type) + (made.who.length ? ": " + made.who.join(", ") : made.where.length ? " at " + made.where.join(", ") : "");
    made.when = !earliest ? "no date" : earliest === latest ? earliest : `${earliest} to ${latest}`;
    made.text = [words(type), type, ...made.who, ...where, ...told.map(([text]) => text)].join(" ").toLowerCase();
    return made;
  }

  function post(row) {
    const [name, title, body, first, last, earliest, latest, told, all, page] = row;
    const label = `${name}, ${title}` + (body ? ` (${body})` : "");
    return {
      label, name, told, all, page, first: day(first), last: day(last), from: day(earliest), until: day(latest), who: [name, body],
      when: `held from ${first} to ${last} at least; between ${earliest} and ${latest} at most`,
      text: [label, ...told.map(([text]) => text)].join(" ").toLowerCase(),
    };
  }

  /* Happenings may lie in several files: happenings, happenings-2 ..., each with tables of its own. */
  function read(data) {
    const parts = Object.keys(data).filter((name) => /^happenings(-\d+)?$/.test(name)).map((name) => data[name]);
    const all = (rows) => parts.flatMap((raw) => rows(raw).map((one) => Object.assign(one, { raw })));
    return {
      events: all((raw) => raw.events.map((row) => event(row, raw))),
      posts: all((raw) => raw.posts.map(post)),
      groups: Object.assign({}, ...parts.map((raw) => raw.groups)),
    };
  }

  function prepare(form, calendar) {
    const types = [...new Set(calendar.events.map((one) => one.type))].sort();
    const groups = new Map();
    for (const type of types) {
      const group = calendar.groups[type] || "Other";
      if (!groups.has(group)) groups.set(group, make("optgroup", { label: group }));
      groups.get(group).append(make("option", { value: type }, words(type)));
    }
    for (const [name, options] of [...groups].sort()) {
      options.prepend(make("option", { value: "group:" + name }, `${name}: all`));
      form.elements.type.append(options);
    }
    const counts = new Map();
    for (const one of calendar.events) for (const name of one.who) counts.set(name, (counts.get(name) || 0) + 1);
    const names = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 400);
    document.getElementById("actors").append(...names.map(([name]) => make("option", { value: name })));
    form.addEventListener("submit", (submitted) => submitted.preventDefault());
  }

  function chosen(form) {
    const { text, type, actor, status, confidence, least } = form.elements;
    const wanted = text.value.trim().toLowerCase(), who = actor.value.trim().toLowerCase();
    least.value = Number(confidence.value).toFixed(2);
    const both = (one) => (!wanted || one.text.includes(wanted)) && (!who || one.who.some((name) => name.toLowerCase().includes(who)));
    return {
      event: (one) => (!type.value || type.value === one.type || type.value === "group:" + one.group)
        && (!status.value || one.status === status.value) && one.confidence >= Number(confidence.value) && both(one),
      post: (one) => !type.value && (!status.value || status.value === "actual")
        && one.told.some(([, sure]) => sure >= Number(confidence.value)) && both(one),
    };
  }

  function show(one) {
    const element = make("div");
    const about = [one.when, TOLD[one.status], one.where && one.where.length ? "at: " + one.where.join(", ") : ""];
    element.append(make("p", {}, about.filter(Boolean).join(" · ")));
    if (one.parties && one.parties.length) {
      const list = make("ul");
      for (const party of one.parties) {
        list.append(make("li", {}, words(party.role) + ": ", make("a", { href: party.page }, party.name)));
      }
      element.append(list);
    }
    element.append(make("p", {}, make("a", { href: one.page }, one.status ? "All about this event" : "All about this person")));
    element.append(window.kgEvidence(sentences(one.told, one.raw)));
    if (one.all > one.told.length) element.append(make("p", {}, `and ${one.all - one.told.length} more in its dossier`));
    window.kgPanel.show(one.label, element);
  }

  function rows(body, items, open) {
    body.replaceChildren(...items.map((one) => {
      const button = make("button", { type: "button", class: "link" }, one.label);
      button.addEventListener("click", () => open(one));
      return make("tr", {}, make("td", { class: "when" }, one.when), make("td", {}, button),
        make("td", {}, (one.where || []).join(", ")), make("td", {}, TOLD[one.status] || "post"),
        make("td", { class: "words", dir: "auto" }, one.told.length ? cut(one.told[0][0], 160) : ""));
    }));
  }

  /* Drag with one pointer, pinch with two, wheel with Ctrl (or without, once the drawing has the focus). */
  function hands(element, { pan, zoom, tap }) {
    const pointers = new Map();
    let moved = 0;
    const at = (pointer) => { const box = element.getBoundingClientRect(); return { x: pointer.clientX - box.left, y: pointer.clientY - box.top }; };
    const spread = () => { const [a, b] = [...pointers.values()]; return { gap: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }; };
    element.addEventListener("pointerdown", (pressed) => { if (!pressed.button) { pointers.set(pressed.pointerId, at(pressed)); moved = 0; } });
    element.addEventListener("pointermove", (now) => {
      const before = pointers.get(now.pointerId);
      if (!before) return;
      const here = at(now);
      if (pointers.size === 2) {
        const old = spread();
        pointers.set(now.pointerId, here);
        const fresh = spread();
        zoom(old.gap / Math.max(1, fresh.gap), fresh.x, fresh.y);
        pan(fresh.x - old.x, fresh.y - old.y);
        moved += 9;
        return;
      }
      moved += Math.abs(here.x - before.x) + Math.abs(here.y - before.y);
      if (moved < 5) return;
      if (!element.hasPointerCapture(now.pointerId)) element.setPointerCapture(now.pointerId);
      element.classList.add("dragged");
      pointers.set(now.pointerId, here);
      pan(here.x - before.x, here.y - before.y);
    });
    const released = (up) => { pointers.delete(up.pointerId); element.classList.remove("dragged"); };
    element.addEventListener("pointerup", released);
    element.addEventListener("pointercancel", released);
    element.addEventListener("click", (click) => { if (moved < 5) tap(click.target); });
    element.addEventListener("wheel", (turned) => {
      if (!turned.ctrlKey && document.activeElement !== element) return;
      turned.preventDefault();
      const { x, y } = at(turned);
      zoom(Math.exp(turned.deltaY * 0.002), x, y);
    }, { passive: false });
  }

  return { TOLD, day, iso, words, spell, make, draw, read, prepare, chosen, show, rows, hands };
})();
