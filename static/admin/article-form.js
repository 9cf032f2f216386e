// The counts of signs, the fields of a change that says something, the focus on what is missing, and the key to save.
(() => {
  const { one, many } = document.currentScript.dataset;

  for (const [name, most] of [["kicker"], ["headline", 110], ["standfirst"], ["short_headline", 60], ["summary", 180], ["body"]]) {
    const field = document.getElementById(`id_${name}`);
    if (!field || field.readOnly) continue;
    const count = Object.assign(document.createElement("output"), { className: "signs" });
    field.after(count);
    count.setAttribute("for", field.id);
    const show = () => {
      const number = signs(field.value);
      count.textContent = `${number.toLocaleString(document.documentElement.lang)} ${number === 1 ? one : many}${most ? ` / ${most}` : ""}`;
      count.classList.toggle("signs--many", Boolean(most) && number > most);
    };
    field.addEventListener("input", show);
    show();
  }

  // As readers count: the text without its markup, spaces included.
  function signs(html) {
    const text = html.includes("<") ? new DOMParser().parseFromString(html, "text/html").body.textContent : html;
    return [...text.trim()].length;
  }

  const changes = document.querySelectorAll("[name=change]");
  function ask() {
    const change = document.querySelector("[name=change]:checked")?.value ?? "";
    const spoken = change && !["typo", "update"].includes(change);
    show("change_text", spoken);
    for (const name of ["reply_by", "received_on"]) show(name, change === "right_of_reply");
  }
  function show(name, shown) {
    const row = document.querySelector(`.field-${name}`);
    if (row) row.hidden = !shown;
  }
  for (const change of changes) change.addEventListener("change", ask);
  if (changes.length) ask();

  // A list of names completes the last of several.
  for (const id of ["id_byline", "id_tags"]) {
    const field = document.getElementById(id);
    if (!field?.list) continue;
    const names = [...field.list.options].map((option) => option.value);
    field.addEventListener("input", () => {
      const before = field.value.slice(0, field.value.lastIndexOf(",") + 1);
      const options = names.map((name) => Object.assign(document.createElement("option"), { value: `${before} ${name}`.trim() }));
      field.list.replaceChildren(...options);
    });
  }

  // An article of « Lire aussi » goes into one of the two lists and out of the other; pressed again, out of both.
  for (const button of document.querySelectorAll(".related-now [data-list]")) {
    const row = button.closest("[data-article]");
    const list = listOf(button);
    const showState = () => button.setAttribute("aria-pressed", isIn(list, row));
    // jQuery hears of the articles too that the field itself lets go.
    django.jQuery(list).on("change", showState);
    showState();
    button.addEventListener("click", () => {
      const wanted = !isIn(list, row);
      for (const each of row.querySelectorAll("[data-list]")) put(listOf(each), row, wanted && each === button);
    });
  }

  function listOf(button) {
    return document.getElementById(`id_${button.dataset.list}`);
  }

  function optionOf(list, row) {
    return [...list.options].find((option) => option.value === row.dataset.article);
  }

  function isIn(list, row) {
    return Boolean(optionOf(list, row)?.selected);
  }

  function put(list, row, wanted) {
    if (isIn(list, row) === wanted) return;
    optionOf(list, row)?.remove();
    if (wanted) list.add(new Option(row.querySelector("a").textContent, row.dataset.article, true, true));
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function focusOnTarget() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    (target?.querySelector?.("input, textarea, select, button") ?? target)?.focus?.();
  }
  addEventListener("hashchange", focusOnTarget);
  focusOnTarget();

  const form = document.getElementById("article_form");
  addEventListener("keydown", (event) => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.querySelector("[name=_save]")?.click();
  });
})();
