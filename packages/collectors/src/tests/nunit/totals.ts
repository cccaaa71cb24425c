import type { XmlReader } from "../../xml/reader.ts";
import type { Difference, Totals } from "../differences.ts";
import { totalsDifferences } from "../differences.ts";
import { countAttribute } from "../xml/element.ts";
import type { NunitResult } from "./case.ts";

/** How many cases of a suite ended in which way. */
export type NunitCount = Record<NunitResult, number>;

export function noCases(): NunitCount {
  return { passed: 0, failed: 0, errored: 0, skipped: 0, inconclusive: 0, warning: 0, explicit: 0 };
}

export function addCases(sum: NunitCount, part: NunitCount): void {
  for (const key of Object.keys(sum) as NunitResult[]) sum[key] += part[key];
}

/** Totals of a start tag of version 3, where errors are counted as failures. */
export function declared3(xml: XmlReader): Totals {
  const count = (name: string): number | null => countAttribute(xml, name);
  const [skipped, inconclusive] = [count("skipped"), count("inconclusive")];
  return {
    tests: count("total"),
    passed: count("passed"),
    failures: count("failed"),
    errors: null,
    skipped: skipped === null ? null : skipped + (inconclusive ?? 0),
  };
}

/** Totals of the root of version 2, where `total` is what was run and `not-run` the rest. */
export function declared2(xml: XmlReader): Totals {
  const count = (name: string): number | null => countAttribute(xml, name);
  const [notRun, inconclusive] = [count("not-run"), count("inconclusive")];
  return {
    tests: count("total"),
    passed: null,
    failures: count("failures"),
    errors: count("errors"),
    skipped: notRun === null ? null : notRun + (inconclusive ?? 0),
  };
}

type Suite = { readonly suite: string; readonly line: number; readonly declared: Totals };

/** A warning is a case of its own for NUnit, and an explicit one is counted by some versions only. */
export function differences3(suite: Suite, seen: NunitCount): readonly Difference[] {
  const failures = seen.failed + seen.errored;
  const skipped = seen.skipped + seen.inconclusive;
  const tests = seen.passed + seen.warning + failures + skipped;
  const ways = [
    { tests: tests + seen.explicit, passed: seen.passed, failures, errors: null, skipped: skipped + seen.explicit },
    { tests, passed: seen.passed, failures, errors: null, skipped },
    { tests: tests + seen.explicit, passed: seen.passed, failures, errors: null, skipped },
    { tests, passed: seen.passed, failures, errors: null, skipped: skipped + seen.explicit },
  ];
  return totalsDifferences(suite, ways);
}

export function differences2(suite: Suite, seen: NunitCount): readonly Difference[] {
  const { failed: failures, errored: errors, inconclusive } = seen;
  const notRun = seen.skipped + seen.explicit;
  const ran = seen.passed + seen.warning + failures + errors + inconclusive;
  const ways = [
    { tests: ran, passed: null, failures, errors, skipped: notRun + inconclusive },
    { tests: ran + notRun, passed: null, failures, errors, skipped: notRun + inconclusive },
    // A test that cannot be run is `invalid` and counted as not run.
    { tests: ran - errors, passed: null, failures, errors: 0, skipped: notRun + inconclusive + errors },
  ];
  return totalsDifferences(suite, ways);
}
