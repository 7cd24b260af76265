// The browser tests. `cargo xtask test browser` starts a server for each project and sets the
// variables; a browser is never downloaded, Chromium is the one that is installed.
import { defineConfig } from "@playwright/test";

const PICTURES = "pictures.spec.ts";
const desktop = { viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: "tests",
  outputDir: "tests/results/output",
  globalSetup: "./tests/sign-in.ts",
  reporter: [["list"]],
  // One after the other: the tests share one server, and later ones build on earlier ones.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env["AMPLIFY_ADDRESS"] ?? "http://127.0.0.1:8080",
    storageState: "tests/results/session.json",
    locale: "en",
    reducedMotion: "reduce",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["AMPLIFY_CHROMIUM"] ?? "/usr/bin/chromium",
      // Root may not use the sandbox; the rest keeps Chromium from calling home and draws maps without a graphics card.
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
      ],
    },
  },
  projects: [
    { name: "desktop", use: desktop, testIgnore: PICTURES },
    { name: "phone", testIgnore: PICTURES, use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
    { name: "without-script", testIgnore: PICTURES, use: { ...desktop, javaScriptEnabled: false } },
    { name: "pictures", testMatch: PICTURES },
  ],
});
