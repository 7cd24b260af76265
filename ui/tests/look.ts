// What every page must pass, whatever it shows.
import { type Page, expect } from "@playwright/test";
import axe from "axe-core";

// No violation found by axe, one h1, and nothing wider than the screen.
export async function expectGoodPage(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [
      ...violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`),
      ...(over > 0 ? [`${over} px wider than the screen`] : []),
    ];
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
