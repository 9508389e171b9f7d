// A card is drawn to another column, or sent there from its menu. A drop opens the form of an act, or says why there is none.

const board = document.querySelector(".dd-board");
const dialog = document.getElementById("dd-moves");
const STEP = 14;
let drag = null;

async function movesOf(card) {
  const answer = await fetch(card.querySelector(".dd-card-move").href, { headers: { "HX-Request": "true" } });
  if (!answer.ok) throw new Error(answer.status);
  const part = document.createElement("div");
  part.innerHTML = await answer.text();
  return part;
}

async function openMenu(card) {
  const part = await movesOf(card);
  dialog.querySelector(".dd-dialog-body").replaceChildren(...part.childNodes);
  dialog.showModal();
  dialog.querySelector(".dd-moves a")?.focus();
}

function begin(event) {
  const { card } = drag;
  drag.begun = true;
  drag.ghost = card.cloneNode(true);
  drag.ghost.classList.add("dd-ghost");
  drag.ghost.setAttribute("aria-hidden", "true");
  drag.ghost.style.width = `${card.offsetWidth}px`;
  document.body.append(drag.ghost);
  board.classList.add("dragging");
  card.classList.add("dragged");
  const own = drag;
  drag.moves = movesOf(card).then((part) => {
    if (drag === own) for (const column of board.querySelectorAll("[data-column]")) name(column, part);
    return part;
  });
  drag.moves.catch(() => {});
  drag.timer = setInterval(scroll, 16);
  follow(event);
}

function name(column, part) {
  const way = part.querySelector(`.dd-moves [data-to="${column.dataset.column}"] span`);
  if (way) column.dataset.opens = way.textContent;
  column.classList.toggle("wall", !way && column !== drag.card.closest("[data-column]"));
}

const columnAt = (x, y) => document.elementFromPoint(x, y)?.closest("[data-column]");

function follow(event) {
  drag.x = event.clientX;
  drag.y = event.clientY;
  drag.ghost.style.transform = `translate(${event.clientX - drag.inside.x}px, ${event.clientY - drag.inside.y}px)`;
  for (const each of board.querySelectorAll(".over")) each.classList.remove("over");
  columnAt(event.clientX, event.clientY)?.classList.add("over");
}

// Near an edge the board, or the page, goes on under the card.
function scroll() {
  const box = board.getBoundingClientRect();
  if (drag.x > box.right - 48) board.scrollLeft += STEP;
  if (drag.x < box.left + 48) board.scrollLeft -= STEP;
  if (drag.y > innerHeight - 72) scrollBy(0, STEP);
  if (drag.y < 72) scrollBy(0, -STEP);
}

function end() {
  clearInterval(drag.timer);
  drag.ghost?.remove();
  drag.card.classList.remove("dragged");
  board.classList.remove("dragging");
  for (const each of board.querySelectorAll("[data-column]")) {
    each.classList.remove("over", "wall");
    delete each.dataset.opens;
  }
  drag = null;
}

async function drop(moves, column) {
  const to = `[data-to="${column.dataset.column}"]`;
  const part = await moves;
  const way = part.querySelector(`.dd-moves ${to} a`);
  if (way) location.assign(way.href);
  else window.dondoc.notice(part.querySelector(`.dd-walls ${to} dd`).textContent);
}

const failed = () => window.dondoc.notice(document.body.dataset.failed);

board.addEventListener("pointerdown", (event) => {
  const card = event.target.closest("[data-draggable]");
  const handle = event.target.closest(".dd-card-move");
  // A finger on a card scrolls; it draws the card by its handle.
  if (!card || event.button || (event.pointerType !== "mouse" && !handle)) return;
  const box = card.getBoundingClientRect();
  drag = { card, begun: false, from: [event.clientX, event.clientY], inside: { x: event.clientX - box.left, y: event.clientY - box.top } };
});

addEventListener("pointermove", (event) => {
  if (!drag) return;
  if (!drag.begun && Math.hypot(event.clientX - drag.from[0], event.clientY - drag.from[1]) > 8) begin(event);
  else if (drag.begun) follow(event);
});

addEventListener("pointerup", (event) => {
  if (!drag) return;
  const { begun, moves, card } = drag;
  const column = columnAt(event.clientX, event.clientY);
  end();
  if (!begun) return;
  addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
  setTimeout(() => dispatchEvent(new Event("click")));
  if (column && column !== card.closest("[data-column]")) drop(moves, column).catch(failed);
});

addEventListener("pointercancel", () => drag && end());
addEventListener("keydown", (event) => event.key === "Escape" && drag && end());
board.addEventListener("dragstart", (event) => event.preventDefault());

board.addEventListener("click", (event) => {
  const handle = event.target.closest(".dd-card-move");
  if (!handle || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  openMenu(handle.closest(".dd-card")).catch(() => location.assign(handle.href));
});
