// The only script readers get. Every page is complete without it.

// A player is fetched from its provider after a click, never before.
for (const embed of document.querySelectorAll("[data-player]")) {
  const button = document.createElement("button");
  button.textContent = embed.dataset.show;
  button.onclick = () => {
    const frame = document.createElement("iframe");
    frame.src = embed.dataset.player;
    frame.title = embed.querySelector("figcaption").textContent;
    frame.allowFullscreen = true;
    embed.prepend(frame);
    button.remove();
    frame.focus();
  };
  embed.append(button);
}

// A table wider than the screen scrolls by keyboard, in Safari too.
for (const table of document.querySelectorAll(".text table")) {
  if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
}

// « 3 nouveaux articles »: asks the page itself, only while it is looked at, and moves nothing.
const news = document.querySelector(".ledger__new");
if (news) {
  const addresses = (page) => [...page.querySelectorAll(".line__headline a")].map((a) => a.getAttribute("href"));
  const known = new Set(addresses(document));
  const until = Date.now() + 3600000;
  const ask = async () => {
    if (document.visibilityState === "visible") {
      const answer = await fetch(location.pathname, { cache: "no-cache" }).catch(() => null);
      if (answer && answer.ok) {
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        say(addresses(page).filter((address) => !known.has(address)).length);
      }
    }
    if (Date.now() < until) again();
  };
  const again = () => setTimeout(ask, 45000 + Math.random() * 15000);
  const say = (count) => {
    const words = count > 1 ? news.dataset.many.replace("#", count) : news.dataset.one;
    if (!count || words === news.textContent) return;
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = words;
    news.replaceChildren(link);
  };
  again();
}
