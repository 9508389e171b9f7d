// Keys (WebAuthn): a form with data-key asks the browser for one and sends what it says.

async function options(form) {
  if (form.dataset.options) return JSON.parse(document.getElementById(form.dataset.options).textContent);
  const answer = await fetch(form.dataset.from, { headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

async function ask(form) {
  const given = await options(form);
  if (form.dataset.key === "get") {
    return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(given.request_options.publicKey) });
  }
  const wanted = given.creation_options.publicKey;
  const alone = form.elements.passwordless?.checked ?? false;
  Object.assign(wanted.authenticatorSelection, { residentKey: alone ? "required" : "discouraged", requireResidentKey: alone });
  if (alone) wanted.authenticatorSelection.userVerification = "required";
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(wanted) });
}

for (const form of document.querySelectorAll("form[data-key]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = form.querySelector("[data-no-key]");
    said.textContent = "";
    try {
      form.elements.credential.value = JSON.stringify(await ask(form));
      form.submit();
    } catch {
      said.textContent = said.dataset.noKey;
    }
  });
}
