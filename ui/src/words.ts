/** Puts values into the gaps of a sentence given by the server: `"{shown} of {total}"`. Unknown gaps stay. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = values[name];
    return value === undefined ? gap : String(value);
  });
}

/** The page's language, for numbers and names. */
export function language(): string {
  return document.documentElement.lang || "en";
}

/** A number as the reader writes it. */
export function number(value: number, lang: string): string {
  return new Intl.NumberFormat(lang).format(value);
}

/** A file's size in the reader's language, rounded so that it can be compared at a glance. */
export function size(bytes: number, lang: string): string {
  const steps = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  let value = bytes;
  let at = 0;
  while (value >= 1000 && at < steps.length - 1) {
    value /= 1000;
    at += 1;
  }
  return new Intl.NumberFormat(lang, {
    style: "unit",
    unit: steps[at] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: at > 1 ? 1 : 0,
  }).format(value);
}
