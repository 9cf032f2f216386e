/* Keeps what is typed: in the draft that the desk shares, every few seconds, and in this browser whatever the server has
   not acknowledged. Nothing that is sent leads away from the page unless the server answers. */
(() => {
  const said = document.currentScript.dataset;
  const form = document.getElementById("article_form");
  const state = document.getElementById("state-line");
  const ended = document.getElementById("login-ended");
  const others = document.getElementById("others");
  const EVERY = 5200; // the server refuses what comes within 5 s
  const PING = 20_000;
  const SLOWEST = 30_000;
  const own = `${said.prefix}${form.elements._tab.value}`;

  let acknowledged = said.sentBack ? null : words();
  let seen = acknowledged;
  let typedAt = 0;
  let sentAt = -Infinity;
  let failures = 0;
  let busy = null;
  let timer = null;
  let loggedIn = true;
  let passing = false;
  let leaving = false;
  // What the form itself is sending: either it is saved, or the form comes back with it.
  let submitted = null;

  /* What is typed */

  function words() {
    return window.wordsOf(form);
  }

  function look() {
    const now = words();
    if (now === seen) return;
    seen = now;
    typedAt = Date.now();
    if (now === acknowledged) return forgetHere();
    keepHere(now);
    later(2000);
  }

  function keepHere(now) {
    try {
      localStorage.setItem(own, JSON.stringify({ words: now, version: form.elements._version.value, at: Date.now() }));
    } catch {
      tell(said.full, "wrong");
    }
  }

  function forgetHere() {
    localStorage.removeItem(own);
  }

  /* What the server is sent */

  function later(wait) {
    const now = performance.now();
    const due = Math.max(now + wait, sentAt + EVERY);
    if (timer && timer.due <= due) return;
    clearTimeout(timer?.id);
    timer = { due, id: setTimeout(() => ((timer = null), send()), due - now) };
  }

  function send(options = {}) {
    const now = words();
    if (busy || !loggedIn || now === acknowledged || now === submitted) return busy;
    if (performance.now() < sentAt + EVERY) return later(0);
    sentAt = performance.now();
    // Until it answers nobody knows which words the server has.
    acknowledged = null;
    form.elements._turn.value = Number(form.elements._turn.value) + 1;
    busy = ask(now, options)
      .then((answer) => understood(answer, now))
      .finally(() => ((busy = null), look()));
    return busy;
  }

  async function ask(now, options = {}) {
    const body = new URLSearchParams(now);
    for (const name of ["_version", "_tab", "_turn", "_follows"]) body.set(name, form.elements[name].value);
    if (Date.now() - typedAt < 60_000) body.set("_writing", "1");
    const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
    return answerTo({ method: "POST", body, headers, ...options });
  }

  /* An answer that is none of ours, such as a page of an error, has nothing but its number. */
  async function answerTo(options) {
    try {
      const response = await fetch(said.draft, { redirect: "manual", signal: AbortSignal.timeout(10_000), ...options });
      const ours = response.headers.get("Content-Type")?.startsWith("application/json");
      return { status: response.status, ours, ...(ours ? await response.json() : {}) };
    } catch {
      return { status: 0 };
    }
  }

  function understood(answer, now) {
    if (answer.status === 200) return kept(answer, now);
    if (answer.status === 401) return showEnded(answer.said);
    if (answer.status === 403 && !answer.ours) return refresh().then(() => later(0));
    if (answer.status === 429) return later(EVERY);
    if (answer.status === 400 || answer.status === 413) return tell(said.tooLong, "wrong");
    failures += 1;
    tell(answer.said || said.noAnswer, "wrong");
    later(Math.min(EVERY * 2 ** (failures - 1), SLOWEST));
  }

  function kept(answer, now) {
    failures = 0;
    acknowledged = now;
    if (words() === now) forgetHere();
    else later(0);
    if (answer.said) tell(answer.said);
    show(answer);
  }

  function show(answer) {
    const lines = [...(answer.others ?? []), answer.newer].filter(Boolean);
    const now = lines.join(" ");
    if (others.textContent === now) return;
    others.textContent = now;
    others.hidden = !now;
  }

  /* A screen reader says what is wrong; that all is well, every few seconds, would be in the way. */
  function tell(sentence, kind = "") {
    state.setAttribute("aria-live", kind ? "polite" : "off");
    state.textContent = sentence;
    state.dataset.kind = kind;
  }

  async function ping() {
    if (document.hidden || busy || !loggedIn) return;
    const answer = await ask("");
    if (answer.status === 200) show(answer);
    if (answer.status === 401) showEnded(answer.said);
  }

  /* The login */

  function showEnded(sentence) {
    loggedIn = false;
    tell(sentence, "wrong");
    ended.hidden = false;
  }

  /* Whether somebody is logged in, and the same person; a new login has a new token. */
  async function refresh() {
    const answer = await answerTo({});
    if (answer.status === 401) showEnded(answer.said);
    else if (answer.status !== 200) tell(answer.said || said.noAnswer, "wrong");
    else if (String(answer.user) !== said.user) tell(said.somebodyElse, "wrong");
    else {
      for (const token of document.querySelectorAll("[name=csrfmiddlewaretoken]")) token.value = answer.token;
      if (!loggedIn) tell(said.back);
      loggedIn = true;
      ended.hidden = true;
      return true;
    }
    return false;
  }

  async function comeBack() {
    if (!loggedIn && (await refresh())) later(0);
  }

  /* Sending the form */

  form.addEventListener("submit", async (event) => {
    // A preview in another window leaves this one as it is.
    if (passing || event.submitter?.formTarget) return;
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    keepHere(words());
    const mayPass = await refresh();
    // After whatever was sent meanwhile: the draft must not come in after the save.
    await busy;
    if (mayPass) pass(event.submitter);
    else (loggedIn ? state : ended).scrollIntoView({ block: "center" });
    leaving = false;
  });

  function pass(submitter) {
    passing = true;
    submitted = words();
    form.requestSubmit(submitter);
    // Whoever is still here then has stopped it, or no server took it.
    setTimeout(stay, SLOWEST);
  }

  function stay() {
    passing = leaving = false;
    submitted = null;
    later(0);
  }

  /* When */

  form.addEventListener("input", () => setTimeout(look, 200));
  // Some fields change without a word of the browser's: photos, and lists that complete names.
  setInterval(look, 1000);
  setInterval(ping, PING);
  setInterval(comeBack, 5000);
  addEventListener("online", () => later(0));
  addEventListener("focus", comeBack);
  addEventListener("pagehide", look);
  // One came back to a page that had been left by its form.
  addEventListener("pageshow", stay);
  addEventListener("visibilitychange", () => {
    look();
    if (document.hidden) send({ keepalive: true });
    else comeBack();
  });
  // What is kept nowhere but in this window does not go by a wrong click.
  addEventListener("desk:leave", () => (passing = true));
  addEventListener("beforeunload", (event) => {
    look();
    if (!passing && words() !== acknowledged && !localStorage.getItem(own)) event.preventDefault();
  });
  if (said.sentBack) look();
  ping();
})();
