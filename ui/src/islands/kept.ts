// What a person typed, kept in the tab until the server says that it has it. Never passwords, files,
// hidden fields or fields marked private.
import { forget } from "../storage";

/** One remembered control: which of its name, and its value or whether it was ticked. */
export interface Kept {
  readonly name: string;
  readonly nth: number;
  readonly value: string | boolean;
}

/** What this module needs to know of a form's control. */
export interface Control {
  readonly name: string;
  readonly type: string;
  value: string;
  checked?: boolean;
  readonly private: boolean;
}

const NEVER = new Set(["password", "file", "hidden", "submit", "button", "reset", "image"]);

/** Whether what stands in this control may be kept. */
export function keepable(control: Pick<Control, "name" | "type" | "private">): boolean {
  return control.name !== "" && !control.private && !NEVER.has(control.type);
}

const ticked = (type: string): boolean => type === "checkbox" || type === "radio";

/** Pairs each control that may be kept with its place among those of the same name. */
function numbered<C extends Control>(controls: readonly C[]): { control: C; nth: number }[] {
  const seen = new Map<string, number>();
  return controls.filter(keepable).map((control) => {
    const nth = seen.get(control.name) ?? 0;
    seen.set(control.name, nth + 1);
    return { control, nth };
  });
}

/** What stands in a form now. */
export function remember(controls: readonly Control[]): Kept[] {
  return numbered(controls).map(({ control, nth }) => ({
    name: control.name,
    nth,
    value: ticked(control.type) ? control.checked === true : control.value,
  }));
}

/** Puts remembered values back; returns how many controls changed by it. */
export function restore(controls: readonly Control[], kept: readonly Kept[]): number {
  let changed = 0;
  for (const { control, nth } of numbered(controls)) {
    const value = kept.find((one) => one.name === control.name && one.nth === nth)?.value;
    if (typeof value === "boolean" && ticked(control.type)) {
      if (control.checked !== value) {
        control.checked = value;
        changed += 1;
      }
    } else if (typeof value === "string" && !ticked(control.type) && control.value !== value) {
      control.value = value;
      changed += 1;
    }
  }
  return changed;
}

/** Reads what an earlier page left; anything else than our own shape counts as nothing. */
export function parseKept(text: string | null): Kept[] {
  if (text === null) return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(one: unknown): one is Kept {
  if (typeof one !== "object" || one === null) return false;
  const { name, nth, value } = one as Record<string, unknown>;
  return typeof name === "string" && typeof nth === "number" && (typeof value === "string" || typeof value === "boolean");
}

/** Under which key a form's text is kept. */
export function keptKey(form: string): string {
  return `kept:${form}`;
}

/** Forgets the forms that the server has taken, as the page after a success says. */
export function clearKept(): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="kept-clear"]')) {
    for (const form of meta.content.split(/\s+/).filter(Boolean)) forget(keptKey(form));
  }
}
