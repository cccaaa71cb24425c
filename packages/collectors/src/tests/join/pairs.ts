import type { TestCase } from "@holdpoint/core";
import { TITLES } from "./title.ts";

/** A test as two reports tell it; null on the side that does not list it. */
export type Pair = readonly [TestCase, TestCase] | readonly [TestCase, null] | readonly [null, TestCase];

/** Failed and errored are one verdict: formats draw that line differently. */
export function verdictOf({ status }: TestCase): "passed" | "skipped" | "broken" {
  return status === "passed" || status === "skipped" ? status : "broken";
}

/**
 * The tests of two lists side by side, or null when the lists are not about the same tests: fewer than half of the
 * shorter one stand in the other, under whichever way of naming fits best.
 */
export function pairsOf(first: readonly TestCase[], second: readonly TestCase[]): readonly Pair[] | null {
  let best: { readonly title: (test: TestCase) => string; readonly common: number } | null = null;
  for (const title of TITLES) {
    const common = commonOf(grouped(first, title), grouped(second, title));
    if (common > (best?.common ?? 0)) best = { title, common };
  }
  if (best === null || best.common * 2 < Math.min(first.length, second.length)) return null;
  return sideBySide(first, grouped(second, best.title), best.title);
}

function grouped(tests: readonly TestCase[], title: (test: TestCase) => string): Map<string, TestCase[]> {
  const groups = new Map<string, TestCase[]>();
  for (const test of tests) {
    const key = title(test);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [test]);
    else group.push(test);
  }
  return groups;
}

function commonOf(first: ReadonlyMap<string, TestCase[]>, second: ReadonlyMap<string, TestCase[]>): number {
  let common = 0;
  for (const [key, tests] of first) common += Math.min(tests.length, second.get(key)?.length ?? 0);
  return common;
}

/** Of several tests with one title those with the same verdict belong together. */
function sideBySide(
  first: readonly TestCase[],
  second: ReadonlyMap<string, TestCase[]>,
  title: (test: TestCase) => string,
): readonly Pair[] {
  const partners = new Map<TestCase, TestCase | null>();
  const taken = new Set<TestCase>();
  for (const [key, tests] of grouped(first, title)) {
    const others = [...(second.get(key) ?? [])];
    const take = (fits: (other: TestCase) => boolean): TestCase | null => {
      const at = others.findIndex(fits);
      return at === -1 ? null : (others.splice(at, 1)[0] ?? null);
    };
    for (const test of tests)
      partners.set(
        test,
        take((other) => verdictOf(other) === verdictOf(test)),
      );
    for (const test of tests)
      if (partners.get(test) === null)
        partners.set(
          test,
          take(() => true),
        );
  }
  const pairs: Pair[] = [];
  for (const test of first) {
    const partner = partners.get(test) ?? null;
    if (partner !== null) taken.add(partner);
    pairs.push(partner === null ? [test, null] : [test, partner]);
  }
  for (const test of [...second.values()].flat()) if (!taken.has(test)) pairs.push([null, test]);
  return pairs;
}
