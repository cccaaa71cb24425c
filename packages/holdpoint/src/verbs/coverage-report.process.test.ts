import assert from "node:assert/strict";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gitRepository, scratch, writeFiles } from "@holdpoint/testkit";
import type { ReportDocument } from "../coverage/report/document.ts";
import { fakeHost, ran } from "../testing.ts";

const section = (path: string, ...records: readonly string[]): string =>
  [`SF:${path}`, ...records, "end_of_record", ""].join("\n");
const SOUND = section("src/a.ts", "DA:1,1", "DA:2,0", "BRDA:1,0,0,1", "BRDA:1,0,1,0", "LF:2", "LH:1");

const location = (line: number): object => ({ start: { line, column: 0 }, end: { line, column: 9 } });
/** Istanbul's entry of a file with one statement a line. */
const istanbul = (path: string, ...hits: readonly number[]): string =>
  JSON.stringify({
    [path]: {
      path,
      statementMap: Object.fromEntries(hits.map((_, index) => [index, location(index + 1)])),
      s: Object.fromEntries(hits.entries()),
      fnMap: {},
      f: {},
      branchMap: {},
      b: {},
    },
  });

interface Run {
  readonly exit: number;
  readonly document: ReportDocument;
  /** `severity code file:line:column` */
  readonly findings: readonly string[];
}

async function report(root: string, ...args: readonly string[]): Promise<Run> {
  const { exit, stdout, stderr } = await ran(fakeHost(root), "coverage", "report", ...args, "--json");
  assert.equal(stderr, "", args.join(" "));
  const document = JSON.parse(stdout) as ReportDocument;
  const findings = document.findings.map(({ severity, code, file, position }) =>
    [
      severity,
      code,
      [file, position?.line, position?.column].filter((part) => part !== undefined && part !== null).join(":"),
    ].join(" "),
  );
  return { exit, document, findings };
}

test("a sound report is counted, with null for what was not measured", async (context) => {
  const root = gitRepository(context, { "src/a.ts": "1;\n2;\n", "out/a.info": SOUND });
  const { exit, document } = await report(root, "out/a.info");
  assert.equal(exit, 0);
  assert.deepEqual(document, {
    schema: "holdpoint/coverage-report/v1",
    files: 1,
    lines: { covered: 1, total: 2 },
    branches: { covered: 1, total: 2 },
    functions: null,
    statements: null,
    regions: null,
    findings: [],
    reports: [{ file: "out/a.info", format: "lcov", instrumenter: "unknown" }],
  });
});

test("a work tree, a folder below it, another root and no repository at all", async (context) => {
  const root = gitRepository(context, { "src/a.ts": "1;\n2;\n", "deep/er/x.txt": "" });
  const outside = scratch(context, { "a.info": SOUND, "gone.info": section("/app/src/gone.ts", "DA:1,1") });
  const file = join(outside, "a.info");
  const files = async (cwd: string, ...args: readonly string[]): Promise<string[]> => {
    const { exit, document, findings } = await report(cwd, ...args, "--files");
    assert.equal(exit, 0);
    assert.ok(findings.every((finding) => finding.startsWith("warning HP-COVERAGE-UNRESOLVED ")));
    return [...(document.perFile ?? []).map(({ path }) => path), String(findings.length)];
  };
  assert.deepEqual(await files(root, file), ["src/a.ts", "0"]);
  assert.deepEqual(await files(join(root, "deep/er"), file), ["src/a.ts", "0"]);
  assert.deepEqual(await files(outside, "a.info", "--root", root), ["src/a.ts", "0"]);
  assert.deepEqual(await files(root, file, join(outside, "gone.info")), ["/app/src/gone.ts", "src/a.ts", "1"]);
  assert.deepEqual(await files(outside, "a.info"), ["src/a.ts", "1"]);
});

