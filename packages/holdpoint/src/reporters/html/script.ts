/** The page's only script: filters checks, opens what a link points at, opens everything for the printer. */
export const SCRIPT: string = `
(() => {
  const byId = (id) => document.getElementById(id);
  const filter = byId("filter");
  if (filter === null) return;
  const words = byId("filter-words");
  const shown = byId("filter-shown");
  const gates = [...document.querySelectorAll(".gate")].map((gate) => ({
    gate,
    checks: [...gate.querySelectorAll("[data-outcome]")]
      .map((item) => ({ item, text: item.textContent.toLowerCase() })),
  }));

  const apply = () => {
    const outcomes = filter.querySelector("input[name=outcome]:checked").value.split(" ");
    const wanted = words.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
    let visible = 0;
    let all = 0;
    for (const { gate, checks } of gates) {
      let inGate = 0;
      for (const { item, text } of checks) {
        const fits = outcomes.includes(item.dataset.outcome) && wanted.every((word) => text.includes(word));
        item.hidden = !fits;
        if (fits) inGate += 1;
      }
      gate.hidden = inGate === 0 && checks.length > 0;
      visible += inGate;
      all += checks.length;
    }
    shown.textContent = visible + " of " + all + " checks shown";
  };

  const openAll = (open) => {
    for (const details of document.querySelectorAll(".gate li:not([hidden]) details")) details.open = open;
  };

  const openTarget = () => {
    const target = location.hash === "" ? null : byId(decodeURIComponent(location.hash.slice(1)));
    const details = target === null ? null : target.querySelector("details");
    if (target === null || !target.matches("[data-outcome]") || details === null) return;
    filter.querySelector("input[name=outcome]").checked = true;
    words.value = "";
    apply();
    details.open = true;
    details.querySelector("summary").focus({ preventScroll: true });
    target.scrollIntoView();
  };

  filter.hidden = false;
  filter.addEventListener("input", apply);
  byId("open-all").addEventListener("click", () => openAll(true));
  byId("close-all").addEventListener("click", () => openAll(false));
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", () => openAll(true));
  apply();
  openTarget();
})();
`;
