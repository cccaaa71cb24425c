import type { Problem } from "../conclude.ts";
import { count, listed } from "../text.ts";

export interface OffenceTerms {
  readonly code: string;
  readonly noun: string;
  /** What they did, as a clause after their number. */
  readonly text: string;
  /** Begins with `would`. */
  readonly flip: string;
  readonly outcome?: Problem["outcome"];
}

/**
 * One problem out of everything that offends in the same way, naming the first few; none where nothing offends.
 *
 * @example
 * offence(["a"], { code: "late", noun: "answer", text: "came late", flip: "would pass in time" })[0]?.text;
 * // "1 answer came late: a"
 */
export function offence(names: readonly string[], { noun, text, outcome = "fail", ...rest }: OffenceTerms): Problem[] {
  if (names.length === 0) return [];
  const told = `${count(names.length, noun)} ${text}: ${listed(names)}`;
  return [{ ...rest, outcome, text: told, observed: names.length, threshold: 0 }];
}
