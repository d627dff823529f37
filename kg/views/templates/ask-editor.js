"use strict";
/* The editor: completions for the word before the cursor. kgEditor.start(terms, prefixes) turns them on. */
(() => {
  const KEYWORDS = "SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS VALUES BIND GRAPH DISTINCT ORDER GROUP HAVING LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT CONTAINS LCASE STRSTARTS REGEX LANG STR YEAR MONTH COALESCE EXISTS".split(" ");
  const MOST = 40;
  const LEAST = 2;

  function start(terms, prefixes) {
    const box = document.getElementById("sparql");
    const list = document.getElementById("completions");
    const words = [
      ...terms,
      ...Object.entries(prefixes).map(([prefix, namespace]) => [`${prefix}:`, namespace]),
      ...KEYWORDS.map((word) => [word, ""]),
    ];
    let chosen = -1;

    const before = () => /[?$]?[\w:-]*$/.exec(box.value.slice(0, box.selectionStart))[0];

    function close() {
      list.hidden = true;
      chosen = -1;
      box.removeAttribute("aria-activedescendant");
    }

    function fitting(word) {
      const asked = word.toLowerCase();
      if (asked.startsWith("?") || asked.startsWith("$")) {
        const used = new Set(box.value.match(/\?\w+/g) || []);
        return [...used].filter((one) => one.toLowerCase().startsWith(asked) && one !== word).sort().map((one) => [one, ""]);
      }
      const starts = words.filter(([term]) => term.toLowerCase().startsWith(asked));
      const inside = words.filter(([term]) => {
        const local = term.slice(term.indexOf(":") + 1).toLowerCase();
        return !term.toLowerCase().startsWith(asked) && !asked.includes(":") && local.includes(asked);
      });
      return [...starts, ...inside].filter(([term]) => term !== word);
    }

    function choose(number) {
      chosen = (number + list.children.length) % list.children.length;
      [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
      box.setAttribute("aria-activedescendant", list.children[chosen].id);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    }

    function take(term) {
      const start = box.selectionStart - before().length;
      box.setRangeText(term, start, box.selectionStart, "end");
      close();
      box.focus();
    }

    function offer() {
      const word = before();
      const found = word.length < LEAST ? [] : fitting(word).slice(0, MOST);
      if (!found.length) return close();
      list.replaceChildren(...found.map(([term, meaning], place) => {
        const item = document.createElement("li");
        item.id = `completion-${place}`;
        item.setAttribute("role", "option");
        item.append(Object.assign(document.createElement("span"), { className: "term", textContent: term }));
        item.append(Object.assign(document.createElement("span"), { className: "meaning", textContent: meaning }));
        item.addEventListener("mousedown", (event) => { event.preventDefault(); take(term); });
        return item;
      }));
      list.hidden = false;
      choose(0);
    }

    box.addEventListener("input", offer);
    box.addEventListener("blur", close);
    box.addEventListener("click", close);
    box.addEventListener("keydown", (event) => {
      if (list.hidden || event.ctrlKey || event.metaKey) return;
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move) choose(chosen + move);
      else if (event.key === "Tab" && !event.shiftKey) take(list.children[chosen].querySelector(".term").textContent);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
  }

  window.kgEditor = { start };
})();
