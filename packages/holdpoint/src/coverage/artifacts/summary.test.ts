import assert from "node:assert/strict";
import { test } from "node:test";
import { HOSTILE } from "../../reporters/fixture/hostile.ts";
import { MARKDOWN_CHARACTERS_MAX } from "../../reporters/markdown/fit.ts";
import { artifactParts } from "./part.ts";
import { partName, summaryMarkdown, summaryRows } from "./summary.ts";
import { artifactFile, component, marksOf, SUBJECT, wholeOf } from "./testing-artifacts.ts";

const FILES = [artifactFile("src/a.ts", marksOf("1:1 2:1 3:0", "1:1/2")), artifactFile("src/b.ts", marksOf("1:1"))];

test("the table has a row for the whole and one for each component", () => {
  const components = [
    component("store", ["src/a.ts"], { floors: { lines: 70 }, tags: ["security"], critical: true }),
    component("none", ["x/**"], { floors: { lines: 1 } }),
  ];
  const whole = { floors: { lines: 75 }, maxUncovered: {}, advisoryUntil: null };
  const rows = summaryRows(artifactParts(FILES, ["src/c.ts"], components), whole, 0);
  assert.deepEqual(
    rows.map(({ component: id, files, unmeasured, band, uncoveredLines }) => [
      id,
      files,
      unmeasured,
      band,
      uncoveredLines,
    ]),
    [
      [null, 2, 1, "70-89", 1],
      ["store", 1, 0, "50-69", 1],
      ["none", 0, 0, null, null],
    ],
  );
  assert.equal(
    summaryMarkdown(rows, SUBJECT),
    `## Coverage: trial

commit \`a1a1a1a1a1a1\` (clean) · measured 2026-03-14T09:00:00.000Z

| Component | Tags | Lines | Branches | Functions | Uncovered lines | Band | Floor | Verdict |
| :--- | :--- | ---: | ---: | ---: | ---: | :--- | :--- | :--- |
| **whole** |  | 75.00% | 50.00% | not measured | 1 | 70–89 % | lines 75% | met |
| \`store\` | critical, security | 66.66% | 50.00% | not measured | 1 | 50–69 % | lines 70% | missed |
| \`none\` |  | not measured | not measured | not measured | not measured | none | lines 1% | not measured |
`,
  );
});

test("a table never grows beyond what GitHub takes, and says how much it leaves out", () => {
  const components = Array.from({ length: 500 }, (_, index) =>
    component(`c${index}`, ["src/**"], { tags: ["<|*".repeat(100)] }),
  );
  const text = summaryMarkdown(summaryRows(artifactParts(FILES, [], components), null, 0), SUBJECT);
  assert.ok(text.length <= MARKDOWN_CHARACTERS_MAX);
  const shown = text.match(/^\| `c/gm)?.length ?? 0;
  assert.equal(shown + Number(/^\| and (\d+) more /m.exec(text)?.[1]), 500);
});

test("hostile tags make no further cell", () => {
  for (const text of HOSTILE) {
    const rows = summaryRows(artifactParts(FILES, [], [component("a", ["**"], { tags: [text] })]), null, 0);
    for (const row of summaryMarkdown(rows, SUBJECT)
      .split("\n")
      .filter((line) => line.startsWith("| "))) {
      assert.equal(row.split("|").length, 11, row);
    }
  }
});

test("a part is called by its component", () => {
  assert.equal(partName(wholeOf(FILES)), "whole");
  assert.equal(partName({ ...wholeOf(FILES), id: "store", component: component("store", []) }), "store");
});
