import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestFormat } from "@holdpoint/core";
import fc from "fast-check";
import { readAs } from "../testing.test.ts";
import type { Group, Writer } from "../writers.test.ts";
import { all, groups, WRITERS } from "../writers.test.ts";
import { joinReports } from "./join-reports.ts";

const FORMATS = Object.keys(WRITERS) as TestFormat[];
const pair = fc
  .tuple(fc.constantFrom(...FORMATS), fc.constantFrom(...FORMATS))
  .filter(([first, second]) => first !== second);

/** Tests of one name in several suites are told apart by formats that keep suites only; here every name is one. */
const runs = groups.filter((list) => {
  const names = all(list).map(({ name }) => name);
  return (
    names.length > 0 && new Set(names).size === names.length && all(list).some(({ status }) => status !== "skipped")
  );
});

const read = (format: TestFormat, list: readonly Group[]): ReturnType<typeof readAs> => {
  const write = WRITERS[format] as Writer;
  const found = readAs(format, write(list, 0));
  return {
    ...found,
    report: { ...found.report, file: format },
    cases: found.cases.map((one) => ({ ...one, report: format })),
  };
};

test("a run that is told in any two formats is told once and contradicts nothing", () => {
  fc.assert(
    fc.property(runs, pair, (list, [first, second]) => {
      const joined = joinReports([read(first, list), read(second, list)]);
      assert.deepEqual(joined.contradictions, [], `${first} ${second}`);
      assert.equal(joined.cases.length, all(list).length);
    }),
    { numRuns: 600 },
  );
});

/** The same run with one test's verdict turned over. */
function turned(list: readonly Group[], at: number): readonly Group[] {
  let index = -1;
  return list.map((group) => ({
    ...group,
    tests: group.tests.map((one) => {
      index += 1;
      if (index !== at) return one;
      return { ...one, status: one.status === "failed" ? ("passed" as const) : ("failed" as const) };
    }),
  }));
}

test("one verdict that was turned over is found, with both reports, and the worse one stands", () => {
  fc.assert(
    fc.property(runs, pair, fc.nat(), (list, [first, second], seed) => {
      const at = seed % all(list).length;
      const joined = joinReports([read(first, list), read(second, turned(list, at))]);
      assert.equal(joined.contradictions.length, 1, `${first} ${second}`);
      const [found] = joined.contradictions;
      assert.deepEqual(new Set([found?.first.report, found?.second.report]), new Set([first, second]));
      const name = all(list)[at]?.name;
      assert.equal(joined.cases.find((one) => one.name === name)?.status, "failed");
    }),
    { numRuns: 600 },
  );
});

test("a test that ran and that one report leaves out is found", () => {
  fc.assert(
    fc.property(runs, pair, (list, [first, second]) => {
      const group = list.find(({ tests }) => tests.length > 1 && tests.at(-1)?.status !== "skipped");
      fc.pre(group !== undefined);
      const shorter = list.map((one) => (one === group ? { ...one, tests: one.tests.slice(0, -1) } : one));
      const joined = joinReports([read(first, list), read(second, shorter)]);
      assert.equal(joined.contradictions.length, 1, `${first} ${second}`);
      assert.equal(joined.cases.length, all(list).length);
      const told = [joined.contradictions[0]?.first, joined.contradictions[0]?.second];
      assert.deepEqual(told.find((one) => one?.status === null)?.report, second);
    }),
    { numRuns: 400 },
  );
});
