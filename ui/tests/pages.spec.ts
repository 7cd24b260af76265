// Follows the links from the start page and looks at every kind of page it finds, in light and
// dark. A new page is looked at as soon as a link leads to it.
import { expect, test } from "@playwright/test";
import { complaints, expectGoodPage } from "./look";

// How many pages of one kind (the same address but for identifiers and query) are looked at.
const PER_KIND = 2;

// Files to take away and descriptions for programs are no pages.
const NO_PAGE = /\.(xlsx|csv|json|pdf)\b|format=|^\/(api|metrics|health|assets)\b|\/(file|original|download|export)\b/;

// The kind of page behind an address.
function kind(url: URL): string {
  const parts = url.pathname.split("/").map((part) => (/^[0-9a-f-]{32,36}$/.test(part) ? "ID" : /^[a-z]{2}$/i.test(part) ? "CODE" : part));
  return parts.join("/") + [...url.searchParams.keys()].sort().filter((key, at, all) => all.indexOf(key) === at).join("&");
}

test("every page is accessible, fits the screen and loads without a complaint", async ({ page, javaScriptEnabled, isMobile }, info) => {
  test.setTimeout(900_000);
  const found = complaints(page);
  const waiting = ["/facilities", "/api"];
  const looked = new Map<string, number>();
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const what = kind(new URL(path, "http://localhost"));
    if ((looked.get(what) ?? 0) >= PER_KIND) continue;
    looked.set(what, (looked.get(what) ?? 0) + 1);
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect(answer?.headers()["content-type"], path).toContain("text/html");
    await test.step(path, async () => {
      await page.emulateMedia({ colorScheme: "light" });
      await expectGoodPage(page);
      if (javaScriptEnabled !== false && !isMobile) {
        await page.emulateMedia({ colorScheme: "dark" });
        await expectGoodPage(page);
      }
    });
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).getAttribute("href") ?? ""));
    for (const link of links) {
      const url = new URL(link, page.url());
      const next = url.pathname + url.search;
      if (url.origin !== new URL(page.url()).origin || seen.has(next) || NO_PAGE.test(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  info.annotations.push({ type: "pages", description: `${looked.size} kinds of page: ${[...looked.keys()].join(" ")}` });
  expect(found).toEqual([]);
  // If the way from page to page broke, few would be found and all would seem well.
  expect(looked.size).toBeGreaterThan(10);
});

test("a visitor who is not signed in sees the sign-in page and nothing else", async ({ browser }) => {
  const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await stranger.newPage();
  await page.goto("/facilities");
  await expect(page).toHaveURL(/\/sign-in/);
  await expectGoodPage(page);
  await page.goto("/no/such/page");
  await expect(page.locator("h1")).toHaveCount(1);
  await stranger.close();
});
