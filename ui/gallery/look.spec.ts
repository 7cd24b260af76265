// Every page of the gallery at three widths in both themes: a picture to look at, no axe violation,
// nothing blocked by the content security policy, nothing wider than the screen.
import { expect, test } from "@playwright/test";
import { complaints, expectGoodPage } from "../tests/look";
import { type Gallery, serve } from "./serve";

let gallery: Gallery;
test.beforeAll(async () => {
  gallery = await serve();
});
test.afterAll(() => gallery.stop());

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390, 320]) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: width > 1000 ? 980 : 800 } });
      for (const name of ["facility", "list", "form", "parts", "review", "map", "sign-in", "rtl"]) {
        test(name, async ({ page }) => {
          const found = complaints(page);
          await page.goto(`${gallery.address}${name}.html`);
          if (name === "map") await page.locator("[data-map-ready]").waitFor({ timeout: 30_000 });
          else await page.waitForLoadState("networkidle");
          await page.screenshot({ path: `gallery/shots/${name}-${width}-${colorScheme}.png`, fullPage: name !== "map" });
          await expectGoodPage(page);
          expect(found).toEqual([]);
        });
      }
    });
  }
}

test("without script everything is there, the filters and the menu too", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${gallery.address}list.html`);
  await page.locator(".filters > summary").click();
  await expect(page.getByRole("button", { name: "Show" })).toBeVisible();
  await page.getByText("Menu").click();
  await expect(page.getByRole("link", { name: "Countries" })).toBeVisible();
  await page.goto(`${gallery.address}map.html`);
  await expect(page.getByText("The list that stands in for the map.")).toBeVisible();
  await page.goto(`${gallery.address}facility.html`);
  await page.locator("#union details.mark > summary").first().click();
  await expect(page.locator("#union .evidence").first()).toBeVisible();
  await context.close();
});
