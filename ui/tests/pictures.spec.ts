// Takes the pictures that README and handbook show, over a fresh demo: `cargo xtask pictures`.
import { expect, test } from "@playwright/test";

const FOLDER = "../docs/src/images";

test.use({ viewport: { width: 1280, height: 860 } });

test("pictures of the main pages", async ({ page }) => {
  test.setTimeout(180_000);
  // The demo's audits are read while the visitor looks; a picture waits for all of them.
  await page.goto("/audits");
  await expect(async () => {
    await page.reload();
    await expect(page.locator("li.work-row[data-is=queued], li.work-row[data-is=reading]")).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 120_000 });
  const review = await page.locator("li.work-row[data-is=read] .badge-tint").first().locator("xpath=ancestor::li").getByRole("link", { name: "Review" }).getAttribute("href");

  await page.goto("/facilities?sort=union");
  await page.screenshot({ path: `${FOLDER}/list.png` });
  const facility = page.locator("main table tbody tr").filter({ hasText: "Contested" }).first().getByRole("link");
  const address = await facility.getAttribute("href");

  await page.goto("/facilities/map");
  await expect(page.locator("[data-map-ready]")).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${FOLDER}/map.png` });

  await page.goto(address ?? "");
  await page.screenshot({ path: `${FOLDER}/facility.png` });

  await page.goto(review ?? "");
  await page.screenshot({ path: `${FOLDER}/review.png` });

  await page.goto("/countries/BD");
  await page.screenshot({ path: `${FOLDER}/country.png` });
});
