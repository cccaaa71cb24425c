import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageRemark } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { ReportDocument } from "./document.ts";
import { FINDINGS_MAX, reportDocument } from "./document.ts";
import type { Finding } from "./finding.ts";
import { unreadableFinding } from "./finding.ts";
import type { ReadInput } from "./read-input.ts";
import { countsOf, inputOf } from "./testing.ts";

const TRACKED = ["src/a.ts", "src/b.ts"];
const points = (...taken: number[]): Uint32Array =>
  Uint32Array.from(taken.flatMap((one, index) => [1, index * 2 + one]));

function documentOf(
  inputs: readonly ReadInput[],
  unreadable: readonly Finding[] = [],
  withFiles = false,
): ReportDocument {
  return reportDocument(inputs, { root: "/w", tracked: TRACKED, unreadable, withFiles });
}
const codes = ({ findings }: ReportDocument): string[] => findings.map(({ code, severity }) => `${severity} ${code}`);

test("reports of one format are shards: covered is what any of them covered, in any order", () => {
  const first = inputOf("1.info", "lcov", { "src/a.ts": [1, 0, 0], "src/b.ts": [0] });
  const second = inputOf("2.info", "lcov", { "src/a.ts": [0, 1, 0] });
  const document = documentOf([first, second]);
  assert.deepEqual([document.files, document.lines], [2, { covered: 2, total: 4 }]);
  assert.deepEqual(
    [document.branches, document.functions, document.statements, document.regions],
    [null, null, null, null],
  );
  assert.deepEqual(document.findings, []);
  assert.deepEqual(documentOf([second, first]).lines, document.lines);
});

test("a metric is null when nobody measured it, and 0 of 0 when there is none of it", () => {
  const lines = { "src/a.ts": countsOf([1], { branches: new Uint32Array() }) };
  assert.deepEqual(documentOf([inputOf("1.info", "lcov", lines)]).branches, { covered: 0, total: 0 });
  assert.equal(documentOf([inputOf("1.info", "lcov", { "src/a.ts": [1] })]).branches, null);
});

test("formats are laid over each other by line, and of other metrics the stricter one counts", () => {
  const told = (taken: Uint32Array, ...hits: number[]): Record<string, ReturnType<typeof countsOf>> => ({
    "src/a.ts": countsOf(hits, { branches: taken }),
  });
  const lcov = inputOf("1.info", "lcov", told(points(1, 1), 1, 0, 0), { instrumenter: "v8-to-istanbul" });
  const json = inputOf("1.json", "istanbul", told(points(1, 0), 0, 1, 0), { instrumenter: "istanbul-lib-instrument" });
  for (const inputs of [
    [lcov, json],
    [json, lcov],
  ]) {
    const { lines, branches, files } = documentOf(inputs);
    assert.deepEqual([files, lines, branches], [1, { covered: 2, total: 3 }, { covered: 1, total: 2 }]);
  }
});

test("two reports of one instrumenter that differ contradict each other, and both are named", () => {
  const lcov = inputOf("l.info", "lcov", { "src/a.ts": [1, 1], "src/b.ts": [1] });
  const json = inputOf("i.json", "istanbul", { "src/a.ts": [1, 0], "src/b.ts": [1] });
  const document = documentOf([lcov, json]);
  assert.deepEqual(document.findings, [
    {
      code: "HP-COVERAGE-CONTRADICTION",
      severity: "error",
      file: "i.json",
      position: null,
      text: "i.json and l.info differ in the lines of a file, such as src/a.ts: 1 of 2 against 2 of 2",
    },
  ]);
  const same = inputOf("i.json", "istanbul", { "src/a.ts": [1, 1] });
  assert.deepEqual(documentOf([lcov, same]).findings, [], "what only one of them lists is no contradiction");
});

test("shards are added up before they are held against another format", () => {
  const shards = [inputOf("1.info", "lcov", { "src/a.ts": [1, 0] }), inputOf("2.info", "lcov", { "src/a.ts": [0, 1] })];
  assert.deepEqual(documentOf([...shards, inputOf("i.json", "istanbul", { "src/a.ts": [1, 1] })]).findings, []);
});

test("two instrumenters are not comparable, which is a warning", () => {
  const lcov = inputOf("l.info", "lcov", { "src/a.ts": [1, 1] }, { instrumenter: "node:test" });
  const json = inputOf("i.json", "istanbul", { "src/a.ts": [1, 0] }, { instrumenter: "v8-to-istanbul" });
  const document = documentOf([lcov, json]);
  assert.deepEqual(codes(document), ["warning HP-COVERAGE-NOT-COMPARABLE"]);
  assert.match(document.findings[0]?.text ?? "", /\(counted by v8-to-istanbul and node:test\)$/);
});

test("totals without records are compared and counted where nothing else is there", () => {
  const totals = { lines: { covered: 3, total: 4 }, functions: { covered: 1, total: 1 } };
  const summary = inputOf("s.json", "istanbul-summary", { "src/a.ts": countsOf(null, { totals }) });
  const { lines, functions, branches } = documentOf([summary]);
  assert.deepEqual([lines, functions, branches], [totals.lines, totals.functions, null]);
  const document = documentOf([summary, inputOf("l.info", "lcov", { "src/a.ts": [1, 1, 0] })]);
  assert.deepEqual(codes(document), ["error HP-COVERAGE-CONTRADICTION"]);
  assert.deepEqual([document.lines, document.functions], [{ covered: 2, total: 3 }, totals.functions]);
});

