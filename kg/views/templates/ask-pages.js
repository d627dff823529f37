"use strict";
/* Links from the things of an answer to their pages, where kg serve has the pages of kg view beside it. */
(() => {
  const { pages } = JSON.parse(document.getElementById("known").textContent);
  const MOST_ASKED = 5000; // of one request; the server reads no longer ones
  const known = new Map(); // IRI to address, "" for a thing without a page

  async function find(iris) {
    const asked = iris.filter((iri) => !known.has(iri)).slice(0, MOST_ASKED);
    if (!asked.length) return;
    const response = await fetch(pages, { method: "POST", headers: { "Content-Type": "text/plain" }, body: asked.join("\n") }).catch(() => null);
    if (!response?.ok) return; // the answer itself stands; a server that is gone is told when it is next asked
    const found = await response.json();
    for (const iri of asked) known.set(iri, found[iri] || "");
  }

  /* Put a link to its page beside every link in `element` that has the IRI of a thing. */
  async function link(element) {
    if (!pages) return;
    const links = [...element.querySelectorAll("a[data-iri]")];
    await find([...new Set(links.map((one) => one.dataset.iri))]);
    for (const one of links) {
      const address = known.get(one.dataset.iri);
      if (!address || one.nextElementSibling) continue;
      const made = Object.assign(document.createElement("a"), { href: address, className: "ask-dossier", textContent: "page" });
      made.setAttribute("aria-label", `Page of ${one.textContent}`);
      one.after(made);
    }
  }

  window.kgPages = { link };
})();
