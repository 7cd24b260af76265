// Choosing and sending files: drop them, see what is chosen and how large, watch it go, keep it when the
// connection breaks. Sends the same form to the same address as a browser without script would.
import { announcer } from "../announce";
import { fill, language, size } from "../words";
import { destination, merge, refusal, sent } from "./files";

export function start(element: HTMLElement): void {
  const input = element.querySelector<HTMLInputElement>("input[type=file]");
  if (!(element instanceof HTMLFormElement) || !input) return;
  const form = element;
  const zone = input.closest<HTMLElement>(".dropzone") ?? form;
  const words = form.dataset;
  const lang = language();
  const limit = Number(words["maxBytes"] ?? "0") || Number.POSITIVE_INFINITY;

  const list = document.createElement("ul");
  list.className = "files";
  const message = document.createElement("p");
  message.className = "error whitespace-pre-line";
  message.setAttribute("role", "alert");

  const bar = document.createElement("progress");
  bar.className = "progress";
  bar.max = 100;
  bar.hidden = true;
  zone.append(list, message, bar);
  if (words["drop"]) {
    const hint = document.createElement("p");
    hint.className = "hint";
    hint.textContent = words["drop"];
    list.before(hint);
  }
  const say = announcer(zone);

  function show(): void {
    message.textContent = "";
    list.replaceChildren(
      ...[...(input?.files ?? [])].map((file) => {
        const item = document.createElement("li");
        const name = document.createElement("span");
        name.textContent = file.name;
        const much = document.createElement("span");
        much.textContent = size(file.size, lang);
        item.append(name, much);
        if (file.size > limit) {
          item.className = "is-wrong";
          name.textContent = fill(words["tooBig"] ?? "{name}", { name: file.name, limit: size(limit, lang) });
        }
        return item;
      }),
    );
  }
  input.addEventListener("change", show);

  let over = 0;
  zone.addEventListener("dragenter", (event) => {
    event.preventDefault();
    over += 1;
    zone.classList.add("is-over");
  });
  zone.addEventListener("dragover", (event) => event.preventDefault());
  zone.addEventListener("dragleave", () => {
    over -= 1;
    if (over === 0) zone.classList.remove("is-over");
  });
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over = 0;
    zone.classList.remove("is-over");
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length === 0) return;
    const all = new DataTransfer();
    for (const file of input.multiple ? merge([...(input.files ?? [])], dropped) : dropped.slice(0, 1)) all.items.add(file);
    input.files = all.files;
    show();
  });

  form.addEventListener("submit", (event) => {
    if (!input.files?.length) return;
    event.preventDefault();
    const button = event.submitter;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("accept", "application/json");
    const busy = (on: boolean): void => {
      bar.hidden = !on;
      form.setAttribute("aria-busy", String(on));
      for (const one of form.querySelectorAll("button")) one.disabled = on;
    };
    const fail = (text: string): void => {
      busy(false);
      message.textContent = text;
    };
    let told = -1;
    request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
      if (!lengthComputable) return;
      bar.value = sent(loaded, total);
      const sentence = fill(words["sending"] ?? "", { percent: bar.value });
      bar.setAttribute("aria-label", sentence);
      if (bar.value >= told + 25 || bar.value === 100) {
        told = bar.value;
        say(sentence);
      }
    });
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) {
        window.location.assign(destination(request.responseText) ?? request.responseURL);
      } else {
        fail(refusal(request.responseText) ?? fill(words["refused"] ?? "{status}", { status: request.status }));
      }
    });
    for (const kind of ["error", "timeout", "abort"]) request.addEventListener(kind, () => fail(words["lost"] ?? ""));
    const data = new FormData(form, button);
    message.textContent = "";
    bar.value = 0;
    busy(true);
    request.send(data);
  });

  // A page that comes back from the browser's memory still has its choice.
  show();
}
