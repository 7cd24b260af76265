// What a programme officer does, step by step, in the demo programme: see what is known, add what
// was heard, import a list, hand in audits, review what the machine read, take it all away.
import { readFileSync } from "node:fs";
import { type Page, expect, test } from "@playwright/test";
import { expectGoodPage } from "./look";

const DEMO = new URL("../../demo/", import.meta.url);

// A phone shows the filters folded, so does a desktop until one is set.
async function openFilters(page: Page): Promise<void> {
  const filters = page.locator("details.filters");
  if ((await filters.getAttribute("open")) === null) await filters.locator("summary").click();
}

async function show(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show", exact: true }).click();
}

test("the list is filtered, sorted and leads to a facility", async ({ page }) => {
  await page.goto("/facilities");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Facilities");
  await openFilters(page);
  await page.getByLabel("Country", { exact: true }).selectOption({ label: "Bangladesh" });
  await page.getByLabel("Trade union", { exact: true }).selectOption({ label: "Verified: yes" });
  await show(page);
  await expect(page).toHaveURL(/country=BD/);
  const rows = page.locator("main table tbody tr");
  expect(await rows.count()).toBeGreaterThan(0);
  for (const row of await rows.all()) {
    await expect(row).toContainText("Bangladesh");
    await expect(row.locator("td[data-label='Trade union']")).toHaveText("Verified: yes");
  }
  await expectGoodPage(page);
  const first = rows.first().getByRole("link");
  const name = (await first.innerText()).trim();
  await first.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByRole("heading", { name: "What we know, and from whom" })).toBeVisible();
  await expectGoodPage(page);
});

test("a filter that nothing matches says what to do", async ({ page }) => {
  await page.goto("/facilities?q=no-such-facility-anywhere");
  await expect(page.locator("main table")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Clear the filters" }).last()).toBeVisible();
  await expectGoodPage(page);
});

test("the map shows the facilities, and a table stands in for it without script", async ({ page, javaScriptEnabled }) => {
  await page.goto("/facilities/map");
  if (javaScriptEnabled === false) {
    await expect(page.locator("main table tbody tr").first()).toBeVisible();
  } else {
    await expect(page.locator("[data-map-ready]")).toBeVisible({ timeout: 30_000 });
    await expect(page.locator("main canvas").first()).toBeVisible();
  }
  await expectGoodPage(page);
});

test("a country page gives dated facts with their sources", async ({ page }) => {
  await page.goto("/countries");
  await page.getByRole("link", { name: "Bangladesh" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bangladesh");
  expect(await page.locator("ul.dated li").count()).toBeGreaterThan(3);
  await expectGoodPage(page);
});

test("an answer from a union call changes what is known at once", async ({ page }) => {
  await page.goto("/facilities");
  const place = page.locator("main table tbody tr").filter({ has: page.locator("td[data-label='Trade union']", { hasText: "Unknown" }) });
  await place.first().getByRole("link").click();
  await page.getByRole("link", { name: "Add evidence" }).first().click();
  await page.getByLabel("Which question was answered?").selectOption("union.present");
  await page.getByRole("button", { name: "Continue" }).click();

  // Left empty, the form says what is missing and keeps what was typed.
  await page.getByLabel("What was heard or seen").fill("The branch secretary told us on the phone.");
  await page.getByRole("button", { name: "Add an answer" }).click();
  await expect(page.getByText("Say how they answered.").first()).toBeVisible();
  await expect(page.getByLabel("What was heard or seen")).toHaveValue("The branch secretary told us on the phone.");
  await expectGoodPage(page);

  await page.getByRole("radio", { name: "With an answer" }).check();
  await page.getByRole("radio", { name: "Yes", exact: true }).check();
  await page.getByLabel("Who said it?").selectOption("union");
  await page.getByLabel("Name of the organisation or document").fill("Example Garment Union");
  await page.getByLabel("On which day?").fill("2026-11-20");
  await page.getByRole("button", { name: "Add an answer" }).click();

  await expect(page.getByRole("status")).toBeVisible();
  await expect(page.locator("a.glance").first()).toContainText("Verified");
  await expectGoodPage(page);
});

test("every page is JSON at the same address", async ({ request }) => {
  const answer = await request.get("/facilities?country=BD", { headers: { accept: "application/json" } });
  expect(answer.status()).toBe(200);
  const list = (await answer.json()) as { total: number; rows: { name: string; country: string }[] };
  expect(list.rows.length).toBeGreaterThan(0);
  expect(list.rows.every((row) => row.country === "BD")).toBe(true);
});
