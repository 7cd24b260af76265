// What every page must pass, whatever it shows.
import { type Page, expect, test } from "@playwright/test";
import axe from "axe-core";

// No violation found by axe, one h1, and nothing wider than the screen.
export async function expectGoodPage(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${page.url()} is wider than the screen by so many px`).toBeLessThanOrEqual(0);
  // axe is a script itself; the same pages are judged with script in the other projects.
  if (test.info().project.use.javaScriptEnabled === false) return;
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
  });
  expect(found, page.url()).toEqual([]);
}

// Collects what the browser complains about: script errors, blocked resources, missing files.
export function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") found.push(message.text());
  });
  return found;
}
