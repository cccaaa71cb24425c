import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportDocument } from "./document.ts";
import type { Finding } from "./finding.ts";
import { reportText } from "./text.ts";

const DOCUMENT: ReportDocument = {
  schema: "holdpoint/coverage-report/v1",
  files: 2,
  lines: { covered: 2071, total: 2072 },
  branches: { covered: 0, total: 0 },
  functions: null,
  statements: { covered: 1, total: 3 },
  regions: null,
  findings: [],
  reports: [{ file: "a.info", format: "lcov", instrumenter: "unknown" }],
};
const FINDING: Finding = {
  code: "HP-COVERAGE-DECLARED",
  severity: "error",
  file: "a.info",
  position: { line: 4, column: null },
  text: "declares too much",
};

test("a line for each metric, cut and never rounded up, with what is missing", () => {
  assert.equal(
    reportText(DOCUMENT),
    [
      "2 files in 1 report (lcov)",
      "",
      "lines       99.95%        2071 of 2072  1 uncovered",
      "branches    0 of 0        0 of 0        0 uncovered",
      "functions   not measured",
      "statements  33.33%        1 of 3        2 uncovered",
    ].join("\n"),
  );
  assert.match(reportText({ ...DOCUMENT, regions: { covered: 1, total: 1 } }), /\nregions {5}100\.00%/);
});

test("findings stand with their places, errors counted", () => {
  const warning: Finding = { ...FINDING, severity: "warning", file: null, position: null };
  const text = reportText({
    ...DOCUMENT,
    findings: [FINDING, { ...FINDING, position: { line: 4, column: 9 } }, warning],
  });
  assert.deepEqual(text.split("\n").slice(-5), [
    "",
    "2 errors, 1 warning",
    "  error: a.info:4: declares too much [HP-COVERAGE-DECLARED]",
    "  error: a.info:4:9: declares too much [HP-COVERAGE-DECLARED]",
    "  warning: declares too much [HP-COVERAGE-DECLARED]",
  ]);
  const many = reportText({ ...DOCUMENT, findings: Array.from({ length: 70 }, () => FINDING) });
  assert.match(many, /\n {2}and 20 more; --json lists them$/);
});

test("files are a table of their own", () => {
  const none = { statements: null, regions: null };
  const perFile = [
    { path: "src/a.ts", lines: { covered: 1, total: 2 }, branches: null, functions: { covered: 0, total: 1 }, ...none },
    { path: "b.ts", lines: null, branches: null, functions: null, ...none },
  ];
  assert.deepEqual(
    reportText({ ...DOCUMENT, perFile })
      .split("\n")
      .slice(-3),
    [
      "file      lines   branches  functions  uncovered lines",
      "src/a.ts  50.00%  -         0.00%      1",
      "b.ts      -       -         -          -",
    ],
  );
});

test("where no report could be read there are no figures", () => {
  const text = reportText({ ...DOCUMENT, files: 0, lines: null, reports: [], findings: [FINDING] });
  assert.equal(text.split("\n")[0], "No report could be read");
  assert.ok(!text.includes("not measured"));
});
