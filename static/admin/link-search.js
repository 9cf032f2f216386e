// Words typed where an address is asked for find the paper's own articles; a click fills in the address.
(() => {
  for (const input of document.querySelectorAll("[data-link-search]")) enliven(input);

  function enliven(input) {
    const list = document.getElementById(input.dataset.found);
    let waiting;
    let asked = 0;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(search, 250);
    });
    list.addEventListener("click", (event) => {
      const address = event.target.closest("[data-address]")?.dataset.address;
      if (!address) return;
      input.value = address;
      list.replaceChildren();
      input.focus();
    });

    async function search() {
      const words = input.value.trim();
      const number = ++asked;
      list.replaceChildren();
      if (words.length < 3 || /^(?:[a-z]+:|\/|#|www\.)/i.test(words)) return;
      const response = await fetch(`${input.dataset.linkSearch}?${new URLSearchParams({ q: words })}`).catch(() => null);
      if (!response?.ok || number !== asked) return;
      list.replaceChildren(...(await response.json()).articles.map(offered));
    }
  }

  function offered({ address, headline, when }) {
    const item = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: `${headline} – ${when}` });
    button.dataset.address = address;
    item.append(button);
    return item;
  }
})();
