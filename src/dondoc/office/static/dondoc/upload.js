// Drag and drop of many files at once: each goes on its own, with its own progress and its own answer.

const form = document.getElementById("tai-len");
const input = document.getElementById("files");
const list = document.getElementById("uploads");
const words = form.dataset;
const waiting = [];
let running = 0;
const AT_ONCE = 3;

function line(name) {
  const item = document.createElement("li");
  item.className = "dd-upload";
  const title = document.createElement("strong");
  title.textContent = name;
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `${words.sent} ${name}`);
  const said = document.createElement("span");
  said.textContent = words.sent;
  const open = document.createElement("a");
  open.textContent = words.open;
  open.hidden = true;
  item.append(title, bar, said, open);
  list.append(item);
  return { item, bar, said, open };
}

function settle(shown, ok, message, address) {
  shown.bar.value = 1;
  shown.bar.hidden = !ok;
  shown.item.classList.toggle("dd-upload-bad", !ok);
  shown.said.textContent = message;
  if (address) {
    shown.open.href = address;
    shown.open.hidden = false;
  }
}

function refreshRows() {
  const rows = document.getElementById("rows");
  if (rows) window.htmx.ajax("GET", location.pathname + location.search, { target: "#rows", swap: "outerHTML" });
}

function answered(request, shown) {
  if (request.status === 413) return settle(shown, false, words.large);
  try {
    const result = JSON.parse(request.responseText).results[0];
    settle(shown, result.ok, result.message, result.address);
  } catch {
    settle(shown, false, words.lost);
  }
}

function send({ file, shown }) {
  const body = new FormData();
  body.append("files", file);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRFToken", document.body.dataset.csrf);
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) shown.bar.value = event.loaded / event.total;
  });
  request.addEventListener("load", () => answered(request, shown));
  request.addEventListener("error", () => settle(shown, false, words.lost));
  request.addEventListener("loadend", () => {
    running -= 1;
    next();
    if (!running) refreshRows();
  });
  running += 1;
  request.send(body);
}

function next() {
  while (waiting.length && running < AT_ONCE) send(waiting.shift());
}

function take(files) {
  for (const file of files) waiting.push({ file, shown: line(file.name) });
  next();
}

form.classList.add("ready");
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("change", () => {
  take(input.files);
  input.value = "";
});
let over = 0;
document.addEventListener("dragenter", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  over += 1;
  form.classList.add("over");
});
document.addEventListener("dragleave", () => {
  over = Math.max(0, over - 1);
  if (!over) form.classList.remove("over");
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  over = 0;
  form.classList.remove("over");
  if (event.dataTransfer?.files.length) take(event.dataTransfer.files);
});
