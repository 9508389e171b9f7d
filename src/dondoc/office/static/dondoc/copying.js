// "Chép địa chỉ" puts an address on the clipboard. Offices open Đôn Đốc over plain http, where browsers hide the newer way.
for (const button of document.querySelectorAll("[data-copy]")) {
  const what = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[role=status]");
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    said.textContent = (await copied(what)) ? button.dataset.done : button.dataset.failed;
  });
}

async function copied(what) {
  try {
    await navigator.clipboard.writeText((what.value ?? what.textContent).trim());
    return true;
  } catch {
    choose(what);
    return document.execCommand("copy");
  }
}

function choose(what) {
  if (what.select) {
    what.focus();
    what.select();
  } else {
    getSelection().selectAllChildren(what);
  }
}
