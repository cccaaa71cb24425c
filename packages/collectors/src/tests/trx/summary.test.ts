import assert from "node:assert/strict";
import { test } from "node:test";
import { XmlReader } from "../../xml/reader.ts";
import type { TrxResult } from "./result.ts";
import { readResult } from "./result.ts";
import type { TrxSummary } from "./summary.ts";
import { brokenRun, readSummary, summaryDifferences } from "./summary.ts";

function opened(source: string): XmlReader {
  const xml = new XmlReader(Buffer.from(source), { file: "a.trx" });
  xml.next();
  return xml;
}

const summary = (attributes: string, inner: string = ""): TrxSummary =>
  readSummary(opened(`<ResultSummary ${attributes}>${inner}</ResultSummary>`));

test("counters become totals; what was not executed is skipped, and silence stays silence", () => {
  const counters = '<Counters total="9" executed="7" passed="4" failed="2" error="1" timeout="0" notExecuted="0"/>';
  assert.deepEqual(summary('outcome="Failed"', counters).declared, {
    tests: 9,
    passed: 4,
    failures: 2,
    skipped: 2,
    errors: 1,
  });
  assert.deepEqual(summary('outcome="Completed"', '<Counters total="3"/>').declared, {
    tests: 3,
    passed: null,
    failures: null,
    skipped: null,
    errors: null,
  });
  assert.equal(summary('outcome="Completed"', '<Counters total="1" executed="2"/>').declared.skipped, null);
});

test("infos of the run are kept when they are errors", () => {
  const info = (outcome: string, text: string): string =>
    `<RunInfo outcome="${outcome}"><Text>${text}</Text></RunInfo>`;
  const infos = `<RunInfos>${info("Error", "crashed")}${info("Warning", "slow")}${info("Aborted", "")}</RunInfos>`;
  assert.deepEqual(summary('outcome="Failed"', infos).errors, ["crashed", "run info Aborted"]);
});

test("a run is broken by its infos, by its outcome, or by a failure that nobody had", () => {
  const broken = (outcome: string, anyFailed: boolean, errors: readonly string[] = []): readonly string[] =>
    brokenRun({ ...summary(`outcome="${outcome}"`), errors }, anyFailed);
  assert.deepEqual(broken("Completed", false), []);
  assert.deepEqual(broken("Failed", true), []);
  assert.deepEqual(broken("Failed", false), ["the run failed without a failed test"]);
  assert.deepEqual(broken("Failed", true, ["crashed"]), ["crashed"]);
  for (const outcome of ["Aborted", "Error", "Timeout", "InProgress", "Disconnected", "Pending"]) {
    assert.deepEqual(broken(outcome, true), [`the run ended as ${outcome}`]);
  }
});

const result = (outcome: string, inner: readonly TrxResult[] = []): TrxResult => ({
  ...readResult(opened(`<UnitTestResult testName="t" outcome="${outcome}"/>`)),
  inner,
});

test("inconclusive tests were executed for some producers, and skipped for others", () => {
  const results = [result("Passed"), result("Inconclusive"), result("NotExecuted")];
  const found = (executed: number): number =>
    summaryDifferences(summary('outcome="x"', `<Counters total="3" executed="${executed}"/>`), results).length;
  assert.deepEqual([1, 2, 3].map(found), [0, 0, 1]);
});

test("a result has the message of its error, its time, and an outcome of the schema", () => {
  const error = "<Output><StdOut>said</StdOut><ErrorInfo><Message>no</Message></ErrorInfo></Output>";
  const read = readResult(
    opened(`<UnitTestResult testId="i" testName="t" outcome="Failed" duration="00:00:01.5">${error}</UnitTestResult>`),
  );
  assert.deepEqual(read, {
    testId: "i",
    name: "t",
    status: "failed",
    isInconclusive: false,
    durationMs: 1_500,
    message: "no",
    line: 1,
    inner: [],
  });
  assert.equal(readResult(opened('<UnitTestResult testName="t"/>')).message, "the result has no outcome");
  assert.throws(() => readResult(opened('<UnitTestResult testName="t" outcome="Odd"/>')), { code: "HP-READ-SYNTAX" });
});
