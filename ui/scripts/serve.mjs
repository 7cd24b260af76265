// Serves the built gallery from loopback under the content security policy of the product.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));
const policy = "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

/** Starts serving; `answer` may take a request first. Gives the gallery's address and the way to stop. */
export async function serve(answer = () => false) {
  const manifest = JSON.parse(readFileSync(join(root, "dist/.vite/manifest.json"), "utf8"));
  const built = (page) =>
    page
      .replace("/src/styles/app.css", `/assets/${manifest["src/styles/app.css"].file}`)
      .replace("/src/main.ts", `/assets/${manifest["src/main.ts"].file}`)
      .replace("/favicon.svg", "/assets/favicon.svg");
  const server = createServer((request, response) => {
    if (answer(request, response)) return;
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    try {
      const file = readFileSync(path.startsWith("/assets/") ? join(root, "dist", path.slice("/assets/".length)) : join(root, path));
      const type = types[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(path.endsWith(".html") ? built(file.toString()) : file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}/gallery/`, stop: () => server.close() };
}
