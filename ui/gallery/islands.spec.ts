// What the islands do for a reader, in a real browser under the product's content security policy.
import { type Page, expect, test } from "@playwright/test";
import { type Answer, type Gallery, serve } from "./serve";

let gallery: Gallery;
let answer: Answer;
test.beforeAll(async () => {
  gallery = await serve((request, response) => answer(request, response));
});
test.beforeEach(() => {
  answer = () => false;
});
test.afterAll(() => gallery.stop());

const json =
  (path: string, body: () => unknown): Answer =>
  (request, response) => {
    if (!request.url?.includes(path)) return false;
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body()));
    return true;
  };

/** Answers each form that is sent, after its body has come. */
const onPost =
  (reply: (response: Parameters<Answer>[1], body: string) => void): Answer =>
  (request, response) => {
    if (request.method !== "POST") return false;
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("latin1")));
    request.on("end", () => reply(response, body));
    return true;
  };

test.describe("map", () => {
  const ready = async (page: Page): Promise<void> => {
    await page.goto(`${gallery.address}map.html`);
    await page.locator("[data-map-ready]").waitFor({ timeout: 45_000 });
  };

  test("lists what is in view, and follows the keyboard", async ({ page }) => {
    await ready(page);
    await expect(page.getByText("60 of 60 facilities in view.")).toBeVisible();
    await expect(page.locator(".map-list li")).toHaveCount(60);
    await page.locator(".maplibregl-canvas").focus();
    for (let times = 0; times < 4; times += 1) {
      await page.keyboard.press("Equal");
      await page.waitForTimeout(600);
    }
    await expect(page.getByText("60 of 60 facilities in view.")).toBeHidden();
    await expect(page.locator("[data-fallback]")).toBeHidden();
  });

  test("opens a mark with the facility's name, standing and page", async ({ page }) => {
    answer = json("facilities.json", () => ({
      features: [{ type: "Feature", geometry: { type: "Point", coordinates: [90.4, 23.9] }, properties: { id: 1, name: "Fictional Knit", country: "Bangladesh", standing: "contested", url: "facility.html" } }],
    }));
    await ready(page);
    const box = await page.locator(".map-canvas").boundingBox();
    if (!box) throw new Error("The map has no place on the page.");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const card = page.locator(".maplibregl-popup");
    await expect(card.getByRole("link", { name: "Fictional Knit", exact: true })).toHaveAttribute("href", /facility\.html$/);
    await expect(card.getByText("Contested")).toBeVisible();
  });

  test("draws a hundred thousand facilities", async ({ page }) => {
    answer = json("facilities.json", () => ({
      features: Array.from({ length: 100_000 }, (_, at) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [60 + ((at * 7919) % 50_000) / 1000, 5 + ((at * 104_729) % 30_000) / 1000] },
        properties: { id: at, name: `Fictional ${at}`, country: "", standing: "unknown", url: `/facilities/${at}` },
      })),
    }));
    await ready(page);
    await expect(page.getByText("100,000 of 100,000 facilities in view. Zoom in to list them.")).toBeVisible();
  });

  test("leaves the list when the facilities do not come, and says so", async ({ page }) => {
    answer = (request, response) => {
      if (!request.url?.includes("facilities.json")) return false;
      response.writeHead(500).end();
      return true;
    };
    await page.goto(`${gallery.address}map.html`);
    await expect(page.getByText("The map could not be drawn.")).toBeVisible();
    await expect(page.locator("[data-fallback]")).toBeVisible();
  });
});

test.describe("review", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(`${gallery.address}review.html`);
    await expect(page.locator("[data-keys]")).toBeVisible();
  });

  test("lights up a quote with its proposal, from either side", async ({ page }) => {
    await page.locator("#quote-2").click();
    await expect(page.locator("#proposal-2")).toHaveClass(/is-current/);
    await page.locator("#proposal-3").click();
    await expect(page.locator("#quote-3")).toHaveClass(/is-current/);
    await expect(page.locator("#quote-3")).toBeInViewport();
    await expect(page.locator("#quote-2")).not.toHaveClass(/is-current/);
  });

  test("means the inner of two quotes that lie within each other", async ({ page }) => {
    await page.locator("#quote-4").click();
    await expect(page.locator("#proposal-4")).toHaveClass(/is-current/);
    await expect(page.locator("#proposal-3")).not.toHaveClass(/is-current/);
  });

  test("decides by keyboard and goes on with the next that is open", async ({ page }) => {
    let sent = "";
    answer = onPost((response, body) => {
      sent = body;
      response.writeHead(303, { location: "/gallery/review.html" }).end();
    });
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(page.locator("#proposal-1")).toHaveClass(/is-current/);
    await page.keyboard.press("r");
    await expect(page.locator("#proposal-2")).toHaveClass(/is-current/);
    expect(sent).toContain("decision=reject");
  });

  test("leaves the keys to the browser when they are switched off", async ({ page }) => {
    await page.locator("[data-keys-on]").uncheck();
    await page.keyboard.press("j");
    await expect(page.locator(".proposal.is-current")).toHaveCount(0);
  });
});