/** What stands in a file, and the one finding it must end in; nothing readable where it says no lines. */
const BAD: readonly (readonly [name: string, content: string | Uint8Array, finding: string, lines?: string])[] = [
  ["lying", section("src/a.ts", "DA:1,0", "DA:2,0", "LF:2", "LH:2"), "error HP-COVERAGE-DECLARED lying:5", "0/2"],
  ["cut", SOUND.slice(0, 20), "error HP-READ-TRUNCATED cut:3:1"],
  ["cut in a record", `${SOUND}SF:src/b.ts\nDA:1,`, "error HP-READ-TRUNCATED cut in a record:10:6"],
  ["undefined", section("src/a.ts", "DA:1,undefined"), "error HP-READ-SYNTAX undefined:2:6"],
  ["equals", section("src/a.ts", "DA:1,====="), "error HP-READ-SYNTAX equals:2:6"],
  ["negative", section("src/a.ts", "DA:1,-1"), "error HP-READ-SYNTAX negative:2:6"],
  ["zero", section("src/a.ts", "LF:0", "LH:0"), "error HP-COVERAGE-NOTHING-MEASURED zero:", "null"],
  ["page", "<!DOCTYPE html>\n<html></html>\n", "error HP-READ-NOT-THE-FORMAT page:1:1"],
  ["empty", "", "error HP-READ-EMPTY empty"],
  ["blank", "\n\n", "error HP-READ-"],
  ["binary", Buffer.from([0, 1, 2, 255]), "error HP-READ-NOT-THE-FORMAT binary:1:1"],
  [
    "bomb",
    `<?xml version="1.0"?><!DOCTYPE coverage [<!ENTITY a "b">]><coverage line-rate="1" version="1" timestamp="1"/>`,
    "error HP-READ-",
  ],
  ["twice", SOUND + SOUND, "warning HP-COVERAGE-DUPLICATE-FILE twice:9", "1/2"],
  ["large", section("src/a.ts", `DA:1,${"9".repeat(40)}`), "warning HP-COVERAGE-HITS-SATURATED large:2", "1/1"],
  ["windows", section("C:\\work\\src\\a.ts", "DA:1,1"), "", "1/1"],
  ["url", section("webpack://app/./lib/x.ts", "DA:1,1"), "warning HP-COVERAGE-UNRESOLVED url", "1/1"],
  ["no totals", section("src/a.ts", "DA:1,1"), "", "1/1"],
  ["json cut", istanbul("src/a.ts", 1, 0).slice(0, -9), "error HP-READ-TRUNCATED json cut:1:"],
  ["json number", istanbul("src/a.ts", 1, -2), "error HP-READ-SYNTAX json number:1:"],
  [
    "json twice",
    istanbul("src/a.ts", 1, 0).replace('"s":{"0":1,"1":0}', '"s":{"0":1,"0":0}'),
    "error HP-READ-DUPLICATE-KEY json twice:1:",
  ],
  ["json error", '{"error": "not found"}', "error HP-READ-NOT-THE-FORMAT json error:1:1"],
];

test("bad input ends in a named finding with its place, never in a better number", async (context) => {
  const root = gitRepository(context, { "src/a.ts": "1;\n2;\n" });
  writeFiles(root, Object.fromEntries(BAD.map(([name, content]) => [name, content])));
  for (const [name, , expected, lines] of BAD) {
    const { exit, document, findings } = await report(root, name);
    const shown = document.lines === null ? "null" : `${document.lines.covered}/${document.lines.total}`;
    assert.equal(shown, lines ?? "null", name);
    if (expected === "") assert.deepEqual(findings, [], name);
    else
      assert.ok(findings[0]?.startsWith(expected) === true && findings.length === 1, `${name}: ${findings.join(", ")}`);
    const isError = findings.some((finding) => finding.startsWith("error"));
    assert.equal(exit, lines === undefined ? 3 : isError ? 1 : 0, name);
  }
});

