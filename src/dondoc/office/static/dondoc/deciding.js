// Deciding by keys: a confirm, e edit, s split, m merge, x reject, u undo; counters and marks follow; everything is said.

const { choose, chosen, narrow, nextOpen, notice, say } = window.dondoc;

let goOn = null;

function press(key) {
  const button = key === "u" ? document.querySelector("#counters [data-key=u]") : chosen()?.querySelector(`[data-key="${key}"]`);
  if (!button) return false;
  goOn = key === "a" || key === "x" ? chosen().dataset.fact : null;
  button.click();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.target.closest(".fact-editing")?.querySelector("[data-do=stop-editing]").click();
  const typed = event.target.closest("input, select, textarea, dialog");
  if (typed || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if ("aesmxu".includes(event.key) && event.key.length === 1 && press(event.key)) event.preventDefault();
});

function markStates(states) {
  for (const [id, state] of Object.entries(states)) {
    const task = document.getElementById(`f${id}`)?.dataset.kind === "directive";
    for (const each of document.querySelectorAll(`[data-facts~="${id}"]`)) {
      const innermost = each.dataset.facts.split(" ").at(-1) === id;
      if (innermost) each.className = each.className.replace(/\bs-\w+/, `s-${state}`);
      if (task) each.className = each.className.replace(/\bd-\w+/, `d-${state}`);
    }
  }
}

function count(counters) {
  for (const each of document.querySelectorAll("[data-count]")) {
    if (each.dataset.count in counters) each.textContent = counters[each.dataset.count];
  }
  const part = document.getElementById("confirmed-part");
  if (part) {
    part.max = counters.found || 1;
    part.value = counters.confirmed;
  }
  const all = document.querySelector("[data-do=confirm-all]");
  if (all) all.disabled = !counters.open;
}

document.addEventListener("facts-changed", (event) => {
  const { states, counters, message } = event.detail;
  count(counters);
  markStates(states);
  if (message) say(message);
});

document.addEventListener("refused", (event) => notice(event.detail.message));

document.addEventListener("htmx:afterSettle", (event) => {
  const card = event.detail.elt;
  if (!card?.matches?.(".fact")) return;
  const fresh = document.getElementById(card.id);
  if (fresh.matches(".fact-editing")) {
    choose(fresh, { focus: false });
    const first = fresh.querySelector("[aria-invalid=true]") ?? fresh.querySelector("[data-first]");
    first?.focus();
    return;
  }
  choose(fresh);
  if (goOn === fresh.dataset.fact) nextOpen();
  goOn = null;
});

// Where one fact at a time is shown, a decision by finger goes on to the next as one by key does.
document.addEventListener("click", (event) => {
  const decided = narrow.matches && event.isTrusted && event.target.closest(".fact-foot > [data-key=a], .fact-foot > [data-key=x]");
  if (decided) goOn = decided.closest(".fact").dataset.fact;
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-do=confirm-all]")) {
    const dialog = document.getElementById("confirm-all");
    for (const each of dialog.querySelectorAll("[data-open]")) {
      each.textContent = document.querySelectorAll(`.fact[data-kind=${each.dataset.open}][data-state=draft]`).length;
    }
    dialog.showModal();
  }
  if (event.target.closest("[data-do=confirm-all-now]")) event.target.closest("dialog").close();
});
