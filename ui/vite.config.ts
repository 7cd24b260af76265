import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vitest/config";

// The server answers for everything under /assets/ from the files of dist/.
// Nothing is inlined into CSS or script as data: addresses, because the
// content security policy allows fonts and workers from the own origin only.
export default defineConfig(({ command }) => ({
  base: command === "build" ? "/assets/" : "/",
  plugins: [tailwindcss()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    manifest: true,
    assetsDir: "",
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    // The map library is one piece of about a megabyte, loaded only by pages with a map.
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: ["src/main.ts", "src/styles/app.css"],
      // A worker named .mjs is refused where a proxy does not know that ending as script.
      output: { assetFileNames: ({ names }) => (names[0]?.endsWith(".mjs") ? "[name]-[hash].js" : "[name]-[hash][extname]") },
    },
  },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
}));
