"use strict";
(() => {
  const page = document.documentElement;
  const root = page.dataset.root || "";
  const waiting = new Map();

  /* Data: data/NAME.js calls kgData(NAME, value), which is kgData.NAME then; kgLoad(NAME) promises it, and loads the file. */
  window.kgData = (name, value) => {
    window.kgData[name] = value;
    waiting.get(name)?.done(value);
  };
  window.kgLoad = (name) => {
    if (Object.hasOwn(window.kgData, name)) return Promise.resolve(window.kgData[name]);
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((done, failed) => { entry.done = done; entry.failed = failed; });
      waiting.set(name, entry);
      const script = document.createElement("script");
      script.src = `${root}data/${name}.js`;
      script.onerror = () => entry.failed(new Error(`data/${name}.js cannot be read`));
      document.head.append(script);
    }
    return waiting.get(name).promise;
  };

  /* Addresses: the same FNV-1a as kg/views/addresses.py. */
  window.kgPage = (iri) => {
    let digest = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(iri)) digest = ((digest ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
    return `${root}things/${digest.toString(16).padStart(16, "0")}.html`;
  };

  function make(tag, { text, ...attributes } = {}, ...children) {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  /* Evidence: {text, confidence, article, headline, publisher, published, url} as a list; text stays text. */
  window.kgEvidence = (items) => {
    const list = make("ul", { class: "evidence" });
    for (const item of items) {
      const source = make("p", { class: "source" });
      const named = item.headline || item.article || "article";
      if (/^https?:\/\//i.test(item.url || "")) source.append(make("a", { href: item.url, rel: "noreferrer noopener", text: named, dir: "auto" }));
      else source.append(make("bdi", { text: named }));
      for (const part of [item.publisher, (item.published || "").slice(0, 10)]) if (part) source.append(" · ", make("bdi", { text: part }));
      if (typeof item.confidence === "number") source.append(` · confidence ${item.confidence.toFixed(2)}`);
      list.append(make("li", {}, make("blockquote", { text: item.text, dir: "auto" }), source));
    }
    return list;
  };

  /* The panel: Escape or its button closes it, and the focus returns to where it was. */
  window.kgPanel = {
    from: null,
    show(title, element) {
      const panel = document.getElementById("site-panel");
      if (panel.hidden) this.from = document.activeElement;
      document.getElementById("site-panel-title").textContent = title;
      document.getElementById("site-panel-body").replaceChildren(element);
      panel.hidden = false;
      panel.scrollTop = 0;
      panel.focus({ preventScroll: true });
    },
    close() {
      const panel = document.getElementById("site-panel");
      if (panel.hidden) return;
      panel.hidden = true;
      if (this.from?.isConnected) this.from.focus({ preventScroll: true });
      this.from = null;
    },
  };

  /* Theme: the system's, until the reader chooses; a browser that keeps nothing for files only forgets the choice. */
  const THEMES = ["system", "light", "dark"];
  const memory = {
    read() { try { return localStorage.getItem("kg-theme"); } catch { return null; } },
    write(value) { try { localStorage.setItem("kg-theme", value); } catch { /* private browsing: not kept */ } },
  };
  function setTheme(theme) {
    if (theme === "system") delete page.dataset.theme;
    else page.dataset.theme = theme;
    const button = document.getElementById("site-theme");
    if (button) button.textContent = `Theme: ${theme}`;
    window.dispatchEvent(new CustomEvent("kgtheme", { detail: theme }));
  }
  let theme = THEMES.includes(memory.read()) ? memory.read() : "system";
  setTheme(theme);

  /* Search: rows of data/search.js are [name, kind, type, page, other names]; read when the box is first used. */
  const MOST_FOUND = 30;
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let entries = null;
  const readEntries = async () => {
    entries ??= (await window.kgLoad("search")).map((row) => ({ row, name: plain(row[0]), all: plain(`${row[0]} ${row[4]} ${row[2]}`) }));
    return entries;
  };

  function find(rows, asked) {
    const words = plain(asked).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const found = [];
    for (const entry of rows) {
      if (!words.every((word) => entry.all.includes(word))) continue;
      const start = entry.name.startsWith(words[0]) ? 0 : entry.name.includes(` ${words[0]}`) ? 1 : entry.name.includes(words[0]) ? 2 : 3;
      found.push([start, found.length, entry.row]);
    }
    return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((one) => one[2]);
  }

  function startSearch() {
    const form = document.getElementById("site-search");
    const box = document.getElementById("site-search-text");
    const list = document.getElementById("site-found");
    const count = document.getElementById("site-found-count");
    let chosen = -1;

    function choose(number) {
      const options = [...list.children];
      chosen = options.length ? (number + options.length) % options.length : -1;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
      if (chosen < 0) box.removeAttribute("aria-activedescendant");
      else {
        box.setAttribute("aria-activedescendant", options[chosen].id);
        options[chosen].scrollIntoView({ block: "nearest" });
      }
    }
    function close() {
      list.hidden = true;
      box.setAttribute("aria-expanded", "false");
      choose(-1);
      box.removeAttribute("aria-activedescendant");
    }
    async function show() {
      const asked = box.value;
      const found = find(await readEntries(), asked);
      if (asked !== box.value) return;
      list.replaceChildren(...found.slice(0, MOST_FOUND).map(([name, kind, type, address, others], place) => {
        const option = make("li", { role: "option", id: `site-found-${place}`, "aria-selected": "false", "data-page": address },
          make("span", { class: "name", text: name.slice(0, 200), dir: "auto" }), make("span", { class: `kind small ${kind}`, text: type }));
        if (others) option.append(make("span", { class: "also", text: others.slice(0, 300), dir: "auto" }));
        return option;
      }));
      count.textContent = asked.trim() ? (found.length > MOST_FOUND ? `${found.length} found, the first ${MOST_FOUND} shown` : `${found.length} found`) : "";
      list.hidden = !found.length;
      box.setAttribute("aria-expanded", String(!list.hidden));
      choose(0);
    }
    const open = (option) => { if (option) location.href = root + option.dataset.page; };

    box.addEventListener("focus", () => { readEntries(); if (box.value) show(); });
    box.addEventListener("input", show);
    box.addEventListener("blur", () => setTimeout(close, 150));
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) show();
        else choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
        event.preventDefault();
      } else if (event.key === "Escape" && !list.hidden) {
        close();
        event.preventDefault();
        event.stopPropagation();
      }
    });
    list.addEventListener("mousedown", (event) => { event.preventDefault(); open(event.target.closest("[data-page]")); });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (list.hidden) await show();
      open(list.children[Math.max(chosen, 0)]);
    });
    document.addEventListener("keydown", (event) => {
      const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName || "");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        box.focus();
        box.select();
      }
    });
  }

  /* PAGE#find=NAME fills in the page's own filter by words, if it has one. */
  function fillFilter() {
    const asked = new URLSearchParams(location.hash.slice(1)).get("find");
    const filter = document.querySelector("main form input[name='text']");
    if (asked === null || !filter) return;
    filter.value = asked;
    filter.dispatchEvent(new Event("input", { bubbles: true }));
  }
  window.addEventListener("load", fillFilter);
  window.addEventListener("hashchange", fillFilter);

  /* On paper drawings shrink with the page instead of being cut at its edge. */
  window.addEventListener("beforeprint", () => {
    for (const drawing of document.querySelectorAll("main .chart svg:not([viewBox])")) drawing.setAttribute("viewBox", `0 0 ${drawing.clientWidth} ${drawing.clientHeight}`);
  });
  window.addEventListener("afterprint", () => {
    document.getElementById("map")?.removeAttribute("viewBox");
  });

  /* Where kg serve shows the pages it says where to ask: then what a page tells to type can be clicked as well. */
  function startAsking() {
    const ask = page.dataset.ask;
    if (!ask) return;
    document.querySelector(".site-bar nav ul").append(make("li", {}, make("a", { href: ask, text: "Ask" })));
    for (const one of document.querySelectorAll("[data-question]")) one.append(" ", make("a", { href: `${ask}#${one.dataset.question}`, text: "ask it here", "aria-label": `Ask it here: ${one.textContent}` }));
  }

  document.addEventListener("DOMContentLoaded", () => {
    setTheme(theme);
    startAsking();
    document.getElementById("site-theme").addEventListener("click", () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
      memory.write(theme);
      setTheme(theme);
    });
    document.getElementById("site-panel-close").addEventListener("click", () => window.kgPanel.close());
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") window.kgPanel.close(); });
    startSearch();
  });
})();
