// Choosing a fact on either side brings the other into view: tabs, cards, marks in the text, the address.

const narrow = window.matchMedia("(max-width: 62rem)");
const panels = () => document.getElementById("panels");
const cards = (tab) => document.getElementById(`cards-${tab}`);
const tabOf = (card) => card.closest(".dd-cards").id.slice(6);
const state = { tab: "tasks", fact: null };

const chosen = () => document.querySelector(".fact.chosen");

function keepInView(box, target) {
  const outer = box.getBoundingClientRect();
  const inner = target.getBoundingClientRect();
  const scrolls = box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY === "auto";
  const top = scrolls ? outer.top : 120;
  const sheet = document.querySelector(".dd-cards.sheet")?.getBoundingClientRect();
  const height = scrolls ? outer.height : Math.max(80, (sheet?.top ?? window.innerHeight - 60) - top);
  if (inner.top >= top + 8 && inner.bottom <= top + height - 8) return;
  const by = inner.top - top - Math.max(16, Math.min((height - inner.height) / 2, height / 3));
  (scrolls ? box : window).scrollBy({ top: by, behavior: "auto" });
}

function showTab(tab, byHand = false) {
  state.tab = tab === "text" ? state.tab : tab;
  const root = panels();
  root.dataset.view = tab === "text" ? "text" : "facts";
  for (const each of root.querySelectorAll("[role=tab]")) {
    const on = each.dataset.tab === tab;
    each.setAttribute("aria-selected", String(on));
    each.tabIndex = on ? 0 : -1;
    if (on && byHand) each.focus();
  }
  for (const each of root.querySelectorAll(".dd-cards")) each.hidden = each.id !== `cards-${state.tab}`;
}

function light(id) {
  for (const each of document.querySelectorAll(".m.lit")) each.classList.remove("lit");
  const found = document.querySelectorAll(`[data-facts~="${id}"]`);
  for (const each of found) each.classList.add("lit");
  return found[0];
}

function choose(card, { from = "card", focus = true } = {}) {
  if (!card) return;
  chosen()?.classList.remove("chosen");
  card.classList.add("chosen");
  state.fact = card.dataset.fact;
  const open = card.closest(".dd-cards").classList.contains("sheet");
  const sheet = narrow.matches && (from === "text" || (open && from !== "tab"));
  if (tabOf(card) !== state.tab || (!sheet && narrow.matches)) showTab(tabOf(card));
  for (const each of document.querySelectorAll(".dd-cards.sheet")) each.classList.remove("sheet");
  if (sheet) {
    showTab(tabOf(card));
    showTab("text");
    card.closest(".dd-cards").classList.add("sheet");
  } else keepInView(card.closest(".dd-cards"), card);
  const mark = light(card.dataset.fact);
  if (mark && (sheet || !narrow.matches)) keepInView(document.getElementById("paper"), mark);
  if (focus) card.focus({ preventScroll: true });
  history.replaceState(null, "", `#f${card.dataset.fact}`);
  document.dispatchEvent(new CustomEvent("dondoc:chosen", { detail: { fact: card.dataset.fact, from } }));
}

function step(by) {
  const all = [...cards(state.tab).querySelectorAll(".fact")];
  const at = all.indexOf(chosen());
  const from = narrow.matches && panels().dataset.view === "text" ? "text" : "card";
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)] ?? all[0], { from });
}

function nextOpen() {
  const all = [...cards(state.tab).querySelectorAll(".fact")];
  const at = all.indexOf(chosen());
  const open = (each) => each.dataset.state === "draft";
  choose(all.slice(at + 1).find(open) ?? all.find(open) ?? chosen());
}

const cardOf = (id) => document.getElementById(`f${id}`) ?? document.querySelector(`.fact[data-root="${id}"]`);

function fromAddress() {
  const id = location.hash.match(/^#f(\d+)$/)?.[1];
  if (id) choose(cardOf(id), { from: narrow.matches ? "text" : "card" });
  else if (narrow.matches) showTab("text");
  else document.querySelector("#cards-tasks .fact, #cards-figures .fact")?.classList.add("chosen");
}

function closeSheet() {
  for (const each of document.querySelectorAll(".dd-cards.sheet")) each.classList.remove("sheet");
}

document.addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (tab) {
    closeSheet();
    return showTab(tab.dataset.tab, true);
  }
  if (event.target.closest("[data-do=close-sheet]")) return closeSheet();
  const link = event.target.closest("[data-choose]");
  if (link) {
    event.preventDefault();
    return choose(cardOf(link.dataset.choose));
  }
  const mark = event.target.closest(".m");
  if (mark && getSelection().isCollapsed) {
    const known = mark.dataset.facts.split(" ").reverse().map(cardOf).filter(Boolean);
    const again = known.indexOf(chosen());
    return choose(known[(again + 1) % known.length], { from: "text" });
  }
  const card = event.target.closest(".fact");
  if (card && !card.classList.contains("chosen") && !event.target.closest("button, a, summary, input, select, textarea")) choose(card);
});

document.addEventListener("focusin", (event) => {
  if (event.target.matches(".fact:not(.chosen)")) choose(event.target, { focus: false });
});

document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.("[role=tab]");
  if (tab && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    const all = [...panels().querySelectorAll("[role=tab]")].filter((each) => each.offsetParent);
    const next = all[(all.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1) + all.length) % all.length];
    showTab(next.dataset.tab, true);
  }
  if (event.key === "Escape") closeSheet();
  const typed = event.target.closest("input, select, textarea, dialog");
  if (typed || event.ctrlKey || event.metaKey || event.altKey || !panels()) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if ("123".includes(event.key)) showTab(["tasks", "figures", "findings"][Number(event.key) - 1]);
  else return;
  event.preventDefault();
});

// Both columns came anew: keep the tab, and the fact that the change was about.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "panels" && event.detail.elt?.id !== "panels") return;
  const root = panels();
  const card = cardOf(root.dataset.focus) ?? cardOf(state.fact);
  showTab(card ? tabOf(card) : state.tab);
  if (narrow.matches) showTab(state.tab);
  if (card) choose(card);
});

Object.assign(window.dondoc, { choose, chosen, narrow, nextOpen, step, tab: () => state.tab });

if (panels()) {
  fromAddress();
  window.addEventListener("hashchange", fromAddress);
}