test("what cannot be read among what can is an error and counts nothing", async (context) => {
  const root = gitRepository(context, {
    "src/a.ts": "1;\n2;\n",
    "a.info": SOUND,
    "b.info": "<html>",
    "loose.info": SOUND,
  });
  mkdirSync(join(root, "folder"));
  symlinkSync(join(root, "a.info"), join(root, "link.info"));
  const { exit, document, findings } = await report(
    root,
    "a.info",
    "b.info",
    "absent.info",
    "folder",
    "a.info",
    "link.info",
  );
  assert.equal(exit, 1);
  assert.deepEqual(document.lines, { covered: 1, total: 2 });
  assert.deepEqual(findings, [
    "error HP-READ-ABSENT absent.info",
    "error HP-READ-NOT-THE-FORMAT b.info:1:1",
    "error HP-READ-FAILED folder",
  ]);
  assert.deepEqual(
    document.reports.map(({ file }) => file),
    ["a.info", "link.info"],
    "the same name is read once",
  );
  if (process.getuid?.() !== 0) {
    chmodSync(join(root, "loose.info"), 0);
    assert.deepEqual((await report(root, "loose.info")).findings, ["error HP-READ-FAILED loose.info"]);
  }
  const none = await report(root, "absent.info", "b.info");
  assert.deepEqual([none.exit, none.document.files, none.document.lines, none.findings.length], [3, 0, null, 2]);
});

test("the same files told differently by two formats hold, and both are named", async (context) => {
  const root = gitRepository(context, { "src/a.ts": "1;\n2;\n" });
  writeFiles(root, {
    "l.info": section("src/a.ts", "DA:1,1", "DA:2,0"),
    "same.json": istanbul("/app/src/a.ts", 4, 0),
    "other.json": istanbul("/app/src/a.ts", 4, 1),
  });
  const same = await report(root, "l.info", "same.json");
  assert.deepEqual([same.exit, same.findings, same.document.files], [0, [], 1]);
  const other = await report(root, "l.info", "other.json");
  assert.deepEqual([other.exit, other.findings], [1, ["error HP-COVERAGE-CONTRADICTION other.json"]]);
  assert.match(other.document.findings[0]?.text ?? "", /^other\.json and l\.info differ in the lines of a file/);
  assert.deepEqual(other.document.lines, { covered: 2, total: 2 });
});

test("a named format refuses the others, and a wrong command line is told", async (context) => {
  const root = scratch(context, { "a.info": SOUND });
  assert.deepEqual((await report(root, "a.info", "--format", "go")).findings, [
    "error HP-READ-NOT-THE-FORMAT a.info:1:1",
  ]);
  assert.equal((await report(root, "a.info", "--format", "lcov")).exit, 0);
  const refused = async (...args: string[]): Promise<string> => {
    const { exit, stdout } = await ran(fakeHost(root), "coverage", "report", ...args, "--json");
    return `${exit} ${(JSON.parse(stdout) as { detail?: string }).detail}`;
  };
  assert.match(await refused("a.info", "--format", "lkov"), /^2 there is no format "lkov"; known are auto, lcov, /);
  assert.match(await refused("a.info", "--root", "nowhere"), /^2 --root "nowhere" is no folder$/);
  assert.match(
    await refused(...Array.from({ length: 1_001 }, (_, index) => `${index}.info`)),
    /^2 1001 files, at most 1000/,
  );
  assert.equal((await ran(fakeHost(root), "coverage", "report", "--json")).exit, 2);
});

test("a person reads a table and the findings", async (context) => {
  const root = gitRepository(context, {
    "src/a.ts": "1;\n2;\n",
    "a.info": section("src/a.ts", "DA:1,1", "DA:2,0", "LF:9", "LH:9"),
  });
  const { exit, stdout } = await ran(fakeHost(root), "coverage", "report", "a.info");
  assert.equal(exit, 1);
  assert.equal(
    stdout,
    [
      "1 file in 1 report (lcov)",
      "",
      "lines       50.00%        1 of 2  1 uncovered",
      "branches    not measured",
      "functions   not measured",
      "statements  not measured",
      "",
      "1 error, 0 warnings",
      "  error: a.info:5: declares 9 of 9 lines, its records make 1 of 2 [HP-COVERAGE-DECLARED]",
      "",
    ].join("\n"),
  );
});
