// What the upload shows and sends, apart from the page.

/** What tells two chosen files apart. */
export interface Chosen {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** Adds dropped files to those already chosen; the same file twice counts once. */
export function merge<F extends Chosen>(before: readonly F[], dropped: readonly F[]): F[] {
  const mark = (file: F): string => `${file.name}/${file.size}/${file.lastModified}`;
  return [...new Map([...before, ...dropped].map((file) => [mark(file), file])).values()];
}

/** Whole percents of what has gone out; a hundred only when all of it has. */
export function sent(loaded: number, total: number): number {
  return total > 0 ? Math.floor((loaded / total) * 100) : 0;
}

/** Why the server refused, in its own words, from problem details (RFC 9457); null if it gave none. */
export function refusal(body: string): string | null {
  try {
    const problem: unknown = JSON.parse(body);
    if (typeof problem !== "object" || problem === null) return null;
    const { detail, title } = problem as Record<string, unknown>;
    for (const text of [detail, title]) if (typeof text === "string" && text !== "") return text;
    return null;
  } catch {
    return null;
  }
}
