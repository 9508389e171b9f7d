// The frame's own keys and buttons: theme, folding side bar, "/" to search, "?" for keys, menus, notices, Ctrl+Enter.

const root = document.documentElement;
const remember = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    /* storage may be forbidden */
  }
};

const typing = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select"));

function say(words) {
  const region = document.getElementById("dd-said");
  if (region) region.textContent = words;
}

function notice(words, action) {
  const box = document.getElementById("dd-notices");
  if (!box) return;
  const note = document.createElement("div");
  note.className = "dd-notice";
  const text = document.createElement("span");
  text.textContent = words;
  note.append(text);
  if (action) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = action.label;
    button.addEventListener("click", () => {
      note.remove();
      action.run();
    });
    note.append(button);
  }
  box.replaceChildren(note);
  setTimeout(() => note.remove(), 8000);
}

function chooseTheme() {
  const next = { auto: "light", light: "dark", dark: "auto" }[root.dataset.themeChoice] || "auto";
  remember("dondoc-theme", next);
  document.dispatchEvent(new CustomEvent("dondoc:choose-theme"));
  const button = document.querySelector("[data-do=theme]");
  if (button) say(button.innerText.trim());
}

function fold() {
  root.dataset.side = root.dataset.side === "folded" ? "open" : "folded";
  remember("dondoc-side", root.dataset.side);
  nameFold();
}

function nameFold() {
  const button = document.querySelector("[data-do=fold]");
  if (button) button.setAttribute("aria-expanded", String(root.dataset.side !== "folded"));
}

document.addEventListener("click", (event) => {
  const doing = event.target.closest("[data-do]")?.dataset.do;
  if (doing === "theme") chooseTheme();
  if (doing === "fold") fold();
  if (doing === "more") document.getElementById("dd-more")?.showModal();
  if (doing === "keys") document.getElementById("dd-keys")?.showModal();
  if (doing === "filters") {
    const open = event.target.closest("form").classList.toggle("open");
    event.target.closest("button").setAttribute("aria-expanded", String(open));
  }
  if (doing === "print") window.print();
  if (doing === "close") event.target.closest("dialog")?.close();
  for (const menu of document.querySelectorAll("details.dd-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.dd-menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("dd-search")?.focus();
  } else if (event.key === "?") {
    const help = document.getElementById("dd-keys");
    if (help && !help.open) help.showModal();
  }
});

// A choice in a filter shows its result at once; words typed wait for Enter, and so does a list that is gone through by
// keys, for each arrow is a choice. The field that was chosen in has the focus again on the page that comes.
const AT_ONCE = "form[data-at-once] :is(select, input[type=date], input[type=checkbox])";
const CAME_FROM = "dondoc-came-from";
let keyed = null;

function showAtOnce(field) {
  try {
    sessionStorage.setItem(CAME_FROM, `${location.pathname} ${field.name}`);
  } catch {
    /* storage may be forbidden */
  }
  field.form.requestSubmit();
}

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!(field instanceof HTMLElement) || !field.matches(AT_ONCE)) return;
  if (event.key === "Enter") {
    event.preventDefault();
    showAtOnce(field);
  } else if (field.type !== "checkbox") keyed = field;
});
document.addEventListener("pointerdown", () => {
  keyed = null;
});
document.addEventListener("change", (event) => {
  if (event.target.matches(AT_ONCE) && event.target !== keyed) showAtOnce(event.target);
});

try {
  const [place, name] = (sessionStorage.getItem(CAME_FROM) || "").split(" ");
  sessionStorage.removeItem(CAME_FROM);
  if (name && place === location.pathname) document.querySelector(`form[data-at-once] [name="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
} catch {
  /* storage may be forbidden */
}

// Empty fields stay out of the address, so that it can be read and shared.
document.addEventListener("formdata", (event) => {
  if (!event.target.matches("form[method=get]")) return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});

document.addEventListener("htmx:responseError", () => notice(document.body.dataset.failed));
document.addEventListener("htmx:sendError", () => notice(document.body.dataset.offline));
nameFold();

// Other scripts use these; a shared name and no imports, so that a file kept under its hash is never loaded twice.
window.dondoc = { say, notice };

// The browser words a field for a file in its own language: the same field, worded in that of the page, lies under it.
for (const field of document.querySelectorAll("input.form-control[type=file]")) {
  const box = document.createElement("span");
  const words = document.createElement("span");
  box.className = "dd-file";
  words.setAttribute("aria-hidden", "true");
  box.dataset.pick = document.body.dataset.pickFile;
  const tell = () => {
    words.textContent = [...field.files].map((each) => each.name).join(", ") || document.body.dataset.noFile;
  };
  field.before(box);
  box.append(field, words);
  field.addEventListener("change", tell);
  tell();
}
