// Every file is a request of its own, two at a time; each says what became of it.
(() => {
  const form = document.querySelector("[data-upload]");
  const list = document.querySelector(".arrivals");
  const row = document.getElementById("arrival");
  const files = form.elements.file;
  const queue = [];
  let running = 0;

  form.querySelector(".upload__send").hidden = true;
  files.required = false;
  files.addEventListener("change", () => {
    take(files.files);
    files.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  addEventListener("beforeunload", (event) => {
    if (running) event.preventDefault();
  });

  function take(chosen) {
    if (chosen.length) form.closest("details")?.setAttribute("open", "");
    for (const file of chosen) {
      const item = row.content.cloneNode(true).firstElementChild;
      item.querySelector(".arrival__name").textContent = file.name;
      list.append(item);
      queue.push({ file, item });
    }
    next();
  }

  function next() {
    while (running < 2 && queue.length) {
      running += 1;
      send(queue.shift());
    }
  }

  function send({ file, item }) {
    const data = new FormData(form);
    data.set("file", file);
    const request = new XMLHttpRequest();
    const progress = item.querySelector("progress");
    request.open("POST", form.dataset.upload);
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => (progress.value = event.loaded / event.total));
    request.addEventListener("loadend", () => {
      running -= 1;
      if (request.response?.state) tell(item, request.response);
      else offerAgain(item, file);
      next();
    });
    request.send(data);
  }

  function tell(item, arrival) {
    item.classList.add(`arrival--${arrival.state}`);
    item.querySelector("progress").remove();
    item.querySelector(".arrival__message").textContent = [arrival.message, ...(arrival.notes ?? [])].join(" ");
    if (arrival.id) {
      const { credit, alt, missing } = form.dataset;
      item.querySelector(".arrival__facts").textContent =
        `${arrival.caption} ${credit}\u00a0: ${arrival.credit}. ${alt}\u00a0: ${arrival.alt || missing}.`.trim();
    }
    const picture = item.querySelector("img");
    if (arrival.thumbnail) Object.assign(picture, { src: arrival.thumbnail, hidden: false });
    const link = item.querySelector("a");
    if (arrival.address) {
      Object.assign(link, { href: arrival.address, hidden: false });
      link.textContent = arrival.id ? link.dataset.photo : link.dataset.tray;
    }
  }

  function offerAgain(item, file) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button" });
    button.textContent = form.dataset.again;
    item.querySelector(".arrival__message").replaceChildren(form.dataset.failed, " ", button);
    button.addEventListener("click", () => {
      item.querySelector(".arrival__message").textContent = "";
      queue.push({ file, item });
      next();
    });
  }
})();
