// Land, borders and country names: Natural Earth's, shipped with the program, so that nobody outside
// learns which part of the world a reader looks at. Borders show who holds the ground, not who is right.
import type { FeatureCollection, Geometry, Position } from "geojson";
import atlasAddress from "world-atlas/countries-50m.json?url";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { countryName, labelPlace, unwrap } from "./geo";

type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The land as one collection, and a point with a name for each country, largest first. */
export interface Basemap {
  readonly land: FeatureCollection;
  readonly names: FeatureCollection;
}

/** Fetches the basemap from this server. */
export async function basemap(lang: string): Promise<Basemap> {
  const answer = await fetch(atlasAddress);
  if (!answer.ok) throw new Error(`The basemap did not come: status ${answer.status}.`);
  const atlas = (await answer.json()) as Atlas;
  const land = feature(atlas, atlas.objects.countries);
  // Antarctica winds around the pole and has no facilities.
  land.features = land.features.filter((country) => country.id !== "010");
  for (const country of land.features) country.geometry = flat(country.geometry);
  const names = land.features.flatMap((country) => {
    const place = labelPlace(outerRings(country.geometry));
    if (!place) return [];
    const id = typeof country.id === "string" ? country.id : undefined;
    return {
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: place.at },
      properties: { name: countryName(id, country.properties.name, lang), size: place.size },
    };
  });
  return { land, names: { type: "FeatureCollection", features: names } };
}

function flat<G extends Geometry>(geometry: G): G {
  if (geometry.type === "Polygon") return { ...geometry, coordinates: geometry.coordinates.map(unwrap) };
  if (geometry.type === "MultiPolygon") return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(unwrap)) };
  return geometry;
}

function outerRings(geometry: Geometry | null): Position[][] {
  if (geometry?.type === "Polygon") return geometry.coordinates.slice(0, 1);
  if (geometry?.type === "MultiPolygon") return geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1));
  return [];
}
