import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { CoverageFormat } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { Interner } from "../counts/interner.ts";
import { COVERAGE_READERS, formatOf } from "../formats.ts";
import { HEAD_SIZE_BYTES, readWhole } from "../read-report.ts";

const ROOT = new URL("../", import.meta.url);
/** Formats whose readers stand on the cursor of this folder. */
const JSON_FORMATS: readonly CoverageFormat[] = [
  "istanbul",
  "istanbul-summary",
  "coverage-py",
  "llvm-cov",
  "simplecov",
];
const FIXTURES_MIN = 20;

type Report = readonly [format: CoverageFormat, name: string, bytes: Buffer];

/** Every report that lies in a `fixtures` folder of a format, and every one of a real program. */
const REPORTS: readonly Report[] = [...ownFixtures(), ...programFixtures()];

function filesOf(folder: URL): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith(".md")) : [];
}

function ownFixtures(): Report[] {
  return (Object.keys(COVERAGE_READERS) as CoverageFormat[]).flatMap((format) => {
    const folder = new URL(`${format}/fixtures/`, ROOT);
    return filesOf(folder).map((name): Report => [format, `${format}/${name}`, readFileSync(new URL(name, folder))]);
  });
}

interface Program {
  readonly tools: readonly { readonly reports: Readonly<Record<string, CoverageFormat>> }[];
}

function programFixtures(): Report[] {
  const root = new URL("programs/fixtures/", ROOT);
  return filesOf(root).flatMap((program) => {
    const folder = new URL(`${program}/`, root);
    const { tools } = JSON.parse(readFileSync(new URL("totals.json", folder), "utf8")) as Program;
    return tools
      .flatMap(({ reports }) => Object.entries(reports))
      .map(([name, format]): Report => [format, `${program}/${name}`, readFileSync(new URL(name, folder))]);
  });
}

function refusal(format: CoverageFormat, bytes: Uint8Array): string {
  try {
    readWhole(COVERAGE_READERS[format], bytes, { file: "r", interner: new Interner() });
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), thrown instanceof Error ? thrown.stack : String(thrown));
    const { file, line, column } = thrown.place;
    return `${thrown.code} ${file} ${typeof line} ${typeof column}`;
  }
  return "accepted";
}

test("each reader of JSON reads the reports of its format, which are known by their beginning", () => {
  assert.ok(REPORTS.length >= FIXTURES_MIN, `only ${REPORTS.length} reports were found`);
  for (const format of JSON_FORMATS) {
    const own = REPORTS.filter(([its]) => its === format);
    assert.ok(own.length > 0, `no report of ${format}`);
    for (const [, name, bytes] of own) {
      assert.equal(refusal(format, bytes), "accepted", name);
      assert.equal(formatOf(bytes, name).format, format, name);
    }
  }
});

test("each reader of JSON refuses the reports of every other format, and names a place", () => {
  let refused = 0;
  for (const format of JSON_FORMATS) {
    for (const [its, name, bytes] of REPORTS) {
      if (its === format) continue;
      assert.equal(refusal(format, bytes), "HP-READ-NOT-THE-FORMAT r number number", `${format} given ${name}`);
      assert.ok(!COVERAGE_READERS[format].looksLike(bytes.subarray(0, HEAD_SIZE_BYTES)), `${format} sees ${name}`);
      refused += 1;
    }
  }
  assert.ok(refused > FIXTURES_MIN);
});

test("no other reader takes a report in JSON for one of its own", () => {
  const others = (Object.keys(COVERAGE_READERS) as CoverageFormat[]).filter((format) => !JSON_FORMATS.includes(format));
  for (const [its, name, bytes] of REPORTS) {
    if (!JSON_FORMATS.includes(its)) continue;
    for (const format of others) {
      assert.match(refusal(format, bytes), /^HP-READ-NOT-THE-FORMAT/, `${format} given ${name}`);
    }
  }
});

test("what is no report at all is no report of any JSON format", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["", /^HP-READ-EMPTY/],
    [" \n", /^HP-READ-EMPTY/],
    ["<!DOCTYPE html><html></html>", /^HP-READ-NOT-THE-FORMAT/],
    ["=====", /^HP-READ-NOT-THE-FORMAT/],
    ["undefined", /^HP-READ-NOT-THE-FORMAT/],
    ["null", /^HP-READ-NOT-THE-FORMAT/],
    ["[]", /^HP-READ-NOT-THE-FORMAT/],
    ["[{}]", /^HP-READ-NOT-THE-FORMAT/],
    ["7", /^HP-READ-NOT-THE-FORMAT/],
    ['{"error": "not found", "status": 404}', /^HP-READ-NOT-THE-FORMAT/],
    ['{"results": {"tool": {"name": "x"}, "summary": {}, "tests": []}}', /^HP-READ-NOT-THE-FORMAT/],
  ];
  for (const format of JSON_FORMATS) {
    for (const [text, expected] of cases)
      assert.match(refusal(format, Buffer.from(text)), expected, `${format} ${text}`);
  }
});
