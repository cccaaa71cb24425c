import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestStatus } from "@holdpoint/core";
import fc from "fast-check";
import { readJunit } from "./read.ts";

interface Suite {
  readonly name: string;
  readonly cases: readonly { readonly name: string; readonly status: TestStatus }[];
  readonly suites: readonly Suite[];
}

const name = fc.string({
  unit: fc.constantFrom("a", "b", "é", "😀", " ", "<", "&", '"', "'", "]", ">", "\n", "/"),
  maxLength: 8,
});
const status = fc.constantFrom<TestStatus>("passed", "failed", "errored", "skipped");
const suiteOf = (depth: number): fc.Arbitrary<Suite> =>
  fc.record({
    name,
    cases: fc.array(fc.record({ name, status }, { noNullPrototype: true }), { maxLength: 4 }),
    suites: depth === 0 ? fc.constant([]) : fc.array(suiteOf(depth - 1), { maxLength: 2 }),
  });
const suite = suiteOf(2);

const ESCAPES: Readonly<Record<string, string>> = { "<": "&lt;", "&": "&amp;", '"': "&quot;", "\n": "&#10;", ">": ">" };
const escape = (text: string): string => text.replace(/[<&"\n]/g, (found) => ESCAPES[found] ?? found);
const CHILD: Readonly<Record<TestStatus, string>> = {
  passed: "",
  failed: "<failure message='m'/>",
  errored: "<error>e</error>",
  skipped: "<skipped/>",
};

const all = (one: Suite): Suite["cases"] => [...one.cases, ...one.suites.flatMap(all)];
const count = (cases: Suite["cases"], status: TestStatus): number =>
  cases.filter((one) => one.status === status).length;

function print(one: Suite, wrong: number): string {
  const cases = all(one);
  const broken = `failures="${count(cases, "failed")}" errors="${count(cases, "errored")}"`;
  const totals = `tests="${cases.length + wrong}" ${broken}`;
  const own = one.cases.map((each) => `<testcase name="${escape(each.name)}">${CHILD[each.status]}</testcase>\n`);
  const inner = one.suites.map((each) => print(each, 0));
  const attributes = `${totals} skipped="${count(cases, "skipped")}"`;
  return `<testsuite name="${escape(one.name)}" ${attributes}>${own.join("")}${inner.join("")}</testsuite>`;
}

const read = (source: string): ReturnType<typeof readJunit> =>
  readJunit(Buffer.from(source), { file: "a.xml", root: "/w" });

test("whatever is written is read back: names, verdicts, order and totals", () => {
  fc.assert(
    fc.property(fc.array(suite, { maxLength: 3 }), (suites) => {
      const report = read(`<testsuites>${suites.map((one) => print(one, 0)).join("\n")}</testsuites>`);
      const cases = suites.flatMap(all);
      assert.deepEqual(
        report.cases.map((one) => ({ name: one.name, status: one.status })),
        cases,
      );
      assert.deepEqual(report.mismatches, []);
      assert.equal(report.report.cases, cases.length);
    }),
    { numRuns: 300 },
  );
});

test("a total that is one too many is always found", () => {
  fc.assert(
    fc.property(suite, fc.constantFrom(1, 7), (one, wrong) => {
      // The number of its own cases is a total that a suite may declare as well.
      fc.pre(all(one).length + wrong !== one.cases.length);
      const { mismatches } = read(print(one, wrong));
      assert.ok(mismatches.some(({ what, declared }) => what === "tests" && declared === all(one).length + wrong));
    }),
    { numRuns: 200 },
  );
});
