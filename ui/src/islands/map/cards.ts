// What is said of facilities in words: the small window at a mark, and the list under the map.
import { fill, number } from "../../words";
import type { Place, Standing } from "./geo";

/** The map's sentences, as the server gives them in the reader's language. */
export interface Words {
  readonly open: string;
  readonly visible: string;
  readonly more: string;
  readonly standing: ReadonlyMap<Standing, string>;
  readonly lang: string;
}

/** At most this many facilities are listed; more are a reason to zoom in. */
export const LISTED = 60;

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function standing(place: Place, words: Words): HTMLSpanElement {
  const mark = element("span", "standing", place.words || words.standing.get(place.standing) || place.standing);
  mark.dataset["is"] = place.standing;
  return mark;
}

/** The content of the window at a mark; several facilities can stand on one spot. */
export function card(places: readonly Place[], words: Words): HTMLElement {
  const whole = element("div", "map-card");
  for (const place of places) {
    const one = element("div", "map-card-place");
    const link = element("a", "row-link", place.name);
    link.href = place.url;
    const open = element("a", "link small", words.open);
    open.href = place.url;
    open.setAttribute("aria-label", `${words.open}: ${place.name}`);
    one.append(link, element("span", "row-sub", place.country), standing(place, words), open);
    whole.append(one);
  }
  return whole;
}

/** Fills the list with what is in view, in the order of names, and says how many that are. */
export function list(into: HTMLElement, counted: HTMLElement, seen: readonly Place[], total: number, words: Words): void {
  const say = fill(words.visible, { shown: number(seen.length, words.lang), total: number(total, words.lang) });
  const sentence = seen.length > LISTED && words.more ? `${say} ${words.more}` : say;
  if (counted.textContent !== sentence) counted.textContent = sentence;
  const named = new Intl.Collator(words.lang, { numeric: true });
  const shown = seen.length > LISTED ? [] : [...seen].sort((one, other) => named.compare(one.name, other.name));
  into.hidden = shown.length === 0;
  into.replaceChildren(
    ...shown.map((place) => {
      const item = element("li", "");
      const name = element("span", "");
      const link = element("a", "row-link", place.name);
      link.href = place.url;
      name.append(link, element("span", "row-sub", place.country));
      item.append(name, standing(place, words));
      return item;
    }),
  );
}
