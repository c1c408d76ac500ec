/* What scripts add: the way out, a search that filters while you type, focus after a swap. Every page works without this file. */
(() => {
  "use strict";

  const announcer = document.getElementById("announcer");
  const say = (text) => { if (announcer) announcer.textContent = text; };

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

  /* ---- The finder. ---- */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ı/g, "i").replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

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
    const label = entry.querySelector("label").textContent;
    if (search.value) {
      search.value = "";
      filter(finder);
      search.focus();
    } else if (next) {
      next.querySelector("input").focus({ preventScroll: true });
    }
    finder.querySelector("[data-found]").textContent = finder.querySelector("[data-found]").dataset.added.replace("%s", label);
  };

  const searchable = (entry) => {
    entry.dataset.folded ||= fold(`${entry.textContent} ${entry.dataset.entry}`);
    return entry.dataset.folded;
  };
  const filter = (finder) => {
    const words = fold(finder.querySelector("[data-find]").value).split(" ").filter(Boolean);
    const found = finder.querySelector("[data-found]");
    let count = 0;
    finder.querySelectorAll("[data-group]").forEach((group) => {
      let here = 0;
      group.querySelectorAll("[data-entry]").forEach((entry) => {
        entry.hidden = !words.every((word) => searchable(entry).includes(word));
        if (!entry.hidden) here += 1;
      });
      group.hidden = here === 0;
      if (group.tagName === "DETAILS") group.open = words.length > 0 && here > 0;
      count += here;
    });
    if (!words.length) found.textContent = "";
    else if (!count) found.textContent = found.dataset.none;
    else found.textContent = found.dataset.many.replace("%s", count);
  };

  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-find]")) filter(event.target.closest("[data-finder]"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-find]")) return;
    /* Enter takes the only entry found, and never sends the page. */
    event.preventDefault();
    const finder = event.target.closest("[data-finder]");
    const left = [...finder.querySelectorAll("[data-entry]")].filter((entry) => !entry.hidden);
    if (event.target.value && left.length === 1) left[0].querySelector("input").click();
  });

  /* ---- After a swap: the focus goes to what is wrong or to the heading, and the new title is read out. ---- */
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id !== "main") return;
    const target = event.target.querySelector("[autofocus]") || event.target.querySelector("#page-title");
    if (target) target.focus({ preventScroll: !target.matches("[autofocus]") });
    say(document.title);
  });
  const lost = (event) => {
    const form = event.target.closest("form");
    const template = document.getElementById("lost-connection");
    if (!form || !template) return;
    document.querySelectorAll(".lost-connection").forEach((old) => old.remove());
    const box = template.content.firstElementChild.cloneNode(true);
    box.classList.add("lost-connection");
    form.prepend(box);
    box.focus();
  };
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:responseError", lost);

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
