// One button ticks every picture of the tray.
(() => {
  const button = document.querySelector(".tray__all");
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const box of document.querySelectorAll(".tray [name=picture]")) box.checked = true;
  });
})();
