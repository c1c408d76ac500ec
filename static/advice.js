/* What scripts add to an advice: a part opens where a link leads into it, a source opens beside its number, an address is copied by one tap.
   The page works without this file. */
(() => {
  "use strict";

  const open = (hash) => {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) return;
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", () => open(location.hash));
  if (location.hash) open(location.hash);

  /* A second click on a link whose address is open already changes no hash. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    if (link.classList.contains("cite") && "popover" in HTMLElement.prototype) {
      event.preventDefault();
      showSource(link);
    } else if (link.hash === location.hash) open(link.hash);
  });

  const beside = document.createElement("div");
  beside.popover = "auto";
  beside.className = "source-beside";
  const showSource = (link) => {
    const source = document.getElementById(link.hash.slice(1));
    if (!source) return;
    if (!beside.isConnected) document.querySelector(".advice").append(beside);
    beside.replaceChildren(...[...source.cloneNode(true).childNodes]);
    beside.hidePopover();
    const place = link.getBoundingClientRect();
    beside.style.insetBlockStart = `${place.bottom + scrollY + 4}px`;
    beside.showPopover({ source: link });
  };

  const label = document.querySelector("[data-copy-label]");
  if (!label || !navigator.clipboard) return;
  document.querySelectorAll(".now [data-copy]").forEach((address) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-outline-primary btn-sm copy-button";
    button.textContent = label.dataset.copyLabel;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(address.dataset.copy);
      button.textContent = label.dataset.copiedLabel;
      document.getElementById("announcer").textContent = label.dataset.copiedLabel;
    });
    address.after(" ", button);
  });
})();
