// Pick-lists that search while typing, marks or not (the server folds them); the pattern is the ARIA combobox.

const WAIT = 150;
let timer;

const listOf = (input) => input.closest(".dd-combo").querySelector("[role=listbox]");
const options = (input) => [...listOf(input).querySelectorAll("[role=option]")];
const active = (input) => options(input).find((each) => each.getAttribute("aria-selected") === "true");

function close(input) {
  listOf(input).hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function mark(input, option) {
  for (const each of options(input)) each.setAttribute("aria-selected", String(each === option));
  if (!option) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
}

async function search(input) {
  const address = input.closest(".dd-combo").dataset.combo;
  const answer = await fetch(`${address}?q=${encodeURIComponent(input.value)}`);
  if (!answer.ok || document.activeElement !== input) return;
  const list = listOf(input);
  list.innerHTML = await answer.text();
  list.querySelectorAll("[role=option]").forEach((each, at) => (each.id = `${list.id}-${at}`));
  list.hidden = !list.children.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
}

function addName(input, name) {
  const field = input.closest("[data-many]");
  const names = field.querySelector(".dd-names");
  const there = [...names.querySelectorAll("input")].some((each) => each.value === name);
  if (!there) {
    const item = document.createElement("li");
    item.className = "dd-chip";
    const hidden = document.createElement("input");
    Object.assign(hidden, { type: "hidden", name: field.dataset.many, value: name });
    const drop = document.createElement("button");
    Object.assign(drop, { type: "button", textContent: "×" });
    drop.dataset.do = "drop-name";
    drop.setAttribute("aria-label", `${field.dataset.remove} ${name}`);
    item.append(name, hidden, drop);
    names.append(item);
  }
  input.value = "";
}

function take(input, name) {
  if (input.closest("[data-many]")) addName(input, name);
  else input.value = name;
  close(input);
}

document.addEventListener("input", (event) => {
  if (!event.target.matches("[role=combobox]")) return;
  clearTimeout(timer);
  timer = setTimeout(() => search(event.target), WAIT);
});

document.addEventListener("keydown", (event) => {
  const input = event.target;
  if (!input.closest?.(".dd-combo") || !input.matches("input:not([type=hidden])")) return;
  const open = input.getAttribute("aria-expanded") === "true";
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (!open) return void search(input);
    const all = options(input);
    const at = all.indexOf(active(input)) + (event.key === "ArrowDown" ? 1 : -1);
    mark(input, all[(at + all.length) % all.length]);
  } else if (event.key === "Enter" && !event.ctrlKey) {
    const name = (open && active(input)?.dataset.value) || (input.closest("[data-many]") && input.value.trim());
    event.preventDefault();
    if (name) take(input, name);
  } else if (event.key === "Escape" && open) {
    event.stopPropagation();
    close(input);
  } else if (event.key === "Backspace" && !input.value) {
    input.closest("[data-many]")?.querySelector(".dd-names li:last-child")?.remove();
  }
}, true);

document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest(".dd-options [role=option]");
  if (!option) return;
  event.preventDefault();
  take(option.closest(".dd-combo").querySelector("input:not([type=hidden])[autocomplete]"), option.dataset.value);
});

document.addEventListener("focusout", (event) => {
  if (event.target.matches("[role=combobox]")) {
    close(event.target);
    if (event.target.closest("[data-many]") && event.target.value.trim()) addName(event.target, event.target.value.trim());
  }
});

document.addEventListener("click", (event) => {
  const drop = event.target.closest("[data-do=drop-name]");
  if (!drop) return;
  const input = drop.closest(".dd-combo").querySelector("input[autocomplete]");
  drop.closest("li").remove();
  input.focus();
});
