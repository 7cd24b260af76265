// The map of facilities. The list under it follows what is in view, so everything on the map can also be
// reached by keyboard and heard. If the map cannot be drawn, the page keeps what it had without script.
import { AttributionControl, type GeoJSONSource, type MapGeoJSONFeature, Map as MapLibre, NavigationControl, Popup, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { language } from "../../words";
import { type Basemap, basemap } from "./basemap";
import { type Words, card, list } from "./cards";
import { type Box, type Place, STANDINGS, type Standing, boxAround, inBox, readPlaces } from "./geo";
import "./map.css";
import { readRing } from "./rings";
import { PIXELS, ring, shape } from "./shapes";
import { style } from "./style";

// A file of this server, so that the content security policy needs no exception.
setWorkerUrl(new URL(workerAddress, window.location.href).href);

const WORLD: Box = [-170, -55, 178, 75];
const CARD = 8;

export async function start(element: HTMLElement): Promise<void> {
  const lang = language();
  const words = readWords(element, lang);
  const fallback = element.querySelector<HTMLElement>("[data-fallback]");
  const canvas = document.createElement("div");
  canvas.className = "map-canvas";
  canvas.setAttribute("aria-busy", "true");
  element.prepend(canvas);
  try {
    const [land, places] = await Promise.all([basemap(lang), fetchPlaces(element.dataset["src"] ?? "")]);
    const title = element.getAttribute("aria-label") ?? "";
    // The canvas is a landmark of this name itself; two of one name would confuse.
    element.removeAttribute("aria-label");
    const map = draw(element, canvas, land, places, title, words);
    await drawn(map);
    followView(map, element, canvas, places, words);
    canvas.removeAttribute("aria-busy");
    element.dataset["mapReady"] = "";
    if (fallback) fallback.hidden = true;
  } catch (reason) {
    canvas.remove();
    const note = document.createElement("p");
    note.className = "note";
    note.setAttribute("role", "status");
    note.textContent = element.dataset["failed"] ?? "";
    element.prepend(note);
    throw reason;
  }
}

function readWords(element: HTMLElement, lang: string): Words {
  const standing = new Map<Standing, string>();
  for (const is of STANDINGS) {
    const word = element.querySelector(`[data-legend] [data-is="${is}"]`)?.textContent.trim();
    if (word) standing.set(is, word);
  }
  const { open = "", visible = "{shown} / {total}", more = "" } = element.dataset;
  return { open, visible, more, standing, lang };
}

async function fetchPlaces(address: string): Promise<Place[]> {
  const answer = await fetch(address, { headers: { accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`The facilities did not come: status ${answer.status}.`);
  return readPlaces(await answer.json(), window.location.href);
}

/** Waits until the map is drawn; an error before that means it will not be. */
function drawn(map: MapLibre): Promise<void> {
  return new Promise((stands, fails) => {
    const failed = (event: object): void => {
      map.remove();
      fails("error" in event ? event.error : new Error("The map could not be drawn."));
    };
    map.once("error", failed);
    map.once("idle", () => {
      map.off("error", failed);
      stands();
    });
  });
}

function draw(element: HTMLElement, canvas: HTMLElement, land: Basemap, places: readonly Place[], title: string, words: Words): MapLibre {
  const { zoomIn, zoomOut, close, fingers } = element.dataset;
  const map = new MapLibre({
    container: canvas,
    style: style(land, places, words.lang),
    bounds: [...(boxAround(places) ?? WORLD)],
    fitBoundsOptions: { padding: canvas.clientWidth < 600 ? 28 : 48, maxZoom: 8 },
    minZoom: 0,
    maxZoom: 14,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    // With one finger a reader moves the page, with two the map.
    cooperativeGestures: fingers !== undefined && window.matchMedia("(pointer: coarse)").matches,
    locale: {
      "Map.Title": title,
      "NavigationControl.ZoomIn": zoomIn ?? "+",
      "NavigationControl.ZoomOut": zoomOut ?? "-",
      "Popup.Close": close ?? "×",
      "CooperativeGesturesHandler.MobileHelpText": fingers ?? "",
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl());
  map.addControl(new AttributionControl({ compact: false, customAttribution: "Natural Earth" }));

  const paint = (): void => {
    for (const standing of STANDINGS) {
      const picture = shape(standing);
      if (!picture) continue;
      if (map.hasImage(standing)) map.updateImage(standing, picture);
      else map.addImage(standing, picture, { pixelRatio: PIXELS });
    }
  };
  map.on("style.load", paint);
  map.setMissingStyleImageResolver((name) => {
    const shares = readRing(name);
    const picture = shares && ring(shares);
    if (picture && !map.hasImage(name)) map.addImage(name, picture, { pixelRatio: PIXELS });
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    map.setStyle(style(land, places, words.lang), { diff: false });
  });

  openOnClick(map, places, words);
  return map;
}

/** A cluster opens into its parts, a mark into its window. */
function openOnClick(map: MapLibre, places: readonly Place[], words: Words): void {
  for (const layer of ["clusters", "places"]) {
    map.on("mouseenter", layer, () => map.getCanvas().classList.add("is-pointing"));
    map.on("mouseleave", layer, () => map.getCanvas().classList.remove("is-pointing"));
  }
  map.on("click", "clusters", ({ features: [cluster] = [], lngLat }) => {
    const id: unknown = cluster?.properties["cluster_id"];
    const source = map.getSource<GeoJSONSource>("places");
    if (typeof id !== "number" || !source) return;
    source
      .getClusterExpansionZoom(id)
      .then((zoom) => map.easeTo({ center: cluster?.geometry.type === "Point" ? [cluster.geometry.coordinates[0] ?? lngLat.lng, cluster.geometry.coordinates[1] ?? lngLat.lat] : lngLat, zoom }))
      .catch(() => map.zoomIn());
  });
  map.on("click", "places", ({ features: marks = [] }) => {
    const there = marks.flatMap((mark) => placeOf(mark, places) ?? []);
    const [first] = there;
    if (!first) return;
    new Popup({ maxWidth: "20rem", focusAfterOpen: true })
      .setLngLat([first.east, first.north])
      .setDOMContent(card([...new Set(there)].slice(0, CARD), words))
      .addTo(map);
  });
}

function placeOf(mark: MapGeoJSONFeature, places: readonly Place[]): Place | undefined {
  const at: unknown = mark.properties["at"];
  return typeof at === "number" ? places[at] : undefined;
}

/** Keeps the list under the map to what is in view. */
function followView(map: MapLibre, element: HTMLElement, canvas: HTMLElement, places: readonly Place[], words: Words): void {
  const counted = document.createElement("p");
  counted.className = "muted small";
  counted.setAttribute("role", "status");
  const seen = document.createElement("ul");
  seen.className = "map-list";
  const legend = element.querySelector("[data-legend]");
  (legend ?? canvas).after(counted, seen);
  if (places.length === 0) {
    counted.textContent = element.dataset["empty"] ?? "";
    return;
  }
  const update = (): void => {
    const bounds = map.getBounds();
    const box: Box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    list(seen, counted, places.filter((place) => inBox(place, box)), places.length, words);
  };
  let timer: number | undefined;
  map.on("moveend", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(update, 150);
  });
  update();
}
