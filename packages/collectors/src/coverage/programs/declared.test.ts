import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { CoverageFormat } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";
import { Interner } from "../counts/interner.ts";
import { COVERAGE_READERS, formatOf } from "../formats.ts";
import { readWhole } from "../read-report.ts";

const FOLDER = new URL("./fixtures/", import.meta.url);

/** Where a format declares totals; the first group ends where the number begins. */
const TOTALS: Readonly<Partial<Record<CoverageFormat, readonly RegExp[]>>> = {
  lcov: ["LF", "LH", "BRF", "BRH", "FNF", "FNH"].map((tag) => new RegExp(`^(${tag}:)[0-9]+$`, "gm")),
  cobertura: ["lines-valid", "lines-covered", "branches-valid", "branches-covered"].map(
    (name) => new RegExp(`(<coverage [^>]*${name}=")[0-9]+`, "g"),
  ),
  clover: ["statements", "coveredstatements", "conditionals", "coveredconditionals"].map(
    (name) => new RegExp(`(<metrics [^>]*\\b${name}=")[0-9]+`, "g"),
  ),
  jacoco: ["LINE", "BRANCH", "METHOD"].map((type) => new RegExp(`(<counter type="${type}" missed=")[0-9]+`, "g")),
  "coverage-py": ["covered_lines", "num_statements", "covered_branches", "num_branches"].map(
    (name) => new RegExp(`("${name}": ?)[0-9]+`, "g"),
  ),
  "llvm-cov": [/("lines":\{"count":)[0-9]+/g, /("functions":\{"count":)[0-9]+/g],
};

/** Numbers that nothing in the report can be compared with. */
function isIncomparable(text: string, at: number, format: CoverageFormat): boolean {
  const before = text.slice(0, at);
  if (format === "jacoco") {
    // Classes and methods are not told by their lines, which belong to source files.
    const open = (name: string): boolean => before.lastIndexOf(`<${name} `) > before.lastIndexOf(`</${name}>`);
    return open("class") || open("method");
  }
  // What a single function or class of Python declares is not used; files are at depth 4, the whole is at 2.
  if (format === "coverage-py") return before.split("{").length - before.split("}").length > 4;
  // PHPUnit's classes share the lines of their file.
  if (format === "clover") return before.lastIndexOf("<class ") > before.lastIndexOf("</class>");
  return false;
}

/** What a report says of itself, or the code with which it is refused. */
function said(format: CoverageFormat, text: string): string {
  try {
    const options = { file: "r", interner: new Interner() };
    const { mismatches, remarks } = readWhole(COVERAGE_READERS[format], Buffer.from(text), options);
    return JSON.stringify([mismatches, remarks]);
  } catch (thrown) {
    if (!isHoldpointError(thrown)) throw thrown;
    return thrown.code;
  }
}

const PLACES_MAX = 6;

/** Some of all, the first and the last among them. */
function spread<One>(all: readonly One[]): readonly One[] {
  const step = Math.max(1, (all.length - 1) / (PLACES_MAX - 1));
  const picked = Array.from({ length: Math.min(all.length, PLACES_MAX) }, (_, index) => Math.round(index * step));
  return all.filter((_, index) => picked.includes(index));
}

test("of reports of real programs every declared total is watched: one more or less is told", () => {
  const harmed = new Map<string, number>();
  const unwatched: string[] = [];
  for (const folder of readdirSync(FOLDER).filter((name) => name !== "HOW.md")) {
    const totals = JSON.parse(readFileSync(new URL(`${folder}/totals.json`, FOLDER), "utf8")) as {
      readonly tools: readonly { readonly reports: Readonly<Record<string, CoverageFormat>> }[];
    };
    for (const [report, format] of totals.tools.flatMap(({ reports }) => Object.entries(reports))) {
      const text = readFileSync(new URL(`${folder}/${report}`, FOLDER), "utf8");
      assert.equal(formatOf(Buffer.from(text), report).format, format);
      const before = said(format, text);
      if (before.startsWith("HP-")) continue;
      for (const pattern of TOTALS[format] ?? []) {
        const places = [...text.matchAll(pattern)].filter(({ index }) => !isIncomparable(text, index, format));
        for (const { 0: whole, 1: head = "", index } of spread(places)) {
          const number = Number(whole.slice(head.length));
          const lie = `${text.slice(0, index)}${head}${number + 1}${text.slice(index + whole.length)}`;
          const where = `${folder}/${report}: ${whole.slice(-60)} at ${index}`;
          if (said(format, lie) === before) unwatched.push(where);
          harmed.set(format, (harmed.get(format) ?? 0) + 1);
        }
      }
    }
  }
  assert.deepEqual(unwatched, []);
  for (const format of Object.keys(TOTALS))
    assert.ok((harmed.get(format) ?? 0) >= 4, `${format} ${harmed.get(format)}`);
});
