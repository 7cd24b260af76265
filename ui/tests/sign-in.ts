// Signs in once, as a person does, and keeps the session for all tests.
import { chromium, type FullConfig } from "@playwright/test";

export default async function signIn(config: FullConfig): Promise<void> {
  const use = config.projects[0]!.use;
  const browser = await chromium.launch(use.launchOptions);
  const page = await browser.newPage({ baseURL: use.baseURL ?? "" });
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(process.env["AMPLIFY_EMAIL"] ?? "");
  await page.locator("input[name=password]").fill(process.env["AMPLIFY_PASSWORD"] ?? "");
  await page.locator("main form[method=post] button").first().click();
  await page.waitForURL("**/facilities");
  await page.context().storageState({ path: "tests/results/session.json" });
  await browser.close();
}
