// Keeps the rows of work on a page up to date by asking the page's own address for JSON.
import { announcer } from "../announce";
import { FINISHED, type Row, phase, readRows, wait } from "./rows";

export function start(element: HTMLElement): void {
  const address = element.dataset["src"] ?? window.location.pathname + window.location.search;
  const finished = element.dataset["finished"]?.split(/\s+/).filter(Boolean) ?? FINISHED;
  const say = announcer(element.parentElement ?? document.body);
  let failures = 0;

  const rows = new Map<string, HTMLElement>();
  for (const row of element.querySelectorAll<HTMLElement>("[data-row]")) rows.set(row.dataset["row"] ?? "", row);
  const running = (): boolean => [...rows.values()].some((row) => phase(row.dataset["is"] ?? "", finished) === "running");

  async function ask(): Promise<void> {
    try {
      const answer = await fetch(address, { headers: { accept: "application/json" }, credentials: "same-origin", cache: "no-store" });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const told = readRows(await answer.json());
      failures = 0;
      const news = told.flatMap((row) => show(row) ?? []);
      if (news.length > 0) say(news.join(" "));
      // A row that the server no longer tells of will not change any more.
      const known = new Set(told.map((row) => row.id));
      for (const id of rows.keys()) if (!known.has(id)) rows.delete(id);
    } catch {
      failures += 1;
      if (failures === 2 && element.dataset["lost"]) say(element.dataset["lost"]);
    }
    if (running()) next();
  }

  /** Draws a row; gives the sentence to be read aloud when it has just ended. */
  function show(told: Row): string | undefined {
    const row = rows.get(told.id);
    if (!row) return undefined;
    const was = phase(row.dataset["is"] ?? "", finished);
    const now = phase(told.state, finished);
    row.dataset["is"] = told.state;
    const text = row.querySelector("[data-state]");
    if (text && text.textContent !== told.text) text.textContent = told.text;
    const bar = row.querySelector("progress");
    if (bar) {
      if (told.percent === null) bar.removeAttribute("value");
      else bar.value = (told.percent / 100) * bar.max;
      bar.hidden = now !== "running";
    }
    for (const when of ["running", "done", "failed"] as const) {
      for (const part of row.querySelectorAll<HTMLElement>(`[data-when-${when}]`)) part.hidden = now !== when;
    }
    return was === "running" && now !== "running" ? `${row.querySelector(".work-name")?.textContent ?? ""}: ${told.text}` : undefined;
  }

  function next(): void {
    window.setTimeout(() => {
      if (document.hidden) document.addEventListener("visibilitychange", () => void ask(), { once: true });
      else void ask();
    }, wait(failures));
  }

  if (running()) next();
}
