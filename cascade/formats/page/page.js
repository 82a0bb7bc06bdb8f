(() => {
  "use strict";
  const root = document.documentElement;
  const form = document.querySelector("form.filters");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đð]/gi, "d").toLowerCase();
  root.classList.add("js");

  // Both languages stand in the page and its style shows one; what no style reaches is said here.
  const speak = () => {
    const lang = document.getElementById("lang-en").checked ? "en" : "vi";
    root.lang = lang;
    for (const one of document.querySelectorAll("[data-vi]")) {
      const said = one.dataset[lang];
      if (one.matches("input")) one.placeholder = said;
      else one.textContent = said;
    }
  };
  for (const one of document.querySelectorAll("input.lang")) one.addEventListener("change", speak);
  speak();

  // Every detail is printed.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open]):not(.tally)")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
  if (!form) return;

  const plans = [...document.querySelectorAll("section.plan")].map((section) => ({
    section,
    points: [...section.querySelectorAll("article")].map((article) => ({ article, said: null, folded: null })),
  }));
  const all = plans.reduce((sum, plan) => sum + plan.points.length, 0);

  // The words of a point and of its plan's heading, read when they are first asked for.
  const read = (plan, point) => {
    if (point.said === null) {
      plan.head ??= plan.section.querySelector("h3").textContent;
      point.said = `${plan.head} ${point.article.textContent}`.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
      point.folded = fold(point.said);
    }
    return point;
  };
  // A word typed with accents means itself; without accents it means every word that has its letters.
  const says = (plan, point, words) => words.every((word) => {
    const text = read(plan, point);
    return (word === fold(word) ? text.folded : text.said).includes(word);
  });

  const apply = () => {
    const asked = new FormData(form);
    const severities = new Set(asked.getAll("severity"));
    const words = asked.get("words").normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    const [inPlan, area, rule, decision] = ["plan", "area", "rule", "decision"].map((name) => asked.get(name) || "");
    const fits = (plan, { article }) =>
      severities.has(article.classList[0]) &&
      (!area || (article.dataset.a || "0") === area) &&
      (!rule || article.dataset.r === rule) &&
      (!decision || article.classList.contains("waived") === (decision === "accepted"));
    const narrowed = Boolean(words.length || area || rule || decision);
    let shown = 0;
    for (const plan of plans) {
      let here = 0;
      for (const point of plan.points) {
        const fit = (!inPlan || plan.section.id === inPlan) && fits(plan, point) && says(plan, point, words);
        if (point.article.hidden === fit) point.article.hidden = !fit;
        here += fit;
      }
      plan.section.hidden = plan.points.length ? !here : narrowed || Boolean(inPlan && plan.section.id !== inPlan);
      shown += here;
    }
    for (const one of form.querySelectorAll("[role=status] span")) {
      one.textContent = one.dataset.said.replace("{shown}", shown).replace("{all}", all);
    }
    form.querySelector("button").hidden = shown === all;
  };

  // A link to a point that the filter hides shows it.
  const go = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { return; }
    const target = name && document.getElementById(name);
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); apply(); }
    for (let one = target; one; one = one.parentElement) if (one.matches("details")) one.open = true;
    target.scrollIntoView();
  };

  let waiting = 0;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("input", (event) => {
    if (event.target.name !== "words") return;
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  addEventListener("hashchange", go);
  form.querySelector("details").open = matchMedia("(min-width: 46.01rem)").matches;
  apply();
  if (location.hash) go();

  // Ready before the first search, in the time when nothing else is done.
  const waitingPoints = plans.flatMap((plan) => plan.points.map((point) => () => read(plan, point)));
  const ahead = (idle) => {
    while (waitingPoints.length && idle.timeRemaining() > 2) waitingPoints.pop()();
    if (waitingPoints.length) requestIdleCallback(ahead);
  };
  globalThis.requestIdleCallback?.(ahead);
})();
