// What the server says of rows of work (files being read, lists being imported), and what follows from it.

/** One row of work as the server tells it. */
export interface Row {
  readonly id: string;
  readonly state: string;
  readonly text: string;
  readonly percent: number | null;
}

/** States in which nothing more will happen; the first is the good end. */
export const FINISHED: readonly string[] = ["done", "failed", "cancelled"];

/** Reads the rows of an answer; a row without id or state is left out. */
export function readRows(answer: unknown): Row[] {
  if (typeof answer !== "object" || answer === null) return [];
  const { rows } = answer as Record<string, unknown>;
  return Array.isArray(rows) ? rows.flatMap(readRow) : [];
}

function readRow(row: unknown): Row[] {
  if (typeof row !== "object" || row === null) return [];
  const { id, state, state_text: text, percent } = row as Record<string, unknown>;
  if ((typeof id !== "string" && typeof id !== "number") || typeof state !== "string") return [];
  return [
    {
      id: String(id),
      state,
      text: typeof text === "string" ? text : "",
      percent: typeof percent === "number" && Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : null,
    },
  ];
}

/** Where a row is: still running, ended well, or ended otherwise. */
export function phase(state: string, finished: readonly string[]): "running" | "done" | "failed" {
  const at = finished.indexOf(state);
  if (at < 0) return "running";
  return at === 0 ? "done" : "failed";
}

/** Milliseconds until the next question: two seconds, doubled after each failure up to half a minute. */
export function wait(failures: number): number {
  return Math.min(30_000, 2_000 * 2 ** failures);
}
