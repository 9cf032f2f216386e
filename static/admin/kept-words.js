/* What an earlier window left in this browser: words that the server never got are offered, with what they differ in. */
(() => {
  const said = document.currentScript.dataset;
  const form = document.getElementById("article_form");
  const offer = document.getElementById("kept-here");

  /* What is typed in a form, as the server is sent it. */
  window.wordsOf = (form) => {
    const typed = new URLSearchParams(new FormData(form));
    for (const name of [...typed.keys()]) {
      // The hour of a step is no word.
      if (/^_|^csrf|-moment$/.test(name)) typed.delete(name);
    }
    return typed.toString();
  };

  const offered = copies().sort((one, other) => other.at - one.at)[0];
  if (offered) {
    const written = { dateStyle: "medium", timeStyle: "short" };
    const at = new Date(offered.at).toLocaleString(document.documentElement.lang, written);
    offer.querySelector("[data-what]").textContent = ` ${at} – ${differing(offered.words)}.`;
    offer.hidden = false;
    offer.addEventListener("click", (event) => answer(event.target.closest("button")?.value));
  }

  function copies() {
    const found = [];
    const here = window.wordsOf(form);
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(said.prefix) || name === `${said.prefix}${form.elements._tab?.value}`) continue;
      try {
        const copy = JSON.parse(localStorage.getItem(name));
        if (copy.words === here) localStorage.removeItem(name);
        else found.push({ ...copy, name });
      } catch {
        // Spoilt, or gone since: nothing that could be offered.
      }
    }
    return found;
  }

  function differing(kept) {
    const [there, here] = [new URLSearchParams(kept), new URLSearchParams(window.wordsOf(form))];
    const names = [...new Set([...there.keys(), ...here.keys()])];
    const parts = names.filter((name) => there.getAll(name).join(" ") !== here.getAll(name).join(" "));
    return parts.map((name) => `${labelOf(name)}${byHowMuch(name, there.getAll(name), here.getAll(name))}`).join(", ");
  }

  function labelOf(name) {
    const label = document.querySelector(`label[for="id_${name}"], .field-${name} legend`);
    return label?.textContent.trim().replace(/\s*:$/, "") ?? name;
  }

  /* Of a text in signs, of a list in articles; what is chosen from others has no size. */
  function byHowMuch(name, there, here) {
    const field = document.getElementById(`id_${name}`);
    if (field?.type === "select-multiple") {
      const more = there.filter((article) => !here.includes(article)).length;
      const less = here.filter((article) => !there.includes(article)).length;
      const counts = [more && `+${more}`, less && `−${less}`].filter(Boolean).join(" ");
      return ` (${counts} ${more + less === 1 ? said.article : said.articles})`;
    }
    if (field?.type !== "textarea" && field?.type !== "text") return "";
    const more = there.join("").length - here.join("").length;
    return ` (${more < 0 ? "−" : "+"}${Math.abs(more)})`;
  }

  async function answer(choice) {
    if (choice === "remove" && confirm(said.sure)) {
      localStorage.removeItem(offered.name);
      offer.hidden = true;
    }
    if (choice !== "take" && choice !== "compare") return;
    const body = new URLSearchParams(offered.words);
    body.set("_version", offered.version);
    const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
    const response = await fetch(said.kept, { method: "POST", body, headers }).catch(() => null);
    if (!response?.ok || response.redirected) {
      offer.querySelector("[data-failed]").hidden = false;
      return;
    }
    const places = await response.json();
    localStorage.removeItem(offered.name);
    dispatchEvent(new Event("desk:leave"));
    location.assign(places[choice]);
  }
})();
