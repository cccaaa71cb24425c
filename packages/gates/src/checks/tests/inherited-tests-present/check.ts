import type { Check, CheckInput, Finding, TestCase } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { SuiteCase } from "../../../evidence/test-cases.ts";
import { allCases, didFail, placeOf, testSuites } from "../../../evidence/test-cases.ts";
import type { TestFacts } from "../../../evidence/test-facts.ts";
import { readTestFacts } from "../../../evidence/test-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const cases = allCases(testSuites(input));
  const facts = readTestFacts(input);
  if (facts === null) return withoutFacts(input, "tests", definition.id, "the tests that passed");
  const before = passesBefore(facts);
  const lost = lostSince(before, cases);
  const problems = [
    ...problem(
      "now-failing",
      "fail now",
      before.size,
      lost.filter((one) => one.now.some(({ test }) => didFail(test))),
    ),
    ...problem("now-gone", "are gone", before.size, lost.filter(isGone)),
    ...problem(
      "now-skipped",
      "are skipped now",
      before.size,
      lost.filter((one) => !isGone(one) && !isFailing(one)),
    ),
  ];
  return conclude(problems, {
    reason: `every one of ${count(before.size, "test")} that passed at the last promotion passes now`,
    observed: before.size,
    threshold: before.size,
  });
}

interface Lost {
  readonly id: string;
  /** What the reports say of it now, besides passes. */
  readonly now: readonly SuiteCase[];
}

const isFailing = ({ now }: Lost): boolean => now.some(({ test }) => didFail(test));
const isGone = ({ now }: Lost): boolean => now.length === 0;

/** How many suites each test passed in: a test that moved to another suite is not lost. */
function passesBefore({ suites }: TestFacts): Map<string, number> {
  const before = new Map<string, number>();
  for (const { passed } of suites) for (const id of passed) before.set(id, (before.get(id) ?? 0) + 1);
  return before;
}

function lostSince(before: ReadonlyMap<string, number>, cases: readonly SuiteCase[]): Lost[] {
  const now = new Map<string, SuiteCase[]>();
  for (const one of cases) {
    const known = now.get(one.test.id);
    if (known === undefined) now.set(one.test.id, [one]);
    else known.push(one);
  }
  const lost: Lost[] = [];
  for (const [id, suites] of before) {
    const seen = now.get(id) ?? [];
    const broken = seen.filter(({ test }) => test.status !== "passed");
    if (passingSuites(seen) < suites || broken.some(({ test }) => didFail(test))) lost.push({ id, now: broken });
  }
  return lost;
}

function passingSuites(seen: readonly { readonly suite: string; readonly test: TestCase }[]): number {
  return new Set(seen.filter(({ test }) => test.status === "passed").map(({ suite }) => suite)).size;
}

function problem(code: string, what: string, before: number, lost: readonly Lost[]): Problem[] {
  if (lost.length === 0) return [];
  const names = listed(lost.map(({ id }) => id));
  const text = `${lost.length} of ${count(before, "test")} that passed at the last promotion ${what}: ${names}`;
  return [
    {
      outcome: "fail",
      code,
      text,
      observed: before - lost.length,
      threshold: before,
      flip: `would pass if ${lost.length === 1 ? "it" : `these ${lost.length}`} passed again`,
      locations: lost.flatMap(({ id, now }) =>
        now.length === 0 ? [{ file: id.split(" › ", 1)[0] ?? id, text: `gone: ${id}` }] : now.map(placeOf),
      ),
    },
  ];
}
