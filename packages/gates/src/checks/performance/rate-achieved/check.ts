import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns, noneToJudge, performanceRuns, rounded } from "../../../evidence/load-runs.ts";
import { percentParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const minPercent = percentParam(input.params, "minPercent");
  const runs = performanceRuns(input);
  if (runs.length > 0 && runs.every(isClosed)) return noneToJudge("open run", "trust-enough");
  const told = runs.filter((run) => !isClosed(run)).map((run) => rateText(run));
  return judgeRuns(
    input,
    (run) => missed(run, minPercent),
    () => ({
      reason: told.join(", "),
      observed: told.join(", "),
      threshold: `at least ${minPercent}% of the target`,
    }),
  );
}

/** Each arrival that went out sent at least one request. */
const ROUNDING = 1 + 1e-9;

function contradicting({ id }: LoadBody, achieved: number, sentPerS: number): Problem {
  return {
    outcome: "fail",
    code: "rate-contradicts",
    text: `load ${id} says ${rounded(achieved)} arrivals a second, and sent ${rounded(sentPerS)} requests a second`,
    observed: rounded(achieved),
    threshold: rounded(sentPerS),
    flip: `would pass at <= ${rounded(sentPerS)} a second`,
  };
}

function isClosed({ terms }: LoadBody): boolean {
  return terms.model === "closed";
}

function rateText({ id, achieved, target }: LoadBody): string {
  return `load ${id}: ${rounded(achieved ?? 0)} of ${rounded(target ?? 0)} requests a second`;
}

function missed(run: LoadBody, minPercent: number): Problem[] {
  const { id, achieved, target } = run;
  if (isClosed(run)) return [];
  if (achieved === null || target === null || target <= 0) {
    return [
      {
        outcome: "missing",
        code: "rate-unsaid",
        text: `load ${id} does not say which rate was asked for and which went out`,
        observed: achieved === null ? "nothing" : rounded(achieved),
        threshold: target === null ? "a target rate" : rounded(target),
        flip: "would be judged with both rates",
      },
    ];
  }
  const sentPerS = run.durationMs > 0 ? (run.sent * 1000) / run.durationMs : 0;
  if (run.trust === "open-both-clocks" && achieved > sentPerS * ROUNDING)
    return [contradicting(run, achieved, sentPerS)];
  const least = (target * minPercent) / 100;
  if (achieved >= least) return [];
  return [
    {
      outcome: "missing",
      code: "rate-missed",
      text: `${rateText(run)}, ${minPercent}% is ${rounded(least)}`,
      observed: rounded(achieved),
      threshold: rounded(least),
      flip: `would be judged at >= ${rounded(least)} requests a second`,
    },
  ];
}
