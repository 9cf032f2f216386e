// The focal point, set by a click or with the arrow keys; the cuts are shown at once. The numbers below stay.
(() => {
  const label = document.currentScript.dataset.label;
  const figure = document.querySelector("[data-focal]");
  const x = document.getElementById("id_focal_x");
  const y = document.getElementById("id_focal_y");
  if (!figure || !x || !y) return;
  const image = figure.querySelector("img");
  const frame = document.createElement("div");
  const point = Object.assign(document.createElement("button"), { type: "button", className: "focal-point" });
  const STEP = 0.01;
  const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

  frame.className = "focal-frame";
  image.replaceWith(frame);
  frame.append(image, point);
  frame.after(document.getElementById("focal-crops").content.cloneNode(true));
  point.setAttribute("aria-describedby", "focal-help");
  const crops = [...figure.querySelectorAll(".focal-crop")];
  for (const crop of crops) crop.append(Object.assign(new Image(), { src: image.src, alt: "" }));

  function set(left, top) {
    x.value = Math.min(1, Math.max(0, left)).toFixed(3);
    y.value = Math.min(1, Math.max(0, top)).toFixed(3);
    show();
  }

  function show() {
    point.style.insetInlineStart = `${x.value * 100}%`;
    point.style.insetBlockStart = `${y.value * 100}%`;
    point.setAttribute("aria-label", `${label}\u00a0: ${Math.round(x.value * 100)} %, ${Math.round(y.value * 100)} %`);
    for (const crop of crops) cut(crop);
  }

  // The largest cut of a shape, as near to the point as the borders allow: the site's own rule.
  function cut(crop) {
    const [across, down] = crop.dataset.ratio.split(":").map(Number);
    const [width, height] = [image.width, image.height].map(Number);
    const whole = width / height;
    const ratio = across / down;
    const [w, h] = whole > ratio ? [ratio / whole, 1] : [1, whole / ratio];
    const left = Math.min(Math.max(x.value - w / 2, 0), 1 - w);
    const top = Math.min(Math.max(y.value - h / 2, 0), 1 - h);
    crop.style.aspectRatio = `${across} / ${down}`;
    const picture = crop.firstElementChild;
    Object.assign(picture.style, { inlineSize: `${100 / w}%`, insetInlineStart: `${(-left / w) * 100}%`, insetBlockStart: `${(-top / h) * 100}%` });
  }

  frame.addEventListener("click", (event) => {
    if (event.target === point) return;
    const box = image.getBoundingClientRect();
    set((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    point.focus();
  });
  point.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const times = event.shiftKey ? 10 : 1;
    set(Number(x.value) + move[0] * times, Number(y.value) + move[1] * times);
  });
  for (const input of [x, y]) input.addEventListener("input", show);
  show();
})();