test("progress follows each row to its end, says so, and then stops asking", async ({ page }) => {
  let asked = 0;
  answer = json("progress.json", () => {
    asked += 1;
    const done = asked > 1;
    return {
      rows: [
        { id: 1, state: done ? "done" : "reading", state_text: done ? "Read: 9 answers" : "Reading page 9 of 12", percent: done ? 100 : 75 },
        { id: 2, state: "done", state_text: "Read", percent: 100 },
        { id: 3, state: "failed", state_text: "Failed", percent: null },
      ],
    };
  });
  await page.goto(`${gallery.address}parts.html`);
  const row = page.locator("[data-row='1']");
  await expect(row.locator("[data-state]")).toHaveText("Reading page 9 of 12");
  await expect(row.locator("progress")).toHaveAttribute("value", "75");
  await expect(row.locator("[data-state]")).toHaveText("Read: 9 answers");
  await expect(row.locator("progress")).toBeHidden();
  await expect(page.getByRole("status").filter({ hasText: "meghna-knit-2026-05-12.pdf: Read: 9 answers" })).toBeAttached();
  const then = asked;
  await page.waitForTimeout(2_500);
  expect(asked).toBe(then);
});

test.describe("upload", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(`${gallery.address}parts.html`);
    await expect(page.getByText("or drop files here")).toBeVisible();
    await page.setInputFiles("#files", [
      { name: "audit.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(5_000) },
      { name: "large.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(2_000_000) },
    ]);
  });
  const send = (page: Page): Promise<void> => page.getByRole("button", { name: "Read these files" }).click();

  test("shows what is chosen and warns of a file that is too large", async ({ page }) => {
    await expect(page.locator(".files li")).toHaveText([/audit\.pdf5 kB/, /large\.pdf is larger than 1 MB/]);
  });

  test("goes where the server leads", async ({ page }) => {
    answer = onPost((response) => response.writeHead(303, { location: "/gallery/list.html" }).end());
    await send(page);
    await page.waitForURL(/list\.html$/);
  });

  test("says that the connection was lost and keeps the choice", async ({ page }) => {
    answer = (request) => {
      if (request.method !== "POST") return false;
      request.socket.destroy();
      return true;
    };
    await send(page);
    await expect(page.getByRole("alert").filter({ hasText: "The connection was lost." })).toBeVisible();
    await expect(page.locator(".files li")).toHaveCount(2);
    answer = onPost((response) => response.writeHead(303, { location: "/gallery/list.html" }).end());
    await send(page);
    await page.waitForURL(/list\.html$/);
  });

  test("passes on why the server refused", async ({ page }) => {
    answer = onPost((response) => response.writeHead(415, { "content-type": "application/problem+json" }).end('{"title":"Not read","detail":"tool.exe is not a document."}'));
    await send(page);
    await expect(page.getByRole("alert").filter({ hasText: "tool.exe is not a document." })).toBeVisible();
  });
});

test("filters show the list at once, with a short address, and keep the reader's place", async ({ page }) => {
  await page.goto(`${gallery.address}list.html`);
  await page.getByLabel("Union").selectOption("Contested");
  await page.waitForURL(/list\.html\?q=knit&union=Contested$/);
  await expect(page.getByLabel("Union")).toBeFocused();
});

test("what was typed is back after the page was lost, and gone once the server has it", async ({ page }) => {
  await page.goto(`${gallery.address}form.html`);
  await page.getByLabel("What was said").fill("We have had a union since 2024.");
  await page.waitForTimeout(500);
  await page.goto(`${gallery.address}list.html`);
  await page.goto(`${gallery.address}form.html`);
  await expect(page.getByLabel("What was said")).toHaveValue("We have had a union since 2024.");
  await expect(page.getByText("What you typed before is back.")).toBeVisible();
  await page.goto(`${gallery.address}kept-clear.html`);
  await page.goto(`${gallery.address}form.html`);
  await expect(page.getByLabel("What was said")).toHaveValue("");
});

test("one quote is open at a time, and Escape closes it and gives the focus back", async ({ page }) => {
  await page.goto(`${gallery.address}facility.html`);
  const marks = page.locator("#union details.mark > summary");
  await marks.nth(3).click();
  await marks.nth(0).click();
  await expect(page.locator("details.mark[open]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator("details.mark[open]")).toHaveCount(0);
  await expect(marks.nth(0)).toBeFocused();
});
