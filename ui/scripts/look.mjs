// Looks at the built gallery as a visitor would: takes a picture of each page at three widths in both
// themes, runs axe, and fails on a violation, a blocked resource, a script error, or a page wider than
// the screen.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import axe from "axe-core";
import { root, serve } from "./serve.mjs";

const shots = join(root, "gallery/shots");
const { address, stop } = await serve();
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
      await page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`), fullPage: name !== "map" });
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
stop();
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages x 3 widths x 2 themes, ${faults.length} faults; pictures in gallery/shots`);
process.exitCode = faults.length ? 1 : 0;
