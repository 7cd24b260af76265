// Looks at the gallery: no server of ours is needed, only a build of ui/ and an installed Chromium.
import { defineConfig } from "@playwright/test";
import product from "../playwright.config";

const { launchOptions, screenshot, trace } = product.use ?? {};

export default defineConfig({
  testDir: ".",
  outputDir: "shots/failures",
  reporter: [["list"]],
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { viewport: { width: 1440, height: 980 }, reducedMotion: "reduce", locale: "en", ...(launchOptions && { launchOptions }), ...(screenshot && { screenshot }), ...(trace && { trace }) },
});
