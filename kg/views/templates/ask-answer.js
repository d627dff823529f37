"use strict";
/* Answers as tables, charts and graphs. Everything becomes text nodes; nothing is read as HTML. */
(() => {
  const MOST_ROWS = 300;
  const MOST_BARS = 40;
  const MOST_ON_A_PHONE = 3; // columns that fit side by side; rows of more stand as blocks there
  const MOST_NODES = 120;
  const SVG = "http://www.w3.org/2000/svg";
  let prefixes = {};
  const isNarrow = () => window.innerWidth < 700; // a picture drawn for a desk would have letters too small to read

  function svg(tag, attributes = {}, text) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function short(iri) {
    for (const [prefix, namespace] of Object.entries(prefixes)) {
      if (iri.startsWith(namespace) && iri !== namespace) return `${prefix}:${iri.slice(namespace.length)}`;
    }
    return iri;
  }

  const shown = (term) => !term ? "" : term.type === "uri" ? short(term.value) : term.type === "bnode" ? `_:${term.value}` : term.type === "triple" ? "<<…>>" : term.value;
  const clip = (text, most) => [...text].length > most ? `${[...text].slice(0, most - 1).join("")}…` : text;
  const isNumber = (term) => /#(integer|decimal|double|float|int|long|nonNegativeInteger|positiveInteger)$/.test(term?.datatype || "");
  const isDay = (text) => /^\d{4}(-\d\d(-\d\d)?)?/.test(text);

  /* N-Triples to {s, p, o} of terms as in JSON results. */
  const UNESCAPED = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", '"': '"', "'": "'", "\\": "\\" };
  const unescaped = (text) => text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, sign) => sign ? UNESCAPED[sign] : String.fromCodePoint(parseInt(four || eight, 16)));
  const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/gy;
  function readTriples(text) {
    return text.split("\n").filter(Boolean).map((line) => {
      const parts = [];
      for (const match of line.matchAll(new RegExp(TERM.source, "g"))) {
        const [, iri, blank, words, language, datatype] = match;
        if (iri !== undefined) parts.push({ type: "uri", value: unescaped(iri) });
        else if (blank !== undefined) parts.push({ type: "bnode", value: blank });
        else parts.push({ type: "literal", value: unescaped(words), "xml:lang": language, datatype: datatype && unescaped(datatype) });
      }
      return { subject: parts[0], predicate: parts[1], object: parts[2] };
    });
  }

  function cell(term, column) {
    const made = document.createElement("td");
    if (!term) return made;
    made.dataset.column = column;
    if (isNumber(term)) made.className = "number";
    if (term.type === "uri") {
      const link = document.createElement("a");
      link.href = `#query=${encodeURIComponent(`DESCRIBE <${term.value}>`)}`;
      link.textContent = short(term.value);
      link.title = `All about ${term.value}`;
      link.dataset.iri = term.value;
      made.append(link);
    } else {
      const text = document.createElement("bdi");
      text.className = "ask-long";
      text.textContent = shown(term);
      if (term.value.length > 300) text.title = clip(term.value, 2000);
      if (text.textContent.length > 60) made.className = "ask-words";
      made.append(text);
    }
    return made;
  }

  function compare(one, other) {
    if (!one || !other) return Number(Boolean(other)) - Number(Boolean(one));
    if (isNumber(one) && isNumber(other)) return Number(one.value) - Number(other.value);
    return shown(one).localeCompare(shown(other), "en");
  }

  function table(columns, rows) {
    const made = document.createElement("table");
    if (columns.length > MOST_ON_A_PHONE) made.className = "ask-many";
    const head = made.createTHead().insertRow();
    const body = made.createTBody();
    let order = [...rows];
    let most = MOST_ROWS;
    const around = document.createElement("div");
    const scroll = Object.assign(document.createElement("div"), { className: "ask-scroll", tabIndex: 0 });
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", "Table of the answer");
    const more = Object.assign(document.createElement("button"), { type: "button", className: "ask-more" });

    function fill() {
      body.replaceChildren(...order.slice(0, most).map((row) => {
        const line = document.createElement("tr");
        line.append(...columns.map((column) => cell(row[column], column)));
        return line;
      }));
      window.kgPages.link(body);
      more.hidden = order.length <= most;
      more.textContent = `Show all ${order.length.toLocaleString("en")} rows`;
    }

    for (const column of columns) {
      const header = document.createElement("th");
      header.scope = "col";
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: column });
      button.addEventListener("click", () => {
        const direction = header.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
        for (const other of head.cells) other.removeAttribute("aria-sort");
        header.setAttribute("aria-sort", direction);
        const sign = direction === "ascending" ? 1 : -1;
        order = [...rows].sort((a, b) => sign * compare(a[column], b[column]));
        fill();
      });
      header.append(button);
      head.append(header);
    }
    more.addEventListener("click", () => { most = Infinity; fill(); });
    fill();
    scroll.append(made);
    around.append(scroll, more);
    return around;
  }

  /* A chart fits where one column is numbers and another is words or days. */
  function chartColumns(columns, rows) {
    if (rows.length < 2) return null;
    const numbers = columns.filter((column) => rows.some((row) => row[column]) && rows.every((row) => !row[column] || isNumber(row[column])));
    const words = columns.filter((column) => !numbers.includes(column) && rows.every((row) => row[column]));
    if (!numbers.length || !words.length) return null;
    const days = words.find((column) => rows.every((row) => isDay(row[column].value)));
    return { label: days || words.find((column) => rows.every((row) => row[column].type === "literal")) || words[0], number: numbers.length > 1 ? numbers.find((one) => one === "best") || numbers[0] : numbers[0], isLine: Boolean(days) };
  }

  function chart(columns, rows) {
    const { label, number, isLine } = chartColumns(columns, rows);
    const pairs = rows.filter((row) => row[number]).map((row) => [shown(row[label]), Number(row[number].value)]).filter(([, value]) => Number.isFinite(value));
    const distinct = new Set(pairs.map(([name]) => name)).size === pairs.length;
    return isLine && distinct ? line(pairs.sort((a, b) => a[0] < b[0] ? -1 : 1), label, number) : bars(pairs, label, number);
  }

  function picture(width, height, name) {
    return svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "ask-picture", role: "img", "aria-label": name });
  }

  function bars(all, label, number) {
    const pairs = all.slice(0, MOST_BARS);
    const width = isNarrow() ? 420 : 900, step = 24, left = isNarrow() ? 170 : 280;
    const made = picture(width, pairs.length * step + 40, `Bars: ${number} by ${label}`);
    made.append(svg("text", { x: 10, y: 20, class: "faint" }, `${number} by ${label}${all.length > MOST_BARS ? `, the first ${MOST_BARS} of ${all.length} rows` : ""}`));
    const low = Math.min(0, ...pairs.map(([, value]) => value)), high = Math.max(0, ...pairs.map(([, value]) => value));
    const scale = (value) => left + (value - low) / (high - low || 1) * (width - left - 80);
    pairs.forEach(([name, value], place) => {
      const y = 34 + place * step;
      made.append(svg("text", { x: left - 8, y: y + 13, "text-anchor": "end" }, clip(name, isNarrow() ? 22 : 40)));
      made.append(svg("rect", { x: Math.min(scale(0), scale(value)), y, width: Math.max(1, Math.abs(scale(value) - scale(0))), height: step - 6, class: "bar" }));
      made.append(svg("text", { x: scale(Math.max(0, value)) + 6, y: y + 13, class: "faint" }, value.toLocaleString("en")));
    });
    return made;
  }

  function line(pairs, label, number) {
    const width = isNarrow() ? 420 : 900, height = 380, left = 70, right = 30, top = 40, bottom = 40;
    const made = picture(width, height, `Line: ${number} by ${label}`);
    const day = (text) => Date.parse(text.slice(0, 10)) || 0;
    const first = day(pairs[0][0]), last = day(pairs.at(-1)[0]);
    const low = Math.min(0, ...pairs.map(([, value]) => value)), high = Math.max(1, ...pairs.map(([, value]) => value));
    const x = (text) => left + (day(text) - first) / (last - first || 1) * (width - left - right);
    const y = (value) => height - bottom - (value - low) / (high - low) * (height - top - bottom);
    made.append(svg("text", { x: 10, y: 20, class: "faint" }, `${number} by ${label}`));
    for (const value of [low, (low + high) / 2, high]) {
      made.append(svg("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), class: "axis" }));
      made.append(svg("text", { x: left - 8, y: y(value) + 4, "text-anchor": "end", class: "faint" }, value.toLocaleString("en")));
    }
    made.append(svg("polyline", { points: pairs.map(([name, value]) => `${x(name)},${y(value)}`).join(" "), class: "line" }));
    for (const [name, value] of pairs) {
      const point = svg("circle", { cx: x(name), cy: y(value), r: 4, class: "bar" });
      point.append(svg("title", {}, `${name}: ${value.toLocaleString("en")}`));
      made.append(point);
    }
    made.append(svg("text", { x: left, y: height - 14 }, pairs[0][0].slice(0, 10)));
    made.append(svg("text", { x: width - right, y: height - 14, "text-anchor": "end" }, pairs.at(-1)[0].slice(0, 10)));
    return made;
  }

  /* A graph of triples: nodes start on a circle and push and pull each other for a while; the same triples, the same picture. */
  function graph(triples) {
    const nodes = new Map();
    const edges = [];
    const key = (term) => `${term.type} ${term.value}`;
    const add = (term) => {
      if (!nodes.has(key(term)) && nodes.size < MOST_NODES) nodes.set(key(term), { term, name: shown(term) });
      return nodes.get(key(term));
    };
    let left = 0;
    for (const { subject, predicate, object } of triples) {
      const from = add(subject), to = add(object);
      if (from && to) edges.push({ from, to, name: short(predicate.value) });
      else left += 1;
    }
    settle([...nodes.values()], edges);
    return draw([...nodes.values()], edges, left);
  }

  function settle(nodes, edges) {
    nodes.forEach((node, place) => {
      node.x = Math.cos(2 * Math.PI * place / nodes.length) * (1 + place % 7 / 20);
      node.y = Math.sin(2 * Math.PI * place / nodes.length) * (1 + place % 5 / 20);
    });
    const ideal = 1.6 / Math.sqrt(nodes.length || 1);
    for (let round = 0; round < 300; round += 1) {
      const step = 0.08 * (1 - round / 300);
      for (const node of nodes) node.dx = node.dy = 0;
      for (const one of nodes) for (const other of nodes) {
        if (one === other) continue;
        const dx = one.x - other.x, dy = one.y - other.y, far = Math.hypot(dx, dy) || 1e-3;
        one.dx += dx / far * ideal * ideal / far;
        one.dy += dy / far * ideal * ideal / far;
      }
      for (const { from, to } of edges) {
        const dx = from.x - to.x, dy = from.y - to.y, far = Math.hypot(dx, dy) || 1e-3;
        for (const [node, sign] of [[from, -1], [to, 1]]) {
          node.dx += sign * dx * far / ideal;
          node.dy += sign * dy * far / ideal;
        }
      }
      for (const node of nodes) {
        const far = Math.hypot(node.dx, node.dy) || 1e-3;
        node.x += node.dx / far * Math.min(far, step);
        node.y += node.dy / far * Math.min(far, step);
      }
    }
  }

  function draw(nodes, edges, left) {
    const width = isNarrow() ? 480 : 1000, height = 640, margin = 70;
    const made = picture(width, height, `Graph of ${nodes.length} things and ${edges.length} ties`);
    const span = (axis) => [Math.min(...nodes.map((node) => node[axis])), Math.max(...nodes.map((node) => node[axis]))];
    const [x0, x1] = span("x"), [y0, y1] = span("y");
    const x = (node) => margin + (node.x - x0) / (x1 - x0 || 1) * (width - 2 * margin);
    const y = (node) => margin / 2 + (node.y - y0) / (y1 - y0 || 1) * (height - 1.5 * margin);
    for (const { from, to, name } of edges) {
      const tie = svg("line", { x1: x(from), y1: y(from), x2: x(to), y2: y(to), class: "edge" });
      tie.append(svg("title", {}, `${from.name} ${name} ${to.name}`));
      made.append(tie);
      if (edges.length <= 25) made.append(svg("text", { x: (x(from) + x(to)) / 2, y: (y(from) + y(to)) / 2, "text-anchor": "middle", class: "faint halo" }, clip(name, 24)));
    }
    for (const node of nodes) {
      const point = svg("circle", { cx: x(node), cy: y(node), r: node.term.type === "literal" ? 4 : 6, class: node.term.type === "literal" ? "literal" : "iri" });
      point.append(svg("title", {}, clip(node.name, 500)));
      made.append(point, svg("text", { x: x(node), y: y(node) + 19, "text-anchor": "middle", class: "halo" }, clip(node.name.replace(/^id:/, ""), 26)));
    }
    if (left) made.append(svg("text", { x: 10, y: height - 8, class: "faint" }, `${left} more triples are in the table only`));
    return made;
  }

  window.kgAnswer = { setPrefixes(value) { prefixes = value; }, readTriples, table, chart, chartColumns, graph };
})();
