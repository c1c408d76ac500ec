/* What scripts add to the writing of a draft: words counted while one types, and saving every few seconds. The page works without this file. */
(() => {
  "use strict";

  /* The same count as advisor/drafts/counting.py, where it is explained. A test compares the two. */
  const CHARACTERS = /[\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
  const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/gu;
  const LETTERS_A_WORD = 4;
  const SPACES = /[\s\u200b\ufeff\u001c-\u001f\u0085]+/u;
  const words = (text) => {
    const characters = (text.match(CHARACTERS) || []).length;
    const letters = (text.match(UNSPACED) || []).filter((letter) => /\p{L}/u.test(letter)).length;
    const spaced = text.replace(CHARACTERS, " ").replace(UNSPACED, " ").split(SPACES);
    return characters + Math.ceil(letters / LETTERS_A_WORD) + spaced.filter(Boolean).length;
  };
  window.draftWords = words;

  const form = document.querySelector("[data-draft]");
  if (!form) return;
  const parts = [...form.querySelectorAll("[data-part]")];
  const shown = (number) => number.toLocaleString(document.documentElement.lang);

  const count = () => {
    let total = 0;
    parts.forEach((part) => {
      const here = words(part.value);
      const place = form.querySelector(`[data-words-of="${part.id}"]`);
      if (place) place.textContent = shown(here);
      /* A part with nothing in it is left out of the file, its heading too. */
      total += here + (part.value.trim() ? Number(part.dataset.heading || 0) : 0);
    });
    form.querySelector("[data-words]").textContent = shown(total);
    const limit = Number(form.dataset.limit || 0);
    form.querySelector("[data-over]").hidden = !limit || total <= limit;
  };

  /* ---- Saving. One request at a time; what is typed meanwhile goes with the next one. ---- */
  const AFTER = 3000;
  const AGAIN = 15000;
  const status = form.querySelector("[data-status]");
  const say = (text) => { if (status.textContent !== text) status.textContent = text; };
  let dirty = false;
  let stopped = false;
  let timer = 0;
  let running = null;

  const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };
  const send = async () => {
    dirty = false;
    say(form.dataset.saving);
    const body = new URLSearchParams(new FormData(form));
    body.append("by-script", "yes");
    /* Whoever was signed out meanwhile is not led elsewhere: that counts as refused. */
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (!answer || answer.status >= 500) {
      dirty = true;
      say(answer ? form.dataset.fault : form.dataset.lost);
      later(AGAIN);
      return false;
    }
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) {
      form.elements.revision.value = told.revision;
      say(dirty ? form.dataset.unsaved : form.dataset.saved);
      if (dirty) later(AFTER);
      return true;
    }
    dirty = true;
    stopped = true;
    say(answer.status === 409 ? form.dataset.changed : told.why || form.dataset.refused);
    return false;
  };
  const save = async () => {
    clearTimeout(timer);
    while (running) await running;
    if (!dirty || stopped) return !dirty;
    running = send();
    try { return await running; } finally { running = null; }
  };

  form.addEventListener("input", () => {
    count();
    dirty = true;
    if (stopped) return;
    say(form.dataset.unsaved);
    later(AFTER);
  });
  /* The form's own buttons send everything: no other request may come between, or it would look like somebody else's. */
  let leaving = false;
  form.addEventListener("submit", async (event) => {
    leaving = true;
    clearTimeout(timer);
    if (!running) return;
    event.preventDefault();
    while (running) await running;
    form.requestSubmit(event.submitter);
  });
  /* Nothing may hold up the way out of the site. */
  const away = () => leaving || document.documentElement.classList.contains("leaving");
  window.addEventListener("beforeunload", (event) => { if (dirty && !away()) event.preventDefault(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden && !away()) save(); });

  /* A file holds what was saved last: so save first. */
  document.querySelectorAll("[data-draft-file]").forEach((other) => {
    other.addEventListener("submit", async (event) => {
      if (!dirty || stopped) return;
      event.preventDefault();
      if (await save()) other.requestSubmit(event.submitter);
    });
  });

  count();
})();
