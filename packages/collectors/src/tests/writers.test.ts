import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestFormat, TestStatus } from "@holdpoint/core";
import { TEST_FORMATS } from "@holdpoint/core";
import fc from "fast-check";

export interface Model {
  readonly name: string;
  readonly status: TestStatus;
}

export interface Group {
  readonly name: string;
  readonly tests: readonly Model[];
}

/** Writes groups of tests as a format does; `wrong` is added to the declared number of tests. */
export type Writer = (groups: readonly Group[], wrong: number) => string;

const UNITS = ["a", "B", "é", "😀", "#", "<", "&", '"', "'", "\\", "{", "}", "(", "7", " x"];
const name = fc
  .string({ unit: fc.constantFrom(...UNITS), minLength: 1, maxLength: 8 })
  .map((text) => `n${text}`.trimEnd())
  .filter((text) => !text.endsWith("{"));
const status = fc.constantFrom<TestStatus>("passed", "failed", "skipped");
const tests = fc.uniqueArray(fc.record({ name, status }, { noNullPrototype: true }), {
  selector: (one) => one.name,
  minLength: 1,
  maxLength: 5,
});
export const groups: fc.Arbitrary<readonly Group[]> = fc.uniqueArray(
  fc.record({ name, tests }, { noNullPrototype: true }),
  {
    selector: (one) => one.name,
    maxLength: 4,
  },
);

const escapeXml = (text: string): string =>
  text.replace(/[<&"]/g, (found) => ({ "<": "&lt;", "&": "&amp;", '"': "&quot;" })[found] ?? "");
const escapeTap = (text: string): string => text.replace(/[\\#]/g, (found) => `\\${found}`);
export const all = (list: readonly Group[]): readonly Model[] => list.flatMap((group) => group.tests);
export const count = (list: readonly Model[], wanted: TestStatus): number =>
  list.filter((one) => one.status === wanted).length;
const json = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

export const WRITERS: Readonly<Partial<Record<TestFormat, Writer>>> = {
  tap: (list, wrong) => {
    const point = ({ name: title, status: ended }: Model): string =>
      `    ${ended === "failed" ? "not ok" : "ok"} - ${escapeTap(title)}${ended === "skipped" ? " # SKIP no" : ""}\n`;
    const group = (one: Group): string =>
      `# Subtest: ${one.name}\n${one.tests.map(point).join("")}    1..${one.tests.length + wrong}\n` +
      `${one.tests.some((each) => each.status === "failed") ? "not ok" : "ok"} - ${escapeTap(one.name)}\n`;
    return `TAP version 14\n${list.map(group).join("")}1..${list.length}\n`;
  },
  ctrf: (list, wrong) => {
    const listed = all(list);
    const counts = Object.fromEntries(
      (["passed", "failed", "skipped"] as const).map((key) => [key, count(listed, key)]),
    );
    const summary = { tests: listed.length + wrong, ...counts, pending: 0, other: 0, start: 0, stop: 1 };
    const written = list.flatMap((group) => group.tests.map((one) => ({ ...one, duration: 1, suite: [group.name] })));
    return JSON.stringify({ results: { tool: { name: "t" }, summary, tests: written } }, null, 1);
  },
  "go-test": (list) =>
    list
      .map((group) => {
        const of = { Package: group.name };
        const events = group.tests.flatMap((one) => [
          { Action: "run", ...of, Test: one.name },
          {
            Action: one.status === "passed" ? "pass" : one.status === "failed" ? "fail" : "skip",
            ...of,
            Test: one.name,
          },
        ]);
        return json([...events, { Action: count(group.tests, "failed") > 0 ? "fail" : "pass", ...of, Elapsed: 1 }]);
      })
      .join(""),
  "node-test": (list, wrong) => {
    const events = list.flatMap((group) => {
      const suite = { nesting: 0, name: group.name, file: "a.js" };
      const ends = group.tests.flatMap((one) => {
        const data = { nesting: 1, name: one.name, file: "a.js" };
        const skip = one.status === "skipped" ? { skip: "no" } : {};
        const type = one.status === "failed" ? "test:fail" : "test:pass";
        return [
          { type: "test:start", data },
          { type, data: { ...data, ...skip, details: { duration_ms: 1 } } },
        ];
      });
      const type = count(group.tests, "failed") > 0 ? "test:fail" : "test:pass";
      const details = { duration_ms: 1, type: "suite" };
      return [{ type: "test:start", data: suite }, ...ends, { type, data: { ...suite, details } }];
    });
    return json([...events, { type: "test:plan", data: { nesting: 0, count: list.length + wrong } }]);
  },
  trx: (list, wrong) => {
    const outcome = { passed: "Passed", failed: "Failed", errored: "Error", skipped: "NotExecuted" } as const;
    const listed = all(list);
    const results = list.flatMap((group, index) =>
      group.tests.map(
        (one) =>
          `<UnitTestResult testId="${index}" testName="${escapeXml(one.name)}" outcome="${outcome[one.status]}"/>\n`,
      ),
    );
    const classes = list.map(
      (group, index) => `<UnitTest id="${index}"><TestMethod className="${escapeXml(group.name)}"/></UnitTest>`,
    );
    const ran = listed.length - count(listed, "skipped");
    const totals = `total="${listed.length + wrong}" executed="${ran + wrong}"`;
    const ends = `passed="${count(listed, "passed")}" failed="${count(listed, "failed")}"`;
    const summary = `<ResultSummary outcome="Completed"><Counters ${totals} ${ends}/></ResultSummary>`;
    const definitions = `<TestDefinitions>${classes.join("")}</TestDefinitions>`;
    return `<TestRun><Results>${results.join("")}</Results>${definitions}${summary}</TestRun>`;
  },
  xunit: (list, wrong) => {
    const result = { passed: "Pass", failed: "Fail", errored: "Fail", skipped: "Skip" } as const;
    const group = (one: Group): string => {
      const written = one.tests.map(
        (each) =>
          `<test name="${escapeXml(each.name)}" type="${escapeXml(one.name)}" result="${result[each.status]}"/>\n`,
      );
      return `<collection total="${one.tests.length + wrong}" name="c">${written.join("")}</collection>`;
    };
    return `<assemblies><assembly name="a">${list.map(group).join("")}</assembly></assemblies>`;
  },
  nunit: (list, wrong) => {
    const result = { passed: "Passed", failed: "Failed", errored: "Failed", skipped: "Skipped" } as const;
    const group = (one: Group): string => {
      const written = one.tests.map((each) => {
        const names = `name="${escapeXml(each.name)}" classname="${escapeXml(one.name)}"`;
        return `<test-case ${names} result="${result[each.status]}"/>\n`;
      });
      const ended = count(one.tests, "failed") > 0 ? "Failed" : "Passed";
      return `<test-suite name="${escapeXml(one.name)}" result="${ended}">${written.join("")}</test-suite>`;
    };
    return `<test-run total="${all(list).length + wrong}">${list.map(group).join("")}</test-run>`;
  },
};

test("there is a writer of every format but JUnit, which has its own", () => {
  assert.deepEqual(Object.keys(WRITERS).sort(), TEST_FORMATS.filter((format) => format !== "junit").sort());
});
