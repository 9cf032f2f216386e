/* The library in a dialog. Whoever wants a photo dispatches a bubbling, cancelable "desk:pick-photo" with
   detail.pick(facts); the fields below and the text do the same. */
(() => {
  const said = document.currentScript.dataset;
  let dialog, content, pick;

  document.addEventListener("desk:pick-photo", (event) => {
    event.preventDefault();
    pick = event.detail.pick;
    dialog ??= makeDialog();
    dialog.showModal();
    load(said.picker, true);
  });

  function element(name, facts, ...children) {
    const made = Object.assign(document.createElement(name), facts);
    made.append(...children);
    return made;
  }

  function makeDialog() {
    content = element("div", {});
    const close = element("button", { type: "button", className: "button", textContent: said.close });
    const title = element("h2", { id: "photo-dialog-title", textContent: said.title });
    const made = element(
      "dialog", { className: "photo-dialog" },
      element("div", { className: "photo-dialog__top" }, title, close),
      content,
    );
    made.setAttribute("aria-labelledby", title.id);
    close.addEventListener("click", () => made.close());
    content.addEventListener("click", clicked);
    content.addEventListener("submit", submitted);
    document.body.append(made);
    return made;
  }

  async function load(address, atFirst) {
    content.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address);
      // An expired login answers with the page to log in.
      if (!response.ok || response.redirected) throw new Error(response.status);
      content.innerHTML = await response.text();
      content.querySelector(atFirst ? "input[type=search]" : ".library button, input[type=search]").focus();
    } catch {
      tell(said.failed);
    }
    content.removeAttribute("aria-busy");
  }

  function tell(words) {
    const place = content.querySelector(".picker__said");
    if (place) place.textContent = words;
    else content.replaceChildren(element("p", { className: "picker__said", role: "alert", textContent: words }));
  }

  function searched(page) {
    const form = content.querySelector(".picker__search");
    const asked = new URLSearchParams(new FormData(form));
    if (page) asked.set("page", page);
    return `${form.action}?${asked}`;
  }

  function clicked(event) {
    const button = event.target.closest("button");
    if (button?.dataset.page) load(searched(button.dataset.page));
    if (!button?.dataset.photo) return;
    if (button.getAttribute("aria-disabled") === "true") {
      tell(button.querySelector(".library__reason").textContent);
    } else {
      choose(button.dataset.photo);
    }
  }

  function submitted(event) {
    event.preventDefault();
    if (event.target.method === "get") load(searched(), true);
    else upload(event.target);
  }

  async function choose(id) {
    try {
      const facts = content.querySelector(".picker").dataset.facts.replace("/0/", `/${id}/`);
      const response = await fetch(facts);
      if (!response.ok || response.redirected) throw new Error(response.status);
      const chosen = await response.json();
      if (!chosen.usable) return tell(chosen.reason);
      dialog.close();
      pick(chosen);
    } catch {
      tell(said.failed);
    }
  }

  async function upload(form) {
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      // The form's own hidden field carries the token.
      const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
      const answer = await response.json();
      if (answer.state === "photo" || (answer.state === "known" && answer.id)) await choose(answer.id);
      else {
        tell(answer.message || said.failed);
        if (answer.state === "uncredited") form.elements.credit.focus();
      }
    } catch {
      tell(said.failed);
    }
    button.disabled = false;
  }

  const ask = (from, pick) =>
    from.dispatchEvent(new CustomEvent("desk:pick-photo", { bubbles: true, cancelable: true, detail: { pick } }));

  function enliven(field) {
    const input = field.querySelector("input");
    const remove = field.querySelector("[data-remove]");
    const chosen = field.querySelector(".photo-field__chosen");
    const choose = field.querySelector("[data-choose]");

    function show(facts) {
      input.value = facts?.id ?? "";
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
      remove.hidden = chosen.hidden = !facts;
      if (!facts) return choose.focus();
      chosen.querySelector("img").src = facts.thumbnail;
      for (const place of chosen.querySelectorAll("[data-fact]")) place.textContent = facts[place.dataset.fact];
      if (!facts.alt) chosen.querySelector("[data-fact=alt]").textContent = said.noAlt;
    }

    const label = document.querySelector(`label[for="${input.id}"]`);
    if (label) {
      label.id ||= `${input.id}_label`;
      choose.setAttribute("aria-describedby", label.id);
    }
    field.classList.add("photo-field--live");
    field.querySelector(".photo-field__buttons").hidden = false;
    choose.addEventListener("click", () => ask(choose, show));
    remove.addEventListener("click", () => show(null));
  }

  document.querySelectorAll("[data-photo-field]").forEach(enliven);
})();
