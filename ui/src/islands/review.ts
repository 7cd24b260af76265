// The split page: a proposal and its quote light up together, and the keyboard goes through them.
// The decisions themselves are ordinary forms.
import { forget, keep, recall } from "../storage";
import { type Step, key, step } from "./steps";

const OFF = "review-keys-off";

export function start(element: HTMLElement): void {
  const proposals = [...element.querySelectorAll<HTMLElement>("[data-proposal]")];
  const marks = [...element.querySelectorAll<HTMLElement>("[data-quote]")];
  const undecided = proposals.map((proposal) => !("decided" in proposal.dataset));
  const place = `review-next:${window.location.pathname}`;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let current = -1;

  /** Lights up a proposal and its quotes; scrolls the side that the reader did not touch. */
  function choose(at: number, touched: "proposal" | "quote" | "neither"): void {
    const proposal = proposals[at];
    if (!proposal) return;
    const id = proposal.dataset["proposal"];
    current = at;
    for (const other of proposals) {
      other.classList.toggle("is-current", other === proposal);
      if (other === proposal) other.setAttribute("aria-current", "true");
      else other.removeAttribute("aria-current");
    }
    // One under the other on a phone, the page would move from under the finger that taps a button.
    const follow = touched === "neither" || (touched === "proposal" && sideBySide());
    let first = true;
    for (const mark of marks) {
      const own = mark.dataset["quote"] === id;
      mark.classList.toggle("is-current", own);
      if (own && first && follow) mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
      if (own) first = false;
    }
    if (touched !== "proposal") {
      proposal.focus({ preventScroll: true });
      // One under the other on a phone: there the reader asked to see the quote, so stay with it.
      if (touched === "neither" || sideBySide()) proposal.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
    }
  }

  function sideBySide(): boolean {
    const doc = element.querySelector(".doc")?.getBoundingClientRect();
    const list = element.querySelector(".proposals")?.getBoundingClientRect();
    return doc !== undefined && list !== undefined && doc.bottom > list.top && doc.top < list.bottom;
  }

  for (const [at, proposal] of proposals.entries()) {
    proposal.addEventListener("focusin", () => {
      if (at !== current) choose(at, "proposal");
    });
    proposal.addEventListener("click", () => {
      if (at !== current) choose(at, "proposal");
    });
    proposal.addEventListener("submit", () => {
      const next = step(at, "next-undecided", undecided);
      const id = next === at ? undefined : proposals[next]?.dataset["proposal"];
      if (id) keep(place, id);
    });
  }
  for (const mark of marks) {
    mark.addEventListener("click", (event) => {
      // One quote can lie within another; the inner one is meant.
      const inner = event.target instanceof Element ? event.target.closest("[data-quote]") : null;
      if (inner === mark) choose(at(mark.dataset["quote"]), "quote");
    });
  }
  const at = (id: string | undefined): number => proposals.findIndex((proposal) => proposal.dataset["proposal"] === id);

  const help = element.querySelector<HTMLElement>("[data-keys]");
  const keysOn = element.querySelector<HTMLInputElement>("[data-keys-on]");
  if (help) help.hidden = false;
  if (keysOn) {
    keysOn.checked = recall(OFF) === null;
    keysOn.addEventListener("change", () => (keysOn.checked ? forget(OFF) : keep(OFF, "1")));
  }

  document.addEventListener("keydown", (event) => {
    const meant = key(event);
    if (meant === null || (keysOn && !keysOn.checked) || !mayUseKeys(event.target)) return;
    if (meant === "accept" || meant === "reject") {
      const button = proposals[current]?.querySelector<HTMLButtonElement>(`[data-${meant}]`);
      if (!button || button.disabled) return;
      event.preventDefault();
      button.click();
      return;
    }
    event.preventDefault();
    choose(step(current, meant satisfies Step, undecided), "neither");
  });

  /** Keys work on the page at large only where they can be switched off; else only inside the review. */
  function mayUseKeys(target: EventTarget | null): boolean {
    if (!(target instanceof HTMLElement)) return false;
    if (target.isContentEditable || target.closest("textarea, select, input:not([type=checkbox], [type=radio])")) return false;
    return element.contains(target) || (keysOn !== null && target === document.body);
  }

  // After a decision the page comes again: go on with the next one nobody has decided.
  const next = recall(place);
  forget(place);
  const asked = /^#(?:proposal|quote)-(.+)$/.exec(window.location.hash)?.[1];
  if (asked !== undefined) choose(at(decodeURIComponent(asked)), window.location.hash.startsWith("#quote") ? "quote" : "proposal");
  else if (next !== null) choose(at(next), "neither");
}
