import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import packed from "@sparticuz/chromium";
import { scratch } from "@holdpoint/testkit";
import type { RunResult } from "@holdpoint/release";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { HOSTILE, hostileRun } from "../fixture/hostile.ts";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { renderHtml } from "./render.ts";

/** One process and no web security would change what is tested; so they are left out. */
const ARGUMENTS_LEFT_OUT = new Set(["--single-process", "--disable-web-security", "--allow-running-insecure-content"]);

let browser: Browser;

before(async () => {
  const args = packed.args.filter((argument) => !ARGUMENTS_LEFT_OUT.has(argument));
  browser = await chromium.launch({ executablePath: await packed.executablePath(), args: [...args, "--no-sandbox"] });
});

after(async () => browser.close());

/** Opens the page from a file, offline, and fails the test for any message, error, dialog or request of it. */
async function open(
  context: { after(end: () => void): void },
  run: RunResult,
  options: BrowserContextOptions = {},
  hash: string = "",
): Promise<{ page: Page; end(): Promise<void> }> {
  const folder = scratch(context, { "report.html": renderHtml(run) });
  const session = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  await session.setOffline(true);
  const page = await session.newPage();
  const trouble: string[] = [];
  const address = pathToFileURL(join(folder, "report.html")).href;
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("dialog", (dialog) => trouble.push(`dialog ${dialog.message()}`));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) trouble.push(`request ${request.url()}`);
  });
  await page.goto(address + hash);
  return {
    page,
    end: async () => {
      await session.close();
      assert.deepEqual(trouble, []);
    },
  };
}

function visibleChecks(page: Page): Promise<string[]> {
  return page.locator(".gate li[data-outcome]:visible .name").allTextContents();
}

test("the verdict is the page's heading, and its parts are landmarks with names", async (context) => {
  for (const [run, verdict] of [
    [HELD, "HOLD"],
    [PROMOTED, "PROMOTE"],
  ] as const) {
    const { page, end } = await open(context, run);
    await page.getByRole("heading", { level: 1, name: `${verdict} ledger-service` }).waitFor();
    for (const role of ["banner", "main", "contentinfo", "search"] as const)
      assert.equal(await page.getByRole(role).count(), 1);
    await page.getByRole("navigation", { name: "Parts of this report" }).waitFor();
    const tree = await page.locator("body").ariaSnapshot();
    assert.match(tree, /- radio "all \d+" \[checked\]/);
    assert.doesNotMatch(tree, /^\s*- (?:link|button|radio|searchbox|textbox|table|region)(?: \[[^\]]*\])*:?$/m);
    await end();
  }
});

test("the filter shows what was asked for and counts it", async (context) => {
  const { page, end } = await open(context, HELD);
  const status = page.getByRole("status");
  assert.equal(await status.textContent(), "14 of 14 checks shown");
  await page.getByRole("radio", { name: "fail 3" }).check({ force: true });
  assert.deepEqual(await visibleChecks(page), ["clean-tree", "no-failed-tests", "files-short"]);
  await page.getByRole("searchbox", { name: "Words in a check" }).fill("TESTS failed");
  assert.deepEqual(await visibleChecks(page), ["no-failed-tests"]);
  assert.equal(await status.textContent(), "1 of 14 checks shown");
  assert.equal(await page.locator(".gate:visible").count(), 1);
  await page.getByRole("searchbox").fill("nothing says this");
  assert.equal(await status.textContent(), "0 of 14 checks shown");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("radio", { name: /^not passed/ }).check({ force: true });
  assert.equal((await visibleChecks(page)).length, 11);
  await end();
});

test("all of it works by keyboard", async (context) => {
  const { page, end } = await open(context, HELD);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate("document.activeElement.textContent"), "Go to the reasons");
  await page.getByRole("radio", { name: "all 14" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getByRole("status").textContent(), "11 of 14 checks shown");
  const details = page.locator("#check-2-2 details");
  await details.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await details.getAttribute("open"), "");
  await page.getByText("Run the named tests alone").last().waitFor({ state: "visible" });
  await page.keyboard.press("Space");
  assert.equal(await details.getAttribute("open"), null);
  await end();
});

test("a reason leads to its check and opens it, also past a filter and from outside", async (context) => {
  const { page, end } = await open(context, HELD);
  await page.getByRole("radio", { name: "pass 3" }).check({ force: true });
  await page.getByRole("link", { name: "tests / no-failed-tests" }).click();
  await page.locator("#check-2-2 .inside").waitFor({ state: "visible" });
  await end();
  const direct = await open(context, HELD, {}, "#check-2-2");
  await direct.page.locator("#check-2-2 .inside").waitFor({ state: "visible" });
  await direct.end();
});

test("open all and close all mean the checks that are shown", async (context) => {
  const { page, end } = await open(context, HELD);
  await page.getByRole("radio", { name: "fail 3" }).check({ force: true });
  await page.getByRole("button", { name: "Open all" }).click();
  assert.equal(await page.locator("details[open]").count(), 3);
  await page.getByRole("button", { name: "Close all" }).click();
  assert.equal(await page.locator("details[open]").count(), 0);
  await end();
});

test("nothing runs off the side of a phone or of a desk", async (context) => {
  for (const run of [HELD, PROMOTED, hostileRun("unbroken".repeat(40)), hostileRun("漢字🙂é ".repeat(40))]) {
    const { page, end } = await open(context, run);
    await page.getByRole("button", { name: "Open all" }).click();
    for (const width of [320, 375, 768, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width, `${width}`);
    }
    await end();
  }
});

test("the page follows the reader's scheme", async (context) => {
  for (const [colorScheme, ground] of [
    ["light", "rgb(246, 245, 241)"],
    ["dark", "rgb(19, 22, 26)"],
  ] as const) {
    const { page, end } = await open(context, HELD, { colorScheme });
    assert.equal(await page.evaluate("getComputedStyle(document.body).backgroundColor"), ground);
    await end();
  }
});

test("without its script everything can still be read", async (context) => {
  const { page, end } = await open(context, HELD, { javaScriptEnabled: false });
  assert.equal(await page.getByRole("search").count(), 0);
  assert.equal((await visibleChecks(page)).length, 14);
  await page.locator("#check-1-1 summary").click();
  assert.ok(await page.locator("#check-1-1 .inside").isVisible());
  await end();
});

test("hostile text stays text", async (context) => {
  for (const text of HOSTILE) {
    const { page, end } = await open(context, hostileRun(text));
    const counts = await page.evaluate("[document.scripts.length, document.images.length, document.links.length > 5]");
    assert.deepEqual(counts, [1, 0, true]);
    await end();
  }
});

test("on paper every check is open and the controls are gone", async (context) => {
  const { page, end } = await open(context, HELD);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("search").count(), 0);
  assert.equal(await page.locator(".inside:visible").count(), 14);
  await end();
});
