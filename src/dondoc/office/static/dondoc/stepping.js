// On a phone one fact at a time: a bar at the foot steps through the tab, says how far one is, and lists them all when asked.

const { choose, chosen, narrow, step, tab } = window.dondoc;

const bar = document.getElementById("stepper");
const place = document.getElementById("stepper-place");
const panels = () => document.getElementById("panels");
const facts = () => [...document.querySelectorAll(`#cards-${tab()} .fact`)];

function tell() {
  const all = facts();
  const waiting = all.filter((each) => each.dataset.state === "draft").length;
  place.textContent = `${all.indexOf(chosen()) + 1}/${all.length}${waiting ? ` · ${bar.dataset.waiting} ${waiting}` : ""}`;
  for (const each of bar.querySelectorAll("button")) each.disabled = !all.length && each.dataset.do !== "undo";
}

function list(on) {
  panels().classList.toggle("listed", on);
  bar.querySelector("[data-do=list-facts]").setAttribute("aria-pressed", String(on));
}

bar?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.step) {
    list(false);
    step(Number(button.dataset.step));
  } else if (button.dataset.do === "undo") document.querySelector("#counters [data-key=u]").click();
  else if (button.dataset.do === "in-text") choose(chosen() ?? facts()[0], { from: "text" });
  else {
    const on = !panels().classList.contains("listed");
    if (on && panels().dataset.view === "text") choose(chosen() ?? facts()[0], { from: "tab" });
    list(on);
    chosen()?.scrollIntoView({ block: on ? "center" : "nearest" });
  }
});

// The tab that was opened shows the fact to decide next.
document.addEventListener("click", (event) => {
  const opened = event.target.closest("[role=tab]");
  if (!bar || !opened) return;
  list(false);
  if (narrow.matches && opened.dataset.tab !== "text" && !facts().includes(chosen())) {
    const all = facts();
    choose(all.find((each) => each.dataset.state === "draft") ?? all[0], { focus: false });
  }
  tell();
});

if (bar && panels()) {
  document.addEventListener("dondoc:chosen", (event) => {
    if (event.detail.from === "card") list(false);
    tell();
  });
  for (const each of ["htmx:afterSettle", "facts-changed"]) document.addEventListener(each, tell);
  tell();
}
