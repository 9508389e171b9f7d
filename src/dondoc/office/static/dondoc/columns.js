// Columns are moved up and down in their list at once; without this script each button asks the server.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (!button) return;
  event.preventDefault();
  const item = button.closest("li");
  const other = button.dataset.move === "1" ? item.nextElementSibling : item.previousElementSibling;
  if (!other) return;
  if (button.dataset.move === "1") other.after(item);
  else other.before(item);
  button.focus();
  window.dondoc.say(`${item.querySelector("label").innerText.trim()}: ${[...item.parentElement.children].indexOf(item) + 1}`);
});
