// Facilities as the server gives them, and the small geometry the map needs.

/** The ways a mark can be drawn; the same words as `.standing[data-is]`. */
export const STANDINGS = ["verified-yes", "verified-no", "claimed-yes", "claimed-no", "contested", "unknown", "not-applicable", "unreviewed", "aged"] as const;
export type Standing = (typeof STANDINGS)[number];

/** A facility with a place. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly standing: Standing;
  /** The standing in words, where the server gives its own. */
  readonly words: string;
  /** The facility's page on this server. */
  readonly url: string;
  readonly east: number;
  readonly north: number;
}

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];
type Ring = readonly (readonly number[])[];

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const isStanding = (value: unknown): value is Standing => (STANDINGS as readonly unknown[]).includes(value);

/** Reads a FeatureCollection of points; what has no valid place or leads to another host is left out. */
export function readPlaces(collection: unknown, base: string): Place[] {
  if (typeof collection !== "object" || collection === null) return [];
  const { features } = collection as Record<string, unknown>;
  return Array.isArray(features) ? features.flatMap((feature) => readPlace(feature, base) ?? []) : [];
}

function readPlace(feature: unknown, base: string): Place | undefined {
  if (typeof feature !== "object" || feature === null) return undefined;
  const { geometry, properties } = feature as { geometry?: { type?: unknown; coordinates?: unknown } | null; properties?: Record<string, unknown> | null };
  const at = geometry?.type === "Point" && Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
  const [east, north] = at as unknown[];
  if (typeof east !== "number" || typeof north !== "number" || Math.abs(east) > 180 || Math.abs(north) > 90) return undefined;
  const url = ownAddress(text(properties?.["url"]), base);
  if (!properties || url === undefined) return undefined;
  const standing = properties["standing"];
  return {
    id: text(properties["id"]),
    name: text(properties["name"]),
    country: text(properties["country"]),
    standing: isStanding(standing) ? standing : "unknown",
    words: text(properties["standing_text"]),
    url,
    east,
    north,
  };
}

/** The address if it stays on this server. */
function ownAddress(url: string, base: string): string | undefined {
  try {
    const whole = new URL(url, base);
    return whole.origin === new URL(base).origin ? whole.href : undefined;
  } catch {
    return undefined;
  }
}

/** The smallest box around all places. */
export function boxAround(places: readonly Pick<Place, "east" | "north">[]): Box | undefined {
  const [first] = places;
  if (!first) return undefined;
  let [west, south, east, north] = [first.east, first.north, first.east, first.north];
  for (const place of places) {
    west = Math.min(west, place.east);
    east = Math.max(east, place.east);
    south = Math.min(south, place.north);
    north = Math.max(north, place.north);
  }
  return [west, south, east, north];
}

/** Whether a place lies in the box. */
export function inBox(place: Pick<Place, "east" | "north">, [west, south, east, north]: Box): boolean {
  return place.east >= west && place.east <= east && place.north >= south && place.north <= north;
}

function area(ring: Ring): number {
  let twice = 0;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [x = 0, y = 0] = ring[at] ?? [];
    const [u = 0, v = 0] = ring[before] ?? [];
    twice += (u - x) * (v + y);
  }
  return Math.abs(twice / 2);
}

/** How far inside the ring a point lies; negative outside. */
function depth([x, y]: readonly [number, number], ring: Ring): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [ax = 0, ay = 0] = ring[at] ?? [];
    const [bx = 0, by = 0] = ring[before] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    nearest = Math.min(nearest, (x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2);
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}

/**
 * Where a country's name stands best: the deepest inside of its largest part, so that the name of a
 * crescent lies on its land and not on the neighbour's. With it, the size of that part in square degrees.
 */
export function labelPlace(rings: readonly Ring[]): { at: [number, number]; size: number } | undefined {
  const largest = rings.reduce<Ring | undefined>((best, ring) => (best === undefined || area(ring) > area(best) ? ring : best), undefined);
  if (!largest || largest.length < 3) return undefined;
  // A coast of thousands of points says no more of where its middle is than some of them.
  const every = Math.ceil(largest.length / 160);
  const coast = largest.filter((_, at) => at % every === 0);
  const [west, south, east, north] = boxAround(largest.map(([x = 0, y = 0]) => ({ east: x, north: y }))) ?? [0, 0, 0, 0];
  const steps = 16;
  let best: [number, number] = [(west + east) / 2, (south + north) / 2];
  let deepest = depth(best, coast);
  for (let column = 0; column < steps; column += 1) {
    for (let row = 0; row < steps; row += 1) {
      const point: [number, number] = [west + ((column + 0.5) / steps) * (east - west), south + ((row + 0.5) / steps) * (north - south)];
      const deep = depth(point, coast);
      if (deep > deepest) {
        deepest = deep;
        best = point;
      }
    }
  }
  return { at: best, size: area(largest) };
}

/**
 * A ring that crosses the edge of the map at 180 degrees jumps from one side to the other; this lets it
 * run on past the edge instead, which the map library then cuts in two.
 */
export function unwrap(ring: readonly (readonly number[])[]): [number, number][] {
  let turns = 0;
  let before: number | undefined;
  return ring.map(([x = 0, y = 0]) => {
    if (before !== undefined && x - before > 180) turns -= 1;
    else if (before !== undefined && x - before < -180) turns += 1;
    before = x;
    return [x + turns * 360, y];
  });
}

/** A country's name in the reader's language from its ISO 3166 number; the given name if the browser knows none. */
export function countryName(number: string | undefined, given: string, lang: string): string {
  if (number === undefined) return given;
  try {
    const { region } = new Intl.Locale(`und-${number}`);
    const named = region ? new Intl.DisplayNames(lang, { type: "region", fallback: "none" }).of(region) : undefined;
    return named ?? given;
  } catch {
    return given;
  }
}
