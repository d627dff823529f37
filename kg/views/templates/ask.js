"use strict";
/* The query page: a question or SPARQL in, the answer in the shapes that fit, a link that asks it again. */
(() => {
  const byId = (id) => document.getElementById(id);
  const known = JSON.parse(byId("known").textContent);
  const EXAMPLE = "# People and the posts they hold now\nSELECT ?person ?title ?body WHERE {\n  ?post a org:Membership ; ckg:status ckg:current ; ckg:title ?title ;\n    org:member/skos:prefLabel ?person ; org:organization/skos:prefLabel ?body\n} ORDER BY ?person\nLIMIT 100";
  const ROW_FORMS = { JSON: ["application/sparql-results+json", "json"], XML: ["application/sparql-results+xml", "xml"], CSV: ["text/csv", "csv"], TSV: ["text/tab-separated-values", "tsv"] };
  const TRIPLE_FORMS = { Turtle: ["text/turtle", "ttl"], "N-Triples": ["application/n-triples", "nt"] };
  const editor = byId("sparql");
  let running = 0;

  /* Theme: the same choice as on the pages of kg view. */
  const THEMES = ["system", "light", "dark"];
  let theme = localStorage.getItem("kg-theme");
  if (!THEMES.includes(theme)) theme = "system";
  function setTheme() {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    byId("theme").textContent = `Theme: ${theme}`;
  }
  byId("theme").addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    localStorage.setItem("kg-theme", theme);
    setTheme();
  });
  setTheme();

  const ask = (sparql, accept) => fetch(known.endpoint, { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: accept }, body: sparql });

  function problem(text) {
    byId("status").textContent = "No answer:";
    byId("tools").hidden = true;
    byId("shown").replaceChildren(Object.assign(document.createElement("p"), { className: "ask-problem", textContent: text.trim() }));
  }

  const silent = (error) => problem(`The server does not answer (${error.message}). Is kg serve still running?`);

  async function run(sparql) {
    const number = ++running;
    byId("answer").setAttribute("aria-busy", "true");
    byId("status").textContent = "Asking …";
    try {
      const start = performance.now();
      const response = await ask(sparql, "application/sparql-results+json, application/n-triples;q=0.9");
      const text = await response.text();
      if (number !== running) return;
      if (!response.ok) problem(text);
      else show(sparql, response, text, performance.now() - start);
    } catch (error) {
      if (number === running) silent(error);
    }
    if (number !== running) return;
    byId("answer").removeAttribute("aria-busy");
    byId("answer").dataset.asked = sparql;
  }

  function show(sparql, response, text, took) {
    const isRows = response.headers.get("Content-Type").startsWith("application/sparql-results+json");
    const cut = response.headers.get("KG-Cut-At");
    const answer = isRows ? JSON.parse(text) : null;
    const shapes = {};
    let count;
    if (isRows && "boolean" in answer) {
      count = answer.boolean ? "Yes." : "No.";
    } else if (isRows) {
      const { head: { vars }, results: { bindings } } = answer;
      count = `${bindings.length.toLocaleString("en")} row${bindings.length === 1 ? "" : "s"}`;
      shapes.Table = () => window.kgAnswer.table(vars, bindings);
      if (window.kgAnswer.chartColumns(vars, bindings)) shapes.Chart = () => window.kgAnswer.chart(vars, bindings);
    } else {
      const triples = window.kgAnswer.readTriples(text);
      count = `${triples.length.toLocaleString("en")} triple${triples.length === 1 ? "" : "s"}`;
      if (triples.length) shapes.Graph = () => window.kgAnswer.graph(triples);
      shapes.Table = () => window.kgAnswer.table(["subject", "predicate", "object"], triples);
    }
    byId("status").textContent = cut ? `The first ${count}; there are more, which the server's --limit leaves out.` : `${count}${took > 1000 ? `, in ${(took / 1000).toFixed(1)} s` : ""}`;
    offerShapes(shapes);
    offerDownloads(sparql, isRows ? ROW_FORMS : TRIPLE_FORMS);
    byId("tools").hidden = false;
  }

  function offerShapes(shapes) {
    const buttons = Object.entries(shapes).map(([name, make]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
      button.addEventListener("click", () => {
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
        byId("shown").replaceChildren(make());
      });
      return button;
    });
    byId("shapes").replaceChildren(...(buttons.length > 1 ? buttons : []));
    if (buttons.length) buttons[0].click();
    else byId("shown").replaceChildren();
  }

  function offerDownloads(sparql, forms) {
    byId("downloads").replaceChildren("Download: ", ...Object.entries(forms).map(([name, [media, ending]]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
      button.addEventListener("click", async () => {
        const response = await ask(sparql, media).catch(silent);
        if (!response) return;
        if (!response.ok) return problem(await response.text());
        const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(await response.blob()), download: `answer.${ending}` });
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      });
      return button;
    }));
  }

  /* Links: #query=… holds the query, #named=…&person=… a named one with its values; following one asks it. */
  const linked = () => new URLSearchParams(location.hash.slice(1));
  function follow() {
    const link = linked();
    if (link.has("named")) followNamed(link);
    else if (link.has("query")) {
      editor.value = link.get("query");
      run(editor.value);
    }
  }
  function start() {
    const hash = `#query=${encodeURIComponent(editor.value)}`;
    if (location.hash === hash) run(editor.value);
    else location.hash = hash;
  }
  window.addEventListener("hashchange", follow);
  byId("run").addEventListener("click", start);
  editor.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); start(); }
  });
  byId("copy").addEventListener("click", async () => {
    const link = `${location.origin}${location.pathname}#query=${encodeURIComponent(editor.value)}`;
    try {
      await navigator.clipboard.writeText(link);
      byId("status").textContent = "The link is copied.";
    } catch {
      history.replaceState(null, "", link);
      byId("status").textContent = "The link is in the address bar.";
    }
  });

  /* Named queries: their parameters become fields. */
  const named = byId("named");
  const chosen = () => known.queries.find((query) => query.name === named.value);
  for (const query of known.queries) named.append(new Option(query.title, query.name));
  byId("classes").append(...known.classes.map((name) => new Option(name, name)));
  function field(parameter) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.name = parameter.name;
    input.required = parameter.required;
    input.type = { date: "date", number: "number" }[parameter.kind] || "text";
    if (input.type === "number") input.step = "any";
    if (parameter.kind === "class") input.setAttribute("list", "classes");
    const meaning = Object.assign(document.createElement("span"), { className: "meaning", textContent: parameter.meaning + (parameter.required ? " (needed)" : "") });
    label.append(`${parameter.name} `, meaning, input);
    return label;
  }
  function offerFields() {
    const query = chosen();
    byId("named-form").hidden = !query;
    byId("named-question").textContent = query ? query.question : "";
    byId("named-fields").replaceChildren(...(query ? query.parameters.map(field) : []));
  }
  named.addEventListener("change", offerFields);

  /* Put the SPARQL of the chosen query into the editor; say whether there is any. */
  async function fillIn() {
    const values = [...new FormData(byId("named-form"))].filter(([, value]) => value !== "");
    const response = await fetch(`queries/${encodeURIComponent(named.value)}?${new URLSearchParams(values)}`).catch(silent);
    if (!response) return false;
    const text = await response.text();
    if (response.ok) editor.value = text;
    else problem(text);
    return response.ok;
  }
  async function followNamed(link) {
    named.value = link.get("named");
    offerFields();
    if (!chosen()) return problem(`There is no question ${link.get("named")}.`);
    for (const input of byId("named-fields").querySelectorAll("input")) input.value = link.get(input.name) || "";
    if (!await fillIn()) return;
    history.replaceState(null, "", `#query=${encodeURIComponent(editor.value)}`); // so that going back leaves the page
    run(editor.value);
  }
  byId("named-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!await fillIn()) return;
    start();
    byId("answer").scrollIntoView({ block: "nearest" });
  });

  byId("prefixes").textContent = Object.keys(known.prefixes).map((prefix) => `${prefix}:`).join(" ");
  window.kgAnswer.setPrefixes(known.prefixes);
  window.kgEditor.start(known.terms, known.prefixes);
  if (!linked().has("query")) editor.value = EXAMPLE;
  follow();
})();
