import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import packed from "@sparticuz/chromium";
import { scratch } from "@holdpoint/testkit";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { HOSTILE } from "../../../reporters/fixture/hostile.ts";
import { artifactParts } from "../part.ts";
import { artifactFile, component, marksOf, SUBJECT } from "../testing-artifacts.ts";
import { filePage } from "./names.ts";
import { sitePages } from "./site.ts";

/** One process and no web security would change what is tested; so they are left out. */
const ARGUMENTS_LEFT_OUT = new Set(["--single-process", "--disable-web-security", "--allow-running-insecure-content"]);
const SOURCE = 'const a = "<script>alert(1)</script>";\n\n\tif (a) b();\n// \u202e bidi\nlast();\n';
const HOSTILE_PATHS = HOSTILE.map((text, index) => `src/${index}/${text}`);
const FILES = [
  artifactFile("src/a.ts", marksOf("1:3 3:12 5:0", "3:1/2")),
  artifactFile("src/b.ts", marksOf("1:1")),
  artifactFile("src/c.ts", marksOf("1:0 3:0 5:1")),
  ...HOSTILE_PATHS.map((path) => artifactFile(path, marksOf("1:1"))),
];
const PARTS = artifactParts(FILES, ["<img src=x onerror=alert(1)>"], [component("part", ["src/a.ts"])]);
const PAGES = Object.fromEntries(sitePages(PARTS, SUBJECT, () => ({ text: SOURCE, isLater: false })));
const FILE_PAGE = `_whole/html/${filePage("src/a.ts")}`;

let browser: Browser;

before(async () => {
  const args = packed.args.filter((argument) => !ARGUMENTS_LEFT_OUT.has(argument));
  browser = await chromium.launch({ executablePath: await packed.executablePath(), args: [...args, "--no-sandbox"] });
});

after(async () => browser.close());

/** Opens a page from a file, offline; any message, error, dialog or request outside of the folder fails the test. */
async function open(
  context: { after(end: () => void): void },
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; end(): Promise<void> }> {
  const folder = scratch(context, PAGES);
  const session = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  await session.setOffline(true);
  const page = await session.newPage();
  const trouble: string[] = [];
  const home = pathToFileURL(folder).href;
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("dialog", (dialog) => trouble.push(`dialog ${dialog.message()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(home)) trouble.push(`request ${request.url()}`);
  });
  await page.goto(pathToFileURL(join(folder, path)).href);
  return {
    page,
    end: async () => {
      await session.close();
      assert.deepEqual(trouble, []);
    },
  };
}

const firstCells = (page: Page): Promise<string[]> => page.locator("#files tbody td:first-child").allTextContents();

test("the source is read as it is, each line as high as one line, its marks beside it", async (context) => {
  const { page, end } = await open(context, FILE_PAGE);
  assert.equal(await page.title(), "src/a.ts");
  await page.getByRole("heading", { level: 1, name: "src/a.ts" }).waitFor();
  const lines = await page.locator("ol.s > li").allTextContents();
  assert.deepEqual(
    lines.map((line) => line.replace(/\n$/, "")),
    ['3const a = "<script>alert(1)</script>";', "", "121 of 2\tif (a) b();", "// \\u{202e} bidi", "0last();"],
  );
  const heights = await page.evaluate<number[]>(
    "[...document.querySelectorAll('ol.s > li')].map((line) => Math.round(line.getBoundingClientRect().height))",
  );
  assert.equal(new Set(heights).size, 1, heights.join());
  const overlap = await page.evaluate<boolean>(`(() => {
    const range = document.createRange();
    const line = document.querySelectorAll("ol.s > li")[2];
    range.selectNodeContents(line.lastChild);
    const text = range.getBoundingClientRect();
    return line.querySelector("i").getBoundingClientRect().right > text.left + 1;
  })()`);
  assert.equal(overlap, false, "marks and text do not overlap");
  await end();
});

test("the style sheet is loaded, in both schemes, and nothing else is", async (context) => {
  for (const [colorScheme, ground] of [
    ["light", "rgb(246, 245, 241)"],
    ["dark", "rgb(19, 22, 26)"],
  ] as const) {
    const { page, end } = await open(context, FILE_PAGE, { colorScheme });
    assert.equal(await page.evaluate("getComputedStyle(document.body).backgroundColor"), ground);
    await end();
  }
});

test("the heads of the table sort it, by keyboard too, and say so", async (context) => {
  const { page, end } = await open(context, "_whole/html/index.html");
  assert.equal((await firstCells(page))[0], "src/c.ts");
  await page.getByRole("button", { name: "File" }).focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await firstCells(page), (await firstCells(page)).toSorted());
  await page.getByRole("button", { name: "Uncovered" }).click();
  await page.getByRole("button", { name: "Uncovered" }).click();
  assert.deepEqual((await firstCells(page)).slice(0, 2), ["src/c.ts", "src/a.ts"]);
  const head = page.locator("#files").getByRole("columnheader", { name: "Uncovered" });
  assert.equal(await head.getAttribute("aria-sort"), "descending");
  await page.getByRole("button", { name: "Band" }).click();
  assert.equal((await firstCells(page))[0], "src/c.ts");
  await end();
});

test("without a script everything can be read and reached", async (context) => {
  const { page, end } = await open(context, "part/html/index.html", { javaScriptEnabled: false });
  assert.equal(await page.getByRole("button").count(), 0);
  await page.getByRole("link", { name: "src/a.ts" }).click();
  await page.getByRole("heading", { level: 1, name: "src/a.ts" }).waitFor();
  await page.getByRole("link", { name: "5", exact: true }).click();
  assert.match(page.url(), /#L5$/);
  await page.getByRole("link", { name: "src", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "src" }).waitFor();
  await end();
});

test("every page has one title, one heading, a language, named tables and links", async (context) => {
  const { page, end } = await open(context, "_whole/html/index.html");
  const folder = page.url().slice(0, page.url().lastIndexOf("_whole/"));
  for (const path of Object.keys(PAGES).filter((name) => name.endsWith(".html"))) {
    await page.goto(folder + path);
    assert.equal(await page.locator("h1").count(), 1, path);
    assert.notEqual(await page.title(), "", path);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.getByRole("main").count(), 1);
    assert.doesNotMatch(await page.locator("body").ariaSnapshot(), /^\s*- (?:link|button)(?: \[[^\]]*\])*:?$/m, path);
    assert.equal(await page.evaluate("document.images.length + document.querySelectorAll('iframe').length"), 0);
    for (const width of [320, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width, `${path} ${width}`);
    }
  }
  await end();
});
