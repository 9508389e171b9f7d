// Splitting a task: its sentence word by word; the second part begins at the word that is chosen.

const { notice } = window.dondoc;

const dialog = document.getElementById("split");
const cut = document.getElementById("cut");
const words = () => [...cut.children];
let address = "";
let at = 0;

function wordsOf(fact) {
  const found = [];
  for (const segment of document.querySelectorAll(`#paper [data-facts~="${fact}"]`)) {
    let offset = Number(segment.dataset.s);
    for (const piece of segment.textContent.split(/(?<=\s)/u)) {
      found.push({ text: piece, offset });
      offset += [...piece].length;
    }
  }
  return found;
}

function put(index) {
  const all = words();
  at = Math.min(Math.max(index, 1), all.length - 1);
  all.forEach((each, place) => {
    each.classList.toggle("second", place >= at);
    each.setAttribute("aria-selected", String(place === at));
  });
  cut.setAttribute("aria-activedescendant", all[at].id);
}

function open(fact, where) {
  const found = wordsOf(fact);
  if (found.length < 2) return;
  address = where;
  cut.replaceChildren(
    ...found.map(({ text, offset }, place) => {
      const word = document.createElement("span");
      word.textContent = text;
      word.id = `cut-${place}`;
      word.setAttribute("role", "option");
      word.dataset.at = offset;
      return word;
    }),
  );
  const clause = found.findIndex(({ text }, place) => place && /[;.]\s*$/.test(found[place - 1].text));
  dialog.showModal();
  put(clause > 0 ? clause : Math.floor(found.length / 2));
  cut.focus();
}

function split() {
  const offset = words()[at]?.dataset.at;
  dialog.close();
  if (offset) window.htmx.ajax("POST", address, { target: "#panels", swap: "outerHTML", values: { at: offset } }).catch(() => notice(document.body.dataset.failed));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do=split]");
  if (button) open(button.closest(".fact").dataset.fact, button.dataset.split);
  if (event.target.closest("[data-do=split-now]")) split();
  const word = event.target.closest("#cut > span");
  if (word) put(words().indexOf(word));
});

cut.addEventListener("keydown", (event) => {
  if (event.key === "ArrowRight") put(at + 1);
  else if (event.key === "ArrowLeft") put(at - 1);
  else if (event.key === "Enter") split();
  else return;
  event.preventDefault();
});
