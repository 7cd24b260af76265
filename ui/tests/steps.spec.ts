// What a programme officer does, step by step, in the demo programme: see what is known, add what
// was heard, import a list, hand in audits, review what the machine read, take it all away.
import { type Page, expect, test } from "@playwright/test";
import { expectGoodPage } from "./look";

// A phone shows the filters folded until one is set.
async function openFilters(page: Page): Promise<void> {
  const summary = page.locator("details.filters summary");
  if (await summary.isVisible()) await summary.click();
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
  await expect(page.getByRole("link", { name: "Choose who said it." })).toBeVisible();
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

test("a supplier list is matched, looked at and imported, and updates the second time", async ({ page }, info) => {
  test.setTimeout(180_000);
  const mark = info.project.name;
  const list = [
    "Factory;Street and town;Country;Workers;Our buyer",
    `Import Mill First ${mark};1 Spindle Road, Gazipur;Bangladesh;1200;Ada`,
    `Import Mill Second ${mark};2 Spindle Road, Izmir;Türkiye;340;Bo`,
    `Import Mill Third ${mark};3 Spindle Road;Atlantis;90;Cy`,
  ].join("\r\n");
  const file = { name: `suppliers-${mark}.csv`, mimeType: "text/csv", buffer: Buffer.from(list) };

  for (const [added, unchanged] of [[2, 0], [0, 2]]) {
    await page.goto("/lists/new");
    await page.getByRole("radio", { name: "Tidewrack Clothing" }).check();
    await page.getByLabel("The supplier list").setInputFiles(file);
    await expectGoodPage(page);
    await page.getByRole("button", { name: "Upload and look" }).click();

    // Each column says which field it is; the row that cannot be used says why.
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(file.name);
    await page.getByLabel(/Field of column B/).selectOption({ label: "Address" });
    await page.getByRole("button", { name: "Look again" }).click();
    const problem = page.locator("#problems tbody tr").filter({ hasText: "Atlantis" });
    await expect(problem).toContainText("4");
    await expectGoodPage(page);

    await page.getByRole("button", { name: /^Import/ }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.locator("#result ~ .grid-4 .glance-value")).toHaveText([`${added}`, "0", `${unchanged}`, "1"], { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await expectGoodPage(page);
  }

  await page.goto(`/facilities?q=${encodeURIComponent(`Import Mill First ${mark}`)}`);
  await expect(page.locator("main table tbody tr")).toHaveCount(1);
  await page.goto("/lists");
  await expect(page.getByRole("link", { name: file.name }).first()).toBeVisible();
  await expectGoodPage(page);
});

test("a list that cannot be read says so and nothing is imported", async ({ page }) => {
  await page.goto("/lists/new");
  await page.getByRole("radio", { name: "Tidewrack Clothing" }).check();
  await page.getByLabel("The supplier list").setInputFiles({ name: "list.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 cut off") });
  await page.getByRole("button", { name: "Upload and look" }).click();
  await expect(page.locator("main .error, main [role=alert], main #trouble").first()).toBeVisible();
  await expectGoodPage(page);
});

const REPORT = `SOCIAL AUDIT REPORT

Site audited: a fictional knitwear factory
Audit date: 12 October 2026
The audit was announced. 2 auditor days.

Freedom of association and collective bargaining

A trade union, the Example Garment Workers Union, is active at the site and has 120 members.
A worker committee exists; its members were elected by secret ballot in March 2026.
No collective bargaining agreement is in force at this factory.
Workers can raise grievances through a suggestion box and a hotline; the grievance procedure is written.
25 workers were interviewed individually on site. No union representative was interviewed.
`;

test("audit files are handed in, read by the machine and reviewed by a person", async ({ page }, info) => {
  test.setTimeout(180_000);
  await page.goto("/facilities?q=&sort=-name");
  const place = page.locator("main table tbody tr").first().getByRole("link");
  const facility = (await place.innerText()).trim();
  await place.click();
  const home = page.url();
  await page.getByRole("link", { name: "Upload an audit" }).first().click();
  const name = `report-${info.project.name}.txt`;
  await page.getByLabel("Choose the files").setInputFiles([
    { name, mimeType: "text/plain", buffer: Buffer.from(`${REPORT}\nCopy for ${info.project.name}.\n`) },
    { name: `empty-${info.project.name}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.4\nnothing follows, ${info.project.name}`) },
  ]);
  await expectGoodPage(page);
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page).toHaveURL(/\/audits(\?.*)?$/);

  // One is read; the broken one says what is wrong with it.
  const row = page.locator("li.work-row", { hasText: name });
  const broken = page.locator("li.work-row", { hasText: `empty-${info.project.name}` });
  await expect(async () => {
    await page.reload();
    await expect(row).toHaveAttribute("data-is", "read", { timeout: 500 });
    await expect(broken).toHaveAttribute("data-is", "failed", { timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await expect(broken).toContainText("damaged");
  await expectGoodPage(page);

  await row.getByRole("link", { name: "Review" }).click();
  await expect(page.locator("main")).toContainText(facility);
  await expect(page.locator(".doc mark").first()).toBeVisible();
  const proposals = page.locator("li.proposal");
  const open = await proposals.count();
  expect(open).toBeGreaterThan(3);
  // Every proposal stands on words of the document.
  for (const proposal of await proposals.all()) await expect(proposal.locator("blockquote").first()).toBeVisible();
  await expect(page.getByText("What this audit could not see")).toBeVisible();
  await expectGoodPage(page);

  await page.getByRole("button", { name: "Accept" }).first().click();
  await expect(page.getByText("Accepted by").first()).toBeVisible();
  await page.locator("li.proposal:not([data-decided])").first().getByRole("button", { name: "Reject" }).click();
  await expect(page.getByText("Rejected by").first()).toBeVisible();
  const third = page.locator("li.proposal:not([data-decided])").filter({ has: page.locator("select[name=value]") }).first();
  await third.getByText("Correct it").click();
  await third.getByRole("button", { name: "Save the correction" }).click();
  await expect(page.locator("li.proposal[data-decided]")).toHaveCount(3);
  await expectGoodPage(page);

  await page.goto(home);
  await expect(page.locator("main")).toContainText(name);
  await expectGoodPage(page);
});

test("the list of suppliers with and without representation is taken away", async ({ page, request }) => {
  await page.goto("/suppliers");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectGoodPage(page);
  for (const [ending, start] of [["xlsx", "PK"], ["csv", ""], ["json", ""]] as const) {
    const link = page.locator(`main a[href*="${ending}"]`).first();
    const answer = await request.get((await link.getAttribute("href")) ?? "");
    expect(answer.status(), ending).toBe(200);
    const body = await answer.body();
    expect(body.length, ending).toBeGreaterThan(1000);
    expect(body.subarray(0, start.length).toString("latin1"), ending).toBe(start);
  }
});
