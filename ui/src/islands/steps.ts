// Which key means what on the review page, and where each step leads.

/** A way to move among proposals. */
export type Step = "next" | "previous" | "next-undecided";

/** What a key means, unless it is part of a shortcut of the browser or the system. */
export function key(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): "next" | "previous" | "accept" | "reject" | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case "j":
      return "next";
    case "k":
      return "previous";
    case "a":
      return "accept";
    case "r":
      return "reject";
    default:
      return null;
  }
}

/** The place a step leads to; stays at the ends, and stays when nothing is left to decide. */
export function step(current: number, way: Step, undecided: readonly boolean[]): number {
  const last = undecided.length - 1;
  if (way === "next") return Math.min(last, current + 1);
  if (way === "previous") return Math.max(0, current - 1);
  const after = undecided.findIndex((open, at) => open && at > current);
  if (after >= 0) return after;
  const before = undecided.findIndex((open, at) => open && at < current);
  return before >= 0 ? before : current;
}
