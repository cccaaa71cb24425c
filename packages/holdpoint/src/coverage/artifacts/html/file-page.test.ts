import assert from "node:assert/strict";
import { test } from "node:test";
import { HOSTILE } from "../../../reporters/fixture/hostile.ts";
import { artifactFile, marksOf, SUBJECT } from "../testing-artifacts.ts";
import { fileHtml } from "./file-page.ts";
import { LINES_SHOWN_MAX } from "./source-lines.ts";

const FILE = artifactFile("src/a.ts", marksOf("1:1 3:0", "1:1/2"));
const fresh = (text: string): { text: string; isLater: boolean } => ({ text, isLater: false });
const notes = (page: string): string[] => [...page.matchAll(/<p class=note>([^\n<]*)/g)].map(([, text]) => text ?? "");

test("a page has counts, a way back, links to what is uncovered, and the source", () => {
  const page = fileHtml(FILE, fresh("a\nb\nc\n"), SUBJECT);
  assert.match(page, /<h1>src\/a\.ts<\/h1>\n<p>lines 50\.00% \(1 of 2\), branches 50\.00% \(1 of 2\)\n/);
  assert.match(page, /<a href=\.\.\/index\.html>All files<\/a> \/ <a href=\.\.\/d\/[0-9a-f]{16}\.html>src<\/a>/);
  assert.match(page, /Uncovered lines: <a href=#L3>3<\/a>/);
  assert.match(page, /<li class=m id=L3><b>0<\/b>c<\/ol>/);
  assert.deepEqual(notes(page), []);
});

test("a source that changed, is gone, or of which only totals are known says so", () => {
  assert.match(notes(fileHtml(FILE, fresh("a\nb\n"), SUBJECT)).join(), /has 2 lines, the report names line 3/);
  assert.match(notes(fileHtml(FILE, { text: "a\nb\nc", isLater: true }, SUBJECT)).join(), /written after the report/);
  const gone = fileHtml(FILE, { absent: "the file is not there" }, SUBJECT);
  assert.deepEqual(notes(gone), ["The source cannot be shown: the file is not there."]);
  assert.match(gone, /Uncovered lines: 3<\/main>/, "there is nothing to lead to");
  const totals = fileHtml(artifactFile("b.ts", null), fresh("a"), SUBJECT);
  assert.deepEqual(notes(totals), ["No report says which lines are covered, only how many."]);
  assert.doesNotMatch(totals, /<ol/);
});

test("a huge source is cut and says so, and only lines that are shown are led to", () => {
  const last = LINES_SHOWN_MAX + 7;
  const page = fileHtml(artifactFile("a.ts", marksOf(`1:1 ${last}:0`)), fresh("x\n".repeat(last)), SUBJECT);
  assert.match(notes(page).join(), /Only the first 20000 of 20007 lines are shown/);
  assert.doesNotMatch(page, /href=#L/);
});

test("many ranges are cut and counted", () => {
  const marks = marksOf(Array.from({ length: 30 }, (_, at) => `${at * 2 + 1}:0`).join(" "));
  assert.match(fileHtml(artifactFile("a.ts", marks), fresh("x\n".repeat(60)), SUBJECT), /and 22 more ranges/);
});

test("hostile paths stay text", () => {
  for (const text of HOSTILE) {
    const page = fileHtml(artifactFile(`src/${text}`, marksOf("1:1")), fresh("x"), SUBJECT);
    assert.equal(page.match(/<script|<img|<svg|onerror=(?!alert)/gi), null, text);
    assert.match(page, /default-src 'none'/);
  }
});
