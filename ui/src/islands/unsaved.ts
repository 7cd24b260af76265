// Brings back what was typed when the connection or the session was lost in between.
import { keep, recall } from "../storage";
import { type Control, keptKey, parseKept, remember, restore } from "./kept";

type Element = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A control as `kept` sees it, writing through to the page. */
function control(element: Element): Control {
  return {
    name: element.name,
    type: element.type,
    private: element.closest("[data-private]") !== null,
    get value() {
      return element.value;
    },
    set value(text) {
      element.value = text;
    },
    get checked() {
      return element instanceof HTMLInputElement && element.checked;
    },
    set checked(on) {
      if (element instanceof HTMLInputElement) element.checked = on;
    },
  };
}

export function start(element: HTMLElement): void {
  const form = element.dataset["keep"];
  if (!(element instanceof HTMLFormElement) || !form) return;
  const key = keptKey(form);
  const controls = (): Control[] =>
    [...element.elements]
      .filter((one): one is Element => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement)
      .map(control);

  const kept = parseKept(recall(key));
  if (kept.length > 0 && restore(controls(), kept) > 0 && element.dataset["kept"]) {
    const note = document.createElement("p");
    note.className = "note";
    note.setAttribute("role", "status");
    note.textContent = element.dataset["kept"];
    element.prepend(note);
  }

  let timer: number | undefined;
  const save = (): void => keep(key, JSON.stringify(remember(controls())));
  element.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, 300);
  });
  element.addEventListener("submit", () => {
    window.clearTimeout(timer);
    save();
  });
}
