// Small manners of <details>: Escape or a click elsewhere closes the phone's menu and an opened quote.

const FLOATING = "details[open].mark, details[open].topbar-menu";

/** Lets opened quotes and the menu be closed as readers expect. */
export function closeOnLeaving(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const details of document.querySelectorAll<HTMLDetailsElement>(FLOATING)) {
      const inside = details.contains(document.activeElement);
      details.open = false;
      if (inside) details.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(FLOATING)) {
      if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
    }
  });
}
