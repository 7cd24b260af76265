// What a cluster of facilities is made of: how many say yes, no, are open, are not known. The picture's
// name carries the shares, so that clusters alike share one picture.

/** Parts of a circle, in the order in which they are drawn from the top: yes, no, open, not known. */
export interface Shares {
  readonly yes: number;
  readonly no: number;
  readonly open: number;
  readonly rest: number;
  /** The ring's diameter in pixels of the page. */
  readonly size: number;
}

/** So many parts make the whole. */
export const PARTS = 24;

/** Reads a picture's name, `ring-SIZE-YES-NO-OPEN`; null if it names no ring. */
export function readRing(name: string): Shares | null {
  const found = /^ring-(\d+)-(\d+)-(\d+)-(\d+)$/.exec(name);
  if (!found) return null;
  const [size = 0, yes = 0, no = 0, open = 0] = found.slice(1).map(Number);
  if (size < 8 || size > 128) return null;
  // Three roundings up can add to more than the whole; then the last gives way.
  const fits = Math.min(yes, PARTS);
  const next = Math.min(no, PARTS - fits);
  const last = Math.min(open, PARTS - fits - next);
  return { size, yes: fits, no: next, open: last, rest: PARTS - fits - next - last };
}
