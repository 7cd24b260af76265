import { describe, expect, it } from "vitest";
import { boxAround, countryName, inBox, labelPlace, readPlaces, unwrap } from "./geo";

const base = "https://amplify.example/map";
const point = (coordinates: unknown, properties: object = {}) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates },
  properties: { id: 1, name: "Fictional Knit", country: "Bangladesh", standing: "contested", url: "/facilities/1", ...properties },
});
const read = (...features: unknown[]) => readPlaces({ type: "FeatureCollection", features }, base);

describe("places from the server", () => {
  it("carry name, standing and the way to the facility", () => {
    expect(read(point([90.4, 23.9]))).toEqual([
      { id: "1", name: "Fictional Knit", country: "Bangladesh", standing: "contested", words: "", url: "https://amplify.example/facilities/1", east: 90.4, north: 23.9 },
    ]);
  });
  it("count as unknown when their standing is a word we cannot draw", () => {
    expect(read(point([0, 0], { standing: "splendid" }))[0]?.standing).toBe("unknown");
  });
  it("are left out without a place on earth", () => {
    expect(read(point([200, 10]), point([10, 91]), point(["90", 23]), point([]), { geometry: null }, null)).toEqual([]);
  });
  it("never lead to another host or run script", () => {
    expect(read(point([0, 0], { url: "https://elsewhere.example/" }), point([0, 0], { url: "javascript:alert(1)" }))).toEqual([]);
  });
  it("are none when the answer is something else", () => {
    expect(readPlaces(null, base)).toEqual([]);
    expect(readPlaces({ features: "many" }, base)).toEqual([]);
  });
});

describe("boxes", () => {
  it("hold all places and tell who is inside", () => {
    const box = boxAround([{ east: 90, north: 24 }, { east: 104, north: 11 }]);
    expect(box).toEqual([90, 11, 104, 24]);
    expect(box && inBox({ east: 100, north: 20 }, box)).toBe(true);
    expect(box && inBox({ east: 100, north: 30 }, box)).toBe(false);
  });
  it("are none without places, and hold a hundred thousand", () => {
    expect(boxAround([])).toBeUndefined();
    expect(boxAround(Array.from({ length: 100_000 }, (_, at) => ({ east: (at % 360) - 180, north: 0 })))).toEqual([-180, 0, 179, 0]);
  });
});

describe("land that crosses the edge of the map", () => {
  it("runs on past the edge instead of across the whole map", () => {
    expect(unwrap([[178, 65], [-179, 66], [-178, 64], [179, 63], [178, 65]])).toEqual([[178, 65], [181, 66], [182, 64], [179, 63], [178, 65]]);
  });
  it("stays as it is elsewhere", () => {
    expect(unwrap([[88, 21], [92, 21], [92, 26], [88, 21]])).toEqual([[88, 21], [92, 21], [92, 26], [88, 21]]);
  });
});

describe("country names", () => {
  it("stand on the country's own land, also for a crescent", () => {
    const crescent = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 8], [8, 8], [8, 2], [0, 2], [0, 0]];
    const place = labelPlace([[[20, 20], [21, 20], [21, 21], [20, 20]], crescent]);
    const [x, y] = place?.at ?? [0, 0];
    expect(x > 8 || y < 2 || y > 8).toBe(true);
    expect(place?.size).toBeCloseTo(52);
  });
  it("are in the reader's language, by the ISO number", () => {
    expect(countryName("050", "Bangladesh", "bn")).toBe("বাংলাদেশ");
    expect(countryName("792", "Turkey", "nl")).toBe("Turkije");
  });
  it("fall back to the given name", () => {
    expect(countryName(undefined, "Somaliland", "en")).toBe("Somaliland");
    expect(countryName("x", "Somewhere", "en")).toBe("Somewhere");
  });
});
