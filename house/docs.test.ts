import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { commandsIn } from "../scripts/docs/commands-page.ts";
import { generateDocs, staleDocs } from "../scripts/docs/generate.ts";
import { PAGES } from "../scripts/docs/pages.ts";
import { ROOT } from "../scripts/root.ts";
import { linkViolations, linksIn } from "./rules/links.ts";
import { assertNone, show } from "./rules/violation.ts";
import { trackedPaths, trackedTexts } from "./source/tracked.ts";

const VERBS_MIN = 9;

describe("documentation of this repository", () => {
  test("generated pages are what the code says", async () => {
    assert.ok(PAGES.length >= 3);
    const stale = await staleDocs(ROOT);
    assert.deepEqual(
      stale.map(({ file, line }) => `${file}:${line} is out of date: npm run fix`),
      [],
    );
  });

  test("relative links lead somewhere", () => {
    const pages = trackedTexts(ROOT).filter(({ path }) => path.endsWith(".md"));
    assert.ok(pages.flatMap(({ text }) => linksIn(text)).length > 0, "no link was looked at");
    const paths = new Set(trackedPaths(ROOT));
    const isThere = (path: string): boolean => paths.has(path) || existsSync(join(ROOT, path));
    assertNone(linkViolations(pages, isThere));
  });

  test("README names every verb", () => {
    const verbs = commandsIn(readFileSync(join(ROOT, "docs/reference/commands.md"), "utf8"));
    assert.ok(verbs.length >= VERBS_MIN, `saw only ${verbs.join(", ")}`);
    const readme = readFileSync(join(ROOT, "README.md"), "utf8");
    assert.deepEqual(
      verbs.filter((verb) => !readme.includes(`\`${verb}\``)),
      [],
    );
  });
});

describe("planted documentation", () => {
  const page = (text: string): { file: string; text: () => Promise<string> } => ({
    file: "docs/a.md",
    text: async () => text,
  });

  test("a changed, a cut off and an absent page are stale, with the line", async (t) => {
    const root = scratch(t, { "docs/a.md": "one\ntwo\n" });
    const lineOf = async (text: string): Promise<number | undefined> => (await staleDocs(root, [page(text)]))[0]?.line;
    assert.equal(await lineOf("one\ntwo\n"), undefined);
    assert.equal(await lineOf("one\n2\n"), 2);
    assert.equal(await lineOf("one\n2\nthree\n"), 2);
    assert.equal((await staleDocs(root, [{ ...page("one\n"), file: "docs/absent.md" }])).length, 1);
  });

  test("what generating wrote is not stale afterwards", async (t) => {
    const root = scratch(t);
    assert.deepEqual(await generateDocs(root, [page("one\n")]), ["docs/a.md"]);
    assert.deepEqual(await generateDocs(root, [page("one\n")]), []);
  });

  test("a link into nowhere and to an absent heading", () => {
    const files = [
      { path: "README.md", text: "[a](docs/a.md) [b](docs/b.md)\n\n[c](docs/a.md#there) ![d](docs/a.md#absent)" },
      { path: "docs/a.md", text: "# There\n[up](../README.md) [out](https://example.invalid/x) `[code](nowhere.md)`" },
    ];
    const exists = (path: string): boolean => files.some((file) => file.path === path);
    assert.deepEqual(linkViolations(files, exists).map(show), [
      "README.md:1 'docs/b.md' leads nowhere [links]",
      "README.md:3 'docs/a.md#absent': no such heading [links]",
    ]);
  });

  test("links in code blocks are no links, and lines stay true", () => {
    assert.deepEqual(linksIn("```md\n[a](b.md)\n```\n[c](d.md)"), [{ target: "d.md", line: 4 }]);
  });

  test("verbs are read out of a help text", () => {
    assert.deepEqual(commandsIn("USAGE\n  a\n\nCOMMANDS\n  init       Look\n  dead-letters  Say\n"), [
      "init",
      "dead-letters",
    ]);
  });
});
