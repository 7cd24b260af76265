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

/** The fields of a JSON object; none if the body is something else. */
function fields(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * Why the server refused, in its own words: the faults of the form, one a line, or problem details
 * (RFC 9457); null if it gave none.
 */
export function refusal(body: string): string | null {
  const { faults, detail, title } = fields(body);
  const messages = (Array.isArray(faults) ? faults : [])
    .map((fault: unknown) => (typeof fault === "object" && fault !== null ? (fault as Record<string, unknown>)["message"] : undefined))
    .filter((message) => typeof message === "string");
  for (const text of [messages.join("\n"), detail, title]) if (typeof text === "string" && text !== "") return text;
  return null;
}

/** Where the server says the result stands; null if it does not. Only addresses on this server. */
export function destination(body: string): string | null {
  const { see } = fields(body);
  return typeof see === "string" && see.startsWith("/") && !see.startsWith("//") ? see : null;
}
