import assert from "node:assert/strict";
import { test } from "node:test";
import { posix } from "node:path";
import { artifactParts } from "../part.ts";
import { artifactFile, component, marksOf, SUBJECT } from "../testing-artifacts.ts";
import { sitePages } from "./site.ts";

const FILES = [
  artifactFile("a.ts", marksOf("1:1")),
  artifactFile("src/b.ts", marksOf("1:1 2:0", "1:1/2")),
  artifactFile("src/deep/er/c.ts", marksOf("1:0 2:0 3:1")),
  artifactFile("src/deep/totals.ts", null),
];
const PARTS = artifactParts(FILES, ["src/new.ts"], [component("deep", ["src/deep/**"]), component("none", ["x"])]);
const PAGES = new Map(sitePages(PARTS, SUBJECT, () => ({ text: "x\ny\nz\n", isLater: false })));
const page = (path: string): string => PAGES.get(path) ?? assert.fail(`no page ${path}`);
const linksOf = (text: string): string[] => [...text.matchAll(/<a href="?([^\s">]+)/g)].map(([, to]) => to ?? "");

test("every link of every page leads to a page, and every page is led to", () => {
  const reached = new Set<string>();
  for (const [path, text] of PAGES) {
    if (path.endsWith(".css")) continue;
    for (const link of linksOf(text).filter((one) => !one.startsWith("#"))) {
      const target = posix.join(posix.dirname(path), link);
      assert.ok(PAGES.has(target), `${path} leads to ${link}`);
      reached.add(target);
    }
    const style = /<link rel=stylesheet href=([^>]+)>/.exec(text)?.[1] ?? "";
    assert.ok(PAGES.has(posix.join(posix.dirname(path), style)), `${path} ${style}`);
  }
  const alone = [...PAGES.keys()].filter((path) => path.endsWith(".html") && !reached.has(path));
  assert.deepEqual(alone, []);
});

test("a file has one page however many components it is in", () => {
  assert.equal([...PAGES.keys()].filter((path) => path.includes("/f/")).length, FILES.length);
  assert.match(
    page("deep/html/index.html"),
    /<a href=\.\.\/\.\.\/_whole\/html\/f\/[0-9a-f]{16}\.html>src\/deep\/er\/c\.ts/,
  );
});

test("the index begins with the file that has most to do, and names what is not measured", () => {
  const index = page("_whole/html/index.html");
  const order = [...index.matchAll(/\.html>([a-z/.]+\.ts)<\/a>/g)].map(([, path]) => path);
  assert.deepEqual(order, ["src/deep/er/c.ts", "src/b.ts", "src/deep/totals.ts", "a.ts"]);
  assert.match(index, /1 source file that no report mentions.*\n<ul><li>src\/new\.ts<\/ul>/);
  assert.match(index, /<tr><td><a href=[^>]+>src\/b\.ts<\/a><td>50\.00%<td>1<td>50\.00%<td>50–69 %/);
  assert.match(page("none/html/index.html"), /0 files, most uncovered lines first/);
});

test("folders add up", () => {
  const folders = [...PAGES].filter(([path]) => path.includes("/d/")).map(([, text]) => text);
  const of = (name: string): string => folders.find((text) => text.includes(`<h1>${name}</h1>`)) ?? assert.fail(name);
  assert.equal(folders.length, 4);
  assert.match(of("root"), />src\/<\/a><td>55\.55%<td>4/);
  assert.match(of("src"), />deep\/<\/a><td>57\.14%<td>3/);
  assert.match(of("src/deep"), />er\/<\/a>[^]*>totals\.ts<\/a><td>75\.00%/);
});

test("only the index runs a script, the one that its policy names", () => {
  for (const [path, text] of PAGES) {
    if (!path.endsWith(".html")) continue;
    const scripts = text.match(/<script>/g)?.length ?? 0;
    assert.equal(scripts, path.endsWith("index.html") ? 1 : 0, path);
    assert.equal(/script-src 'sha256-/.test(text), scripts === 1);
  }
});
