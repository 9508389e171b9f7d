// The pages as they look, in the place of the text: shown by a button or "i", the chosen fact boxed, zoom and turning.

const STEPS = [1, 1.25, 1.5, 2, 3];
const state = { shown: false, zoom: 0, fact: null };
const box = () => document.getElementById("pages");
const sheets = () => [...box().querySelectorAll(".pg")];
let watching = null;

function show(pages, byHand = false) {
  const root = box();
  if (!root) return;
  state.shown = pages;
  root.hidden = !pages;
  document.getElementById("paper").hidden = pages;
  document.querySelector("#page-bar .dd-page-tools").hidden = !pages;
  for (const each of document.querySelectorAll("[data-paper]")) {
    each.setAttribute("aria-pressed", String((each.dataset.paper === "pages") === pages));
  }
  if (!pages) return mark(null);
  watch();
  enlarge();
  mark(window.dondoc.chosen()?.dataset.fact);
  if (byHand) root.focus({ preventScroll: true });
}

function watch() {
  watching?.disconnect();
  const seen = new Map();
  watching = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) seen.set(entry.target, entry.intersectionRatio * entry.boundingClientRect.height);
      const [now] = [...seen].reduce((best, each) => (each[1] > best[1] ? each : best), [null, 0]);
      if (now) name(now.dataset.page);
    },
    { threshold: [0, 0.1, 0.25, 0.5, 0.75, 1] },
  );
  for (const each of sheets()) watching.observe(each);
}

function name(number) {
  const words = document.getElementById("page-now");
  words.dataset.page = number;
  words.textContent = `${words.dataset.words} ${number}/${sheets().length}`;
}

function enlarge(by = 0) {
  state.zoom = Math.min(Math.max(state.zoom + by, 0), STEPS.length - 1);
  const root = box();
  const middle = (root.scrollTop + root.clientHeight / 2) / Math.max(root.scrollHeight, 1);
  root.style.setProperty("--pg-zoom", STEPS[state.zoom]);
  if (by) root.scrollTop = middle * root.scrollHeight - root.clientHeight / 2;
}

function turn(by) {
  const now = Number(document.getElementById("page-now").dataset.page ?? 1);
  const number = Math.min(Math.max(now + by, 1), sheets().length);
  goTo(sheets()[number - 1], 0);
  name(number);
}

// On a wide screen the pages scroll in their own box, on a phone with the window; "share" of it stays above the target.
function goTo(target, share) {
  const root = box();
  const outer = root.getBoundingClientRect();
  const inner = target.getBoundingClientRect();
  const own = getComputedStyle(root).overflowY === "auto" && root.scrollHeight > root.clientHeight + 1;
  const top = own ? outer.top : 170;
  const height = own ? outer.height : window.innerHeight - 240;
  (own ? root : window).scrollBy({ top: inner.top - top - height * share });
  const aside = inner.left - outer.left - (outer.width - inner.width) / 2;
  if (inner.left < outer.left || inner.right > outer.right) root.scrollBy({ left: aside });
}

async function mark(fact) {
  state.fact = fact ?? null;
  for (const each of document.querySelectorAll(".pg-box")) each.remove();
  if (!state.shown || !fact) return;
  const address = document.getElementById("document").dataset.places.replace("/0/", `/${fact}/`);
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok || state.fact !== fact) return;
  let first = null;
  for (const [page, left, top, right, bottom] of (await answer.json()).boxes) {
    const sheet = document.querySelector(`#trang-${page} .pg-sheet`);
    if (!sheet || state.fact !== fact) continue;
    const drawn = document.createElement("div");
    drawn.className = "pg-box";
    drawn.style.left = `${left / 100}%`;
    drawn.style.top = `${top / 100}%`;
    drawn.style.width = `${(right - left) / 100}%`;
    drawn.style.height = `${(bottom - top) / 100}%`;
    sheet.append(drawn);
    first ??= drawn;
  }
  if (first) goTo(first, 0.4);
}

document.addEventListener("dondoc:chosen", (event) => mark(event.detail.fact));

document.addEventListener("click", (event) => {
  const mode = event.target.closest("[data-paper]");
  if (mode) return show(mode.dataset.paper === "pages", true);
  const doing = event.target.closest("#page-bar [data-do]")?.dataset.do;
  if (doing === "zoom-in") enlarge(1);
  if (doing === "zoom-out") enlarge(-1);
  if (doing === "page-before") turn(-1);
  if (doing === "page-after") turn(1);
});

document.addEventListener("keydown", (event) => {
  const typed = event.target.closest?.("input, select, textarea, dialog");
  if (typed || event.ctrlKey || event.metaKey || event.altKey || !box()) return;
  if (event.key === "i") show(!state.shown, true);
  else if (!state.shown) return;
  else if (event.key === "+" || event.key === "=") enlarge(1);
  else if (event.key === "-" || event.key === "−") enlarge(-1);
  else if (event.key === "[") turn(-1);
  else if (event.key === "]") turn(1);
  else return;
  event.preventDefault();
});

// Both columns came anew: the view stays what it was.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "panels" || event.detail.elt?.id === "panels") show(state.shown);
});
