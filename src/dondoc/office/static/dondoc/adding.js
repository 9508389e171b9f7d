// Words chosen in the text become a task or a figure.

const offer = document.getElementById("offer");
const address = document.getElementById("document").dataset.add;
let range = null;

function offsetOf(node, within) {
  const segment = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("#paper [data-s]");
  if (!segment) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, within) : within ? segment.textContent : "";
  return Number(segment.dataset.s) + [...before].length; // Python counts characters, JavaScript UTF-16 units
}

function look() {
  const selection = getSelection();
  const chosen = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const start = chosen && offsetOf(chosen.startContainer, chosen.startOffset);
  const end = chosen && offsetOf(chosen.endContainer, chosen.endOffset);
  if (start === null || end === null || end <= start) {
    offer.hidden = true;
    range = null;
    return;
  }
  range = { start, end };
  const box = chosen.getBoundingClientRect();
  offer.hidden = false;
  offer.style.left = `${Math.max(8, Math.min(box.left + scrollX, innerWidth - offer.offsetWidth - 8))}px`;
  offer.style.top = `${box.bottom + scrollY + 6}px`;
}

document.addEventListener("selectionchange", () => {
  if (getSelection().isCollapsed) look();
});
document.addEventListener("pointerup", () => setTimeout(look));
document.addEventListener("keyup", (event) => {
  if (event.shiftKey || event.key === "Shift") look();
});
offer.addEventListener("pointerdown", (event) => event.preventDefault());
offer.addEventListener("click", (event) => {
  const kind = event.target.closest("[data-add-kind]")?.dataset.addKind;
  if (!kind || !range) return;
  window.htmx.ajax("POST", address, { target: "#panels", swap: "outerHTML", values: { kind, ...range } });
  getSelection().removeAllRanges();
});
