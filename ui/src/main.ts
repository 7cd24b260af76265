// Starts the islands a page asks for. Every page works without this file; what it loads only adds.
import { closeOnLeaving } from "./disclosure";
import { clearKept } from "./islands/kept";

interface Island {
  start(element: HTMLElement): void | Promise<void>;
}

const islands: Readonly<Record<string, () => Promise<Island>>> = {
  filters: () => import("./islands/filters"),
  map: () => import("./islands/map/map"),
  progress: () => import("./islands/progress"),
  review: () => import("./islands/review"),
  unsaved: () => import("./islands/unsaved"),
  upload: () => import("./islands/upload"),
};

clearKept();
closeOnLeaving();
document.querySelector<HTMLElement>(".error-summary")?.focus();

for (const element of document.querySelectorAll<HTMLElement>("[data-island]")) {
  for (const name of (element.dataset["island"] ?? "").split(/\s+/)) {
    const load = islands[name];
    if (load) {
      load()
        .then((island) => island.start(element))
        .catch((reason: unknown) => console.error(`The ${name} of this page did not start.`, reason));
    }
  }
}
