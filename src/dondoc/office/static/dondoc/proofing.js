// Soát số liệu: a dropped or chosen file is checked at once; it stays in the browser for the commented copy.

const form = document.getElementById("proof");
const input = document.getElementById("draft");
const name = document.getElementById("draft-name");

function chosen() {
  if (!input.files.length) return;
  name.textContent = `${form.dataset.chosen}: ${input.files[0].name}`;
  form.requestSubmit();
}

input.addEventListener("change", chosen);
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer?.files.length) return;
  const only = new DataTransfer();
  only.items.add(event.dataTransfer.files[0]);
  input.files = only.files;
  chosen();
});

// The copy comes as a file, asked for with the same file once more: the server kept nothing.
document.addEventListener("click", async (event) => {
  const copy = event.target.closest("[data-do=commented]");
  if (copy) {
    const answer = await fetch(copy.dataset.to, { method: "POST", body: new FormData(form) });
    if (!answer.ok) return void (name.textContent = document.body.dataset.failed);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = decodeURIComponent(answer.headers.get("Content-Disposition").split("''")[1]);
    link.click();
    URL.revokeObjectURL(link.href);
  }
  const keep = event.target.closest("[data-do=keep-draft]");
  if (!keep) return;
  const body = new FormData();
  body.append("files", input.files[0]);
  const headers = { "X-CSRFToken": document.body.dataset.csrf, Accept: "application/json" };
  const answer = await fetch(keep.dataset.to, { method: "POST", body, headers });
  const result = (await answer.json()).results[0];
  if (result.address) location.assign(result.address);
  else name.textContent = result.message;
});
