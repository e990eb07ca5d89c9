// The filter of the front page. Without it everything is listed; with it the address holds what is sought.
(() => {
  "use strict";
  const form = document.getElementById("find");
  const told = document.getElementById("told");
  const clear = document.getElementById("clear");
  const box = document.querySelector(".lower");
  const fields = ["q", "kind", "lang", "risk", "lower"].map((name) => form.elements[name]).filter(Boolean);
  const everything = told.textContent;

  // Width, case and the spaces that set Han characters apart do not count.
  const folded = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/(\p{Script=Han})\s+/gu, "$1").replace(/\s+(?=\p{Script=Han})/gu, "");

  const shelves = [...document.querySelectorAll("main section")].map((section) => ({
    section,
    kind: section.id,
    counts: [section.querySelector("h2 span"), document.querySelector(`.kinds a[href="#${section.id}"] span`)],
    products: [...section.querySelectorAll("li")].map((item) => {
      const [, scale, level] = /^(.*)\.(\d+)$/.exec(item.dataset.r) || [];
      return { item, langs: item.dataset.l.split(" "), scale, level: Number(level) };
    }),
  }));
  const all = shelves.reduce((sum, shelf) => sum + shelf.products.length, 0);
  const figure = (number) => number.toLocaleString("en-US");

  const text = (product) => (product.text ??= folded(`${product.item.textContent} ${product.item.dataset.q}`));
  const value = (field) => (!field ? "" : field.type === "checkbox" ? (field.checked ? field.value : "") : field.value);
  const sought = () => Object.fromEntries(fields.map((field) => [field.name, value(field)]));

  function judge({ q = "", lang = "", risk = "", lower = "" }) {
    const words = folded(q).split(/\s+/).filter(Boolean);
    const [, scale, level] = /^(.*)\.(\d+)$/.exec(risk) || [];
    return (product) =>
      (!lang || product.langs.includes(lang)) &&
      (!risk || (risk === "-" ? !product.scale : product.scale === scale &&
        (lower ? product.level <= Number(level) : product.level === Number(level)))) &&
      words.every((word) => text(product).includes(word));
  }

  function show() {
    const want = sought();
    const fits = judge(want);
    let found = 0;
    for (const { section, kind, counts, products } of shelves) {
      let here = 0;
      for (const product of products) {
        const shown = (!want.kind || want.kind === kind) && fits(product);
        if (product.item.hidden === shown) product.item.hidden = !shown;
        here += shown;
      }
      section.hidden = !here;
      for (const count of counts) if (count) count.textContent = figure(here);
      if (counts[1]) counts[1].parentNode.hidden = !here;
      found += here;
    }
    const filtered = Object.values(want).some(Boolean);
    clear.hidden = !filtered;
    if (box) box.hidden = !/\d$/.test(want.risk);
    const { found: some, none } = told.dataset;
    const words = !filtered ? everything : !found ? none : some.replace("{n}", figure(found)).replace("{all}", figure(all));
    if (told.textContent !== words) told.textContent = words;
    keep(want);
  }

  function keep(want) {
    const query = new URLSearchParams(location.search);
    for (const [name, wanted] of Object.entries(want)) wanted ? query.set(name, wanted) : query.delete(name);
    const search = String(query) && `?${query}`;
    if (search !== location.search) {
      try {
        history.replaceState(null, "", location.pathname + search + location.hash);
      } catch {
        // Some browsers forbid it for a page that is a local file; the filter works all the same.
      }
    }
    for (const link of document.querySelectorAll(".editions a")) link.search = search;
  }

  function recall() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      const wanted = query.get(field.name) || "";
      if (field.type === "checkbox") field.checked = wanted === field.value;
      else field.value = wanted;
      if (field.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
    }
  }

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(show, event.target.type === "search" ? 120 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => (recall(), show()));
  clear.addEventListener("click", () => {
    for (const field of fields) field.type === "checkbox" ? (field.checked = false) : (field.value = "");
    show();
    fields[0].focus();
  });
  form.hidden = false;
  recall();
  show();
})();
