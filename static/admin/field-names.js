// What Django's search fields, which come late, leave unsaid to a screen reader: whose value they show.
(() => {
  const { search } = document.currentScript.dataset;

  function name() {
    for (const field of document.querySelectorAll(".select2-search__field:not([aria-label])")) field.setAttribute("aria-label", search);
    for (const shown of document.querySelectorAll(".select2-selection__rendered[role=textbox]:not([aria-labelledby])")) {
      const select = shown.closest(".select2-container").previousElementSibling;
      const label = document.querySelector(`label[for="${select?.id}"]`);
      if (!label) continue;
      label.id ||= `${select.id}-label`;
      shown.setAttribute("aria-labelledby", label.id);
      shown.closest(".select2-selection").setAttribute("aria-labelledby", `${label.id} ${shown.id}`);
    }
  }

  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
  name();
})();
