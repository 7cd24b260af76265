// Shows the filtered list as soon as a choice is made. The form's button stays, for those without script.
import { forget, keep, recall } from "../storage";

const WAIT = 500;
const FOCUS = "filters-focus";

export function start(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  const form = element;

  // The page comes again after a choice; the reader goes on where they were.
  const last = recall(FOCUS);
  forget(FOCUS);
  if (last !== null) document.getElementById(last)?.focus({ preventScroll: true });

  let timer: number | undefined;
  form.addEventListener("change", (event) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (event.target instanceof HTMLElement && event.target.id) keep(FOCUS, event.target.id);
      form.requestSubmit();
    }, WAIT);
  });
  form.addEventListener("submit", () => window.clearTimeout(timer));
  // Empty choices say nothing; without them the address is short enough to be sent on.
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) {
      if (value === "" && formData.getAll(name).every((one) => one === "")) formData.delete(name);
    }
  });
}
