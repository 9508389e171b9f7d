// A form that is sent after the sign-in has ended leads to the sign-in page: what was typed waits in this tab, for its
// owner alone, and stands in the form again when the sign-in leads back.
const form = document.querySelector("[data-draft]");
const key = `${form.dataset.draft} ${location.pathname}`;
const fields = [...form.elements].filter((each) => each.name && each.matches("textarea, select, input:not([type=hidden], [type=file])"));
const ticked = (field) => field.matches("[type=radio], [type=checkbox]");
const kept = JSON.parse(sessionStorage.getItem(key) ?? "[]");
sessionStorage.removeItem(key);

if (kept.length && /^\/(dang-nhap|bao-mat)\//.test(new URL(document.referrer || location).pathname)) {
  for (const [name, value, on] of kept) {
    const field = fields.find((each) => each.name === name && (!ticked(each) || each.value === value));
    if (!field) continue;
    if (ticked(field)) field.checked = on;
    else field.value = value;
  }
  document.getElementById("dd-draft").hidden = false;
}

form.addEventListener("submit", () => {
  const typed = fields.map((each) => [each.name, each.value, Boolean(each.checked)]);
  sessionStorage.setItem(key, JSON.stringify(typed));
});
