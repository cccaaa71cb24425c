import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { readTestReport } from "./formats.ts";
import { joinReports } from "./join/join-reports.ts";
import type { ReadTests } from "./read-report.ts";

const SUM = [
  'import assert from "node:assert";',
  'import { describe, it, test } from "node:test";',
  'test("adds", () => {});',
  'test("says \\"no\\" # really & <truly>", () => assert.equal(1, 2));',
  'test("not today", { ["sk" + "ip"]: "no yen" }, () => {});',
  'test("some day", { ["to" + "do"]: "later" }, () => assert.ok(false));',
  'const boom = () => { throw new Error("boom"); };',
  'describe("outer", () => { it("a", () => {}); describe("inner", () => { it("b", boom); }); });',
  'test("parent", async (t) => { await t.test("child", () => {}); assert.fail("own"); });',
];

const REPORTER = [
  "const plain = (_, value) =>",
  "  value instanceof Error ? { ...value, message: value.message, cause: value.cause } : value;",
  "export default async function* (events) {",
  '  for await (const { type, data } of events) yield JSON.stringify({ type, data }, plain) + "\\n";',
  "}",
];

interface Told {
  readonly junit: ReadTests;
  readonly tap: ReadTests;
  readonly events: ReadTests;
}

/** Runs Node's own runner once, with the three reporters that are read. */
function told(t: TestContext): Told {
  const folder = scratch(t, {
    "sum.test.mjs": SUM.join("\n"),
    "broken.test.mjs": 'throw new Error("does not load");\n',
    "events.mjs": REPORTER.join("\n"),
  });
  const reporter = (name: string, file: string): readonly string[] => [
    `--test-reporter=${name}`,
    `--test-reporter-destination=${file}`,
  ];
  const reporters = [
    ...reporter("junit", "a.xml"),
    ...reporter("tap", "a.tap"),
    ...reporter("./events.mjs", "a.jsonl"),
  ];
  const argv = ["--test", ...reporters, "sum.test.mjs", "broken.test.mjs"];
  const environment = { ...process.env };
  delete environment["NODE_TEST_CONTEXT"];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, env: environment, timeout: 60_000 });
  assert.equal(status, 1, String(stderr));
  const read = (file: string): ReadTests => readTestReport(readFileSync(join(folder, file)), { file, root: folder });
  return { junit: read("a.xml"), tap: read("a.tap"), events: read("a.jsonl") };
}

const counts = ({ cases }: ReadTests): readonly number[] =>
  (["passed", "failed", "errored", "skipped"] as const).map(
    (status) => cases.filter((one) => one.status === status).length,
  );

test("three reporters of this Node tell one run, and no total of theirs differs", (t) => {
  const { junit, tap, events } = told(t);
  for (const read of [junit, tap, events]) assert.deepEqual(read.mismatches, [], read.report.format);
  assert.deepEqual(
    [junit, tap, events].map(({ report }) => `${report.format} ${report.dialect}`),
    ["junit node:test", "tap node:test", "node-test node:test"],
  );
  assert.deepEqual(counts(tap), [3, 4, 0, 2]);
  assert.deepEqual(counts(events), counts(tap));
  const joined = joinReports([tap, events]);
  assert.deepEqual(joined.contradictions, []);
  assert.equal(joined.cases.length, 9);
});

test("what JUnit has no place for, a parent's own failure, is found by comparing", (t) => {
  const { junit, tap } = told(t);
  const { contradictions, cases } = joinReports([junit, tap]);
  assert.deepEqual(
    contradictions.map(({ test: id, first, second }) => `${id}: ${first.status} ${second.status}`),
    ["parent: null failed"],
  );
  assert.equal(cases.find(({ id }) => id.endsWith("parent"))?.status, "failed");
});

test("messages and files come out of each of them", (t) => {
  const { junit, tap, events } = told(t);
  for (const { cases, report } of [junit, tap, events]) {
    const failed = cases.find(({ name }) => name.startsWith('says "no"'));
    assert.equal(failed?.name, 'says "no" # really & <truly>', report.format);
    assert.equal(failed?.message, "1 == 2", report.format);
    assert.equal(failed?.file, "sum.test.mjs", report.format);
    assert.ok(
      cases.some(({ message }) => message === "no yen"),
      report.format,
    );
  }
});
