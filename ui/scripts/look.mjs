// Looks at the built gallery as a visitor would: serves it from loopback under the content security
// policy of the product, takes a picture of each page at three widths in both themes, runs axe, and
// fails on a violation, a blocked resource, a script error, or a page wider than the screen.
import { createServer } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../", import.meta.url));
const shots = join(root, "gallery/shots");
const manifest = JSON.parse(readFileSync(join(root, "dist/.vite/manifest.json"), "utf8"));
const policy = "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  try {
    let body = readFileSync(path.startsWith("/assets/") ? join(root, "dist", path.slice(8)) : join(root, path));
    if (path.endsWith(".html")) {
      body = body.toString().replace("/src/styles/app.css", `/assets/${manifest["src/styles/app.css"].file}`).replace("/src/main.ts", `/assets/${manifest["src/main.ts"].file}`).replace("/favicon.svg", "/assets/favicon.svg");
    }
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream", "content-security-policy": policy }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}/gallery/`;
mkdirSync(shots, { recursive: true });

const wanted = process.argv.slice(2);
const pages = (wanted.length ? wanted : ["facility", "list", "form", "parts", "review", "map", "sign-in", "rtl"]);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"] });
const faults = [];
for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 390, 320]) {
    const context = await browser.newContext({ viewport: { width, height: width > 1000 ? 980 : 800 }, colorScheme, reducedMotion: "reduce" });
    for (const name of pages) {
      const page = await context.newPage();
      const where = `${name} ${width} ${colorScheme}`;
      page.on("pageerror", (error) => faults.push(`${where}: ${error.message}`));
      page.on("console", (message) => { if (message.type() === "error") faults.push(`${where}: ${message.text()}`); });
      await page.goto(`${address}${name}.html`, { waitUntil: name === "map" ? "load" : "networkidle" });
      if (name === "map") await page.waitForSelector("[data-map-ready]", { timeout: 20000 }).catch(() => faults.push(`${where}: the map did not come up`));
      await page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) faults.push(`${where}: ${over} px wider than the screen`);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      for (const { id, nodes } of violations) faults.push(`${where}: ${id}: ${nodes.slice(0, 4).map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
server.close();
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages x 3 widths x 2 themes, ${faults.length} faults; pictures in gallery/shots`);
process.exitCode = faults.length ? 1 : 0;
