import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import packed from "@sparticuz/chromium";
import { scratch } from "@holdpoint/testkit";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import type { LoadBody } from "@holdpoint/core";
import { loadBody, troubledBody } from "../../load/testing-load-body.ts";
import { renderLoadHtml } from "./load-page.ts";

/** One process and no web security would change what is tested; so they are left out. */
const ARGUMENTS_LEFT_OUT = new Set(["--single-process", "--disable-web-security", "--allow-running-insecure-content"]);

let browser: Browser;

before(async () => {
  const args = packed.args.filter((argument) => !ARGUMENTS_LEFT_OUT.has(argument));
  browser = await chromium.launch({ executablePath: await packed.executablePath(), args: [...args, "--no-sandbox"] });
});

after(async () => browser.close());

/** Opens the page from a file, offline, and fails the test for any message, error or request of it. */
async function open(
  context: { after(end: () => void): void },
  body: LoadBody,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; end(): Promise<void> }> {
  const outcome = body.validity === "valid" ? "pass" : "invalid";
  const folder = scratch(context, { "load.html": renderLoadHtml(body, { outcome, toolVersion: "1" }) });
  const session = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  await session.setOffline(true);
  const page = await session.newPage();
  const trouble: string[] = [];
  const address = pathToFileURL(join(folder, "load.html")).href;
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== address) trouble.push(`request ${request.url()}`);
  });
  await page.goto(address);
  return {
    page,
    end: async () => {
      await session.close();
      assert.deepEqual(trouble, []);
    },
  };
}

test("the outcome is the heading, charts have words, tables have names", async (context) => {
  const { page, end } = await open(context, loadBody(), { javaScriptEnabled: false });
  await page.getByRole("heading", { level: 1, name: "PASS http://127.0.0.1:8080/a" }).waitFor();
  for (const name of [/^Latency over time/, /^Rate over time/, /^How many took/])
    await page.getByRole("img", { name }).waitFor();
  for (const name of ["Objectives", "Percentiles of both clocks", "Windows", "Terms of the run"])
    await page.getByRole("table", { name }).waitFor();
  for (const role of ["banner", "main", "contentinfo"] as const) assert.equal(await page.getByRole(role).count(), 1);
  await end();
});

test("lines are drawn within their chart", async (context) => {
  const { page, end } = await open(context, loadBody());
  const outside = await page.evaluate<number>(`[...document.querySelectorAll(".plot")].flatMap((plot) => {
    const box = plot.getBoundingClientRect();
    return [...plot.querySelectorAll(".line")].filter((line) => {
      const own = line.getBoundingClientRect();
      const isWithin = own.left >= box.left && own.right <= box.right && own.top >= box.top && own.bottom <= box.bottom;
      return own.width === 0 || !isWithin;
    });
  }).length`);
  assert.equal(outside, 0);
  assert.ok((await page.locator(".plot .line").count()) >= 8);
  await end();
});

test("nothing runs off the side of a phone or of a desk", async (context) => {
  for (const body of [loadBody(), troubledBody("unbroken".repeat(40)), troubledBody("漢字🙂é ".repeat(40))]) {
    const { page, end } = await open(context, body);
    for (const width of [320, 375, 768, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width, `${width}`);
    }
    await end();
  }
});

test("the page follows the reader's scheme, its lines too", async (context) => {
  const strokes = new Set<string>();
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, end } = await open(context, loadBody(), { colorScheme });
    strokes.add(await page.evaluate("getComputedStyle(document.querySelector('.plot .line-third')).stroke"));
    await end();
  }
  assert.equal(strokes.size, 2);
});

test("lines and words of a chart stand out from their ground", async (context) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page, end } = await open(context, troubledBody("x"), { colorScheme });
    const ratios = await page.evaluate<readonly (readonly [string, number])[]>(CONTRAST);
    assert.ok(ratios.length >= 6, String(ratios.length));
    for (const [what, ratio] of ratios) assert.ok(ratio >= 3, `${colorScheme} ${what} ${ratio}`);
    await end();
  }
});

/** Contrast (WCAG 2) of each line and each text of the charts against the card that they lie on. */
const CONTRAST = `(() => {
  const numbers = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const linear = (c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = (color) => numbers(color).map((c) => linear(c / 255))
    .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
  const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const ground = getComputedStyle(document.querySelector(".chart")).backgroundColor;
  const seen = new Map();
  const see = (selector, property) => {
    for (const one of document.querySelectorAll(selector)) {
      seen.set(one.getAttribute("class"), getComputedStyle(one)[property]);
    }
  };
  see(".plot .line", "stroke");
  see(".plot text", "fill");
  return [...seen].map(([name, color]) => [name, ratio(color, ground)]);
})()`;
