// Serves the built gallery from loopback under the content security policy of the product.
import { readFileSync } from "node:fs";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";
const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Takes a request before the files do; says whether it did. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A running gallery. */
export interface Gallery {
  readonly address: string;
  stop(): void;
}

function built(page: string): string {
  const manifest = JSON.parse(readFileSync(join(root, "dist/.vite/manifest.json"), "utf8")) as Record<string, { file: string }>;
  const file = (source: string): string => `/assets/${manifest[source]?.file ?? ""}`;
  return page
    .replace("/src/styles/app.css", file("src/styles/app.css"))
    .replace("/src/main.ts", file("src/main.ts"))
    .replace("/favicon.svg", "/assets/favicon.svg");
}

/** Starts serving on a free port. */
export async function serve(answer: Answer = () => false): Promise<Gallery> {
  const server = createServer((request, response) => {
    if (answer(request, response)) return;
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    try {
      const file = readFileSync(path.startsWith("/assets/") ? join(root, "dist", path.slice("/assets/".length)) : join(root, path));
      const type = types[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "content-security-policy": policy });
      response.end(path.endsWith(".html") ? built(file.toString()) : file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/gallery/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
