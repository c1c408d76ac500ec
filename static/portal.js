/* What scripts add: the way out, a search that filters while you type, focus after a swap. Every page works without this file. */
(() => {
  "use strict";

  const announcer = document.getElementById("announcer");
  const say = (text) => { if (announcer) announcer.textContent = text; };

  /* ---- Gone back to a page that was asked for without a cookie: whoever did so has left. The server sees it on all pages but the first. ---- */
  const { fresh } = document.documentElement.dataset;
  if (fresh && performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
    document.documentElement.classList.add("leaving");
    location.replace(fresh);
  }

  /* ---- The way out: blank at once, end the session, then replace this entry in the history. ---- */
  const leave = document.querySelector("[data-leave]");
  const go = () => {
    document.documentElement.classList.add("leaving");
    document.title = "…";
    sessionStorage.clear(); /* htmx keeps the address of the last page there */
    const done = () => location.replace(leave.dataset.left);
    const limit = setTimeout(done, 1500);
    fetch(leave.action, { method: "POST", keepalive: true, redirect: "manual" }).finally(() => { clearTimeout(limit); done(); });
  };
  if (leave) {
    leave.addEventListener("submit", (event) => { event.preventDefault(); go(); });
    let presses = [];
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Shift") { presses = []; return; }
      if (event.repeat) return;
      presses = [...presses.filter((time) => event.timeStamp - time < 5000), event.timeStamp];
      if (presses.length === 3) go();
    });
  }

  /* ---- A short visit, on a device of others: warn before it ends, and leave when it does. Each page counts anew. ---- */
  const short = document.querySelector("[data-short-visit]");
  if (short && leave) {
    const warning = short.querySelector("[data-warning]");
    let timers = [];
    const count = () => {
      timers.forEach(clearTimeout);
      const life = Number(short.dataset.shortVisit) * 1000, before = Number(short.dataset.before) * 1000;
      warning.hidden = true;
      timers = [setTimeout(() => { warning.hidden = false; }, life - before), setTimeout(go, life)];
    };
    short.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      const form = event.target;
      fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" }).then((answer) => { if (answer.ok) count(); }, () => {});
    });
    document.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) count(); });
    count();
  }

  /* ---- Answers that stand alone untick all others of their question, and the other way round. ---- */
  document.addEventListener("change", (event) => {
    const box = event.target;
    const group = box.closest("[data-exclusive]");
    if (!group || box.type !== "checkbox") return;
    if (box.checked) {
      group.querySelectorAll("input[type=checkbox]").forEach((other) => {
        if (other !== box && (box.hasAttribute("data-alone") || other.hasAttribute("data-alone"))) other.checked = false;
      });
      if (box.hasAttribute("data-alone")) group.querySelectorAll(".day input").forEach((part) => { part.value = ""; });
    }
    if (box.closest("[data-entry]") && box.checked) choose(box);
  });
  document.addEventListener("input", (event) => {
    const group = event.target.closest(".day") && event.target.closest("[data-exclusive]");
    if (group && event.target.value) group.querySelectorAll("[data-alone]").forEach((box) => { box.checked = false; });
  });

  /* ---- The finder. Its search is loaded when somebody goes there; where that fails, the button searches as it does without scripts. ---- */
  const loads = new WeakMap();
  const load = (finder) => {
    if (!loads.has(finder)) {
      const loading = import(finder.dataset.finder).then(async (search) => ({ ...search, names: await search.list(finder.dataset.names), places: await search.places(finder.dataset.places) }));
      loading.catch(() => { loads.delete(finder); finder.classList.add("by-button"); });
      loads.set(finder, loading);
    }
    return loads.get(finder);
  };
  const shown = (finder, search) =>
    search.best(search.words(finder.querySelector("[data-find]").value), [...finder.querySelectorAll("[data-entry]")], search.names);

  /* A chosen entry moves to the top, where the server puts it too; the focus stays near. */
  const choose = (box) => {
    const finder = box.closest("[data-finder]");
    const entry = box.closest("[data-entry]");
    const search = finder.querySelector("[data-find]");
    const next = entry.nextElementSibling || entry.previousElementSibling;
    const chosen = finder.querySelector("[data-chosen]");
    entry.removeAttribute("data-entry");
    entry.hidden = false;
    chosen.lastElementChild.append(entry);
    chosen.hidden = false;
    const found = finder.querySelector("[data-found]"), label = entry.querySelector("label").textContent;
    const announce = () => { found.textContent = found.dataset.added.replace("%s", label); };
    if (search.value) {
      search.value = "";
      filter(finder).then(announce, announce);
      search.focus();
    } else {
      if (next) next.querySelector("input").focus({ preventScroll: true });
      announce();
    }
  };

  const filter = async (finder) => {
    const search = await load(finder);
    const typed = search.words(finder.querySelector("[data-find]").value);
    const found = finder.querySelector("[data-found]");
    const fitting = shown(finder, search);
    finder.querySelectorAll("[data-group]").forEach((group) => {
      let here = 0;
      group.querySelectorAll("[data-entry]").forEach((entry) => {
        entry.hidden = !fitting.has(entry);
        if (!entry.hidden) here += 1;
      });
      group.hidden = here === 0;
      if (group.tagName === "DETAILS") group.open = typed.length > 0 && here > 0;
    });
    const places = search.tell(finder.querySelector("[data-places-found]"), typed, search.places, fitting);
    if (!typed.length) found.textContent = "";
    else if (!fitting.size) found.textContent = places ? found.dataset.place : found.dataset.none;
    else found.textContent = found.dataset.many.replace("%s", fitting.size);
  };

  const searching = (event) => event.target.matches?.("[data-find]") && event.target.closest("[data-finder]");
  document.addEventListener("focusin", (event) => { if (searching(event)) load(searching(event)).catch(() => {}); });
  document.addEventListener("input", (event) => { if (searching(event)) filter(searching(event)).catch(() => {}); });
  document.addEventListener("keydown", (event) => {
    const finder = event.key === "Enter" && searching(event);
    if (!finder || finder.classList.contains("by-button")) return;
    /* Enter takes the one entry that fits best, and never sends the page. */
    event.preventDefault();
    load(finder).then((search) => {
      const fitting = event.target.value.trim() ? [...shown(finder, search)] : [];
      const least = Math.min(...fitting.map(([, found]) => found)), first = fitting.filter(([, found]) => found === least);
      if (first.length === 1) first[0][0].querySelector("input").click();
    }, () => {});
  });

  /* ---- After a swap: the focus goes to what is wrong or to the heading, and the new title is read out. ---- */
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "main") return;
    const target = event.target.querySelector("[autofocus]") || event.target.querySelector("#page-title");
    if (target) target.focus({ preventScroll: !target.matches("[autofocus]") });
    say(document.title);
  });

  /* ---- A swap that failed: say what happened, beside what was typed. The words are the page's; 0 is no answer at all. ---- */
  /* A visit that has ended is answered by a page that gives back what was typed: so the form is sent once more, as without scripts. */
  const again = (form, pressed) => {
    if (pressed?.name) {
      const by = Object.assign(document.createElement("input"), { type: "hidden", name: pressed.name, value: pressed.value });
      form.append(by);
    }
    HTMLFormElement.prototype.submit.call(form);
  };
  const failed = (event) => {
    const form = event.target.closest("form");
    const failures = document.getElementById("failures");
    if (!form || !failures) return;
    const status = String(event.detail.xhr?.status || 0);
    if (status === "403" && event.target === form) { again(form, event.detail.requestConfig?.triggeringEvent?.submitter); return; }
    const said = (key) => failures.content.querySelector(`[data-status="${key}"]`);
    const box = (said(status) || said(status[0])).cloneNode(true);
    form.querySelectorAll("[data-status]").forEach((old) => old.remove());
    form.prepend(box);
    box.focus();
  };
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:responseError", failed);

  /* Links of the error summary put the focus into the field, not only the scroll position. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a");
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    field.focus();
    (field.closest("fieldset") || field).scrollIntoView({ block: "start" });
  });

  document.documentElement.classList.add("scripted");
})();