test("what readers found has a code of its own, errors first", () => {
  const remark = (code: CoverageRemark["code"], line: number): CoverageRemark => ({
    code,
    file: "1.info",
    line,
    column: 2,
    text: `remark ${code}`,
  });
  const input = inputOf(
    "1.info",
    "lcov",
    { "src/a.ts": [1] },
    {
      remarks: [
        remark("duplicate-file", 4),
        remark("hits-saturated", 3),
        remark("rate-differs", 2),
        remark("nothing-measured", 1),
        remark("more-remarks", 9),
      ],
      mismatches: [
        {
          file: "1.info",
          line: 7,
          metric: "lines",
          declared: { covered: 2, total: 2 },
          counted: { covered: 1, total: 1 },
        },
      ],
    },
  );
  const unreadable = unreadableFinding(
    new HoldpointError("HP-READ-SYNTAX", "bad", { file: "0.info", line: 3, column: 4 }),
    "0.info",
  );
  const document = documentOf([input], [unreadable]);
  assert.deepEqual(
    document.findings.map(
      ({ code, severity, file, position }) => `${severity} ${code} ${file}:${position?.line}:${position?.column}`,
    ),
    [
      "error HP-READ-SYNTAX 0.info:3:4",
      "error HP-COVERAGE-DECLARED 1.info:7:null",
      "warning HP-COVERAGE-NOTHING-MEASURED 1.info:1:2",
      "warning HP-COVERAGE-RATE-DIFFERS 1.info:2:2",
      "warning HP-COVERAGE-HITS-SATURATED 1.info:3:2",
      "warning HP-COVERAGE-DUPLICATE-FILE 1.info:4:2",
      "warning HP-COVERAGE-MORE-FINDINGS 1.info:9:2",
    ],
  );
  assert.equal(document.findings[1]?.text, "declares 2 of 2 lines, its records make 1 of 1");
});

test("a report of nothing is an error, told once", () => {
  const nothing: CoverageRemark = { code: "nothing-measured", file: "e.info", line: 5, column: 1, text: "nothing" };
  const document = documentOf([inputOf("e.info", "lcov", { "src/a.ts": [] }, { remarks: [nothing, nothing] })]);
  assert.deepEqual(codes(document), ["error HP-COVERAGE-NOTHING-MEASURED"]);
  assert.deepEqual(document.findings[0]?.position, { line: 5, column: 1 });
  assert.deepEqual(codes(documentOf([inputOf("e.info", "lcov", {})])), ["error HP-COVERAGE-NOTHING-MEASURED"]);
});

test("findings are bounded, and the last one says how many there were", () => {
  const files = Object.fromEntries(Array.from({ length: FINDINGS_MAX + 5 }, (_, index) => [`gone/${index}.ts`, [1]]));
  const { findings } = documentOf([inputOf("1.info", "lcov", files)]);
  assert.equal(findings.length, FINDINGS_MAX);
  assert.equal(
    findings.at(-1)?.text,
    `${FINDINGS_MAX + 5} findings in all, of which the first ${FINDINGS_MAX - 1} are listed`,
  );
});

test("files are listed by path where they are asked for", () => {
  const input = inputOf("1.info", "lcov", { "src/b.ts": [0], "src/a.ts": [1] });
  assert.equal(documentOf([input]).perFile, undefined);
  const none = { branches: null, functions: null, statements: null, regions: null };
  assert.deepEqual(documentOf([input], [], true).perFile, [
    { path: "src/a.ts", lines: { covered: 1, total: 1 }, ...none },
    { path: "src/b.ts", lines: { covered: 0, total: 1 }, ...none },
  ]);
});

test("only errors of reading become findings", () => {
  const failed = new HoldpointError("HP-REPO-GIT", "git failed");
  assert.throws(() => unreadableFinding(failed, "a"), failed);
  const broken = new TypeError("broken");
  assert.throws(() => unreadableFinding(broken, "a"), broken);
  assert.equal(unreadableFinding(new HoldpointError("HP-READ-ABSENT", "gone", { file: "a" }), "a").position, null);
});

test("a source that reports name differently is one file, and what each says of it is laid together", () => {
  const own = inputOf("1.info", "lcov", { "src/a.ts": [1, 0, 0] });
  const container = inputOf("2.info", "lcov", { "/app/src/a.ts": [0, 1, 0] });
  const document = documentOf([own, container], [], true);
  assert.deepEqual([document.files, document.lines], [1, { covered: 2, total: 3 }]);
  assert.deepEqual(
    document.perFile?.map(({ path }) => path),
    ["src/a.ts"],
  );
  const json = inputOf("3.json", "istanbul", { "/app/src/a.ts": [1, 1, 0] });
  assert.deepEqual([documentOf([own, container, json]).files, documentOf([own, container, json]).findings], [1, []]);
});

test("as many findings as are listed need no last one that counts them", () => {
  const of = (count: number): ReportDocument =>
    documentOf([
      inputOf(
        "1.info",
        "lcov",
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`gone/${index}`, [1]])),
      ),
    ]);
  assert.deepEqual(new Set(codes(of(FINDINGS_MAX))), new Set(["warning HP-COVERAGE-UNRESOLVED"]));
  const more = of(FINDINGS_MAX + 1);
  assert.equal(more.findings.length, FINDINGS_MAX);
  assert.equal(codes(more).at(-1), "warning HP-COVERAGE-MORE-FINDINGS");
});

test("records come before totals that another format only claims", () => {
  const records = inputOf("l.info", "lcov", { "src/a.ts": [1, 0] });
  const totals = { lines: { covered: 9, total: 9 } };
  const claims = inputOf("s.json", "istanbul-summary", { "src/a.ts": countsOf(null, { totals }) });
  for (const inputs of [
    [records, claims],
    [claims, records],
  ]) {
    assert.deepEqual(documentOf(inputs).lines, { covered: 1, total: 2 });
  }
});
