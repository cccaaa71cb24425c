import type { CheckInput, Finding } from "@holdpoint/core";

/**
 * A check that judged the last promotion must find its facts there, else they are `missing`.
 * One that is new since then has nothing to inherit yet: it does not apply until the promotion after this one.
 */
export function withoutFacts(input: CheckInput, gate: string, check: string, what: string): Finding {
  const then = input.baseline?.gates.find((one) => one.id === gate);
  const said = { observed: "nothing", threshold: what, flip: `would be judged against a promotion that left ${what}` };
  if (then?.checks.some((one) => one.id === check) === true) {
    return {
      outcome: "missing",
      code: "baseline-silent",
      reason: `the last promotion left no record of ${what}`,
      ...said,
    };
  }
  const reason = `the check did not judge the last promotion, which therefore left no record of ${what}`;
  return { outcome: "not-applicable", code: "new-check", reason, ...said };
}
