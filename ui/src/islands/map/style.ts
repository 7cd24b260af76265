// What the map draws, in the colours of the theme. No glyph or sprite server: letters come from the
// page's own fonts, marks are drawn by `shapes`.
import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, StyleSpecification } from "maplibre-gl";
import type { Basemap } from "./basemap";
import type { Place, Standing } from "./geo";
import { PARTS } from "./rings";
import { themeColour } from "./shapes";

const FONTS = ["Inter Variable", "Noto Sans Bengali", "Noto Sans Khmer", "sans-serif"];

/** Places so near to each other that their marks would cover each other are drawn as one. */
const CLUSTER = { cluster: true, clusterRadius: 42, clusterMaxZoom: 11 } as const;

const among = (...standings: Standing[]): ExpressionSpecification => ["+", ["case", ["in", ["get", "standing"], ["literal", standings]], 1, 0]];

/** A share of the cluster in whole parts; what is there at all has at least one. */
const parts = (name: string): ExpressionSpecification => ["to-string", ["ceil", ["-", ["/", ["*", PARTS, ["get", name]], ["get", "point_count"]], 0.5]]];

/** Places as the map library takes them; `at` is the place's number in the list. */
export function features(places: readonly Place[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: places.map((place, at) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [place.east, place.north] },
      properties: { at, standing: place.standing },
    })),
  };
}

/** The whole style. */
export function style(map: Basemap, places: readonly Place[], lang: string): StyleSpecification {
  const paper = themeColour("--color-base-100");
  const ink = themeColour("--muted");
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: map.land, tolerance: 0.3, maxzoom: 8 },
      names: { type: "geojson", data: map.names },
      places: { type: "geojson", data: features(places), ...CLUSTER, clusterProperties: { yes: among("verified-yes", "claimed-yes"), no: among("verified-no", "claimed-no"), open: among("contested", "unreviewed", "aged") } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": themeColour("--map-sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": paper } },
      { id: "borders", type: "line", source: "land", paint: { "line-color": themeColour("--map-border"), "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.6, 8, 1.6] } },
      {
        id: "names",
        type: "symbol",
        source: "names",
        filter: [">=", ["get", "size"], ["step", ["zoom"], 150, 2.5, 25, 3.5, 6, 4.5, 0.5, 6, 0]],
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONTS,
          "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11, 7, 15],
          "text-max-width": 7,
          "symbol-sort-key": ["-", 0, ["get", "size"]],
          "text-padding": 6,
        },
        paint: { "text-color": ink, "text-halo-color": paper, "text-halo-width": 1.5 },
      },
      {
        id: "clusters",
        type: "symbol",
        source: "places",
        filter: ["has", "point_count"],
        layout: {
          "icon-image": ["concat", "ring-", ["step", ["get", "point_count"], "36", 100, "44", 1000, "54", 10000, "66"], "-", parts("yes"), "-", parts("no"), "-", parts("open")],
          "icon-allow-overlap": true,
          "icon-ignore-placement": true,
          "text-field": ["number-format", ["get", "point_count"], { locale: lang, "max-fraction-digits": 0 }],
          "text-font": FONTS,
          "text-size": 12.5,
          "text-allow-overlap": true,
          "text-ignore-placement": true,
        },
        paint: { "text-color": themeColour("--color-base-content") },
      },
      {
        id: "places",
        type: "symbol",
        source: "places",
        filter: ["!", ["has", "point_count"]],
        layout: { "icon-image": ["get", "standing"], "icon-allow-overlap": true, "icon-ignore-placement": true },
      },
    ],
  };
}
