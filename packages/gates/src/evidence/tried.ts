import type { Finding } from "@holdpoint/core";
import type { Problem } from "../conclude.ts";
import { conclude } from "../conclude.ts";
import { count } from "../text.ts";
import { offence } from "./offence.ts";

/** What must not be true of anything that a drill tried. */
export interface TriedRule<Item> {
  readonly code: string;
  /** What such a one did, as a clause after their number. */
  readonly text: string;
  /** Begins with `would`. */
  readonly flip: string;
  readonly offends: (item: Item) => boolean;
  /** `missing` where the trial proves nothing either way; default `fail`. */
  readonly outcome?: Problem["outcome"];
}

export interface TriedTerms<Item> {
  /** What one of them is called: `restart`. */
  readonly noun: string;
  /** What all of them did, as a clause after their number. */
  readonly passed: string;
  readonly name: (item: Item) => string;
  readonly rules: readonly TriedRule<Item>[];
}

/** Reason code of a trial that never took place; every check that uses `concludeTried` declares it. */
export const NOT_TRIED = "not-tried";

/**
 * Judges everything that a drill tried by rules. Nothing tried is `missing`, never a pass.
 *
 * @example
 * const late = { code: "late", text: "came late", flip: "would pass in time", offends: (ms: number) => ms > 5 };
 * concludeTried([3, 9], { noun: "answer", passed: "came in time", name: String, rules: [late] }).reason;
 * // "1 answer came late: 9"
 */
export function concludeTried<Item>(items: readonly Item[], terms: TriedTerms<Item>): Finding {
  const { noun, passed, name, rules } = terms;
  const problems = rules.flatMap(({ offends, ...rule }) => offence(items.filter(offends).map(name), { ...rule, noun }));
  return conclude([...untried(items.length, noun), ...problems], {
    reason: `${count(items.length, noun)} ${passed}`,
    observed: items.length,
    threshold: items.length,
  });
}

/** The problem of having tried nothing. */
export function untried(tried: number, noun: string): Problem[] {
  if (tried > 0) return [];
  return [
    {
      outcome: "missing",
      code: NOT_TRIED,
      text: `the drill tried no ${noun}`,
      observed: 0,
      threshold: `at least 1 ${noun}`,
      flip: `would be judged with 1 ${noun}`,
    },
  ];
}

/** The problem of things that were to be tried and were not. */
export function untriedNames(wanted: readonly string[], tried: readonly string[], noun: string): Problem[] {
  const absent = wanted.filter((one) => !tried.includes(one));
  const flip = `would be judged with every ${noun}`;
  return offence(absent, { code: NOT_TRIED, noun, text: "not tried", flip, outcome: "missing" });
}
