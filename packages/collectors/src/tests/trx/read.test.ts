import assert from "node:assert/strict";
import { test } from "node:test";
import { mismatchesOf, readAs, refusal, verdicts } from "../testing.test.ts";
import { trxDuration, trxOutcome } from "./outcome.ts";

const run = (results: string, rest: string = ""): string => `<TestRun><Results>${results}</Results>${rest}</TestRun>`;
const result = (name: string, outcome: string, inner: string = ""): string =>
  `<UnitTestResult testName="${name}" outcome="${outcome}">${inner}</UnitTestResult>`;
const summary = (outcome: string, counters: string = "", infos: string = ""): string =>
  `<ResultSummary outcome="${outcome}"><Counters ${counters}/><RunInfos>${infos}</RunInfos></ResultSummary>`;
const read = (source: string): readonly string[] => verdicts(readAs("trx", source));

test("only Passed passes, and what is no outcome of the schema is refused", () => {
  assert.equal(trxOutcome("Passed"), "passed");
  for (const word of ["Failed", "Warning"]) assert.equal(trxOutcome(word), "failed", word);
  for (const word of ["NotExecuted", "Inconclusive"]) assert.equal(trxOutcome(word), "skipped", word);
  const broken = "Error Timeout Aborted InProgress Completed PassedButRunAborted NotRunnable Disconnected Pending";
  for (const word of [...broken.split(" "), " timeout ", "", " ", null]) {
    assert.equal(trxOutcome(word), "errored", String(word));
  }
  for (const word of ["Fine", "constructor"]) assert.equal(trxOutcome(word), null, word);
  assert.equal(refusal("trx", run(result("a", "Fine"))), "HP-READ-SYNTAX 1:19");
});

test("durations are hours, minutes and seconds, with days before them", () => {
  assert.equal(trxDuration("00:00:00.0120000"), 12);
  assert.equal(trxDuration("1.02:03:04.5"), ((26 * 60 + 3) * 60 + 4.5) * 1_000);
  for (const text of [null, "", "12", "00:61:00", "-00:00:01", "00:00:00,5"]) assert.equal(trxDuration(text), null);
});

test("rows are cases; their test is one only when it failed and no row did", () => {
  const rows = (...outcomes: readonly string[]): string =>
    `<InnerResults>${outcomes.map((outcome, index) => result(`r${index}`, outcome)).join("")}</InnerResults>`;
  assert.deepEqual(read(run(result("t", "Failed", rows("Passed", "Failed")))), ["passed r0", "failed r1"]);
  assert.deepEqual(read(run(result("t", "Failed", rows("Passed")))), ["passed r0", "failed t"]);
  assert.deepEqual(read(run(result("t", "Passed", rows("Passed")))), ["passed r0"]);
});

test("a run that broke outside of its tests is a case", () => {
  const passed = result("a", "Passed");
  const info = '<RunInfo outcome="Error"><Text>crashed</Text></RunInfo>';
  const broken = (rest: string): readonly string[] => read(run(passed, rest)).slice(1);
  assert.deepEqual(broken(summary("Failed", "", info)), ["errored (run)"]);
  assert.deepEqual(broken(summary("Aborted")), ["errored (run)"]);
  assert.deepEqual(broken(summary("Failed")), ["errored (run)"]);
  assert.deepEqual(broken(summary("Completed", "", '<RunInfo outcome="Warning"><Text>slow</Text></RunInfo>')), []);
  assert.deepEqual(read(run(result("a", "Failed"), summary("Failed"))), ["failed a"]);
});

test("counters are compared in each of the ways in which producers count", () => {
  const rows = result(
    "t",
    "Passed",
    `<InnerResults>${result("r", "Passed")}${result("q", "NotExecuted")}</InnerResults>`,
  );
  const found = (counters: string): readonly string[] =>
    mismatchesOf(readAs("trx", run(rows, summary("Completed", counters))));
  assert.deepEqual(found('total="1" executed="1" passed="1"'), []);
  assert.deepEqual(found('total="2" executed="1" passed="1"'), []);
  assert.deepEqual(found('total="3" executed="2" passed="2"'), []);
  assert.equal(found('total="9" executed="9" passed="9"').length > 0, true);
  assert.equal(refusal("trx", run(rows, summary("Completed", 'total="many"'))), "HP-READ-SYNTAX 1:287");
});

test("every counter is compared by itself", () => {
  const results = ["Passed", "Failed", "Error", "NotExecuted"].map((word) => result(word, word)).join("");
  const right = { total: 4, executed: 3, passed: 1, failed: 1, error: 1 };
  const found = (patch: Partial<typeof right>): readonly string[] => {
    const counters = Object.entries({ ...right, ...patch }).map(([name, count]) => `${name}="${count}"`);
    return mismatchesOf(readAs("trx", run(results, summary("Failed", counters.join(" ")))));
  };
  assert.deepEqual(found({}), []);
  assert.deepEqual(found({ passed: 2 }), ["1  passed 2≠1"]);
  assert.deepEqual(found({ failed: 0 }), ["1  failures 0≠1"]);
  assert.deepEqual(found({ error: 0 }), ["1  errors 0≠1"]);
  assert.deepEqual(found({ executed: 4 }), ["1  skipped 0≠1"]);
  assert.deepEqual(found({ total: 5, executed: 4 }), ["1  tests 5≠4"]);
});

test("classes come from the definitions, without their assembly, and rows have that of their test", () => {
  const definitions =
    '<TestDefinitions><UnitTest id="1"><TestMethod className="N.C, Shop, Version=1"/></UnitTest>' +
    '<UnitTest id="2"><TestMethod name="x"/></UnitTest></TestDefinitions>';
  const rows = `<InnerResults>${result("r", "Passed")}</InnerResults>`;
  const results =
    `<UnitTestResult testId="1" testName="N.C.a" outcome="Passed"/>` +
    `<UnitTestResult testId="1" testName="b" outcome="Passed">${rows}</UnitTestResult>` +
    `<UnitTestResult testId="2" testName="c" outcome="Passed"/>`;
  const read1 = readAs("trx", run(results, definitions));
  assert.deepEqual(verdicts(read1), ["passed N.C › a", "passed N.C › r", "passed c"]);
  assert.equal(read1.report.suites, 1);
});

test("kinds of results that are not known, and results where none belong, are refused", () => {
  assert.match(refusal("trx", run('<LoadTestResult testName="a" outcome="Passed"/>')), /^HP-READ-SYNTAX/);
  assert.match(refusal("trx", run("<UnitTestResult outcome='Passed'/>")), /^HP-READ-SYNTAX/);
  assert.match(refusal("trx", `<TestRun><Hidden>${result("a", "Failed")}</Hidden></TestRun>`), /^HP-READ-SYNTAX/);
  assert.match(refusal("trx", run(result("a", "Passed")).slice(0, -3)), /^HP-READ-TRUNCATED/);
});
